"""The ways of a penalty case, by each of the three procedures."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from sunlit.approvals.models import PartyKind
from sunlit.approvals.models import PenaltyProcedure as Procedure
from sunlit.approvals.services import penalties, steps
from sunlit.powers.models import Kind
from tests.approvals import factories
from tests.approvals.walking.walk import Place, Walk
from tests.organization.factories import office

PENALTY_LAW_OF_2021 = date(2021, 7, 15)


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


def ordinary(
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


def ended(walk: Walk, name: str) -> Iterator[Place]:
    yield from _investigated(walk, Procedure.ORDINARY)
    if not _is_reviewed_last(walk):
        yield _reviewed(walk)
    act = {"drop": penalties.drop, "transfer": penalties.transfer}[name]
    yield walk.do(name, act, reason="事实不成立")


def turned_to_hearing(walk: Walk) -> Iterator[Place]:
    yield from _investigated(walk, Procedure.ORDINARY)
    if _is_reviewed_last(walk):
        yield _told(walk)
    yield _reviewed(walk, "hearing")


def hearing(walk: Walk, *, is_asked_for: bool = True, unpaid: bool = False) -> Iterator[Place]:
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


def simple(walk: Walk, *, on_the_spot: bool) -> Iterator[Place]:
    yield _filed(walk, Procedure.SIMPLE)
    yield _told(walk, 20)
    yield from _served(walk, 20)
    if on_the_spot:
        yield walk.do("collect-on-the-spot", penalties.collect_on_the_spot)
        yield walk.do("hand-in", penalties.hand_in)
    else:
        yield walk.do("record-payment", penalties.record_payment)
    yield walk.do("put-on-file", penalties.put_on_file)
    yield from _closed(walk, is_public=False)


def waived(walk: Walk) -> Iterator[Place]:
    yield _filed(walk, Procedure.SIMPLE)
    yield _told(walk, 20)
    yield walk.do("waive", penalties.waive, reason="申辩成立")
