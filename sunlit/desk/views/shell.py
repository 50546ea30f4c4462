"""What every page of the desk needs: who is at it, and its ways around."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from sunlit.design.registers import OVERSEERS, Register, registers_open_to
from sunlit.desk import presenting
from sunlit.kernel.refusals import NotPermitted
from sunlit.organization.models import Official


def official_at(request: HttpRequest) -> Official:
    """Return who is at the desk; `login_required` stands before every view."""
    if not isinstance(request.user, Official):
        raise NotPermitted("")
    return request.user


def overseer_at(request: HttpRequest) -> Official:
    """Return who is at the desk, who must be one who oversees the whole agency."""
    by = official_at(request)
    if not by.has_role(*OVERSEERS):
        raise NotPermitted(
            _("Only a leader, an auditor or an administrator sees the whole agency."),
            remedy=_("What you may see stands in the list of what waits."),
        )
    return by


def ways_around(by: Official, *, current: Register | str | None = None) -> dict[str, Any]:
    """Return the desk's navigation, as its pages take it; `current`: where the page stands."""
    return {"desk_entries": presenting.navigation(by, registers_open_to(by), current=current)}
