"""Who may change the list of powers, and when."""

from django.utils.translation import gettext_lazy as _

from sunlit.kernel.refusals import NotPermitted, Refused, WrongMoment
from sunlit.organization.models import Official, Role
from sunlit.powers.models import Power


def why_not_cancel(by: Official, power: Power) -> Refused | None:
    """Say why a power may not be taken off the list by this official now."""
    if not by.has_role(Role.APPROVER, Role.LEADER):
        return NotPermitted(
            _("Only an approver or a leader may take a power off the list."),
            remedy=_("Ask the leader in charge."),
        )
    if power.cancelled_on:
        return WrongMoment(_("The power has already been taken off the list."))
    return None
