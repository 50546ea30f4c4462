"""The figures that the files of reconsideration and litigation can give."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sunlit.measures.registry import Face, Measure, register
from sunlit.remedies import selectors
from sunlit.remedies.models import Kind, Remedy


def _face(remedy: Remedy) -> Face:
    return Face(
        id=remedy.number,
        number=remedy.number,
        title=remedy.cause if remedy.penalty_id else "",
        day=remedy.filed_on,
        facts=(
            (_("kind"), remedy.get_kind_display()),
            (_("outcome"), remedy.get_outcome_display()),
        ),
    )


register(
    Measure(
        code="remedies.cases",
        label=_("Reconsideration and litigation files"),
        counts=_("files of reconsideration and litigation, by the day on which the case began"),
        basis="reconsideration.reply",
        population=selectors.remedies_filed_in,
        face=_face,
    ),
    Measure(
        code="remedies.reconsiderations",
        label=_("Reconsideration files"),
        counts=_("files of reconsideration, by the day of the application"),
        basis="reconsideration.reply",
        population=selectors.remedies_filed_in,
        meets=Q(kind=Kind.RECONSIDERATION),
        face=_face,
    ),
    Measure(
        code="remedies.lawsuits",
        label=_("Litigation files"),
        counts=_("files of litigation, by the day of the suit"),
        basis="litigation.reply",
        population=selectors.remedies_filed_in,
        meets=Q(kind=Kind.LAWSUIT),
        face=_face,
    ),
    Measure(
        code="remedies.complete_files",
        label=_("Complete files of reconsideration and litigation"),
        counts=_("files of the cases begun in the year that hold every document"),
        basis="remedies.archive",
        population=selectors.remedies_filed_in,
        meets=Q(is_complete=True),
        face=_face,
    ),
)
