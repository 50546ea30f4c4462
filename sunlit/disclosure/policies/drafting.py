"""Who may write a draft."""

from django.utils.translation import gettext_lazy as _

from sunlit.disclosure.lifecycle import Status
from sunlit.disclosure.models import Item
from sunlit.disclosure.policies.stages import REVIEW, of_case, why_not_at
from sunlit.kernel.refusals import NotPermitted, Refused
from sunlit.organization.models import Official, Role

DRAFTERS = (
    Role.CLERK,
    Role.SECTION_HEAD,
    Role.WINDOW_CLERK,
    Role.CHIEF_REPRESENTATIVE,
    Role.HOTLINE_OPERATOR,
    Role.INVESTIGATOR,
    Role.SUPERVISOR_LIAISON,
)


def why_not_draft(by: Official, _nothing: object) -> Refused | None:
    """Say why this official may not draft an item."""
    if not by.has_role(*DRAFTERS):
        return NotPermitted(
            _("Only a disclosure clerk or somebody who works in an office may draft an item."),
            remedy=_("Ask the information officer of the office."),
        )
    if by.office_id is None and not by.has_role(Role.CLERK):
        return NotPermitted(
            _("You belong to no office for which you could draft an item."),
            remedy=_("Ask the administrator to enter your office."),
        )
    return None


def why_not_revise(by: Official, item: Item) -> Refused | None:
    """Say why this official may not write this draft anew now."""
    if by.pk != item.review.drafter_id:
        return NotPermitted(
            _("Only the official who drafted the item may write it anew."),
            basis=of_case(REVIEW, item),
        )
    return why_not_at(Status.DRAFT, item)
