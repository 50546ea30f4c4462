"""Who may take which step of the gate, and when."""

from django.utils.translation import gettext_lazy as _

from sunlit.disclosure import selectors
from sunlit.disclosure.lifecycle import Status
from sunlit.disclosure.models import Decision, Finding, Item
from sunlit.disclosure.policies.answering import why_not_as_it_stands
from sunlit.disclosure.policies.attachments import why_not_with_these_files
from sunlit.disclosure.policies.chains import why_not_next
from sunlit.disclosure.policies.stages import (
    REVIEW,
    at_another_stage,
    of_case,
    why_not_at,
    why_not_sign,
)
from sunlit.disclosure.rules import StepKind
from sunlit.kernel.refusals import NotPermitted, Refused, Unacceptable
from sunlit.organization.models import Official, Role

DECISIONS: dict[str, tuple[Decision, ...]] = {
    Finding.OK: (Decision.PUBLISH, Decision.WITHHOLD),
    Finding.CHANGES: (Decision.PUBLISH_CHANGED, Decision.WITHHOLD),
    Finding.WITHHOLD: (Decision.WITHHOLD,),
}
"""What may be decided after which finding. An approver who wants another finding sends back."""


def why_not_section_review(by: Official, item: Item) -> Refused | None:
    """Say why this official may not agree to this draft for the section now."""
    if not by.has_role(Role.SECTION_HEAD):
        return NotPermitted(
            _("Only a section head may agree to a draft."),
            remedy=_("Ask the head of %(office)s.") % {"office": item.office.name},
            basis=of_case(REVIEW, item),
        )
    return (
        why_not_at(Status.DRAFT, item)
        or why_not_sign(by, item)
        or why_not_with_these_files(item)
        or why_not_as_it_stands(selectors.open_to_section(item), item)
    )


def why_not_secrecy_review(by: Official, item: Item) -> Refused | None:
    """Say why this official may not review this draft for secrecy now."""
    if not by.has_role(Role.SECRECY_REVIEWER):
        return NotPermitted(
            _("Only a secrecy reviewer may review a draft for secrecy."),
            remedy=_("Ask the secrecy reviewer."),
            basis=of_case(REVIEW, item),
        )
    return (
        why_not_at(Status.SECTION_REVIEWED, item)
        or why_not_next(StepKind.SECRECY, item)
        or why_not_sign(by, item)
    )


def why_not_approve(by: Official, item: Item) -> Refused | None:
    """Say why this official may not decide about the publication of this item now."""
    if not by.has_role(Role.APPROVER):
        return NotPermitted(
            _("Only an approver may decide whether an item is published."),
            remedy=_("Ask the leader in charge."),
            basis=of_case(REVIEW, item),
        )
    return (
        why_not_at(Status.SECRECY_REVIEWED, item)
        or why_not_next(StepKind.DECISION, item)
        or why_not_sign(by, item)
    )


def why_not_decide(item: Item, decision: Decision, ground: str) -> Refused | None:
    """Say why it may not be decided so about an item, whoever decides."""
    finding = item.review.finding
    if decision not in DECISIONS.get(finding, ()):
        return Unacceptable(
            _("This decision does not follow from the finding of the secrecy review."),
            remedy=_("Send the draft back if the finding is to be another one."),
            basis=of_case(REVIEW, item),
        )
    if decision != Decision.WITHHOLD and (
        refusal := why_not_with_these_files(item, afresh=True)
        or why_not_as_it_stands(selectors.open_findings(item), item)
    ):
        return refusal
    if decision != Decision.PUBLISH and not ground:
        return Unacceptable(
            _("A decision to withhold, or to publish after changes, needs a ground."),
            basis=of_case(REVIEW, item),
        )
    return None


def why_not_send_back(by: Official, item: Item) -> Refused | None:
    """Say why this official may not send this draft back now."""
    reviewers = {
        Status.SECTION_REVIEWED.value: Role.SECRECY_REVIEWER,
        Status.SECRECY_REVIEWED.value: Role.APPROVER,
        Status.APPROVED.value: Role.APPROVER,
        Status.SCHEDULED.value: Role.APPROVER,
    }
    role = reviewers.get(item.status)
    if role is None:
        return at_another_stage(item)
    step = item.review.next_step
    if step is not None and step.kind is StepKind.COUNTERSIGN:
        role = Role(step.role)
    if not by.has_role(role):
        return NotPermitted(
            _("Only the official whose step it is may send a draft back."),
            remedy=_("The step is up to: %(role)s.") % {"role": role.label},
            basis=of_case(REVIEW, item),
        )
    return None
