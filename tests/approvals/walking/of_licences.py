"""The ways of an application for a licence."""

from collections.abc import Iterator

from sunlit.approvals.models import PartyKind
from sunlit.approvals.services import handling, licences
from tests.approvals import factories
from tests.approvals.walking.walk import Place, Walk


def _received(walk: Walk) -> Iterator[Place]:
    yield walk.open(
        "receive", licences.receive, power=factories.power(), applicant="甲公司",
        applicant_kind=PartyKind.ORGANISATION, content="设置灯箱", received_at=factories.WINDOW,
    )  # fmt: skip


def _supplemented(walk: Walk) -> Iterator[Place]:
    yield from _received(walk)
    yield walk.do("ask-for-supplement", licences.ask_for_supplement, supplement_notice="效果图")


def licence(
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


def declined(walk: Walk) -> Iterator[Place]:
    yield from _received(walk)
    yield walk.do("decline", licences.decline, ground="not_needed", reason="无须许可")


def abandoned(walk: Walk) -> Iterator[Place]:
    yield from _supplemented(walk)
    walk.wait(60)
    yield walk.do("close-as-abandoned", licences.close_as_abandoned)


def withdrawn(walk: Walk) -> Iterator[Place]:
    yield from _received(walk)
    yield walk.do("accept", licences.accept)
    yield walk.do("withdraw", licences.withdraw)
