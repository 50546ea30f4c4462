"""A chart without faults can be followed to its end; each fault names the place and what to do."""

import pytest

from sunlit.flows.linting import Names, check
from tests.flows.charts import LOOP, PARALLEL, chart

YES_NO = ('g -> b: 是: x = "yes"', 'g -> c: 否: x = "no"')


def codes(*arrows, lanes: bool = True, extra: str = ""):
    return {fault.code for fault in check(chart(*arrows, lanes=lanes, extra=extra)).faults}


@pytest.mark.parametrize("arrows", [("s -> a", "a -> e"), LOOP, PARALLEL])
def test_a_chart_that_can_be_followed_has_no_fault(arrows):
    assert check(chart(*arrows)).faults == ()


@pytest.mark.parametrize(
    ("arrows", "code"),
    [
        (("a -> e",), "starts"),
        (("s -> a", "s2 -> a", "a -> e"), "starts"),
        (("s -> a",), "ends"),
        (("s -> a", "a -> e", "b -> s"), "start_entered"),
        (("s -> a", "a -> e", "e -> b", "b -> e2"), "end_left"),
        (("s -> a", "a -> e", "a -> b", "b -> e2"), "silent_split"),
        (("s -> g", *YES_NO, "b -> e"), "dead_end"),
        (("s -> a", "a -> e", "b -> e"), "never_reached"),
        (("s -> g", *YES_NO, "b -> e", "c -> d", "d -> c"), "never_ends"),
        (("s -> a", "a -> g", "g -> e"), "idle_gateway"),
        (("s -> p", "p -> a", "a -> e"), "neither_fork_nor_join"),
        (("s -> g", "g -> b: 是", 'g -> c: 否: x = "no"', "b -> e", "c -> e2"), "no_condition"),
        (("s -> g", 'g -> b: : x = "yes"', YES_NO[1], "b -> e", "c -> e2"), "unnamed_way"),
        (
            ("s -> g", YES_NO[0], 'g -> c: 否: x = "yes"', "b -> e", "c -> e2"),
            "same_condition",
        ),
        (("s -> g", YES_NO[0], "g -> c: 否: x ==", "b -> e", "c -> e2"), "bad_condition"),
        (
            ("s -> g", "g -> b: 多: x > 5", "g -> c: 少: x < 5", "b -> e", "c -> e2"),
            "no_way_for_the_rest",
        ),
        (
            ("s -> g", YES_NO[0], 'g -> c: 另: y = "no"', "b -> e", "c -> e2"),
            "no_way_for_the_rest",
        ),
        (("s -> g", *YES_NO, "b -> g", "c -> e"), "joins_and_decides"),
    ],
)
def test_each_fault_is_found(arrows, code):
    assert code in codes(*arrows)


def test_a_task_in_no_lane_is_nobodys():
    assert "nobody" in codes("s -> a", "a -> e", lanes=False)


@pytest.mark.parametrize(
    ("arrows", "code"),
    [
        (("s -> p", "p -> a", "p -> b", "a -> c", "b -> c", "c -> e"), "doubled"),
        (
            ("s -> g", 'g -> a: 是: x = "y"', 'g -> b: 否: x = "n"', "a -> p", "b -> p", "p -> e"),
            "stuck",
        ),
        (("s -> p", "p -> a", "p -> b", "a -> e", "b -> e"), "left_over"),
    ],
)
def test_parallel_ways_that_do_not_come_together_are_found(arrows, code):
    faults = check(chart(*arrows)).faults
    assert {fault.code for fault in faults} == {code}
    assert all(fault.element and fault.said.en and fault.said.zh for fault in faults)


def test_acts_roles_limits_and_procedures_must_exist():
    known = Names(acts={"other.act"}, roles={"leader"}, rules=set(), procedures=set())
    content = chart("s -> a", "a -> e").replace(
        b'sunlit:act="flow.record"', b'sunlit:act="flow.record" sunlit:rule="nothing"'
    )
    content = content.replace(b'<endEvent id="e"', b'<endEvent id="e" sunlit:continues="gone"')
    found = {fault.code: fault for fault in check(content, known).faults}
    assert found.keys() == {"no_such_act", "no_such_role", "no_such_rule", "no_such_procedure"}
    assert "flow.record" in found["no_such_act"].said.zh


def test_a_task_without_name_or_act_is_a_fault():
    content = chart("s -> a", "a -> e").replace(
        ' name="办理a" sunlit:act="flow.record"'.encode(), b""
    )
    assert {fault.code for fault in check(content).faults} == {"unnamed_task", "no_act"}
