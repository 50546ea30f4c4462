"""The figures that complaints can give. Their faces never show a text or a person."""

from datetime import date

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.complaints import selectors
from sunlit.complaints.lifecycle import Decision
from sunlit.complaints.models import UNDECIDED, Complaint
from sunlit.measures.registry import Face, Measure, register


def _face(complaint: Complaint) -> Face:
    received_on: date = complaint.received_on
    return Face(
        id=complaint.number,
        number=complaint.number,
        title="",
        day=received_on,
        facts=(
            (pgettext_lazy("complaint", "category"), complaint.category),
            (_("office"), complaint.office.name if complaint.office else ""),
            (_("outcome"), complaint.get_status_display()),
        ),
    )


register(
    Measure(
        code="complaints.received",
        label=_("Complaints received"),
        counts=_("complaints and reports received in the year"),
        basis="complaints.receive",
        population=selectors.received_in,
        face=_face,
    ),
    Measure(
        code="complaints.accepted",
        label=_("Complaints accepted"),
        counts=_("complaints received in the year that the agency accepted"),
        basis="complaints.accept",
        population=selectors.received_in,
        meets=Q(decision=Decision.ACCEPTED),
        face=_face,
    ),
    Measure(
        code="complaints.decided",
        label=_("Complaints with a decision"),
        counts=_("complaints received in the year that were accepted, transferred or refused"),
        basis="complaints.accept",
        population=selectors.received_in,
        meets=~Q(decision=UNDECIDED),
        face=_face,
    ),
    Measure(
        code="complaints.transferred",
        label=_("Complaints transferred"),
        counts=_("complaints received in the year that were passed to the body responsible"),
        basis="complaints.transfer",
        population=selectors.received_in,
        meets=Q(decision=Decision.TRANSFERRED),
        face=_face,
    ),
    Measure(
        code="complaints.refused",
        label=_("Complaints not accepted"),
        counts=_("complaints received in the year that were not accepted, with the reason told"),
        basis="complaints.refuse",
        population=selectors.received_in,
        meets=Q(decision=Decision.REFUSED),
        face=_face,
    ),
    Measure(
        code="complaints.closed",
        label=_("Complaints closed"),
        counts=_("accepted complaints that were closed in the year"),
        basis="complaints.reply",
        population=selectors.closed_in,
        face=_face,
    ),
    Measure(
        code="complaints.answered",
        label=_("Complaints answered"),
        counts=_("accepted complaints replied to in the year"),
        basis="complaints.reply",
        population=selectors.replied_in,
        face=_face,
    ),
    Measure(
        code="complaints.answered_in_time",
        label=_("Complaints answered in time"),
        counts=_("accepted complaints replied to in the year, on the agreed day or before"),
        basis="complaints.handle",
        population=selectors.replied_in,
        meets=selectors.in_time(),
        face=_face,
    ),
    Measure(
        code="complaints.satisfied",
        label=pgettext_lazy("measure", "Complaints settled to satisfaction"),
        counts=_("accepted complaints closed in the year with which the person was satisfied, "
                 "or fairly so, in the end"),
        basis="complaints.reply",
        population=selectors.closed_in,
        meets=selectors.content(),
        face=_face,
    ),
    Measure(
        code="complaints.documented",
        label=_("Complaints with their documents listed"),
        counts=_("complaints received in the year whose papers are listed"),
        basis="complaints.handle",
        population=selectors.received_in,
        meets=~Q(documents=[]),
        face=_face,
    ),
)  # fmt: skip
