"""Who may issue a link by which an approver decides, to whom, and when a link is good."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from sunlit.disclosure import rules
from sunlit.disclosure.models import ApprovalLink, Item
from sunlit.disclosure.models.links import MOST_FAILURES
from sunlit.disclosure.policies.chains import why_not_next
from sunlit.disclosure.policies.gate import why_not_approve
from sunlit.disclosure.policies.stages import REVIEW, at_another_stage, of_case
from sunlit.disclosure.rules import StepKind
from sunlit.kernel.refusals import NotPermitted, Refused, WrongMoment
from sunlit.organization.models import Official, Role


def why_not_issue_link(by: Official, item: Item) -> Refused | None:
    """Say why this official may not hand an approver a link for this item now."""
    if not by.has_role(Role.CLERK, Role.SECRECY_REVIEWER):
        return NotPermitted(
            _("Only a disclosure clerk or a secrecy reviewer may issue an approval link."),
            remedy=_("Ask the disclosure clerk."),
            basis=of_case(REVIEW, item),
        )
    step = item.review.next_step
    if step is None or step.kind is not StepKind.DECISION:
        return why_not_next(StepKind.DECISION, item) or at_another_stage(item)
    return None


def why_not_link_for(approver: Official, item: Item, *, by: Official) -> Refused | None:
    """Say why a link for this item cannot be handed to this official."""
    if approver.pk == by.pk:
        return NotPermitted(
            _("You cannot issue an approval link to yourself."),
            remedy=_("Log in and decide, or choose another approver."),
            basis=of_case(REVIEW, item),
        )
    if not approver.is_active:
        return NotPermitted(
            _("This official may not log in any more, and signs nothing."),
            remedy=_("Choose another approver."),
            basis=of_case(REVIEW, item),
        )
    if not approver.signing_code:
        return WrongMoment(
            _("This approver has chosen no signing code yet: without it, whoever holds the link "
              "could sign."),
            remedy=_("The approver chooses one at the desk, under “My post and roles”."),
            basis=of_case(REVIEW, item),
        )  # fmt: skip
    return why_not_approve(approver, item)


def why_not_use(link: ApprovalLink, item: Item, *, now: datetime) -> Refused | None:
    """Say why nothing can be decided by a link any more."""
    failures = link.failures.count()
    reasons = (
        (link.used_at is not None, _("This link has been used. It decides once.")),
        (link.replaced_at is not None, _("Another link was issued after this one.")),
        (now >= link.valid_until, _("The time of this link is over.")),
        (failures >= MOST_FAILURES, _("Too many wrong codes were typed; this link is closed.")),
        (
            link.text_digest != rules.digest_of(*item.decided_on),
            _("What the item says has changed since this link was issued."),
        ),
    )
    for is_so, reason in reasons:
        if is_so:
            return WrongMoment(
                reason, remedy=_("Ask for a new link, or log in."), basis=of_case(REVIEW, item)
            )
    return why_not_approve(link.official, item)


def wrong_code(item: Item) -> Refused:
    """Return the refusal of a wrong signing code."""
    return NotPermitted(
        _("This is not the signing code of the approver."),
        remedy=_("Type it again; after five wrong ones the link is closed."),
        basis=of_case(REVIEW, item),
    )
