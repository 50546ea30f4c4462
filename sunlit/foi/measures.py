"""The figures that requests for information give. Their faces never show a text or a person."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sunlit.foi import selectors
from sunlit.foi.lifecycle import GIVING, Outcome
from sunlit.foi.models import InformationRequest
from sunlit.measures.registry import Face, Measure, register


def _face(information_request: InformationRequest) -> Face:
    return Face(
        id=information_request.number,
        number=information_request.number,
        title="",
        day=information_request.received_on,
        facts=(
            (_("kind of applicant"), information_request.get_applicant_kind_display()),
            (_("office"), information_request.office.name),
            (_("replied on"), information_request.replied_on),
            (_("outcome"), information_request.get_outcome_display()),
        ),
    )


register(
    Measure(
        code="foi.received",
        label=_("Requests for information received"),
        counts=_("requests for information received in the year"),
        basis="foi.receipt",
        population=selectors.received_in,
        face=_face,
    ),
    Measure(
        code="foi.answered",
        label=_("Requests for information answered"),
        counts=_("requests for information replied to in the year"),
        basis="foi.reply",
        population=selectors.replied_in,
        face=_face,
    ),
    Measure(
        code="foi.answered_in_time",
        label=_("Requests for information answered in time"),
        counts=_("requests for information replied to in the year, by the day on which they were "
                 "due under the law of the day of receipt"),
        basis="foi.reply",
        population=selectors.replied_in_time_in,
        face=_face,
    ),
    Measure(
        code="foi.disclosed",
        label=_("Requests for information granted"),
        counts=_("requests replied to in the year by disclosing the information, whole or in part"),
        basis="foi.kinds_of_reply",
        population=selectors.replied_in,
        meets=Q(outcome__in=GIVING),
        face=_face,
    ),
    Measure(
        code="foi.refused",
        label=_("Requests for information refused"),
        counts=_("requests replied to in the year by refusing disclosure, with the reason told"),
        basis="foi.kinds_of_reply",
        population=selectors.replied_in,
        meets=Q(outcome=Outcome.REFUSED),
        face=_face,
    ),
)  # fmt: skip
