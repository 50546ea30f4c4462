"""What an agency's own chart must keep of the law's, and what it may change."""

from datetime import date

import pytest
from lxml import etree

from sunlit.flows.library import shipped
from sunlit.flows.reading import read
from sunlit.kernel.wording import Wording
from sunlit.powers.checking import faults_of, with_own_declaration
from sunlit.powers.comparing import changes
from sunlit.powers.demands import dropped, key_of
from sunlit.powers.taking_over import taken_over
from tests.powers import versions

ON = versions.UPLOADED
SHIPPED = [one for charts in shipped().values() for one in charts]


def chart(content):
    """Read a chart."""
    return read(content).chart


def without(*tasks):
    """Return the law's chart with these tasks made records of no provision."""
    text = versions.law().decode()
    for name in tasks:
        start = text.index(f'name="{name}"')
        end = text.index(">", start)
        text = text[:start] + f'name="{name}" sunlit:act="flow.record"' + text[end:]
    return text.encode()


def said(faults):
    """Return the codes and the elements of faults."""
    return [(fault.code, fault.element) for fault in faults]


@pytest.mark.parametrize("one", SHIPPED, ids=lambda one: f"{one.procedure} {one.since}")
def test_every_chart_of_the_law_keeps_what_it_asks_itself(one):
    own = chart(one.content)
    assert dropped(own, own, on=one.since) == []


@pytest.mark.parametrize("one", SHIPPED, ids=lambda one: f"{one.procedure} {one.since}")
def test_an_empty_chart_drops_every_task_that_the_law_asks_for(one):
    law = chart(one.content)
    asked = [task.name for task in law.tasks if key_of(task)]
    empty = chart(
        b'<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p"/>'
        b"</definitions>"
    )
    assert asked
    missing = {fault.element for fault in dropped(law, empty, on=one.since)}
    assert missing <= set(asked)
    assert {task.duty.act for task in law.tasks if task.name in missing} == {
        task.duty.act for task in law.tasks if key_of(task)
    }


def test_a_chart_without_the_survey_is_refused_with_the_task_and_the_provision():
    (fault,) = faults_of(without("现场踏勘"), versions.CODE, on=ON)

    assert (fault.code, fault.element) == ("dropped_task", "现场踏勘")
    assert "行政许可法" in fault.said.zh
    assert "licence-cases.survey" in fault.said.en
    assert "Administrative Licen" in fault.said.en


def test_a_recorded_task_that_rests_on_a_provision_stays():
    law = chart(versions.law())

    assert said(dropped(law, chart(without("制作不予许可决定")), on=ON)) == [
        ("dropped_task", "制作不予许可决定")
    ]
    assert said(dropped(law, chart(without("听取利害关系人意见")), on=ON)) == [
        ("dropped_task", "听取利害关系人意见")
    ]


def test_a_task_may_be_renamed_and_one_may_be_added():
    renamed = versions.redrawn(("现场踏勘", "两人现场踏勘"))
    assert faults_of(renamed, versions.CODE, on=ON) == []


def test_a_chart_in_which_the_decision_can_pass_the_survey_by_is_refused():
    """The way to acceptance is led to the review, past the survey, by a question of the agency."""
    text = versions.law().decode()
    survey = read(text.encode()).chart
    task = next(task for task in survey.tasks if task.name == "现场踏勘")
    (into,) = survey.entering(task.id)
    (out,) = survey.leaving(task.id)
    reviewed = out.target
    more = (
        '<exclusiveGateway id="GX" name="需要踏勘？"/>'
        f'<sequenceFlow id="X1" name="要" sourceRef="GX" targetRef="{task.id}">'
        '<conditionExpression>need = "yes"</conditionExpression></sequenceFlow>'
        f'<sequenceFlow id="X2" name="不要" sourceRef="GX" targetRef="{reviewed}">'
        '<conditionExpression>need = "no"</conditionExpression></sequenceFlow></process>'
    )
    loosened = chart(
        text.replace("</process>", more)
        .replace(f'sourceRef="{into.source}" targetRef="{task.id}"',
                 f'sourceRef="{into.source}" targetRef="GX"')
        .encode()
    )  # fmt: skip

    found = dropped(survey, loosened, on=ON)

    assert ("loosened", "现场踏勘") in said(found)
    assert any("审批决定" in fault.said.zh for fault in found)


def test_a_provision_is_cited_in_the_version_of_the_day():
    then, now = (
        faults_of(without("送达"), versions.CODE, on=on)[0].said.zh
        for on in (date(2012, 6, 8), date(2022, 1, 1))
    )
    assert "送达" in then
    assert "送达" in now


