"""Others' programs read our flow charts: schema, lint, soundness, and an engine of its own."""

import json
import subprocess
from pathlib import Path

import pytest
from lxml import etree

from sunlit.flows.library import shipped
from sunlit.flows.running import program, way_out

pytestmark = pytest.mark.peers

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
MODULES = HERE / "node_modules"
PYTHON = ROOT / ".venv" / "outside" / "bin" / "python"
CHARTS = [one for charts in shipped().values() for one in charts]
PATHS = [str(one.path) for one in CHARTS]
LONGEST = 60
"""How many steps a walk has at most; each shipped chart ends in fewer, loops gone round twice."""


@pytest.fixture(scope="module")
def node():
    if not MODULES.is_dir():
        pytest.skip("needs Node.js: make test installs the packages if npm is there")

    def run(*words, told=""):
        return subprocess.run(
            [str(word) for word in words],
            cwd=HERE,
            input=told,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


@pytest.fixture(scope="module")
def schema(node):
    (path,) = (MODULES / "bpmn-moddle").rglob("BPMN20.xsd")
    return etree.XMLSchema(etree.parse(path))


@pytest.mark.parametrize("one", CHARTS, ids=lambda one: f"{one.procedure}@{one.since}")
def test_every_chart_keeps_the_schema_that_bpmn_moddle_brings(schema, one):
    assert schema.validate(etree.fromstring(one.content)), schema.error_log


def test_bpmnlint_finds_nothing_in_our_charts(node):
    found = node("node_modules/.bin/bpmnlint", *PATHS)

    assert found.returncode == 0, found.stdout


def test_bpmnlint_would_have_found_something(node, tmp_path):
    broken = tmp_path / "broken.bpmn"
    broken.write_bytes(CHARTS[0].content.replace(b"endEvent", b"manualTask"))

    assert "end-event-required" in node("node_modules/.bin/bpmnlint", broken).stdout


def test_pm4py_proves_every_chart_sound_and_a_broken_one_not(tmp_path):
    if not PYTHON.exists():
        pytest.skip("needs pm4py: make test installs it in a place of its own")
    broken = tmp_path / "broken.bpmn"
    one = next(one for one in CHARTS if one.procedure == "license_ordinary")
    broken.write_bytes(
        one.content.replace(b'<exclusiveGateway id="MS4"', b'<parallelGateway id="MS4"').replace(
            b"</exclusiveGateway>", b"</parallelGateway>", 0
        )
    )
    text = broken.read_text()
    start = text.index('id="MS4"')
    end = text.index("</exclusiveGateway>", start)
    broken.write_text(text[:end] + "</parallelGateway>" + text[end + len("</exclusiveGateway>") :])

    found = subprocess.run(
        [PYTHON, HERE / "soundness.py", *PATHS, broken],
        capture_output=True,
        text=True,
        check=True,
    )

    answers = json.loads(found.stdout)
    assert answers.pop(str(broken)) is False
    assert answers == dict.fromkeys(PATHS, True)


def walks(flow):
    """Return walks that take every answer of every decision at least once, each to an end."""
    found, untried = [], None
    tried = set()
    while untried != 0:
        walk, place, untried = [], flow.begin(), 0
        while not place.is_ended and len(walk) < LONGEST:
            task = place.ready[0]
            answers = {}
            for question in flow.questions_after(task):
                options = [value for value, _word in question.options]
                fresh = [one for one in options if (question.node, one) not in tried]
                # With nothing new to try, the last option listed in turn leads out of every loop.
                answers[question.name] = (fresh or options)[len(walk) % len(fresh or options)]
            place = flow.carry_out(place, task, answers)
            for question in flow.questions_after(task):
                taken = (question.node, answers[question.name])
                if taken not in tried and reached(flow, task, question.node, answers):
                    tried.add(taken)
                    untried += 1
            walk.append({"task": task, "answers": answers})
        found.append((walk, place))
    return found


def reached(flow, task, decision, answers):
    """Whether a decision was passed on the way from a task, given the answers."""
    at = flow.chart.leaving(task)[0].target
    while at != decision:
        node = flow.chart.nodes[at]
        if node.kind not in {"decision", "fork"}:
            return False
        at = way_out(flow.chart, node, answers).target
    return True


def test_bpmn_engine_does_the_same_in_the_same_order(node):
    asked, expected = [], []
    for one in CHARTS:
        flow = program(one.content)
        for walk, place in walks(flow):
            asked.append({"file": str(one.path), "steps": walk})
            expected.append(
                {
                    "done": [step["task"] for step in walk],
                    "ends": list(place.ended_at),
                    "waiting": list(place.ready),
                }
            )

    found = node("node", "walk.mjs", told=json.dumps(asked))

    assert found.returncode == 0, found.stderr
    answers = [json.loads(line) for line in found.stdout.splitlines()]
    assert len(answers) == len(expected) > len(CHARTS)
    for question, answer, ours in zip(asked, answers, expected, strict=True):
        assert answer == ours, question["file"]
