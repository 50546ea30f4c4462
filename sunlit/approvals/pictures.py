"""How the licence cases and penalty cases of a year are drawn."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.approvals.models import LicenceCase, PenaltyProcedure
from sunlit.approvals.selectors import working_days_used
from sunlit.measures.pictures import (
    Kind,
    Picture,
    Slot,
    chosen,
    days,
    register_pictures,
    slots_of,
)

IN_TIME = Slot("in_time", _("Within the promised limit"))
LATE = Slot("late", _("Past the promised limit"), "late")
UNPROMISED = Slot("unpromised", _("Without a promised limit"), "open")


def _days_used(case: LicenceCase) -> Slot:
    """Working days from acceptance to the decision."""
    used = working_days_used(case)
    if used is None:
        raise ValueError(f"The licence case {case.number} was decided and lacks a day.")
    return days(used)


def _promise(case: LicenceCase) -> Slot:
    if case.promised_due_on is None or case.decided_on is None:
        return UNPROMISED
    return IN_TIME if case.decided_on <= case.promised_due_on else LATE


register_pictures(
    Picture(
        code="approvals.days_to_decide",
        title=_("Working days until a licence was decided"),
        counts="approvals.decided",
        kind=Kind.DISTRIBUTION,
        place=_days_used,
        layer=_promise,
        layers=(IN_TIME, LATE, UNPROMISED),
    ),
    Picture(
        code="approvals.penalties_by_procedure",
        title=_("Penalties by procedure"),
        counts="approvals.penalties",
        kind=Kind.SHARES,
        place=chosen("procedure", PenaltyProcedure),
        slots=slots_of(PenaltyProcedure),
        by=pgettext_lazy("penalty", "procedure"),
    ),
)
