"""What a chart lets be done next, and what it holds back."""

import re
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


@pytest.mark.parametrize(("result", "paper"), [("granted", "S9"), ("refused", "S10")])
def test_a_step_that_goes_along_with_an_act_is_done_with_it(licence, surveyed, result, paper):
    reviewed = go(licence, surveyed, "licence-cases.review")

    done = moved(licence, reviewed, "licence-cases.grant", {"result": result}, on=DAY)

    assert done.tasks == ("S8", paper)
    assert done.standing.due == ("S11",)


def test_a_step_before_an_act_goes_along_with_it_unless_it_was_done_alone(licence):
    assert moved(licence, begun(licence), "licence-cases.receive", {}, on=DAY).tasks == ("S1", "S2")

    alone = go(licence, begun(licence), RECORD, task="S1")
    assert moved(licence, alone, "licence-cases.receive", {}, on=DAY).tasks == ("S2",)


def test_a_penalty_is_decided_along_with_the_review_by_the_head():
    chart = program(chart_in_force("penalty_ordinary", DAY).content)
    standing = begun(chart)
    for act in ("file", "investigate", "end-investigation", "review", "notify"):
        standing = go(chart, standing, f"penalty-cases.{act}")

    assert moved(chart, standing, "penalty-cases.decide", {}, on=DAY).tasks == ("S8", "S9")


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


def test_what_is_not_due_is_refused_by_an_article_even_where_its_task_names_none():
    content = chart_in_force("penalty_ordinary", DAY).content
    bare = re.sub(rb' sunlit:rule="penalty.(?:review|end_investigation)"', b"", content)
    penalty = program(bare)
    standing = go(penalty, begun(penalty), "penalty-cases.file")
    standing = go(penalty, standing, "penalty-cases.investigate", {"evidence_at_risk": "no"})

    refusal = why_not(penalty, standing, "penalty-cases.review", on=DAY)

    assert bare != content
    assert refusal.basis.key.startswith("penalty_1996:")
