"""What the refusals of both kinds of cases have in common."""

from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sunlit.approvals.selectors import provision_on
from sunlit.kernel.citations import Citation
from sunlit.kernel.refusals import NotPermitted, Refused, WrongMoment
from sunlit.organization.models import Official, Role


def basis(name: str, on: date) -> Citation:
    """Return the article that governs an act in a case of that day."""
    return provision_on(name, on)


def why_not_one_of(by: Official, *roles: Role, name: str, on: date) -> Refused | None:
    """Say that an official has none of the roles that an act needs; `name`: the act's article."""
    if by.has_role(*roles):
        return None
    needed = ", ".join(str(role.label) for role in roles)
    return NotPermitted(
        _("This act needs one of these roles: %(roles)s.") % {"roles": needed},
        remedy=_("Ask a colleague who has one of them."),
        basis=basis(name, on),
    )


def wrong_moment(reason: str | Promise, name: str, on: date) -> WrongMoment:
    """Return the refusal of an act for which the case is not at the stage."""
    return WrongMoment(reason, basis=basis(name, on))
