"""Who may take in a holiday notice, and which notice can be taken in."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext_lazy as _

from sunlit import statutes
from sunlit.kernel.calendar import WorkingCalendar
from sunlit.kernel.citations import Citation
from sunlit.kernel.notices import Notice
from sunlit.kernel.refusals import NotPermitted, Refused, Unacceptable, WrongMoment
from sunlit.organization.models import Agency, Official, Role
from sunlit.organization.rules.notices import idle_make_up_day
from sunlit.organization.selectors.agency import office_day
from sunlit.organization.selectors.calendars import missing_year


def basis(on: date) -> Citation:
    """Return the regulation under which holidays are arranged."""
    return statutes.provision("calendar.holidays", on=on)


def why_not_take_in(by: Official, _record: object = None) -> Refused | None:
    """Say why this official may not take in holiday notices."""
    if by.has_role(Role.ADMINISTRATOR):
        return None
    return NotPermitted(
        _("Only an administrator may take in a holiday notice: it moves the clocks of all."),
        remedy=_("Give the notice to the administrator."),
        basis=basis(office_day()),
    )


def why_not_this_notice(
    notice: Notice, *, known: Sequence[Notice], calendar: WorkingCalendar, today: date
) -> Refused | None:
    """Say why a notice cannot be taken in, beside those known and their calendar."""
    of_year = [one.issued_on for one in known if one.year == notice.year]
    said = {"year": notice.year, "day": notice.issued_on, "until": calendar.last.year}
    if notice.issued_on > today:
        return Unacceptable(
            _("The notice is dated %(day)s, which is still to come.") % said,
            remedy=_("Check the day of issue (issued_on)."),
        )
    if not of_year and notice.year != calendar.last.year + 1:
        return Unacceptable(
            _("The calendar ends with %(until)d; a notice on %(year)d does not follow.") % said,
            remedy=_("Take in the year that follows first."),
        )
    if notice.issued_on in of_year:
        return WrongMoment(
            _("A notice of %(day)s on %(year)d is known already.") % said,
            remedy=_("Nothing is to be done."),
        )
    if of_year and notice.issued_on < max(of_year):
        return WrongMoment(
            _("A notice on %(year)d later than that of %(day)s is known; the later one prevails.")
            % said,
            remedy=_("Take in only what was issued since."),
        )
    if idle := idle_make_up_day(notice, calendar):
        return Unacceptable(
            _("%(day)s is worked anyway, and no day to be made up.") % {"day": idle},
            remedy=_("Check the days to be made up (make_up_days)."),
        )
    return None


def why_clocks_stop(agency: Agency, *, on: date) -> Refused | None:
    """Say which year's arrangement is due and missing, and what stops for want of it."""
    year = missing_year(agency, on=on)
    if year is None:
        return None
    return Unacceptable(
        _("The arrangement of holidays for %(year)d is not known: clocks that reach into that year "
          "have no due day.") % {"year": year},
        remedy=_("Take in the State Council's notice as soon as it is out: at the desk under "
                 "“Holiday notices”, or by: sunlit calendar import FILE."),
        basis=basis(on),
    )  # fmt: skip
