"""`sunlit flow` says what is wrong with a chart, and draws one."""

import json
from xml.etree import ElementTree as ET

import pytest

from tests.cli.running import run
from tests.flows.charts import LOOP, chart


@pytest.fixture
def good(tmp_path):
    path = tmp_path / "good.bpmn"
    path.write_bytes(chart(*LOOP))
    return path


@pytest.fixture
def bad(tmp_path):
    path = tmp_path / "bad.bpmn"
    path.write_bytes(chart("s -> a", "a -> e", extra='<scriptTask id="x" name="算"/>'))
    return path


def test_a_chart_without_fault_leaves_with_nought(good):
    result = run("flow", "check", good)

    assert result.exit_code == 0
    assert "1" in result.stdout


def test_faults_are_told_with_file_line_and_element(bad):
    result = run("flow", "check", bad)

    assert result.exit_code == 1
    assert f"{bad}: 第" in result.stdout
    assert "算" in result.stdout


def test_faults_are_told_in_english_where_the_installation_speaks_it(bad, settings):
    settings.LANGUAGE_CODE = "en"

    assert "a chart may carry no program" in run("flow", "check", bad).stdout


def test_faults_are_answered_in_json(good, bad):
    result = run("flow", "check", good, bad, "--json")

    first, second = json.loads(result.stdout)
    assert first["faults"] == []
    assert {fault["code"] for fault in second["faults"]} >= {"unsupported"}
    assert result.exit_code == 1


def test_an_act_that_does_not_exist_is_a_fault_unless_names_are_left_free(tmp_path):
    path = tmp_path / "other.bpmn"
    path.write_bytes(chart("s -> a", "a -> e").replace(b"flow.record", b"no-such.act"))

    assert run("flow", "check", path).exit_code == 1
    assert run("flow", "check", path, "--free").exit_code == 0


def test_without_a_file_the_charts_of_the_program_are_checked():
    result = run("flow", "check")

    assert result.exit_code == 0


def test_a_file_that_is_no_chart_is_refused_with_a_sentence(tmp_path):
    path = tmp_path / "text.bpmn"
    path.write_text("hello")

    assert run("flow", "check", path).exit_code == 1
    drawn = run("flow", "draw", path, "--out", tmp_path / "x.svg")
    assert drawn.exit_code == 1
    assert "BPMN" in drawn.stderr
    assert not (tmp_path / "x.svg").exists()


def test_a_chart_is_drawn_as_svg(good, tmp_path):
    result = run("flow", "draw", good, "--out", tmp_path / "x.svg")

    assert result.exit_code == 0
    assert ET.parse(tmp_path / "x.svg").getroot().tag.endswith("svg")  # noqa: S314