def test_changes_are_told_step_by_step():
    before = chart(versions.law())
    after = chart(
        versions.redrawn(
            ("现场踏勘", "两人现场踏勘"),
            ("1至3个工作日，2人以上", "2个工作日，2人以上"),
            ("材料是否齐全？", "材料是否齐全、合法？"),
        )
    )

    told = [one.zh for one in changes(before, after)]

    assert told == [
        "步骤“现场踏勘”改称“两人现场踏勘”。",
        "“两人现场踏勘”的时限：由“1至3个工作日，2人以上”改为“2个工作日，2人以上”。",
        "增加判断“材料是否齐全、合法？”。",
        "取消判断“材料是否齐全？”。",
    ]


def test_steps_that_come_and_go_are_told_with_who_does_them():
    before, after = chart(versions.law()), chart(versions.law("reward"))

    told = [one.en for one in changes(before, after)]

    assert any(one.startswith("Step added: ") for one in told)
    assert any(one.startswith("Step removed: “现场踏勘”") for one in told)


def test_a_chart_drawn_anew_without_a_change_says_so():
    own = chart(versions.law())
    assert changes(own, own) == [
        Wording("与现行版本相比，步骤和判断没有变化。", "Steps and questions are as before.")
    ]


def stripped():
    """Return the law's chart as a modeller without our attributes would save it."""
    root = read(versions.law()).tree.getroot()
    for one in root.iter():
        for name in list(one.attrib):
            if "urn:sunlit:flow:1" in name:
                del one.attrib[name]
    for one in list(root.iter("{http://www.omg.org/spec/BPMN/20100524/MODEL}conditionExpression")):
        one.getparent().remove(one)
    return etree.tostring(root)


def test_a_chart_of_another_modeller_is_refused_with_sentences_that_say_what_to_add():
    faults = faults_of(stripped(), versions.CODE, on=ON)

    codes = {fault.code for fault in faults}
    assert {"no_role", "no_act", "no_condition"} <= codes
    first = next(fault for fault in faults if fault.code == "no_act")
    assert "sunlit:act=" in first.said.en
    assert "take over by name" in first.said.en
    assert first.line > 1


def test_roles_acts_and_conditions_are_taken_over_by_name():
    law = chart(versions.law())

    whole = taken_over(stripped(), law)

    assert faults_of(whole, versions.CODE, on=ON) == []
    assert [task.duty for task in chart(whole).tasks] == [task.duty for task in law.tasks]


def test_what_a_file_says_itself_is_not_taken_over():
    own = versions.redrawn(("1至3个工作日，2人以上", "1个工作日"))

    task = next(one for one in chart(taken_over(own, chart(versions.law()))).tasks
                if one.name == "现场踏勘")  # fmt: skip

    assert task.duty.limit == "1个工作日"


def test_a_name_that_nearly_exists_is_named():
    wrong = versions.redrawn(("licence-cases.survey", "licence-cases.surveys"))

    (fault,) = [one for one in faults_of(wrong, versions.CODE, on=ON)
                if one.code == "no_such_act"]  # fmt: skip

    assert "licence-cases.survey" in fault.said.zh.partition("相近的有")[2]


@pytest.mark.parametrize(
    "hostile",
    [
        b"",
        b"\x00\x01\x02",
        b"<definitions/>",
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        b"<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'/>",
        b"\xff\xfe<\x00",
        b"x" * 1_000_001,
    ],
    ids=["nothing", "bytes", "no BPMN", "an entity", "no process", "UTF-16 cut off", "too big"],
)
def test_what_is_no_chart_is_one_fault_with_a_remedy(hostile):
    (fault,) = faults_of(hostile, versions.CODE, on=ON)

    assert "this file is no flow chart" in fault.said.en.lower()
    assert ".bpmn" in fault.said.en


def test_a_script_in_a_chart_is_refused_with_its_line():
    script = "<scriptTask id='x'><script>import os</script></scriptTask></process>"
    faults = faults_of(versions.redrawn(("</process>", script)), versions.CODE, on=ON)

    found = next(fault for fault in faults if fault.code == "unsupported")
    assert found.line > 1
    assert "program" in found.said.en


def test_a_pasted_text_may_declare_any_coding():
    rest = versions.law().decode().partition("\n")[2]
    text = f'<?xml version="1.0" encoding="GBK"?>\n{rest}'

    assert faults_of(with_own_declaration(text), versions.CODE, on=ON) == []
