"""The acts by which a normative document is drafted and the public is heard about it."""

from datetime import date

from django.db import transaction

from sunlit.disclosure.rules import tidied
from sunlit.norms import events, policies
from sunlit.norms.lifecycle import DraftStatus
from sunlit.norms.models import DraftNorm, Gate, Outcome
from sunlit.norms.services.steps import (
    enter_step,
    locked_draft,
    office_of,
    take_step,
    taken_already,
)
from sunlit.organization.models import Agency, Official


@transaction.atomic(durable=True)
def begin_draft(
    *,
    agency: Agency,
    by: Official,
    today: date,
    code: str,
    title: str,
    office: str,
    body: str,
    explanation: str,
    assessment: str,
    involves_market: bool,
) -> DraftNorm:
    """Begin the draft of a normative document, with its explanation and assessment."""
    if refusal := policies.why_not_register(by, None):
        raise refusal
    if DraftNorm.objects.filter(agency=agency, code=code).exists():
        raise taken_already(code)
    draft = DraftNorm.objects.create(
        agency=agency,
        code=code,
        title=title,
        office=office_of(agency, office),
        body=tidied(body),
        explanation=tidied(explanation),
        assessment=tidied(assessment),
        involves_market=involves_market,
        begun_on=today,
    )
    take_step(draft, Gate.DRAFTING, Outcome.PASSED, by=by, on=today)
    begun = events.DraftNormBegun(code, title, draft.digest)
    enter_step(begun, draft, "norms.draft", by=by, on=today)
    return draft


@transaction.atomic(durable=True)
def rewrite_draft(
    *,
    record_id: int,
    by: Official,
    today: date,
    title: str,
    body: str,
    explanation: str,
    assessment: str,
    involves_market: bool,
) -> DraftNorm:
    """Write a draft anew, before it is handed in for review or after it came back."""
    draft = locked_draft(record_id, by)
    if refusal := policies.why_not_rewrite(by, draft):
        raise refusal
    draft.title, draft.body = title, tidied(body)
    draft.explanation, draft.assessment = tidied(explanation), tidied(assessment)
    draft.involves_market = involves_market
    if draft.feedback_on and (
        refusal := policies.why_not_shown(draft.texts, draft.agency, on=today)
    ):
        raise refusal
    draft.save()
    take_step(draft, Gate.DRAFTING, Outcome.PASSED, by=by, on=today)
    rewritten = events.DraftNormRewritten(draft.code, draft.digest)
    enter_step(rewritten, draft, "norms.draft", by=by, on=today)
    return draft


@transaction.atomic(durable=True)
def open_to_comments(
    *, record_id: int, by: Official, today: date, until: date, how: str, urgency: str
) -> DraftNorm:
    """Publish a draft with its explanation, so that the public comments on it until a day.

    Nothing is published in which the screening finds personal data or a mark of secrecy. A shorter
    period than usual needs an explanation where the law lets it be shorter at all.
    """
    draft = locked_draft(record_id, by)
    if refusal := policies.why_not_open(by, draft, on=today):
        raise refusal
    if refusal := policies.why_not_period(draft, today=today, until=until, urgency=urgency):
        raise refusal
    draft.comment_from, draft.comment_until = today, until
    draft.comment_how, draft.comment_urgency = how, urgency
    draft.comments_received = draft.comments_adopted = draft.feedback_on = None
    draft.feedback = ""
    if refusal := policies.why_not_shown(draft.texts, draft.agency, on=today):
        raise refusal
    basis = draft.move_to(DraftStatus.COMMENTING)
    draft.save()
    take_step(draft, Gate.COMMENT, Outcome.PASSED, by=by, on=today, said=urgency)
    opened = events.DraftOpenedToComments(draft.code, draft.title, until, urgency, draft.digest)
    enter_step(opened, draft, basis, by=by, on=today)
    return draft


@transaction.atomic(durable=True)
def skip_comments(
    *, record_id: int, by: Official, today: date, ground: str, reason: str
) -> DraftNorm:
    """State why a draft is not published for comment, on a ground that the law of the day knows."""
    draft = locked_draft(record_id, by)
    if refusal := policies.why_not_skip_comments(by, draft, on=today):
        raise refusal
    if refusal := policies.why_not_ground(ground, on=today):
        raise refusal
    if refusal := policies.why_not_shown((reason,), draft.agency, on=today):
        raise refusal
    basis = draft.move_to(DraftStatus.HEARD)
    draft.save(update_fields=["status"])
    take_step(draft, Gate.COMMENT, Outcome.SKIPPED, by=by, on=today, said=reason)
    skipped = events.CommentsNotAsked(draft.code, ground, reason)
    enter_step(skipped, draft, basis, by=by, on=today)
    return draft


@transaction.atomic(durable=True)
def answer_comments(
    *, record_id: int, by: Official, today: date, received: int, adopted: int, feedback: str
) -> DraftNorm:
    """Publish how many comments there were, how many were adopted, and why the others were not."""
    draft = locked_draft(record_id, by)
    if refusal := policies.why_not_answer(by, draft, on=today):
        raise refusal
    if refusal := policies.why_not_counted(
        received=received, adopted=adopted, reasons=feedback, on=today
    ):
        raise refusal
    if refusal := policies.why_not_shown((feedback,), draft.agency, on=today):
        raise refusal
    basis = draft.move_to(DraftStatus.HEARD)
    draft.comments_received, draft.comments_adopted = received, adopted
    draft.feedback, draft.feedback_on = tidied(feedback), today
    draft.save()
    take_step(draft, Gate.FEEDBACK, Outcome.PASSED, by=by, on=today)
    answered = events.CommentsAnswered(draft.code, received, adopted)
    enter_step(answered, draft, basis, by=by, on=today)
    return draft
