"""What the acts on a penalty case share: find and lock it, move it on, record what happened."""

from datetime import date

from sunlit.approvals import events, running
from sunlit.approvals.events import penalties as happened
from sunlit.approvals.lifecycle import PENALTY_TRANSITIONS, PenaltyStatus
from sunlit.approvals.models import PenaltyCase, PenaltyProcedure
from sunlit.approvals.policies.permission import basis
from sunlit.approvals.services.letters import write_with
from sunlit.ledger.events import Event
from sunlit.ledger.services import record
from sunlit.organization.models import Official

ON_THE_CHART: dict[type[Event], str] = {
    events.PenaltyCaseFiled: "penalty-cases.file",
    happened.OfficersNamed: "penalty-cases.investigate",
    happened.EvidencePreserved: "penalty-cases.preserve-evidence",
    happened.InvestigationEnded: "penalty-cases.end-investigation",
    happened.PenaltyReviewed: "penalty-cases.review",
    events.PartyNotified: "penalty-cases.notify",
    happened.DefenceHeard: "penalty-cases.hear-defence",
    happened.HearingAskedFor: "penalty-cases.ask-for-hearing",
    happened.HearingSet: "penalty-cases.set-hearing",
    events.HearingHeld: "penalty-cases.hold-hearing",
    happened.CaseDiscussed: "penalty-cases.discuss",
    events.PenaltyDecided: "penalty-cases.decide",
    events.PenaltyServed: "penalty-cases.serve",
    events.FinePaid: "penalty-cases.record-payment",
    happened.PenaltyPutOnFile: "penalty-cases.put-on-file",
    happened.PenaltyCaseClosed: "penalty-cases.close",
}
"""What is done on the flow chart of a case when something happens in it."""
NO_PENALTY = {
    "legal_review": "dismiss",
    "findings": "dismiss",
    "outcome": "dismiss",
    "defence_holds": "yes",
}
ENDS: dict[type[Event], dict[str, str]] = {
    happened.CaseDropped: NO_PENALTY,
    happened.PenaltyWaived: NO_PENALTY,
    happened.CaseTransferred: NO_PENALTY | {"legal_review": "crime", "findings": "crime"},
}
"""How the question is answered that stands open when a case ends without a penalty."""


def locked(record_id: int, by: Official) -> PenaltyCase:
    """Return a case of the official's agency, locked."""
    cases = PenaltyCase.objects.select_for_update(of=("self",))
    case = cases.select_related("power", "office", "run__chart").get(pk=record_id, agency=by.agency)
    running.begin(case)
    return case


def move(
    case: PenaltyCase,
    target: PenaltyStatus,
    event: Event,
    by: Official,
    today: date,
    *,
    law_of: date | None = None,
) -> PenaltyCase:
    """Move a case on along an arrow of its life, and record what happened."""
    arrow = PENALTY_TRANSITIONS[PenaltyStatus(case.status), target]
    case.status = target
    case.save()
    note(event, case, by, today, arrow, law_of=law_of)
    return case


def note(
    event: Event,
    case: PenaltyCase,
    by: Official,
    today: date,
    name: str,
    *,
    law_of: date | None = None,
) -> None:
    """Record what happened in a case, with its article in the law of the day of filing.

    `law_of`: another day whose law counts, such as that of a publication.
    """
    _go_on(case, event, on=today)
    record(event, about=case, by=by, day=today, basis=basis(name, law_of or case.filed_on))
    write_with(event, case, signed_by=by.post, on=today)


def _go_on(case: PenaltyCase, event: Event, *, on: date) -> None:
    """Move a case on its flow chart; raises where what happened is not due there."""
    if (answers := ENDS.get(type(event))) is not None:
        running.conclude(case, answers)
    elif isinstance(event, happened.FineCollectedOnTheSpot):
        simple = case.procedure == PenaltyProcedure.SIMPLE
        act = "collect-on-the-spot" if simple else "record-payment"
        running.go_on(case, f"penalty-cases.{act}", on=on, answers={"performed": "yes"})
    elif act := ON_THE_CHART.get(type(event), ""):
        running.go_on(case, act, on=on, answers={"performed": "yes"})
