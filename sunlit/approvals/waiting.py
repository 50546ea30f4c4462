"""Licence cases and penalty cases under way: which step comes next, and whose it is."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, OuterRef, Q

from sunlit.approvals import rules, running, selectors
from sunlit.approvals.lifecycle import ENDED, PenaltyStatus, Status
from sunlit.approvals.models import (
    FinePayment,
    Fit,
    LicenceCase,
    PenaltyCase,
    PenaltyProcedure,
    PublicityRecord,
    ReviewOpinion,
)
from sunlit.approvals.selectors import penalties as readings
from sunlit.approvals.selectors import publicity
from sunlit.design.registers import Waiting
from sunlit.organization.models import Agency, Role
from sunlit.powers.selectors import delegation_for

WINDOW = frozenset({Role.WINDOW_CLERK})
SECTION = frozenset({Role.SECTION_HEAD})
BRIGADE = frozenset({Role.INVESTIGATOR, Role.SECTION_HEAD})
LICENCE_ENDED = (Status.WITHDRAWN, Status.ABANDONED, Status.DECLINED, Status.PUBLISHED)
LEGAL = frozenset({Role.LEGAL_REVIEWER})
SECRECY = frozenset({Role.SECRECY_REVIEWER})
LEADER = frozenset({Role.LEADER})
APPROVER = frozenset({Role.APPROVER})
UNACCEPTED = (Status.RECEIVED, Status.AWAITING_SUPPLEMENT)
NOBODY: frozenset[Role] = frozenset()
PUT_ON_FILE = "penalty-cases.put-on-file"
UNDECIDED = (Status.ACCEPTED, Status.SURVEYED, Status.REVIEWED)
LICENCE_STEPS: dict[str, tuple[str, frozenset[Role]]] = {
    Status.RECEIVED: ("accept", WINDOW),
    Status.AWAITING_SUPPLEMENT: ("accept", WINDOW),
    Status.ACCEPTED: ("survey", WINDOW),
    Status.SURVEYED: ("review", SECTION),
    Status.REVIEWED: ("grant", frozenset({Role.CHIEF_REPRESENTATIVE})),
    Status.DECIDED: ("deliver", WINDOW),
    Status.DELIVERED: ("publish", WINDOW),
    Status.PUBLISHED: ("deliver", WINDOW),
}
"""The next step of a licence case, and whose turn it is; a published one may lack its delivery."""


def licences_under_way(agency: Agency, on: date) -> Iterable[Waiting]:
    """Yield the licence cases that are not finished, the oldest first."""
    under_way = ~Q(status__in=LICENCE_ENDED)
    undelivered = Q(status=Status.PUBLISHED, delivered_on=None)
    cases = LicenceCase.objects.filter(under_way | undelivered, agency=agency)
    cases = cases.select_related("power", "hearing")
    cases = cases.prefetch_related("excluded_times", "interested_parties", "materials")
    for case in cases.order_by("received_on", "number"):
        act, roles = _licence_step(case, on)
        if case.status in UNACCEPTED and _has_unseen_papers(case):
            act = "check-materials"
        reading = selectors.licence_clock(case)
        yield Waiting(
            record=case,
            act=act,
            roles=roles,
            due_on=reading.due_on if reading else None,
            clock=reading,
            since=_last_step(case),
        )


def penalties_under_way(agency: Agency, on: date) -> Iterable[Waiting]:
    """Yield the penalty cases that are not finished: undecided, unserved, unpaid, unpublished."""
    unpaid = Q(decided_on__isnull=False, fine__gt=0, paid_on=None)
    unpublished = Q(status=PenaltyStatus.SERVED) & ~Q(procedure=PenaltyProcedure.SIMPLE)
    held = Exists(
        FinePayment.objects.filter(case=OuterRef("pk"), on_the_spot=True, handed_in_on=None)
    )
    unfiled = Q(
        procedure=PenaltyProcedure.SIMPLE, run__isnull=False, decided_on__isnull=False,
        put_on_file_on=None,
    ) & ~Q(status__in=ENDED)  # fmt: skip
    finished = [PenaltyStatus.SERVED, PenaltyStatus.PUBLISHED, *ENDED]
    under_way = ~Q(status__in=finished)
    cases = PenaltyCase.objects.filter(
        under_way | unpaid | unpublished | held | unfiled, agency=agency
    )
    related = cases.select_related("office", "power", "hearing", "publication", "run__chart")
    fetched = related.prefetch_related(*readings.STEPS)
    for case in fetched.order_by("filed_on", "number"):
        act, office_roles, roles = _penalty_step(case, on)
        reading = selectors.penalty_clock(case)
        if act == "put-on-file":
            reading = readings.put_on_file_clock(case)
        put_off = _put_off_until(case) if act == "record-payment" else None
        yield Waiting(
            record=case,
            act=act,
            roles=roles,
            office=case.office,
            office_roles=office_roles,
            due_on=put_off or (reading.due_on if reading else None),
            clock=None if put_off else reading,
            since=case.served_on or case.decided_on or case.notified_on or case.filed_on,
        )


def _licence_step(case: LicenceCase, on: date) -> tuple[str, frozenset[Role]]:
    """Return the next act and whose turn it is: first whatever a decision must wait for."""
    act, roles = LICENCE_STEPS[case.status]
    if case.status not in UNDECIDED:
        return act, roles
    if first := _to_wait_for(case, on):
        return first
    if case.status == Status.REVIEWED and not delegation_for(case.power, on=on):
        return act, APPROVER
    return act, roles


def _to_wait_for(case: LicenceCase, on: date) -> tuple[str, frozenset[Role]] | None:
    hearing = getattr(case, "hearing", None)
    if hearing and hearing.planned_on and hearing.held_on is None:
        return ("hold-hearing" if hearing.planned_on <= on else ""), SECTION
    if selectors.running_exclusion(case):
        return "resume", WINDOW
    if case.status != Status.REVIEWED:
        return None
    if any(one.heard_on is None for one in case.interested_parties.all()):
        return "hear-interested-party", SECTION
    last = selectors.last_day_to_ask_for_hearing(case, hearing)
    if last and hearing and hearing.held_on is None and on <= last:
        return "", SECTION
    return None


def _penalty_step(case: PenaltyCase, on: date) -> tuple[str, frozenset[Role], frozenset[Role]]:
    """Return the next act, whose turn it is in the office, and whose wherever they work."""
    simple = case.procedure == PenaltyProcedure.SIMPLE
    if case.status == PenaltyStatus.FILED:
        return ("notify", BRIGADE, NOBODY) if simple else _step_of_investigation(case)
    if case.status == PenaltyStatus.NOTIFIED and case.procedure == PenaltyProcedure.HEARING:
        return _step_of_hearing(case, on)
    if case.status in (PenaltyStatus.NOTIFIED, PenaltyStatus.HEARD):
        return ("decide", BRIGADE, NOBODY) if simple else _step_of_decision(case)
    return _step_after_decision(case)


def _step_after_decision(case: PenaltyCase) -> tuple[str, frozenset[Role], frozenset[Role]]:
    if any(one.on_the_spot and one.handed_in_on is None for one in case.payments.all()):
        return "hand-in", BRIGADE, NOBODY
    if case.status == PenaltyStatus.DECIDED:
        return "serve", BRIGADE, NOBODY
    if _waits_for_its_filing(case):
        return PUT_ON_FILE.partition(".")[2], NOBODY, frozenset({Role.CLERK})
    if case.fine and case.paid_on is None:
        asked = any(one.answered_on is None for one in case.reliefs.all())
        return ("answer-relief", NOBODY, LEADER) if asked else ("record-payment", BRIGADE, NOBODY)
    if getattr(case, "publication", None) is None:
        return "review-publication", NOBODY, SECRECY
    return "publish", NOBODY, frozenset({Role.CLERK})


def _waits_for_its_review(case: PenaltyCase) -> bool:
    """Whether the law, or the procedure with hearing, has a case reviewed before the decision."""
    return readings.must_be_reviewed(case) or case.procedure == PenaltyProcedure.HEARING


def _waits_for_its_filing(case: PenaltyCase) -> bool:
    """Whether a penalty on the spot is to be put on file now, by its chart."""
    simple = case.procedure == PenaltyProcedure.SIMPLE
    if not simple or case.run is None or case.put_on_file_on:
        return False
    return any(task.duty.act == PUT_ON_FILE for task in running.possible(case))


def _put_off_until(case: PenaltyCase) -> date | None:
    granted = [one.until for one in case.reliefs.all() if one.is_granted]
    return max(granted, default=None)


def _step_of_investigation(case: PenaltyCase) -> tuple[str, frozenset[Role], frozenset[Role]]:
    if not case.officers.all():
        return "investigate", BRIGADE, NOBODY
    if any(one.settled_on is None for one in case.preservations.all()):
        return "settle-preservation", BRIGADE, NOBODY
    if not case.evidence.all():
        return "add-evidence", BRIGADE, NOBODY
    if not case.reports.all():
        return "end-investigation", BRIGADE, NOBODY
    opinion = _last_opinion(case)
    if opinion == ReviewOpinion.MORE:
        return "add-evidence", BRIGADE, NOBODY
    is_ripe = opinion or rules.is_reviewed_last(case.filed_on)
    return ("notify", BRIGADE, NOBODY) if is_ripe else ("review", NOBODY, LEGAL)


def _step_of_hearing(case: PenaltyCase, on: date) -> tuple[str, frozenset[Role], frozenset[Role]]:
    """Return the next step of a case whose party may ask for a hearing; nobody's while it may."""
    hearing = getattr(case, "hearing", None)
    if hearing is None:
        clock = readings.hearing_request_clock_until(case, None)
        is_over = clock is not None and clock.overdue_on(on)
        return _step_of_decision(case) if is_over else ("", NOBODY, NOBODY)
    return ("hold-hearing" if hearing.set_for else "set-hearing"), NOBODY, LEGAL


