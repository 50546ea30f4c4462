"""Walks real cases through the official acts, over every way of their flow charts.

A way yields its case at every place where it stands, with the act just done and the day on which
it could be handled next. The acts are the services themselves, done by one official who has every
role; a hearing is presided over by an official of another office.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

from sunlit.approvals import running
from sunlit.approvals.models import CoercionCase, LicenceCase, PartyKind, PenaltyCase
from sunlit.approvals.models import PenaltyProcedure as Procedure
from sunlit.approvals.registers.coercion_flow import CHART, done_in_coercion
from sunlit.approvals.selectors import coercion as readings
from sunlit.approvals.services import coercion, handling, licences, penalties, steps
from sunlit.flows import moving, runs
from sunlit.flows.chart import Node
from sunlit.flows.following import Standing, Trace, laid
from sunlit.flows.running import Program, program
from sunlit.organization.models import Official
from sunlit.powers.charts import chart_used
from sunlit.powers.models import Kind
from tests.approvals import factories
from tests.organization.factories import office

FIRST_DAYS = (date(2012, 6, 7), date(2024, 3, 7))
"""Two Thursdays, under the laws of 2012 and of 2024."""
PENALTY_LAW_OF_2021 = date(2021, 7, 15)
Case = LicenceCase | PenaltyCase | CoercionCase


@dataclass(frozen=True, kw_only=True)
class Place:
    """A case where it stands on its chart, after an act."""

    procedure: str
    register: str
    since: date
    """The first day of the case, whose law it keeps."""
    after: str
    """The act just done, by its name at the desk."""
    case: Case
    day: date
    due: tuple[Node, ...]


@dataclass(kw_only=True)
class Walk:
    """One case on its way: who does the acts, which day it is, and what was done."""

    procedure: str
    register: str
    by: Official
    presider: Official
    since: date
    day: date = field(init=False)
    case: Any = field(init=False)

    def __post_init__(self) -> None:
        self.day = self.since

    def wait(self, days: int = 1) -> None:
        """Let days pass."""
        self.day += timedelta(days)

    def wait_until(self, day: date) -> None:
        """Let days pass until a day, and until a working day."""
        self.day = day
        while readings.is_worked(self.case, self.day) is False:
            self.wait()

    def open(self, name: str, act: Any, **values: Any) -> Place:
        """Do the act that opens the case."""
        self.case = act(agency=self.by.agency, by=self.by, today=self.day, **values)
        return self._place(name)

    def do(self, name: str, act: Any, **values: Any) -> Place:
        """Do an act on the case."""
        act(record_id=self.case.pk, by=self.by, today=self.day, **values)
        return self._place(name)

    def _place(self, name: str) -> Place:
        self.case = type(self.case).objects.get(pk=self.case.pk)
        run = getattr(self.case, "run", None)
        return Place(
            procedure=run.procedure if run else self.procedure,
            register=self.register,
            since=self.since,
            after=name,
            case=self.case,
            day=self.day,
            due=tuple(due(self.case)),
        )


Way = Any
"""A function of a walk that does the acts and yields the places."""


def due(case: Case) -> list[Node]:
    """Return the tasks of the chart that may be done now in a case."""
    if not isinstance(case, CoercionCase):
        return running.possible(case)
    ready = _program(case)
    return [] if case.ended_on else moving.possible(ready, _laid(case)[1])


def tasks(case: Case) -> list[Node]:
    """Return all tasks of the chart of a case."""
    return _program(case).chart.tasks


def _program(case: Case) -> Program:
    if isinstance(case, CoercionCase):
        chart = chart_used(case.agency, CHART, case.decided_on)
        assert chart is not None
        return program(chart.content)
    assert case.run is not None
    return runs.program_of(case.run)


def _laid(case: CoercionCase) -> tuple[Trace, Standing]:
    return laid(_program(case), done_in_coercion(case))


def tasks_done(case: Case) -> set[str]:
    """Return the tasks of the chart that a case has passed, with a day or without."""
    if isinstance(case, CoercionCase):
        return {step.node for step in _laid(case)[0].steps}
    assert case.run is not None
    return set(case.run.steps.values_list("task", flat=True))


def places(by: Official, presider: Official) -> Iterator[Place]:
    """Yield every place of every way under each law."""
    for since in FIRST_DAYS:
        for procedure, register, way in WAYS:
            walk = Walk(
                procedure=procedure, register=register, by=by, presider=presider, since=since
            )
            yield from way(walk)


# Licences


def _received(walk: Walk) -> Iterator[Place]:
    yield walk.open(
        "receive", licences.receive, power=factories.power(), applicant="甲公司",
        applicant_kind=PartyKind.ORGANISATION, content="设置灯箱", received_at=factories.WINDOW,
    )  # fmt: skip


def _supplemented(walk: Walk) -> Iterator[Place]:
    yield from _received(walk)
    yield walk.do("ask-for-supplement", licences.ask_for_supplement, supplement_notice="效果图")


def _licence(
    walk: Walk, *, is_granted: bool = True, supplemented: bool = False, party: bool = False
) -> Iterator[Place]:
    yield from _supplemented(walk) if supplemented else _received(walk)
    yield walk.do("accept", licences.accept)
    yield walk.do("survey", licences.survey, staff="勘验岗、执法岗")
    if party:
        yield walk.do("tell-interested-party", handling.tell_interested_party, party="相邻业主")
        told = walk.case.interested_parties.get()
        yield walk.do(
            "hear-interested-party", handling.hear_interested_party, party=told, opinion="无异议"
        )
    yield walk.do("review", licences.review, review_opinion="依法办理")
    walk.wait()
    if is_granted:
        yield walk.do("grant", licences.grant, document_number="许1号")
    else:
        yield walk.do("refuse", licences.refuse, document_number="不许1号", reason="不符")
    yield walk.do("deliver", licences.deliver)
    yield walk.do("publish", licences.publish_result)


def _declined(walk: Walk) -> Iterator[Place]:
    yield from _received(walk)
    yield walk.do("decline", licences.decline, ground="not_needed", reason="无须许可")


def _abandoned(walk: Walk) -> Iterator[Place]:
    yield from _supplemented(walk)
    walk.wait(60)
    yield walk.do("close-as-abandoned", licences.close_as_abandoned)


def _withdrawn(walk: Walk) -> Iterator[Place]:
    yield from _received(walk)
    yield walk.do("accept", licences.accept)
    yield walk.do("withdraw", licences.withdraw)


# Penalties


def _filed(walk: Walk, procedure: Procedure) -> Place:
    return walk.open(
        "file", penalties.file_case, power=factories.power(Kind.PENALTY), procedure=procedure,
        party="当事人 001", party_kind=PartyKind.PERSON, office=office(), source="巡查发现",
    )  # fmt: skip


def _investigated(walk: Walk, procedure: Procedure, *, preserved: bool = False) -> Iterator[Place]:
    yield _filed(walk, procedure)
    officers = {"first_post": "队员", "first_certificate": "ZF-1"}
    officers |= {"second_post": "队员", "second_certificate": "ZF-2"}
    yield walk.do("investigate", penalties.investigate, **officers)
    yield walk.do(
        "add-evidence", penalties.add_evidence, kind="inspection", content="现场照片",
        taken_on=walk.day, taken_by="队员",
    )  # fmt: skip
    if preserved:
        yield walk.do("preserve-evidence", penalties.preserve, goods="推车")
        yield walk.do("settle-preservation", penalties.settle_preservation, outcome="returned")
    yield walk.do(
        "end-investigation", penalties.end_investigation, findings="属实", grade="一般",
        fine=Decimal(500), measure="", is_grave=False,
    )  # fmt: skip


def _told(walk: Walk, fine: int = 500) -> Place:
    return walk.do(
        "notify", penalties.notify, facts="占道经营", grounds="影响通行", legal_basis="条例",
        fine=Decimal(fine),
    )  # fmt: skip


def _reviewed(walk: Walk, opinion: str = "agreed") -> Place:
    return walk.do("review", penalties.review, opinion=opinion, reason="事实清楚")


def _is_reviewed_last(walk: Walk) -> bool:
    return walk.since >= PENALTY_LAW_OF_2021


def _defended(walk: Walk) -> Place:
    return walk.do(
        "hear-defence", penalties.hear_defence, content="初次", answer="已考虑", is_accepted=False
    )


def _discussed(walk: Walk) -> Place:
    return walk.do("discuss", penalties.discuss, participants="局长、分管领导", conclusion="同意")


def _served(walk: Walk, fine: int = 500) -> Iterator[Place]:
    yield walk.do(
        "decide", penalties.decide, document_number="罚1号", discretion="一般", fine=Decimal(fine),
        other_measure="",
    )  # fmt: skip
    yield walk.do("serve", penalties.serve)


def _closed(walk: Walk, *, is_public: bool = True) -> Iterator[Place]:
    if is_public:
        yield walk.do("review-publication", penalties.review_publication, text="占道经营,罚款")
        yield walk.do("publish", penalties.publish)
    yield walk.do("close", penalties.close, reason="已履行")


def _step(walk: Walk, task: str) -> Place:
    return walk.do("record-step", steps.record_step_of_penalty, task=task, done_on=walk.day)


def _enforced(walk: Walk, urging: str, surcharge: str) -> Iterator[Place]:
    """Let the party be urged, and not pay in time."""
    yield _step(walk, urging)
    walk.wait(20)
    yield _step(walk, surcharge)


def _ordinary(
    walk: Walk,
    *,
    preserved: bool = False,
    defended: bool = False,
    discussed: bool = False,
    unpaid: bool = False,
) -> Iterator[Place]:
    yield from _investigated(walk, Procedure.ORDINARY, preserved=preserved)
    if not _is_reviewed_last(walk):
        yield _reviewed(walk)
    yield _told(walk)
    if defended:
        yield _defended(walk)
    if _is_reviewed_last(walk):
        yield _reviewed(walk)
    if discussed:
        yield _discussed(walk)
    yield from _served(walk)
    if unpaid:
        yield from _enforced(walk, "S11", "S12")
    yield walk.do("record-payment", penalties.record_payment)
    yield from _closed(walk)


def _ended(walk: Walk, name: str) -> Iterator[Place]:
    yield from _investigated(walk, Procedure.ORDINARY)
    if not _is_reviewed_last(walk):
        yield _reviewed(walk)
    act = {"drop": penalties.drop, "transfer": penalties.transfer}[name]
    yield walk.do(name, act, reason="事实不成立")


def _turned_to_hearing(walk: Walk) -> Iterator[Place]:
    yield from _investigated(walk, Procedure.ORDINARY)
    if _is_reviewed_last(walk):
        yield _told(walk)
    yield _reviewed(walk, "hearing")


def _hearing(walk: Walk, *, is_asked_for: bool = True, unpaid: bool = False) -> Iterator[Place]:
    yield from _investigated(walk, Procedure.HEARING)
    if not _is_reviewed_last(walk):
        yield _reviewed(walk)
    yield _told(walk)
    if is_asked_for:
        yield walk.do("ask-for-hearing", penalties.ask_for_hearing, asked_on=walk.day)
        held_on = walk.day + timedelta(14)
        yield walk.do(
            "set-hearing", penalties.set_hearing, set_for=held_on, place="听证室",
            presider=walk.presider, is_public=True,
        )  # fmt: skip
        walk.wait(14)
        yield walk.do("hold-hearing", penalties.hold_hearing, record="笔录")
    else:
        walk.wait(14)
    if _is_reviewed_last(walk):
        yield _reviewed(walk)
    yield _discussed(walk)
    yield from _served(walk)
    if unpaid:
        yield from _enforced(walk, "S14", "S15")
    yield walk.do("record-payment", penalties.record_payment)
    yield from _closed(walk)


def _simple(walk: Walk, *, on_the_spot: bool) -> Iterator[Place]:
    yield _filed(walk, Procedure.SIMPLE)
    yield _told(walk, 20)
    yield from _served(walk, 20)
    if on_the_spot:
        yield walk.do("collect-on-the-spot", penalties.collect_on_the_spot)
        yield walk.do("hand-in", penalties.hand_in)
    else:
        yield walk.do("record-payment", penalties.record_payment)
    yield from _closed(walk, is_public=False)


def _waived(walk: Walk) -> Iterator[Place]:
    yield _filed(walk, Procedure.SIMPLE)
    yield _told(walk, 20)
    yield walk.do("waive", penalties.waive, reason="申辩成立")


# Coercion


def _announced(walk: Walk) -> Iterator[Place]:
    yield walk.open(
        "open", coercion.open_case, kind="demolition", power=factories.power(Kind.PENALTY),
        party="当事人 001", party_kind=PartyKind.PERSON, office=office(), target="棚屋",
        document_number="限拆1号", is_urgent=False,
    )  # fmt: skip
    walk.wait()
    yield walk.do("announce", coercion.announce, remove_by=walk.day + timedelta(14))


def _demanded(walk: Walk, *, contested: bool = False) -> Iterator[Place]:
    yield from _announced(walk)
    if contested:
        walk.wait(20)
        yield walk.do("record-contest", coercion.contest, contested_on=walk.day)
        walk.wait(60)
        yield walk.do("record-ruling", coercion.rule)
    over = readings.remedies_over_on(walk.case)
    assert over is not None
    walk.wait_until(over + timedelta(1))
    yield walk.do("demand", coercion.demand, perform_by=walk.day + timedelta(4))
    walk.wait(2)


def _demolition(walk: Walk, *, contested: bool = False) -> Iterator[Place]:
    yield from _demanded(walk, contested=contested)
    answer = {"defence": "请求宽限", "defence_answer": "不成立"}
    yield walk.do("hear-defence", coercion.hear_defence, **answer)
    walk.wait(5)
    yield walk.do("order", coercion.order, order_number="强拆1号")
    yield walk.do("record-approval", coercion.record_approval, government_document="批1号")
    today = walk.day
    walk.wait_until(walk.day + timedelta(5))
    carried_out_on, walk.day = walk.day, today
    yield walk.do("set-day", coercion.set_day, set_for=carried_out_on, set_at=time(9))
    walk.day = carried_out_on
    yield walk.do("take-inventory", coercion.take_inventory, inventory="铁架", witness="社区代表")
    yield walk.do("carry-out", coercion.carry_out, scene="已拆除", recording="档案室光盘")
    yield walk.do("hand-over", coercion.hand_over)
    yield walk.do("publish", coercion.publish)
    yield walk.do("close", coercion.close)


def _stopped(walk: Walk) -> Iterator[Place]:
    yield from _demanded(walk)
    yield walk.do("stop", coercion.stop, reason="申辩成立")
    yield walk.do("close", coercion.close)


LICENCE = ("license_ordinary", "licence-cases")
ORDINARY = ("penalty_ordinary", "penalty-cases")
HEARING = ("penalty_hearing", "penalty-cases")
SIMPLE = ("penalty_simple", "penalty-cases")
COERCION = ("coercion", "coercion-cases")
WAYS: tuple[tuple[str, str, Way], ...] = (
    (*LICENCE, _licence),
    (*LICENCE, partial(_licence, is_granted=False)),
    (*LICENCE, partial(_licence, supplemented=True)),
    (*LICENCE, partial(_licence, party=True)),
    (*LICENCE, _declined),
    (*LICENCE, _abandoned),
    (*LICENCE, _withdrawn),
    (*ORDINARY, _ordinary),
    (*ORDINARY, partial(_ordinary, preserved=True, defended=True)),
    (*ORDINARY, partial(_ordinary, discussed=True, unpaid=True)),
    (*ORDINARY, partial(_ended, name="drop")),
    (*ORDINARY, partial(_ended, name="transfer")),
    (*ORDINARY, _turned_to_hearing),
    (*HEARING, _hearing),
    (*HEARING, partial(_hearing, is_asked_for=False, unpaid=True)),
    (*SIMPLE, partial(_simple, on_the_spot=True)),
    (*SIMPLE, partial(_simple, on_the_spot=False)),
    (*SIMPLE, _waived),
    (*COERCION, _demolition),
    (*COERCION, partial(_demolition, contested=True)),
    (*COERCION, _stopped),
)
