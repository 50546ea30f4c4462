"""Who may set an agency's office hours, and which hours can be set."""

from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from sunlit import statutes
from sunlit.kernel.refusals import NotPermitted, Refused, Unacceptable, WrongMoment
from sunlit.organization.models import Official, Role, WorkingHours
from sunlit.organization.rules.hours import Week, fault_in
from sunlit.organization.selectors.agency import office_day

BASIS = "disclosure.guide_and_catalogue"

FORESEEN = timedelta(days=366)
"""How far ahead office hours can be set: a slip in the year would bind the agency till then."""


def why_not_set_hours(by: Official, _record: object = None) -> Refused | None:
    """Say why this official may not set the office hours."""
    if by.has_role(Role.ADMINISTRATOR):
        return None
    return NotPermitted(
        _("Only an administrator may set the office hours: they move the clocks in hours."),
        remedy=_("Ask the administrator."),
        basis=statutes.provision(BASIS, on=office_day()),
    )


def why_not_these_hours(
    week: Week, *, since: date, today: date, latest: WorkingHours | None
) -> Refused | None:
    """Say why these hours cannot be set: impossible, backwards, or nothing new."""
    cited = statutes.provision(BASIS, on=today)
    if fault := fault_in(week):
        return Unacceptable(fault, remedy=_("Mend the hours of that day."), basis=cited)
    if since < today:
        return Unacceptable(
            _("Office hours never change backwards: %(since)s is past.") % {"since": since},
            remedy=_("Choose today or a later day."),
            basis=cited,
        )
    if since > today + FORESEEN:
        return Unacceptable(
            _("%(since)s is too far ahead.") % {"since": since},
            remedy=_("Choose a day within a year."),
            basis=cited,
        )
    if latest and since <= latest.since:
        return WrongMoment(
            _("Hours are set from %(since)s on; new ones begin later.") % {"since": latest.since},
            remedy=_("Choose a later day."),
            basis=cited,
        )
    if latest and [list(day) for day in week] == latest.week:
        return WrongMoment(_("These are the hours that are set already."), basis=cited)
    return None
