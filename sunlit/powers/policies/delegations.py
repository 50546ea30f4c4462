"""Who may delegate decisions to the service window, and when."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from sunlit.kernel.refusals import NotPermitted, Refused, WrongMoment
from sunlit.organization.models import Official, Role
from sunlit.powers.models import Delegation, Kind, Power


def why_not_delegate(by: Official, _delegation: Delegation | None = None) -> Refused | None:
    """Say why this official may not delegate decisions to the window: a leader may."""
    if by.has_role(Role.LEADER):
        return None
    return NotPermitted(
        _("Only a leader may delegate decisions to the service window, or take that back."),
        remedy=_("Ask the leader in charge."),
    )


def why_not_delegate_this(power: Power, *, on: date) -> Refused | None:
    """Say why a licence may not be delegated: it must be one, on the list, not delegated now."""
    if power.kind != Kind.LICENCE or power.cancelled_on:
        return WrongMoment(_("Only a licence that is on the list can be delegated."))
    current = Delegation.objects.filter(power=power).order_by("-since", "-id").first()
    if current and (current.until is None or current.until >= on):
        return WrongMoment(
            _("It is delegated already by %(document)s.") % {"document": current.document},
            remedy=_("End that delegation first."),
        )
    return None


def why_not_end_delegation(by: Official, delegation: Delegation) -> Refused | None:
    """Say why a delegation may not be ended by this official now."""
    if refusal := why_not_delegate(by):
        return refusal
    if delegation.until:
        return WrongMoment(_("This delegation has ended already."))
    return None
