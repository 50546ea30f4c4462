"""A demolition runs on its chart from its opening: what is not due waits for what comes first."""

from datetime import date, time

import pytest

from sunlit.approvals import flowing, running
from sunlit.approvals.lifecycle import CoercionStatus
from sunlit.approvals.models import CoercionCase
from sunlit.approvals.services import coercion as services
from sunlit.approvals.services import steps
from sunlit.design.registers import all_registers
from sunlit.kernel.refusals import WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role
from tests.approvals import factories
from tests.approvals.factories import coercion_case
from tests.approvals.test_coercion import DAY, begun
from tests.organization.factories import official

pytestmark = pytest.mark.django_db

MONDAY = date(2012, 9, 10)


@pytest.fixture
def brigade():
    return official(Role.INVESTIGATOR)


@pytest.fixture
def legal():
    return official(Role.LEGAL_REVIEWER)


def done_in(case):
    run = CoercionCase.objects.get(pk=case.pk).run
    return list(run.steps.order_by("position").values_list("task", flat=True))


def due_in(case):
    return [node.id for node in running.possible(CoercionCase.objects.get(pk=case.pk))]


def act_at_desk(name):
    acts = all_registers()["coercion-cases"].acts
    return next(act for act in acts if act.name == name)


def announced(brigade):
    case = begun(brigade)
    return services.announce(record_id=case.pk, by=brigade, today=DAY, remove_by=date(2012, 6, 21))


def test_a_demolition_is_on_its_chart_from_its_opening(brigade):
    case = begun(brigade)

    assert (done_in(case), due_in(case)) == (["S1"], ["S2"])
    assert case.run.since == date(2012, 1, 1)


@pytest.mark.parametrize("kind", ["substitute", "clearance", "court"])
def test_what_has_no_chart_has_no_run(brigade, kind):
    assert begun(brigade, kind).run is None


def test_what_is_due_on_the_chart_is_marked_on_the_page(brigade):
    case = announced(brigade)
    shown = flowing.coercion_shown(CoercionCase.objects.get())

    assert [step.title for step in shown.steps if step.here] == ["公告限期自行拆除"]
    assert due_in(case) == ["S3"]


def test_the_desk_and_the_act_refuse_what_is_not_due_and_say_what_comes_first(legal):
    """Its status would allow an approval; the chart has no enforcement decided yet."""
    case = coercion_case(CoercionStatus.ANNOUNCED, announced_on=DAY)
    head = official(Role.APPROVER)
    services.demand(record_id=case.pk, by=legal, today=MONDAY, perform_by=date(2012, 9, 14))
    CoercionCase.objects.update(status=CoercionStatus.ORDERED)
    before = Entry.objects.count()
    case = CoercionCase.objects.get()

    told = act_at_desk("record-approval").why_not(legal, case)
    with pytest.raises(WrongMoment) as refused:
        services.record_approval(
            record_id=case.pk, by=legal, today=MONDAY, government_document="批1号"
        )

    assert str(told.reason) == str(refused.value.reason)
    assert "听取陈述申辩" in refused.value.said_in("zh")
    assert refused.value.basis.key == "coercion_2011:37"
    assert Entry.objects.count() == before
    assert CoercionCase.objects.get().government_approved_on is None
    assert act_at_desk("hand-over").why_not(head, case) is not None


def test_a_contest_before_the_public_notice_is_laid_on_the_chart_by_the_notice(brigade, legal):
    case = begun(brigade)
    on = {"record_id": case.pk, "by": legal}
    assert act_at_desk("record-contest").why_not(legal, case) is None
    services.contest(**on, today=date(2012, 6, 12), contested_on=date(2012, 6, 11))
    services.rule(**on, today=date(2012, 7, 20))
    assert done_in(case) == ["S1"]

    services.announce(
        record_id=case.pk, by=brigade, today=date(2012, 7, 23), remove_by=date(2012, 8, 6)
    )

    assert (done_in(case), due_in(case)) == (["S1", "S2", "S3", "S3a"], ["S4"])
    days = dict(CoercionCase.objects.get().run.steps.values_list("task", "done_on"))
    assert (days["S3"], days["S3a"]) == (date(2012, 6, 11), date(2012, 7, 20))


def test_a_contest_stands_at_the_ruling_until_there_is_one(brigade, legal):
    case = announced(brigade)
    services.contest(
        record_id=case.pk, by=legal, today=date(2012, 8, 1), contested_on=date(2012, 8, 1)
    )
    assert due_in(case) == ["S3a"]


def test_a_stopped_case_has_nothing_due(brigade):
    case = announced(brigade)
    services.stop(record_id=case.pk, by=official(Role.APPROVER), today=MONDAY, reason="已自行拆除")

    run = CoercionCase.objects.get().run
    assert run.is_ended
    assert run.ended_at == ["E2"]
    assert due_in(case) == []


def test_a_case_from_before_its_chart_is_laid_on_it_by_its_own_days(brigade):
    case = coercion_case(
        CoercionStatus.APPROVED, announced_on=DAY, demanded_on=MONDAY, ordered_on=MONDAY,
        government_approved_on=MONDAY,
    )  # fmt: skip
    assert case.run is None

    services.set_day(
        record_id=case.pk, by=brigade, today=MONDAY, set_for=date(2012, 9, 17), set_at=time(9)
    )

    assert due_in(case) == ["S9"]
    assert done_in(case)[0] == "S1"


def test_a_closed_case_from_before_its_chart_is_ended_on_it():
    case = coercion_case(CoercionStatus.STOPPED, announced_on=DAY)

    services.close(record_id=case.pk, by=official(Role.CLERK), today=MONDAY)

    assert CoercionCase.objects.get().run.is_ended


def test_a_step_of_an_agencys_own_chart_is_entered_with_its_day(brigade):
    case = factories.on_a_chart_with_a_step_to_record()
    assert act_at_desk("record-step").why_not(brigade, case) is None

    steps.record_step_of_coercion(
        record_id=case.pk, by=brigade, today=date(2012, 6, 11), task="S2",
        done_on=date(2012, 6, 8), note="公告栏",
    )  # fmt: skip

    assert done_in(case) == ["S1", "S2"]
    assert Entry.objects.latest("id").basis == "coercion_2011:44"
