"""What the acts on a penalty case share: find and lock it, move it on, record what happened."""

from datetime import date

from sunlit.approvals.lifecycle import PENALTY_TRANSITIONS, PenaltyStatus
from sunlit.approvals.models import PenaltyCase
from sunlit.approvals.policies.permission import basis
from sunlit.approvals.services.letters import write_with
from sunlit.ledger.events import Event
from sunlit.ledger.services import record
from sunlit.organization.models import Official


def locked(record_id: int, by: Official) -> PenaltyCase:
    """Return a case of the official's agency, locked."""
    cases = PenaltyCase.objects.select_for_update(of=("self",)).select_related("power", "office")
    return cases.get(pk=record_id, agency=by.agency)


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
    record(event, about=case, by=by, day=today, basis=basis(name, law_of or case.filed_on))
    write_with(event, case, signed_by=by.post, on=today)
