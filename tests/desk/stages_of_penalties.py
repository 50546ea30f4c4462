"""For each act on a penalty case, a case at the stage for it, and a day."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from sunlit.approvals.flowing import chart_of_penalty
from sunlit.approvals.lifecycle import CoercionStatus, PenaltyStatus
from sunlit.approvals.models import (
    DiscretionBenchmark,
    EvidencePreservation,
    FinePayment,
    PaymentRelief,
    PenaltyCase,
    PenaltyProcedure,
    ReliefKind,
)
from sunlit.flows import runs
from sunlit.flows.following import Done
from sunlit.organization.models import Role
from sunlit.powers.models import Kind
from tests.approvals import factories
from tests.organization.factories import official

FILED = date(2012, 6, 7)
JUNE = date(2012, 6, 28)
HEARING = {"procedure": PenaltyProcedure.HEARING}
SIMPLE = {"procedure": PenaltyProcedure.SIMPLE}
TOLD = {"status": PenaltyStatus.NOTIFIED, "notified_on": FILED}
DECIDED = {
    "status": PenaltyStatus.DECIDED, "notified_on": FILED, "decided_on": FILED, "fine": Decimal(50)
}  # fmt: skip
SERVED = DECIDED | {"status": PenaltyStatus.SERVED, "served_on": FILED}
PUBLISHED = SERVED | {"status": PenaltyStatus.PUBLISHED, "disclosed_on": FILED}
Made = Callable[[], Any]


def case(**parts: Any) -> Made:
    """Return what makes a penalty case."""
    return lambda: factories.penalty_case(**parts)


def under_investigation() -> PenaltyCase:
    """Return a case with officers, evidence and a report, not reviewed yet."""
    return factories.investigated(factories.penalty_case())


def preserving() -> PenaltyCase:
    """Return a case in which evidence is kept in advance."""
    made = under_investigation()
    EvidencePreservation.objects.create(
        case=made, goods="推车一辆", approved_by="分管领导", preserved_on=FILED
    )
    return made


def hearing_asked_for(*, is_set: bool = False) -> PenaltyCase:
    """Return a case whose party asked for a hearing."""
    made = factories.penalty_case(**TOLD, **HEARING)
    if not is_set:
        return factories.hearing(made)
    presider = official(Role.APPROVER, username="presider")
    return factories.hearing(made, presider, set_for=date(2012, 6, 20))


def collected() -> PenaltyCase:
    """Return an on-the-spot case whose fine the officer holds."""
    made = factories.penalty_case(**SERVED, **SIMPLE, paid_on=FILED)
    FinePayment.objects.create(case=made, paid_on=FILED, amount=50, on_the_spot=True)
    return made


def collected_by_its_chart() -> PenaltyCase:
    """Return an on-the-spot case that stands on its chart where it is put on file."""
    made = collected()
    chart = chart_of_penalty(made)
    assert chart is not None
    acts = ("penalty-cases.decide", "penalty-cases.collect-on-the-spot")
    made.run = runs.begin(made.agency, chart, [Done(act, FILED) for act in acts])
    made.save()
    return made


def relief_asked_for() -> PenaltyCase:
    """Return a case whose party applied to pay later."""
    made = factories.penalty_case(**SERVED)
    PaymentRelief.objects.create(
        case=made, kind=ReliefKind.DEFERRAL, applied_on=FILED, hardship="困难",
        until=date(2012, 9, 30),
    )  # fmt: skip
    return made


def benchmark(grade: str = "一般", **parts: Any) -> DiscretionBenchmark:
    """Return a grade of the standard, from 200 to 500 yuan."""
    power = factories.power(Kind.PENALTY)
    values = {
        "agency": power.agency, "power": power, "grade": grade, "circumstances": "首次",
        "fine_from": 200, "fine_to": 500, "basis": "裁量基准", "in_force_from": date(2012, 1, 1),
    }  # fmt: skip
    return DiscretionBenchmark.objects.create(**values | parts)


STAGES: dict[tuple[str, str], tuple[Made, date]] = {
    ("penalty-cases", name): (made, JUNE)
    for name, made in {
        "record-step": case(
            status=PenaltyStatus.HEARD, notified_on=FILED, hearing_on=FILED, **HEARING
        ),
        "investigate": case(),
        "add-evidence": under_investigation,
        "preserve-evidence": under_investigation,
        "settle-preservation": preserving,
        "end-investigation": under_investigation,
        "review": under_investigation,
        "notify": lambda: factories.review(under_investigation()),
        "hear-defence": case(**TOLD),
        "ask-for-hearing": case(**TOLD, **HEARING),
        "set-hearing": hearing_asked_for,
        "hold-hearing": lambda: hearing_asked_for(is_set=True),
        "discuss": case(**TOLD),
        "decide": case(**TOLD),
        "drop": case(**TOLD),
        "waive": case(**TOLD),
        "transfer": case(**TOLD),
        "serve": case(**DECIDED),
        "record-payment": case(**SERVED),
        "collect-on-the-spot": case(**SERVED, **SIMPLE),
        "put-on-file": collected_by_its_chart,
        "hand-in": collected,
        "apply-for-relief": case(**SERVED),
        "answer-relief": relief_asked_for,
        "review-publication": case(**SERVED),
        "publish": case(**SERVED),
        "withdraw-publication": case(**PUBLISHED),
        "close": case(**PUBLISHED, paid_on=FILED),
    }.items()
} | {("discretion-benchmarks", "end"): (benchmark, JUNE)}


def coerced(status: CoercionStatus = CoercionStatus.DECIDED, **parts: Any) -> Made:
    """Return what makes a coercion case."""
    return lambda: factories.coercion_case(status, **parts)


HELD = {"kind": "seal"}
AT_NIGHT = datetime(2012, 6, 6, 22, 15, tzinfo=ZoneInfo("Asia/Shanghai"))
ASKED = {"announced_on": FILED, "demanded_on": FILED, "perform_by": FILED}
ORDERED = ASKED | {"ordered_on": FILED}
APPROVED = ORDERED | {"government_approved_on": FILED}
SET = APPROVED | {"served_on": FILED}
ENFORCED = SET | {"inventory": "铁架", "inventoried_on": FILED, "carried_out_on": FILED}
STAGES |= {
    ("coercion-cases", name): (made, JUNE)
    for name, made in {
        "report-urgent": coerced(**HELD, approved_by="", is_urgent=True, measured_at=AT_NIGHT),
        "approve-urgent": coerced(**HELD, approved_by=""),
        "record-step": factories.on_a_chart_with_a_step_to_record,
        "extend": coerced(**HELD),
        "enter-appraisal": coerced(**HELD),
        "lift": coerced(**HELD),
        "announce": coerced(),
        "record-contest": coerced(CoercionStatus.ANNOUNCED, announced_on=FILED),
        "record-ruling": coerced(CoercionStatus.ANNOUNCED, contested_on=FILED),
        "demand": coerced(CoercionStatus.ANNOUNCED, announced_on=FILED),
        "hear-defence": coerced(CoercionStatus.DEMANDED, **ASKED),
        "order": coerced(CoercionStatus.DEMANDED, **ASKED),
        "record-approval": coerced(CoercionStatus.ORDERED, **ORDERED),
        "set-day": coerced(CoercionStatus.APPROVED, **APPROVED),
        "take-inventory": coerced(CoercionStatus.SET, **SET),
        "carry-out": coerced(CoercionStatus.INVENTORIED, **SET, inventoried_on=FILED),
        "hand-over": coerced(CoercionStatus.CARRIED_OUT, **ENFORCED),
        "apply-to-court": coerced(CoercionStatus.DEMANDED, **ASKED, kind="court"),
        "stop": coerced(),
        "publish": coerced(CoercionStatus.CARRIED_OUT, **ENFORCED, handed_over_on=FILED),
        "close": coerced(CoercionStatus.STOPPED),
    }.items()
}
