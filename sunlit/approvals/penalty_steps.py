"""What was done in a penalty case at the desk, as the charts of its procedures name it."""

from collections.abc import Iterator
from typing import Any

from sunlit.approvals import rules
from sunlit.approvals.models import PenaltyCase, PenaltyProcedure, ReviewOpinion
from sunlit.flows.conditions import Answer
from sunlit.flows.following import Done
from sunlit.flows.known import RECORD


def before_decision(case: PenaltyCase) -> list[Done]:
    """Return what was done up to the decision, by day; a case without such records has none."""
    reviewed_first = not rules.is_reviewed_last(case.filed_on)
    found = [*_investigated(case)]
    if reviewed_first:
        found += _reviewed(case)
    found += _notified(case)
    found += _heard(case)
    if not reviewed_first:
        found += _reviewed(case)
    if discussed := _last(case.discussions):
        found.append(Done("penalty-cases.discuss", discussed.held_on))
    return sorted(found, key=lambda done: done.on or case.filed_on)


def _investigated(case: PenaltyCase) -> Iterator[Done]:
    report, kept = _last(case.reports), _last(case.preservations)
    if officer := _last(case.officers):
        at_risk: dict[str, Answer] = {}
        if kept or report:
            at_risk["evidence_at_risk"] = "yes" if kept else "no"
        yield Done("penalty-cases.investigate", officer.named_on, at_risk)
    if kept and case.procedure == PenaltyProcedure.ORDINARY:
        yield Done(RECORD, kept.preserved_on, task="S3")
    if report:
        yield Done("penalty-cases.end-investigation", report.ended_on)


def _reviewed(case: PenaltyCase) -> Iterator[Done]:
    review = _last(case.legal_reviews)
    if review and review.opinion != ReviewOpinion.MORE:
        found = {"legal_review": "notify"} if review.opinion == ReviewOpinion.AGREED else {}
        yield Done("penalty-cases.review", review.reviewed_on, found)


def _notified(case: PenaltyCase) -> Iterator[Done]:
    if not case.notified_on:
        return
    answers: dict[str, Answer] = {}
    if case.hearing_on or getattr(case, "hearing", None):
        answers["hearing_asked"] = "yes"
    if _last(case.defences):
        answers["defended"] = "yes"
    elif _last(case.notices) and case.decided_on:
        answers["defended"] = "no"
    yield Done("penalty-cases.notify", case.notified_on, answers)


def _heard(case: PenaltyCase) -> Iterator[Done]:
    defence = _last(case.defences)
    if defence and case.procedure == PenaltyProcedure.ORDINARY:
        yield Done(RECORD, defence.heard_on, task="S7")
    if hearing := getattr(case, "hearing", None):
        yield Done("penalty-cases.ask-for-hearing", hearing.asked_on)
        if hearing.noticed_on:
            yield Done("penalty-cases.set-hearing", hearing.noticed_on)
    if case.hearing_on:
        yield Done("penalty-cases.hold-hearing", case.hearing_on)


def _last(records: Any) -> Any:
    found = sorted(records.all(), key=lambda one: one.pk)
    return found[-1] if found else None
