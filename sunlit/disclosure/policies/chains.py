"""Who may set the chain of steps, who may countersign, and which chain can be followed."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext_lazy as _

from sunlit.disclosure import rules
from sunlit.disclosure.models import Item, ReviewChain
from sunlit.disclosure.policies.stages import REVIEW, at_another_stage, cited, of_case, why_not_sign
from sunlit.disclosure.rules import ChainFault, ChainStep, StepKind
from sunlit.kernel.refusals import NotPermitted, Refused, Unacceptable, WrongMoment
from sunlit.organization.models import Official, Role

FAULTS = {
    ChainFault.FLOOR: _(
        "A chain begins with the section, goes through the secrecy review and ends with the "
        "decision: none of these can be left out or taken in another order."
    ),
    ChainFault.UNNAMED: _("Each step beside these needs a name and a role."),
    ChainFault.TOO_LONG: _(
        "The steps take more than 20 working days together, which is all that the law gives for "
        "the publication."
    ),
}


def why_not_set_chain(by: Official, _record: object = None) -> Refused | None:
    """Say why this official may not set the chain of steps."""
    if by.has_role(Role.ADMINISTRATOR):
        return None
    return NotPermitted(
        _("Only an administrator may set which steps a draft passes."),
        remedy=_("Give the document that says so to the administrator."),
    )


def why_not_chain(steps: Sequence[ChainStep], *, on: date) -> Refused | None:
    """Say why a chain cannot be followed."""
    fault = rules.chain_fault(steps)
    if fault is None:
        return None
    return Unacceptable(
        FAULTS[fault],
        remedy=_("Mend the steps and set the chain again."),
        basis=cited("disclosure.publish" if fault is ChainFault.TOO_LONG else REVIEW, on=on),
    )


def why_not_chain_since(since: date, latest: ReviewChain | None, *, today: date) -> Refused | None:
    """Say why a chain cannot hold from a day on: what is under way is not changed."""
    if since < today:
        return Unacceptable(
            _("%(since)s is past; what is under way keeps its chain.") % {"since": since},
            remedy=_("Choose today or a later day."),
        )
    if latest and since <= latest.since:
        return WrongMoment(
            _("A chain is set since %(since)s; a new one begins later.") % {"since": latest.since},
            remedy=_("Choose a later day."),
        )
    return None


def why_not_countersign(by: Official, item: Item) -> Refused | None:
    """Say why this official may not countersign this item now."""
    step = item.review.next_step
    if step is None or step.kind is not StepKind.COUNTERSIGN:
        return at_another_stage(item)
    role = Role(step.role)
    if not by.has_role(role):
        return NotPermitted(
            _("The step “%(step)s” is not yours to take.") % {"step": step.title},
            remedy=_("The step is up to: %(role)s.") % {"role": role.label},
            basis=of_case(REVIEW, item),
        )
    return why_not_sign(by, item)


def why_not_next(kind: StepKind, item: Item) -> Refused | None:
    """Say so where another step of the chain comes before this one."""
    step = item.review.next_step
    if step is None or step.kind is kind:
        return None
    return WrongMoment(
        _("The step “%(step)s” comes first.") % {"step": step.title},
        remedy=_("Wait until it is taken.")
        if not step.role
        else _("The step is up to: %(role)s.") % {"role": Role(step.role).label},
        basis=of_case(REVIEW, item),
    )
