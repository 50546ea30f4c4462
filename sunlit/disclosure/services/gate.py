"""The gate, step by step: the section agrees, secrecy is reviewed, publication decided."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from sunlit.disclosure import events, policies, rules, selectors
from sunlit.disclosure.lifecycle import Status
from sunlit.disclosure.models import Decision, Finding, Item
from sunlit.disclosure.services.steps import locked_item, refuse_day_before, take_step
from sunlit.kernel.refusals import Unacceptable
from sunlit.organization.models import Official

FITS = {
    Decision.PUBLISH: Finding.OK,
    Decision.PUBLISH_CHANGED: Finding.CHANGES,
    Decision.WITHHOLD: Finding.WITHHOLD,
}
"""The finding whose ground is also the ground of a decision."""


@transaction.atomic(durable=True)
def section_review(*, record_id: int, by: Official, today: date) -> Item:
    """Agree to a draft for the section that answers for it."""
    item = locked_item(record_id, by)
    if refusal := policies.why_not_section_review(by, item):
        raise refusal
    refuse_day_before(item.review.drafted_on, today)
    item.review.sign_as_section(by, on=today)
    take_step(
        item, Status.SECTION_REVIEWED, events.SectionReviewed(review=item.review.code), by, today
    )
    return item


@transaction.atomic(durable=True)
def secrecy_review(
    *, record_id: int, by: Official, today: date, finding: str, ground: str = "", body: str = ""
) -> Item:
    """Review a draft for secrecy; where changes are needed, `body` is the changed text."""
    item = locked_item(record_id, by)
    if refusal := policies.why_not_secrecy_review(by, item):
        raise refusal
    review, found, text = item.review, Finding(finding), rules.tidied(body) or item.body
    refuse_day_before(review.section_reviewed_on, today)
    if found != Finding.OK and not ground:
        raise Unacceptable(_("Give the ground of the finding."))
    if (found == Finding.CHANGES) != (text != item.body):
        raise Unacceptable(
            _("The text is changed if and only if the finding is that changes are needed."),
            remedy=_("Take out of the text what may not be public, or choose another finding."),
        )
    if found != Finding.WITHHOLD:
        left = selectors.open_findings(item, body=text)
        if refusal := (
            policies.why_not_with_these_files(item, afresh=True)
            or policies.why_not_as_it_stands(left, item)
        ):
            raise refusal
    if text != item.body:
        review.original_body, item.body = item.body, text
    review.sign_as_secrecy_reviewer(by, on=today, finding=found, ground=ground)
    reviewed = events.SecrecyReviewed(review=review.code, finding=found, ground=ground)
    take_step(item, Status.SECRECY_REVIEWED, reviewed, by, today)
    return item


@transaction.atomic(durable=True)
def approve(*, record_id: int, by: Official, today: date, decision: str, ground: str = "") -> Item:
    """Decide whether an item may be published. Without a ground, that of the finding holds."""
    item = locked_item(record_id, by)
    if refusal := policies.why_not_approve(by, item):
        raise refusal
    decide(item, by=by, on=today, decision=decision, ground=ground)
    return item


def decide(item: Item, *, by: Official, on: date, decision: str, ground: str) -> None:
    """Take the last step of a locked item, however the approver came to it."""
    review, decided = item.review, Decision(decision)
    refuse_day_before(review.last_step_on, on)
    if not ground and FITS[decided] == review.finding:
        ground = review.ground
    if refusal := policies.why_not_decide(item, decided, ground):
        raise refusal
    digest = rules.digest_of(*item.decided_on)
    review.decide(by, on=on, decision=decided, ground=ground, digest=digest)
    if decided == Decision.WITHHOLD:
        withheld = events.ItemWithheld(review=review.code, ground=ground)
        take_step(item, Status.WITHHELD, withheld, by, on)
    else:
        approved = events.ItemApproved(review=review.code, decision=decided, ground=ground)
        take_step(item, Status.APPROVED, approved, by, on)


@transaction.atomic(durable=True)
def send_back(*, record_id: int, by: Official, today: date, reason: str) -> Item:
    """Send a draft back to its drafter; its text stands again as it was drafted.

    What was found and might stand is to be answered anew: the text may change.
    """
    item = locked_item(record_id, by)
    if refusal := policies.why_not_send_back(by, item):
        raise refusal
    item.body = item.review.original_body or item.body
    item.review.begin_again()
    item.kept_findings.all().delete()
    item.review.countersignatures.all().delete()
    sent = events.SentBack(review=item.review.code, reason=reason)
    take_step(item, Status.DRAFT, sent, by, today)
    return item
