"""Files that belong to records, for officials who may see the record."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from sunlit.approvals.applying import drawn_signature, files_of_case
from sunlit.approvals.models import LicenceCase
from sunlit.design.handing import file_answer
from sunlit.desk import exporting
from sunlit.desk import selectors as registers
from sunlit.desk.views.shell import official_at
from sunlit.disclosure import selectors
from sunlit.files import store
from sunlit.kernel.refusals import NotPermitted


@login_required
@require_safe
def file(request: HttpRequest, pk: int, position: int) -> HttpResponse:
    """Hand out an attachment of an item as it was cleaned."""
    by = official_at(request)
    item = get_object_or_404(selectors.items_open_to(by), pk=pk)
    one = get_object_or_404(item.attachments.all(), position=position)
    answer = file_answer(one.name, one.media_type, store.get(one.digest))
    answer["Cache-Control"] = "private, no-store"
    return answer


@login_required
@require_safe
def material(request: HttpRequest, pk: int, file_id: int) -> HttpResponse:
    """Hand out a paper of a licence case as it was cleaned, to those who handle such cases."""
    case = _handled_case(request, pk)
    one = get_object_or_404(files_of_case(case.pk), pk=file_id)
    answer = file_answer(one.name, one.media_type, store.unseal(one.digest))
    answer["Cache-Control"] = "private, no-store"
    return answer


@login_required
@require_safe
def signature(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the drawn signature of an application, to those who handle such cases."""
    picture = drawn_signature(_handled_case(request, pk))
    if not picture:
        raise Http404
    answer = file_answer(f"signature-{pk}.png", "image/png", picture)
    answer["Cache-Control"] = "private, no-store"
    return answer


def _handled_case(request: HttpRequest, pk: int) -> LicenceCase:
    """Return a licence case whose applicant's papers the official may read; raises where not."""
    by = official_at(request)
    register = registers.open_register(by, "licence-cases")
    registers.record_of(register, by, pk)
    if not exporting.may_see_personal(register, by):
        raise NotPermitted(
            _("The papers of applicants are open only to those who handle their cases."),
            remedy=_("Ask at the service window."),
        )
    return LicenceCase.objects.get(pk=pk)
