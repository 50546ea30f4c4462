"""Drafts and clean-ups under way, and documents whose validity is ending."""

from collections.abc import Iterable
from datetime import date, timedelta

from sunlit.design.registers import Waiting
from sunlit.kernel.clock import Reading
from sunlit.norms import policies, selectors
from sunlit.norms.lifecycle import DraftStatus, Status
from sunlit.norms.models import CleanUp, CleanUpDecision, DraftNorm, NormativeDocument, Outcome
from sunlit.organization.models import Agency, Role

WARNING_DAYS = 90
"""A document is looked at again in the last three months of its validity."""
LEGAL = frozenset({Role.LEGAL_REVIEWER})
DECIDERS = frozenset({Role.APPROVER, Role.LEADER})
NEXT: dict[str, tuple[str, frozenset[Role]]] = {
    Status.PROPOSED: ("review", LEGAL),
    Status.REVIEWED: ("decide", DECIDERS),
    Status.DECIDED: ("publish", frozenset({Role.CLERK})),
}
DRAFTERS = frozenset({Role.CLERK, Role.SECTION_HEAD})
CLERK, HEAD = frozenset({Role.CLERK}), frozenset({Role.SECTION_HEAD})
NEXT_OF_DRAFT: dict[str, tuple[str, frozenset[Role]]] = {
    DraftStatus.DRAFTED: ("open-to-comments", CLERK),
    DraftStatus.COMMENTING: ("answer-comments", CLERK),
    DraftStatus.FAIR: ("hand-in", DRAFTERS),
    DraftStatus.SUBMITTED: ("review-legality", LEGAL),
    DraftStatus.REVIEWED: ("decide", DECIDERS),
    DraftStatus.DECIDED: ("register", CLERK),
    DraftStatus.REGISTERED: ("publish", CLERK),
    DraftStatus.PUBLISHED: ("file", CLERK),
}


def drafts_open(agency: Agency, on: date) -> Iterable[Waiting]:
    """Yield the drafts whose next step can be taken; what the public reads for now waits not."""
    drafts = selectors.drafts_of(agency).exclude(
        status__in=(DraftStatus.FILED, DraftStatus.DROPPED)
    )
    for draft in drafts:
        if draft.status == DraftStatus.COMMENTING and on <= (draft.comment_until or on):
            continue
        act, roles = _next_of(draft, on)
        clock = _clock_of(draft)
        yield Waiting(
            record=draft,
            act=act,
            roles=roles,
            office=draft.office,
            signed_by=_kept_apart(draft, act),
            due_on=clock.due_on if clock else None,
            clock=clock,
            since=draft.steps.order_by("-pk").values_list("taken_on", flat=True).first(),
        )


def _next_of(draft: DraftNorm, on: date) -> tuple[str, frozenset[Role]]:
    if draft.status == DraftStatus.DRAFTED and policies.why_not_assessed(draft, on=on):
        return "rewrite", DRAFTERS
    if draft.status != DraftStatus.HEARD:
        return NEXT_OF_DRAFT[draft.status]
    last = draft.steps.order_by("-pk").first()
    if last and last.outcome == Outcome.CHANGE:
        return "rewrite", DRAFTERS
    if selectors.asked("norms.fairness", on=on) is None:
        return "hand-in", DRAFTERS
    return (
        ("review-fairness", HEAD | LEGAL)
        if draft.involves_market
        else ("state-no-market", DRAFTERS)
    )


def _kept_apart(draft: DraftNorm, act: str) -> frozenset[int]:
    """Return who may not take the next step for having taken an earlier one."""
    if act in ("review-fairness", "review-legality"):
        return selectors.writers(draft)
    if act == "decide":
        return selectors.writers(draft) | selectors.reviewers(draft)
    return frozenset()


def _clock_of(draft: DraftNorm) -> Reading | None:
    if draft.status == DraftStatus.SUBMITTED:
        return selectors.legality_clock(draft)
    if draft.status == DraftStatus.PUBLISHED:
        return selectors.filing_clock(draft)
    return None


def documents_ending(agency: Agency, on: date) -> Iterable[Waiting]:
    """Yield the documents to be renewed, those to be evaluated, and those that just end soon."""
    for document in selectors.ending(agency, on=on):
        last_days = (document.valid_until or on) - timedelta(days=WARNING_DAYS)
        if selectors.is_to_be_renewed(document):
            act, roles, office_roles = "renew", DECIDERS, frozenset[Role]()
        elif selectors.is_to_be_evaluated(document, on=on):
            act, roles, office_roles = "evaluate", frozenset[Role](), HEAD
        elif on >= last_days:
            act, roles, office_roles = "", CLERK, HEAD
        else:
            continue
        yield Waiting(
            record=document,
            act=act,
            roles=roles,
            office=document.office,
            office_roles=office_roles,
            signed_by=_evaluators(document) if act == "renew" else frozenset(),
            due_on=document.valid_until,
            since=selectors.evaluation_from(document) or last_days,
        )


def _evaluators(document: NormativeDocument) -> frozenset[int]:
    last = selectors.latest_evaluation(document)
    return frozenset() if last is None else frozenset({last.by_id})


def decisions_open(agency: Agency, _on: date) -> Iterable[Waiting]:
    """Yield what clean-ups have proposed and not yet reviewed, decided and published."""
    decisions = CleanUpDecision.objects.filter(clean_up__agency=agency, status__in=NEXT)
    related = decisions.select_related("clean_up", "document__office")
    for one in related.order_by("clean_up", "document__code"):
        act, roles = NEXT[one.status]
        yield Waiting(
            record=one,
            act=act,
            roles=roles,
            office=one.document.office,
            signed_by=_kept_from(one, act),
            since=one.decided_on or one.reviewed_on or one.clean_up.begun_on,
        )


def clean_ups_open(agency: Agency, on: date) -> Iterable[Waiting]:
    """Yield the clean-ups that are not concluded: proposals come first, then the conclusion."""
    clean_ups = CleanUp.objects.filter(agency=agency, decided_on=None)
    for clean_up in clean_ups.prefetch_related("decisions").order_by("begun_on", "code"):
        steps = [decision.status for decision in clean_up.decisions.all()]
        undecided = {Status.PROPOSED, Status.REVIEWED} & set(steps)
        left = selectors.without_proposal(clean_up, on=on).exists()
        ready = bool(steps) and not undecided and not left
        yield Waiting(
            record=clean_up,
            act="conclude" if ready else "propose",
            roles=DECIDERS if ready else frozenset({Role.CLERK, Role.SECTION_HEAD}),
            since=clean_up.begun_on,
        )


def _kept_from(decision: CleanUpDecision, act: str) -> frozenset[int]:
    """Return who may not take the next step: the proposer no review, the reviewer no decision."""
    before = {"review": decision.proposer_id, "decide": decision.legal_reviewer_id}.get(act)
    return frozenset() if before is None else frozenset({before})
