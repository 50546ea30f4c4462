"""What a chart lets be done next, and what it holds back."""

from datetime import date

import pytest

from sunlit.flows import moving
from sunlit.flows.library import chart_in_force
from sunlit.flows.moving import begun, concluded, moved, possible, why_not
from sunlit.flows.running import program
from sunlit.kernel.refusals import WrongMoment

DAY = date(2012, 6, 7)
RECORD = "flow.record"


@pytest.fixture
def licence():
    return program(chart_in_force("license_ordinary", DAY).content)


def go(chart, standing, act, answers=None, task=""):
    return moved(chart, standing, act, answers or {}, on=DAY, task=task).standing


@pytest.fixture
def surveyed(licence):
    standing = go(licence, begun(licence), RECORD, task="S1")
    for act in ("receive", "accept", "survey"):
        standing = go(licence, standing, f"licence-cases.{act}")
    return standing


def names(chart, standing):
    return [node.id for node in possible(chart, standing)]


def test_an_open_question_offers_every_task_to_which_an_answer_leads(licence):
    standing = go(licence, begun(licence), RECORD, task="S1")
    standing = go(licence, standing, "licence-cases.receive")

    assert standing.due == ()
    assert names(licence, standing) == ["S4", "S3"]


def test_the_next_act_answers_the_question_before_it(licence, surveyed):
    assert names(licence, surveyed) == ["S6", "S7"]

    assert go(licence, surveyed, "licence-cases.review").due == ("S8",)
    heard = go(licence, surveyed, RECORD, task="S6")
    assert names(licence, heard) == ["S7"]


def test_one_act_carries_out_the_steps_that_name_it(licence, surveyed):
    reviewed = go(licence, surveyed, "licence-cases.review")

    done = moved(licence, reviewed, "licence-cases.grant", {"result": "granted"}, on=DAY)

    assert done.tasks == ("S8", "S9")
    assert done.standing.due == ("S11",)


def test_a_refusal_is_written_out_by_its_own_act(licence, surveyed):
    reviewed = go(licence, surveyed, "licence-cases.review")
    decided = go(licence, reviewed, "licence-cases.grant", {"result": "refused"})

    assert decided.due == ("S10",)
    assert go(licence, decided, "licence-cases.refuse").due == ("S11",)


def test_what_is_not_due_is_refused_with_what_comes_first_and_the_article(licence, surveyed):
    with pytest.raises(WrongMoment) as refused:
        go(licence, surveyed, "licence-cases.deliver")

    assert "先办理“听取利害关系人意见”或者“提出审查意见”" in refused.value.said_in("zh")
    assert refused.value.basis.key == "licence_2003:44"
    assert surveyed.due == ()


def test_an_act_that_the_chart_does_not_name_is_not_held_back_by_it(licence, surveyed):
    assert why_not(licence, surveyed, "licence-cases.extend", on=DAY) is None
    assert moved(licence, surveyed, "licence-cases.extend", {}, on=DAY).tasks == ()


def test_answers_lead_a_case_to_its_end_beside_the_way(licence):
    standing = go(licence, begun(licence), RECORD, task="S1")
    standing = go(licence, standing, "licence-cases.receive")
    asked = go(licence, standing, "licence-cases.ask-for-supplement")

    ended = concluded(licence, asked, {"supplemented": "no"})

    assert ended.place.ended_at == ("E2",)
    assert possible(licence, ended) == []


def test_the_article_of_a_step_is_that_of_its_day():
    old = program(chart_in_force("penalty_hearing", date(2012, 1, 1)).content)
    step = next(task for task in old.chart.tasks if task.duty.rule == "penalty.hearing_request")

    assert moving.basis_of(step, date(2012, 1, 1)).key.startswith("penalty_1996")
    assert moving.basis_of(step, date(2022, 1, 1)).key.startswith("penalty_2021")
