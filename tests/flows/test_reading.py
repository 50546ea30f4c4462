"""A file is read as what it is, whoever drew it; what could do harm is refused with a sentence."""

import pytest

from sunlit.flows.chart import NodeKind
from sunlit.flows.faults import NoChart
from sunlit.flows.linting import check
from sunlit.flows.reading import read
from tests.flows.charts import HEAD, LOOP, chart


def test_nodes_arrows_and_lanes_are_read_as_written():
    found = read(chart(*LOOP)).chart
    assert found.name == "试办程序"
    assert [node.kind for node in found.nodes.values()] == [
        NodeKind.START,
        NodeKind.DECISION,
        NodeKind.TASK,
        NodeKind.DECISION,
        NodeKind.END,
        NodeKind.TASK,
    ]
    assert found.nodes["a"].duty.act == "flow.record"
    assert found.nodes["a"].duty.role == "window_clerk"
    assert found.arrows["f4"].condition == 'complete = "yes"'


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "XML"),
        (b"not xml", "XML"),
        (b"<html/>", "definitions"),
        (b"\xff\xfe\x00\x00", "XML"),
        (HEAD.encode() + b"</definitions>", "process"),
        (
            HEAD.encode() + b'<process id="a"/><process id="b"/></definitions>',
            "process",
        ),
        (chart(*LOOP) + b" " * 1_000_000, "1MB"),
        (chart("s -> a", *(f"a{n} -> b{n}" for n in range(200))), "300"),
    ],
)
def test_what_is_no_chart_is_refused(content, word):
    with pytest.raises(NoChart, match=word) as refusal:
        read(content)
    assert ".bpmn" in str(refusal.value.remedy)


BOMB = b"""<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
<process id="&d;"/></definitions>"""
OUTSIDE = b"""<?xml version="1.0"?>
<!DOCTYPE definitions [<!ENTITY secret SYSTEM "file:///etc/hostname">]>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
<process id="p"><documentation>&secret;</documentation></process></definitions>"""


@pytest.mark.parametrize("content", [BOMB, OUTSIDE], ids=["entity bomb", "entity of a file"])
def test_entities_are_refused(content):
    with pytest.raises(NoChart, match="DOCTYPE"):
        read(content)


@pytest.mark.parametrize(
    ("element", "word"),
    [
        ('<scriptTask id="x" name="算"><script>import os</script></scriptTask>', "脚本"),
        ('<callActivity id="x" name="自己" calledElement="p1"/>', "调用"),
        ('<serviceTask id="x" name="外联"/>', "serviceTask"),
        ('<subProcess id="x" name="子流程"/>', "subProcess"),
        (
            '<boundaryEvent id="x" attachedToRef="a"><timerEventDefinition/></boundaryEvent>',
            "日历",
        ),
        ('<inclusiveGateway id="x"/>', "inclusiveGateway"),
        (
            '<intermediateCatchEvent id="x"><messageEventDefinition/></intermediateCatchEvent>',
            "intermediateCatchEvent",
        ),
        ('<endEvent id="x"><terminateEventDefinition/></endEvent>', "endEvent"),
        (
            '<userTask id="x" name="逐个办理"><multiInstanceLoopCharacteristics/></userTask>',
            "userTask",
        ),
    ],
)
def test_elements_that_are_not_run_are_named_with_their_line(element, word):
    faults = check(chart("s -> a", "a -> e", extra=element)).faults
    unsupported = [fault for fault in faults if fault.code == "unsupported"]
    assert len(unsupported) == 1
    assert word in unsupported[0].said.zh
    assert unsupported[0].line > 1
    assert unsupported[0].said.en


def test_an_arrow_that_leads_nowhere_is_a_fault():
    loose = '<sequenceFlow id="x" sourceRef="a" targetRef="nobody"/>'
    faults = check(chart("s -> a", "a -> e", extra=loose)).faults
    assert "loose_arrow" in {fault.code for fault in faults}


def test_what_breaks_the_schema_is_told_with_its_line():
    faults = check(chart("s -> a", "a -> e", extra='<lane id="x" colour="red"/>')).faults
    assert any(fault.code == "schema" and fault.line for fault in faults)
