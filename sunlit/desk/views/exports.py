"""A register as a file: without personal data by a link, with it by an act in the ledger."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import (
    FileResponse,
    HttpRequest,
    HttpResponseBase,
    QueryDict,
    StreamingHttpResponse,
)
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sunlit.design.registers import Register
from sunlit.desk import asking, exporting, selectors, services
from sunlit.desk.views.shell import official_at
from sunlit.kernel.refusals import NotPermitted
from sunlit.organization.models import Official
from sunlit.organization.selectors import office_day

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@login_required
@require_safe
def export(request: HttpRequest, name: str, form: str) -> HttpResponseBase:
    """Send what a register was asked for as a file, without personal data."""
    by = official_at(request)
    register = selectors.open_register(by, name)
    asked = asking.asked_of(register, by, request.GET.dict())
    return _file(_Export(register, by, asked, form, personal=False))


@login_required
@require_POST
def export_personal(request: HttpRequest, name: str, form: str) -> HttpResponseBase:
    """Send it with personal data, to whoever handles the records; the ledger says so."""
    by = official_at(request)
    register = selectors.open_register(by, name)
    if not exporting.may_see_personal(register, by):
        raise NotPermitted(
            _("Only who handles these records may take the personal data in them out."),
            remedy=_("Take them out without personal data."),
        )
    asked = asking.asked_of(register, by, QueryDict(request.POST.get("asked", "")).dict())
    services.note_export(
        register=register.name,
        records=asking.narrowed(register, by, asked).count(),
        asked_for=asked.query,
        by=by,
        today=office_day(),
    )
    return _file(_Export(register, by, asked, form, personal=True))


@dataclass(frozen=True)
class _Export:
    """What is to be sent: of which register, to whom, which records, in which form."""

    register: Register
    by: Official
    asked: asking.Asked
    form: str
    personal: bool


def _file(export: _Export) -> HttpResponseBase:
    register, by = export.register, export.by
    records = asking.narrowed(register, by, export.asked)
    exported = exporting.columns(register, by, personal=export.personal)
    file_name = f"{register.name}-{office_day().isoformat()}.{export.form}"
    chunks = records.iterator(chunk_size=exporting.ROWS_A_CHUNK)
    if export.form == "csv":
        lines = exporting.csv_lines(exported, chunks)
        answer = StreamingHttpResponse(
            _in_language(lines, translation.get_language()), content_type="text/csv; charset=utf-8"
        )
        answer["Content-Disposition"] = f'attachment; filename="{file_name}"'
        return answer
    about = exporting.about_file(
        register,
        by,
        on=office_day(),
        filters=asking.said(register, export.asked),
        count=records.count(),
        personal=export.personal,
    )
    book = exporting.workbook(register, exported, chunks, about=about)
    return FileResponse(book, as_attachment=True, filename=file_name, content_type=WORKBOOK)


def _in_language(lines: Iterator[str], language: str | None) -> Iterator[bytes]:
    """Write lines in the language of the page, though the page's own time is over."""
    with translation.override(language):
        for line in lines:
            yield line.encode()
