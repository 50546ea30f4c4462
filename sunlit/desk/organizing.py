"""The acts on the organization as they are offered at the desk."""

from typing import Any

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from sunlit.kernel.refusals import NotPermitted, Refused
from sunlit.organization.models import Official, Role
from sunlit.organization.services import appoint_official


def why_not_appoint(by: Official, _record: object) -> Refused | None:
    """Say why this official may not let others log in."""
    if by.has_role(Role.ADMINISTRATOR):
        return None
    return NotPermitted(
        _("Only an administrator may let somebody log in."), remedy=_("Ask the administrator.")
    )


def appoint(*, by: Official, **typed: Any) -> Model:
    """Let somebody log in, as the administrator decides."""
    if refusal := why_not_appoint(by, None):
        raise refusal
    return appoint_official(by=by, **typed)
