"""A case follows its chart: only what is due can be done, and every question is answered."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sunlit.flows.library import shipped
from sunlit.flows.running import Place, program, questions_of
from sunlit.kernel.refusals import Unacceptable, WrongMoment
from tests.flows.charts import LOOP, PARALLEL, chart

FAULTY = chart("s -> p", "p -> a", "p -> b", "a -> e", "b -> e")


def test_a_case_goes_round_until_the_answer_lets_it_end():
    flow = program(chart(*LOOP))
    place = flow.begin()
    assert place.ready == ("a",)
    place = flow.carry_out(place, "a", {"complete": "no"})
    assert place.ready == ("b",)
    place = flow.carry_out(place, "b")
    assert place.ready == ("a",)
    place = flow.carry_out(place, "a", {"complete": "yes"})
    assert place.is_ended
    assert place.ended_at == ("e",)


def test_an_old_answer_does_not_answer_again():
    flow = program(chart(*LOOP))
    place = flow.carry_out(flow.begin(), "a", {"complete": "no"})
    place = flow.carry_out(place, "b")
    with pytest.raises(Unacceptable, match="齐全") as refusal:
        flow.carry_out(place, "a")
    assert "complete = yes (是)" in str(refusal.value.remedy)


def test_what_is_not_due_is_refused_and_what_is_due_is_said():
    flow = program(chart(*LOOP))
    with pytest.raises(WrongMoment, match="办理b") as refusal:
        flow.carry_out(flow.begin(), "b")
    assert "办理a" in str(refusal.value.remedy)
    with pytest.raises(WrongMoment):
        flow.carry_out(flow.begin(), "no such task")


def test_an_answer_that_no_way_knows_is_refused():
    flow = program(chart(*LOOP))
    with pytest.raises(Unacceptable, match="没有这样的答案"):
        flow.carry_out(flow.begin(), "a", {"complete": "perhaps"})


def test_a_refused_step_leaves_the_case_where_it_was():
    flow = program(chart(*LOOP))
    place = flow.begin()
    before = json.dumps(place.state, sort_keys=True)
    with pytest.raises(Unacceptable):
        flow.carry_out(place, "a", {"complete": "perhaps"})
    assert json.dumps(place.state, sort_keys=True) == before
    assert flow.carry_out(place, "a", {"complete": "yes"}).is_ended


def test_parallel_ways_are_both_due_and_join():
    flow = program(chart(*PARALLEL))
    place = flow.begin()
    assert set(place.ready) == {"a", "b"}
    place = flow.carry_out(place, "b")
    assert place.ready == ("a",)
    place = flow.carry_out(place, "a")
    assert place.ready == ("c",)
    assert flow.carry_out(place, "c").is_ended


def test_a_default_way_is_taken_where_no_condition_holds():
    content = chart("s -> a", "a -> g", "g -> b: 多: amount > 100", "g -> e: 少", "b -> e2")
    content = content.replace(b'<exclusiveGateway id="g"', b'<exclusiveGateway id="g" default="f4"')
    flow = program(content)
    assert flow.carry_out(flow.begin(), "a", {"amount": 100}).is_ended
    assert flow.carry_out(flow.begin(), "a", {"amount": 101}).ready == ("b",)


def test_a_chart_with_faults_is_not_run():
    with pytest.raises(Unacceptable) as refusal:
        program(FAULTY)
    assert "sunlit flow check" in str(refusal.value.remedy)


def test_what_is_stored_is_plain_json_without_the_chart():
    flow = program(chart(*LOOP))
    place = flow.carry_out(flow.begin(), "a", {"complete": "no"})
    stored = json.loads(json.dumps(place.state))
    assert "spec" not in stored
    assert flow.carry_out(Place(stored, place.ready), "b").ready == ("a",)


EVERY_CHART = [one for charts in shipped().values() for one in charts]


@pytest.mark.parametrize("one", EVERY_CHART, ids=lambda one: f"{one.procedure}@{one.since}")
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_every_shipped_chart_ends_whatever_is_answered(one, data):
    flow = program(one.content)
    place = flow.begin()
    for _step in range(200):
        if place.is_ended:
            break
        task = data.draw(st.sampled_from(place.ready))
        answers = {
            question.name: data.draw(st.sampled_from([value for value, _word in question.options]))
            for question in flow.questions_after(task)
        }
        place = flow.carry_out(place, task, answers)
    else:
        # A case may go round for as long as the answers send it back; then it is still alive.
        assert place.ready
    assert all(task in flow.chart.nodes for task in place.ready)


def test_a_decision_tells_its_question_and_its_answers():
    flow = program(chart(*LOOP))
    (question,) = flow.questions_after("a")
    assert question.asks == "齐全？"
    assert question.options == (("yes", "是"), ("no", "否"))
    assert questions_of(flow.chart, flow.chart.nodes["g"]) == [question]
