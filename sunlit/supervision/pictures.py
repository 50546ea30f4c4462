"""How supervision is drawn."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.measures.pictures import Kind, Picture, Slot, chosen, register_pictures, slots_of
from sunlit.supervision.lifecycle import OpinionStatus
from sunlit.supervision.models import Finding, Opinion

RECTIFIED = Slot("rectified", pgettext_lazy("finding", "Rectified"))
OPEN = Slot("open", pgettext_lazy("finding", "Not rectified"), "open")


def _unit(opinion: Opinion) -> Slot:
    return Slot(opinion.office.code, opinion.office.name)


def _kind(finding: Finding) -> Slot:
    return Slot(finding.kind, finding.kind)


def _rectification(finding: Finding) -> Slot:
    return RECTIFIED if finding.rectified_on else OPEN


register_pictures(
    Picture(
        code="supervision.opinions_by_unit",
        title=_("Opinions of the supervisors by the unit that answers"),
        counts="supervision.opinions",
        kind=Kind.BARS,
        place=_unit,
        layer=chosen("status", OpinionStatus),
        layers=slots_of(OpinionStatus, {OpinionStatus.AWAITING: "open"}),
        by=_("Unit"),
    ),
    Picture(
        code="supervision.findings_by_kind",
        title=_("Findings of the inspections by kind"),
        counts="supervision.findings",
        kind=Kind.BARS,
        place=_kind,
        layer=_rectification,
        layers=(RECTIFIED, OPEN),
        by=_("What was wrong"),
    ),
)
