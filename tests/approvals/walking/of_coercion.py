"""The ways of a demolition."""

from collections.abc import Iterator
from datetime import time, timedelta

from sunlit.approvals.models import PartyKind
from sunlit.approvals.selectors import coercion as readings
from sunlit.approvals.services import coercion
from sunlit.powers.models import Kind
from tests.approvals import factories
from tests.approvals.walking.walk import Place, Walk
from tests.organization.factories import office


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


def demolition(walk: Walk, *, contested: bool = False) -> Iterator[Place]:
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


def stopped(walk: Walk) -> Iterator[Place]:
    yield from _demanded(walk)
    yield walk.do("stop", coercion.stop, reason="申辩成立")
    yield walk.do("close", coercion.close)
