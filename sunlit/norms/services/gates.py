"""The acts by which a draft is reviewed, decided on, registered, published and filed."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from sunlit.kernel.refusals import Unacceptable
from sunlit.norms import events, policies, selectors
from sunlit.norms.lifecycle import DraftStatus
from sunlit.norms.models import DraftNorm, Gate, Outcome
from sunlit.norms.services.steps import (
    NewDocument,
    enter_step,
    first_text,
    item_of,
    locked_draft,
    put_into_library,
    take_step,
)
from sunlit.organization.models import Official

AFTER_FAIRNESS = {
    Outcome.PASSED: DraftStatus.FAIR,
    Outcome.FAILED: DraftStatus.DRAFTED,
}
"""What becomes of a draft by its fair-competition review; to be changed, it stays where it is."""
AFTER_LEGALITY = {
    Outcome.PASSED: DraftStatus.REVIEWED,
    Outcome.CHANGE: DraftStatus.HEARD,
    Outcome.FAILED: DraftStatus.DRAFTED,
}
AFTER_MEETING = {
    Outcome.PASSED: DraftStatus.DECIDED,
    Outcome.CHANGE: DraftStatus.HEARD,
    Outcome.FAILED: DraftStatus.DROPPED,
}


@transaction.atomic(durable=True)
def review_fairness(
    *, record_id: int, by: Official, today: date, outcome: str, opinion: str
) -> DraftNorm:
    """Review whether a draft restricts competition; what does is sent back with the opinion."""
    draft = locked_draft(record_id, by)
    if refusal := policies.why_not_review_fairness(by, draft, on=today):
        raise refusal
    ended = Outcome(outcome)
    basis = "norms.fairness"
    if ended in AFTER_FAIRNESS:
        basis = draft.move_to(AFTER_FAIRNESS[ended])
        draft.save(update_fields=["status"])
    take_step(draft, Gate.FAIRNESS, ended, by=by, on=today, said=opinion)
    reviewed = events.FairnessReviewed(draft.code, outcome, opinion, draft.digest)
    enter_step(reviewed, draft, basis, by=by, on=today)
    return draft


@transaction.atomic(durable=True)
def state_no_market(*, record_id: int, by: Official, today: date, reason: str) -> DraftNorm:
    """State why a draft does not concern market operators, so that nothing has to be reviewed."""
    draft = locked_draft(record_id, by)
    if refusal := policies.why_not_state_no_market(by, draft, on=today):
        raise refusal
    if refusal := policies.why_not_shown((reason,), draft.agency, on=today):
        raise refusal
    basis = draft.move_to(DraftStatus.FAIR)
    draft.save(update_fields=["status"])
    take_step(draft, Gate.FAIRNESS, Outcome.SKIPPED, by=by, on=today, said=reason)
    stated = events.FairnessNotConcerned(draft.code, reason)
    enter_step(stated, draft, basis, by=by, on=today)
    return draft


@transaction.atomic(durable=True)
def hand_in(*, record_id: int, by: Official, today: date) -> DraftNorm:
    """Hand a draft in for legality review; the clock of the review begins."""
    draft = locked_draft(record_id, by)
    if refusal := policies.why_not_hand_in(by, draft, on=today):
        raise refusal
    basis = draft.move_to(DraftStatus.SUBMITTED)
    draft.submitted_on = today
    draft.save(update_fields=["status", "submitted_on"])
    take_step(draft, Gate.SUBMISSION, Outcome.PASSED, by=by, on=today)
    handed_in = events.DraftHandedIn(draft.code, draft.digest)
    enter_step(handed_in, draft, basis, by=by, on=today)
    return draft


@transaction.atomic(durable=True)
def review_draft(
    *, record_id: int, by: Official, today: date, outcome: str, opinion: str, hurry: str
) -> DraftNorm:
    """Review the legality of a draft: it passes, is to be changed, or fails and begins anew."""
    draft = locked_draft(record_id, by)
    if refusal := policies.why_not_review_draft(by, draft, on=today):
        raise refusal
    ended = Outcome(outcome)
    if ended == Outcome.PASSED and (
        refusal := policies.why_not_so_soon(draft, today=today, hurry=hurry)
    ):
        raise refusal
    basis = draft.move_to(AFTER_LEGALITY[ended])
    draft.save(update_fields=["status"])
    said = "\n".join(filter(None, (opinion, hurry)))
    take_step(draft, Gate.LEGALITY, ended, by=by, on=today, said=said)
    reviewed = events.DraftLegalityReviewed(draft.code, outcome, opinion, hurry, draft.digest)
    enter_step(reviewed, draft, basis, by=by, on=today)
    return draft


@transaction.atomic(durable=True)
def decide_draft(
    *,
    record_id: int,
    by: Official,
    today: date,
    meeting: str,
    met_on: date,
    outcome: str,
    dissent: str,
) -> DraftNorm:
    """Enter what a meeting decided about a draft, with its day and who disagreed.

    What is adopted is bound to its text: no other is registered or published.
    """
    draft = locked_draft(record_id, by)
    if refusal := policies.why_not_decide_draft(by, draft, on=today):
        raise refusal
    review = selectors.latest_step(draft, Gate.LEGALITY)
    if met_on > today or (review is not None and met_on < review.taken_on):
        raise Unacceptable(
            _("The meeting was held after the legality review, and not on a day to come."),
            basis=selectors.cited("norms.collective", on=today),
        )
    ended = Outcome(outcome)
    basis = draft.move_to(AFTER_MEETING[ended])
    if ended == Outcome.PASSED:
        draft.decided_digest = draft.digest
    draft.save(update_fields=["status", "decided_digest"])
    take_step(draft, Gate.DECISION, ended, by=by, on=met_on, said=meeting, dissent=dissent)
    decided = events.DraftDecided(draft.code, outcome, meeting, met_on, dissent, draft.digest)
    enter_step(decided, draft, basis, by=by, on=today)
    return draft


@transaction.atomic(durable=True)
def register_draft(
    *,
    record_id: int,
    by: Official,
    today: date,
    code: str,
    document_number: str,
    in_force_from: date | None,
    valid_until: date | None,
) -> DraftNorm:
    """Register and number what was decided; it comes into the library as of this day."""
    draft = locked_draft(record_id, by)
    if refusal := policies.why_not_register_draft(by, draft, on=today):
        raise refusal
    new = NewDocument(
        code=code,
        title=draft.title,
        document_number=document_number,
        issued_on=today,
        office=draft.office,
        in_force_from=in_force_from,
        valid_until=valid_until,
    )
    basis = draft.move_to(DraftStatus.REGISTERED)
    draft.document = put_into_library(draft.agency, new, by=by, on=today)
    draft.save(update_fields=["status", "document"])
    take_step(draft, Gate.REGISTRATION, Outcome.PASSED, by=by, on=today, said=document_number)
    registered = events.DraftRegistered(draft.code, code, document_number, draft.digest)
    enter_step(registered, draft, basis, by=by, on=today)
    return draft


@transaction.atomic(durable=True)
def publish_draft(*, record_id: int, by: Official, today: date, item: str) -> DraftNorm:
    """Publish the document as a public item, whose text must be the one that was decided on.

    `item` is an index number: the item passed the gate of disclosure like any other.
    """
    draft = locked_draft(record_id, by)
    if refusal := policies.why_not_publish_draft(by, draft, on=today):
        raise refusal
    found = item_of(draft.agency, item, on=today)
    if draft.document is None:
        raise Unacceptable(_("The draft is not registered."))
    if refusal := policies.why_not_publish_as(draft, found, on=today):
        raise refusal
    basis = draft.move_to(DraftStatus.PUBLISHED)
    draft.item, draft.published_on = found, today
    draft.save(update_fields=["status", "item", "published_on"])
    first_text(draft.document, found, on=today)
    take_step(draft, Gate.PUBLICATION, Outcome.PASSED, by=by, on=today, said=item)
    published = events.DraftPublished(draft.code, item, draft.digest)
    enter_step(published, draft, basis, by=by, on=today)
    return draft


@transaction.atomic(durable=True)
def file_document(
    *, record_id: int, by: Official, today: date, filed_with: str, receipt: str
) -> DraftNorm:
    """Enter with whom the document of a draft was filed for the record, and the receipt."""
    draft = locked_draft(record_id, by)
    if refusal := policies.why_not_file(by, draft, on=today):
        raise refusal
    basis = draft.move_to(DraftStatus.FILED)
    draft.save(update_fields=["status"])
    said = " ".join(filter(None, (filed_with, receipt)))
    take_step(draft, Gate.FILING, Outcome.PASSED, by=by, on=today, said=said)
    filed = events.DocumentFiled(draft.code, filed_with, receipt)
    enter_step(filed, draft, basis, by=by, on=today)
    return draft


@transaction.atomic(durable=True)
def drop_draft(*, record_id: int, by: Official, today: date, reason: str) -> DraftNorm:
    """Give a draft up before it is decided on, with the reason."""
    draft = locked_draft(record_id, by)
    if refusal := policies.why_not_drop(by, draft, on=today):
        raise refusal
    basis = draft.move_to(DraftStatus.DROPPED)
    draft.save(update_fields=["status"])
    take_step(draft, Gate.END, Outcome.FAILED, by=by, on=today, said=reason)
    enter_step(events.DraftDropped(draft.code, reason), draft, basis, by=by, on=today)
    return draft
