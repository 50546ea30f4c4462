"""What was done in a case lies on its chart, with its own days and no others."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from sunlit.flows.following import Done, Passed, Standing, followed, followed_to, laid
from sunlit.flows.library import shipped
from sunlit.flows.running import program
from sunlit.flows.runs import Pinned
from sunlit.flows.showing import shown
from tests.flows.charts import LOOP, PARALLEL, chart

DAY, NEXT = date(2012, 3, 1), date(2012, 3, 5)


def flow_of(*arrows):
    """A chart whose tasks have acts of their own: task `a` is carried out by `do.a`."""
    content = chart(*arrows)
    for task in "abcd":
        content = content.replace(
            f'name="办理{task}" sunlit:act="flow.record"'.encode(),
            f'name="办理{task}" sunlit:act="do.{task}"'.encode(),
        )
    return program(content)


def test_an_act_on_record_is_passed_on_its_day():
    trace = followed(flow_of("s -> a", "a -> b", "b -> e"), [Done("do.a", DAY)])
    assert trace.steps == (Passed("a", DAY),)
    assert trace.now == ("b",)
    assert trace.ways == {"f1", "f2"}


def test_a_task_that_was_skipped_is_not_recorded_and_gets_no_day():
    trace = followed(flow_of("s -> a", "a -> b", "b -> c", "c -> e"), [Done("do.c", DAY)])
    assert trace.steps == (
        Passed("a", None, is_recorded=False),
        Passed("b", None, is_recorded=False),
        Passed("c", DAY),
    )
    assert trace.ended_at == ("e",)
    assert trace.now == ()


def test_an_act_without_a_task_of_its_own_lies_on_that_which_goes_along_with_it():
    recorded = b'sunlit:act="do.b"', b'sunlit:act="flow.record" sunlit:with="do.b"'
    content = chart("s -> a", "a -> b", "b -> e")
    for task in "ab":
        name = f'name="办理{task}" '.encode()
        content = content.replace(
            name + b'sunlit:act="flow.record"', name + f'sunlit:act="do.{task}"'.encode()
        )
    flow = program(content.replace(*recorded))

    trace = followed(flow, [Done("do.a", DAY), Done("do.b", NEXT)])

    assert trace.steps == (Passed("a", DAY), Passed("b", NEXT))
    assert trace.astray == ()


def test_a_case_waits_at_a_question_until_something_answers_it():
    trace = followed(flow_of(*LOOP), [Done("do.a", DAY)])
    assert trace.now == ("g",)
    assert trace.steps == (Passed("a", DAY),)


def test_the_next_act_answers_the_question_and_the_way_is_told_as_a_guess():
    trace = followed(flow_of(*LOOP), [Done("do.a", DAY), Done("do.b", NEXT)])
    assert [step.node for step in trace.steps] == ["a", "b"]
    assert trace.now == ("a",)
    assert "f5" in trace.guessed
    assert "f5" not in trace.ways


def test_a_case_that_runs_is_drawn_where_it_stands_with_its_last_answer():
    flow, done = flow_of(*LOOP), [Done("do.a", DAY)]
    _trace, at_question = laid(flow, done)
    answered = Standing(flow.carry_out(at_question.place, "a", {"complete": "no"}))

    assert followed_to(flow, done, at_question).now == ("g",)
    trace = followed_to(flow, done, answered)
    assert trace.now == ("b",)
    assert "f5" in trace.ways
    assert not trace.guessed


def test_a_case_whose_last_answer_led_to_an_end_is_drawn_there():
    flow, done = flow_of(*LOOP), [Done("do.a", DAY)]
    _trace, at_question = laid(flow, done)
    ended = Standing(flow.carry_out(at_question.place, "a", {"complete": "yes"}))

    trace = followed_to(flow, done, ended)

    assert trace.ended_at == ("e",)
    assert trace.now == ()


def test_the_words_of_a_chart_too_mark_where_a_case_waits_at_a_question():
    content = chart(*LOOP)
    one, done = Pinned("loop", DAY, content), [Done("flow.record", DAY, task="a")]
    after = [*done, Done("flow.record", NEXT, task="b")]
    waiting = shown(one, title="", trace=followed(program(content), done))
    gone_on = shown(one, title="", trace=followed(program(content), after))

    assert [step.title for step in waiting.steps if step.here] == ["办理a"]
    assert [step.title for step in gone_on.steps if step.here] == ["办理a"]
    assert "flow__node--now" in str(waiting.picture)


def test_an_answer_on_record_is_no_guess():
    done = [Done("do.a", DAY, {"complete": "no"}), Done("do.b", NEXT)]
    trace = followed(flow_of(*LOOP), done)
    assert trace.guessed == frozenset()
    assert "f5" in trace.ways


def test_a_case_may_go_round_and_end():
    done = [
        Done("do.a", DAY, {"complete": "no"}),
        Done("do.b", DAY),
        Done("do.a", NEXT, {"complete": "yes"}),
    ]
    trace = followed(flow_of(*LOOP), done)
    assert [step.node for step in trace.steps] == ["a", "b", "a"]
    assert trace.ended_at == ("e",)


def test_parallel_ways_are_followed_in_any_order():
    trace = followed(flow_of(*PARALLEL), [Done("do.b", DAY), Done("do.a", NEXT)])
    assert trace.now == ("c",)
    assert {step.node: step.on for step in trace.steps} == {"b": DAY, "a": NEXT}


def test_an_act_that_the_chart_has_no_place_for_is_told_and_moves_nothing():
    stray = Done("do.nothing", NEXT)
    trace = followed(flow_of("s -> a", "a -> b", "b -> e"), [Done("do.a", DAY), stray])
    assert trace.astray == (stray,)
    assert trace.now == ("b",)


EVERY_CHART = [one for charts in shipped().values() for one in charts]


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_whatever_was_done_only_days_on_record_are_shown(data):
    flow = program(data.draw(st.sampled_from(EVERY_CHART)).content)
    acts = sorted({task.duty.act for task in flow.chart.tasks})
    days = st.dates(date(2012, 1, 1), date(2012, 12, 31))
    done = [
        Done(act, on) for act, on in data.draw(st.lists(st.tuples(st.sampled_from(acts), days)))
    ]
    trace = followed(flow, done)
    recorded = [step for step in trace.steps if step.is_recorded]
    laid = [one for one in done if not any(one is stray for stray in trace.astray)]
    assert [step.on for step in recorded] == [one.on for one in laid]
    assert all(step.on is None for step in trace.steps if not step.is_recorded)
    assert trace.ways | trace.guessed <= flow.chart.arrows.keys()
    assert not trace.ways & trace.guessed
