"""The papers of an application as the steps on the web show them, each with what was uploaded."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from sunlit.approvals import applying
from sunlit.approvals.models import ApplicationDraft, CaseMaterial, DraftFile, Fit, LicenceCase
from sunlit.approvals.services import drafts
from sunlit.files.cleaning import Kind
from sunlit.kernel.refusals import Refused
from sunlit.kernel.wording import Wording
from sunlit.portal.blank_forms import MaterialShown, SheetShown, materials_shown

ACCEPTED = ".pdf,.jpg,.jpeg,.png,.docx,.xlsx"


@dataclass(frozen=True)
class UploadedShown:
    """A file that was uploaded: what it is called, how big it is, what was taken out of it."""

    key: int
    name: str
    size: int
    notes: Sequence[Wording]


@dataclass(frozen=True)
class PaperShown:
    """A paper that is asked for, with its files and what is wrong with the one just chosen."""

    place: int
    name: Any
    form: Any = ""
    note: Any = ""
    is_required: bool = False
    is_listed: bool = True
    finding: Any = ""
    files: Sequence[UploadedShown] = ()
    refused: tuple[str, Refused] | None = None
    sheets: Sequence[SheetShown] = ()

    @property
    def field(self) -> str:
        """The name of its field."""
        return f"paper-{self.place}"


Refusals = dict[int, tuple[str, Refused]]


def papers_of(draft: ApplicationDraft, refusals: Refusals | None = None) -> list[PaperShown]:
    """Return the papers that the licence asks for, and the place for others."""
    return list(_shown(draft, _listed(draft), refusals or {}))


def papers_to_supply(
    case: LicenceCase, draft: ApplicationDraft | None, refusals: Refusals | None = None
) -> list[PaperShown]:
    """Return the papers that lack or do not fit; all of the list where none was marked."""
    found = list(applying.materials_of_case(case))
    asked = [one for one in found if one.fit in (Fit.MISSING, Fit.UNFIT)] or found
    return list(_shown(draft, [_asked(one) for one in asked], refusals or {}))


def take_in(
    request: HttpRequest, draft: ApplicationDraft, papers: Iterable[PaperShown]
) -> Refusals:
    """Check and keep the files of a request, and take out the one that is no longer wanted.

    Returns what was refused, by place.
    """
    removed = request.POST.get("remove", "")
    if removed.isdecimal() and len(removed) <= len("9" * 18):
        drafts.take_out_file(draft=draft, file_id=int(removed))
    refusals: Refusals = {}
    for paper in papers:
        for file in request.FILES.getlist(paper.field):
            if refusal := _keep(draft, paper.place, file):
                refusals[paper.place] = (str(file.name), refusal)
    return refusals


def _keep(draft: ApplicationDraft, place: int, file: "UploadedFile[Any]") -> Refused | None:
    # One byte more than is taken says that a file is too big, without reading the rest of it.
    data = file.read(applying.MOST_BYTES + 1)
    try:
        drafts.keep_file(draft=draft, place=place, name=str(file.name), data=data)
    except Refused as refusal:
        return refusal
    return None


def _listed(draft: ApplicationDraft) -> list[PaperShown]:
    return [_of_list(one) for one in materials_shown(draft.power)]


def _of_list(shown: MaterialShown) -> PaperShown:
    one = shown.material
    return PaperShown(
        one.position, one.name, form=one.get_form_display(), note=one.note,
        is_required=one.is_required, sheets=shown.sheets,
    )  # fmt: skip


def _asked(one: CaseMaterial) -> PaperShown:
    is_found = one.fit in (Fit.MISSING, Fit.UNFIT)
    return PaperShown(
        one.position,
        one.name,
        form=one.get_form_display(),
        note=one.remark,
        is_required=one.is_required,
        finding=one.get_fit_display() if is_found else "",
    )


def _shown(
    draft: ApplicationDraft | None, papers: list[PaperShown], refusals: Refusals
) -> Iterator[PaperShown]:
    files = list(draft.files.order_by("place", "pk")) if draft else []
    other = PaperShown(applying.OTHER, _("Other papers"), is_listed=False)
    known = {paper.place for paper in papers}
    for paper in [*papers, other]:
        yield PaperShown(
            paper.place, paper.name, paper.form, paper.note, paper.is_required, paper.is_listed,
            paper.finding,
            [
                _uploaded(file)
                for file in files
                if file.place == paper.place or (paper is other and file.place not in known)
            ],
            refusals.get(paper.place),
            paper.sheets,
        )  # fmt: skip


def _uploaded(file: DraftFile) -> UploadedShown:
    notes = []
    for one in file.removed:
        words = Kind(one["kind"]).wording
        notes.append(Wording(f"{words.zh} {one['count']} 处", f"{words.en}: {one['count']}"))
    return UploadedShown(file.pk, file.name, file.size, notes)
