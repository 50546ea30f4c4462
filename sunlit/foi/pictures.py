"""How the requests for information of a year are drawn."""

from datetime import date

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit import statutes
from sunlit.foi import selectors
from sunlit.foi.lifecycle import Outcome
from sunlit.foi.models import InformationRequest
from sunlit.kernel.refusals import NotYetLaw
from sunlit.measures.pictures import Kind, Picture, Slot, days, register_pictures

UNDECIDED = Slot("undecided", pgettext_lazy("information request", "being handled"))
IN_TIME = Slot("in_time", _("Replied in time"))
LATE = Slot("late", _("Replied late"), "late")


def _outcome(information_request: InformationRequest) -> Slot:
    if not information_request.outcome:
        return UNDECIDED
    outcome = Outcome(information_request.outcome)
    return Slot(outcome.value, outcome.label)


def _days_used(information_request: InformationRequest) -> Slot:
    """Working days that count, up to the reply: those left out by the law are not among them."""
    reading = selectors.clock(information_request)
    if reading is None:
        raise ValueError(f"The clock of {information_request.number} cannot be read.")
    return days(reading.used)


def _timeliness(information_request: InformationRequest) -> Slot:
    return IN_TIME if selectors.is_in_time(information_request) else LATE


def _limit(year: int) -> int | None:
    try:
        return statutes.limit("foi.reply", on=date(year, 12, 31)).amount
    except NotYetLaw:
        return None


register_pictures(
    Picture(
        code="foi.by_outcome",
        title=_("Requests for information by outcome"),
        counts="foi.received",
        kind=Kind.BARS,
        place=_outcome,
        by=_("Outcome"),
    ),
    Picture(
        code="foi.days_to_reply",
        title=_("Working days until a request for information was replied to"),
        counts="foi.answered",
        kind=Kind.DISTRIBUTION,
        place=_days_used,
        layer=_timeliness,
        layers=(IN_TIME, LATE),
        limit=_limit,
    ),
)