def _step_of_decision(case: PenaltyCase) -> tuple[str, frozenset[Role], frozenset[Role]]:
    last = _last_opinion(case)
    if last == ReviewOpinion.MORE or (not last and _waits_for_its_review(case)):
        return "review", NOBODY, LEGAL
    heard = case.procedure == PenaltyProcedure.HEARING
    if (case.is_grave or heard) and not case.discussions.all():
        return "discuss", NOBODY, LEGAL
    return "decide", NOBODY, APPROVER


def _last_opinion(case: PenaltyCase) -> str:
    reviews = sorted(case.legal_reviews.all(), key=lambda one: one.pk)
    return reviews[-1].opinion if reviews else ""


def _has_unseen_papers(case: LicenceCase) -> bool:
    """Say whether the window has to look at a paper: one not looked at, or a supplement."""
    is_windows_turn = case.status == Status.RECEIVED or case.supplied_on is not None
    return is_windows_turn and any(one.fit == Fit.UNCHECKED for one in case.materials.all())


def _last_step(case: LicenceCase) -> date:
    steps = (
        case.received_on,
        case.supplement_notice_on,
        case.supplied_on,
        case.accepted_on,
        case.surveyed_on,
        case.reviewed_on,
        case.decided_on,
        case.delivered_on,
        case.published_on,
    )
    return max(step for step in steps if step)


def publicity_under_way(agency: Agency, _on: date) -> Iterable[Waiting]:
    """Yield the decisions that nobody has completed for the sheet, the earliest due first.

    Those of before dual publicity can be completed; nobody is asked to.
    """
    records = publicity.in_the_sheet(publicity.publicity_records(agency))
    records = records.filter(
        completed_on=None, withdrawn_on=None, decided_on__gte=publicity.first_day_of_law()
    )
    for one in records.order_by("due_on", "decided_on", "pk"):
        licence = one.licence is not None
        yield Waiting(
            record=one,
            act=_completing(one),
            roles=WINDOW if licence else NOBODY,
            office=one.penalty.office if one.penalty else None,
            office_roles=BRIGADE,
            due_on=one.due_on,
            since=one.decided_on,
        )


def _completing(one: PublicityRecord) -> str:
    if one.licence is None:
        return "complete-penalty"
    return "complete-licence" if one.category else "set-category"
