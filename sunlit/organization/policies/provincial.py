"""Who may set what differs by province, and from when."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from sunlit import statutes
from sunlit.kernel.refusals import NotPermitted, Refused, Unacceptable, WrongMoment
from sunlit.organization.models import Official, ProvincialNumber, Role
from sunlit.organization.selectors.agency import office_day


def why_not_set_number(by: Official, _record: object = None) -> Refused | None:
    """Say why this official may not set what differs by province."""
    if by.has_role(Role.ADMINISTRATOR):
        return None
    return NotPermitted(
        _("Only an administrator may set what the province has settled."),
        remedy=_("Give the document to the administrator."),
        basis=statutes.provision("organization.duty", on=office_day()),
    )


def why_not_since(
    since: date, *, is_new: bool, latest: ProvincialNumber | None, today: date
) -> Refused | None:
    """Say why a value cannot begin on a day: backwards, before the last one, or nothing new."""
    if since < today:
        return Unacceptable(
            _("%(since)s is past; what exists already is not changed.") % {"since": since},
            remedy=_("Choose today or a later day."),
        )
    if latest and since <= latest.since:
        return WrongMoment(
            _("A value is set since %(since)s; a new one begins later.") % {"since": latest.since},
            remedy=_("Choose a later day."),
        )
    if not is_new:
        return WrongMoment(_("This is the value already."), remedy=_("Nothing is to be done."))
    return None
