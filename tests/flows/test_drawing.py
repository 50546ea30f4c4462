"""A chart is drawn as its file says, laid out where it says nothing, and told in words besides."""

from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sunlit.flows.drawing import Stand, drawn
from sunlit.flows.layout import laid_out
from sunlit.flows.lettering import lines_in, width_of
from sunlit.flows.library import shipped
from sunlit.flows.reading import read
from sunlit.flows.telling import told
from sunlit.flows.writing import with_diagram
from tests.flows.charts import LOOP, PARALLEL, chart

EVERY_CHART = [one for charts in shipped().values() for one in charts]
SVG = "{http://www.w3.org/2000/svg}"


def overlap(one, other):
    return (
        one.x < other.right
        and other.x < one.right
        and one.y < other.bottom
        and other.y < one.bottom
    )


def crosses(box, one, other):
    left, right = sorted((one[0], other[0]))
    top, bottom = sorted((one[1], other[1]))
    return left < box.right and right > box.x and top < box.bottom and bottom > box.y


def assert_well_drawn(found):
    boxes = {id_: node.box for id_, node in found.nodes.items() if node.box}
    assert boxes.keys() == found.nodes.keys()
    assert not [
        (one, other)
        for one in boxes
        for other in boxes
        if one < other and overlap(boxes[one], boxes[other])
    ]
    for arrow in found.arrows.values():
        for one, other in pairwise(arrow.points):
            assert one[0] == other[0] or one[1] == other[1], f"{arrow.id} runs aslant"
            for id_, box in boxes.items():
                assert not crosses(box, one, other), f"{arrow.id} runs through {id_}"


@pytest.mark.parametrize("arrows", [LOOP, PARALLEL, ("s -> a", "a -> e")])
def test_a_chart_without_places_is_laid_out_clear(arrows):
    assert_well_drawn(laid_out(read(chart(*arrows)).chart))


@pytest.mark.parametrize("one", EVERY_CHART, ids=lambda one: f"{one.procedure}@{one.since}")
def test_every_shipped_chart_is_drawn_clear_and_lies_in_its_lanes(one):
    found = read(one.content).chart
    assert found.is_drawn
    assert_well_drawn(found)
    for node in found.nodes.values():
        lane = found.lanes[node.lane].box
        assert lane is not None
        assert node.box is not None
        assert lane.x < node.box.x
        assert node.box.right < lane.right


def test_the_same_chart_is_always_drawn_alike():
    assert with_diagram(chart(*LOOP)) == with_diagram(with_diagram(chart(*LOOP)))


def test_the_picture_shows_every_task_every_answer_and_no_script():
    picture = drawn(read(chart(*LOOP)).chart)
    root = ET.fromstring(picture)  # noqa: S314
    words = "".join(root.itertext())
    for word in ("办理a", "办理b", "齐全？", "是", "否", "窗口"):
        assert word in words
    assert not root.findall(f".//{SVG}script")
    assert "style=" not in picture
    assert root.get("role") == "img"
    assert root.get("aria-label") == "试办程序"


def test_markup_in_a_name_is_text():
    content = chart("s -> a", "a -> e").replace("办理a".encode(), b"&lt;script&gt;x&lt;/script&gt;")
    picture = drawn(read(content).chart)
    assert "<script" not in picture
    assert "&lt;script&gt;" in picture


def test_where_a_case_stands_is_said_by_colour_and_by_sign():
    stand = Stand(done={"s", "a"}, now={"b"}, unrecorded={"e"}, links={"a": "#step-1"})
    root = ET.fromstring(drawn(read(chart(*LOOP)).chart, stand))  # noqa: S314
    groups = {one.get("data-node"): one for one in root.iter(f"{SVG}g") if one.get("data-node")}
    assert "flow__node--done" in groups["a"].get("class", "")
    assert "✓" in "".join(groups["a"].itertext())
    assert groups["b"].find(f"{SVG}circle[@class='flow__token']") is not None
    assert "?" in "".join(groups["e"].itertext())
    assert root.find(f".//{SVG}a[@href='#step-1']") is not None


def test_the_steps_in_words_say_what_the_picture_says():
    first, second = told(read(chart(*LOOP)).chart)
    assert (first.number, first.task, first.by) == (1, "办理a", "窗口")
    assert [(way.asks, way.answer, way.step, way.end) for way in first.ways] == [
        ("齐全？", "是", None, "e"),
        ("齐全？", "否", 2, ""),
    ]
    assert [way.step for way in second.ways] == [1]


@pytest.mark.parametrize("one", EVERY_CHART, ids=lambda one: f"{one.procedure}@{one.since}")
def test_the_words_of_every_shipped_chart_lead_to_all_its_steps_and_ends(one):
    found = read(one.content).chart
    steps = told(found)
    reached = {way.step for step in steps for way in step.ways if way.step}
    assert reached | {1} == {step.number for step in steps}
    ends = {way.end for step in steps for way in step.ways if way.end}
    assert len(ends) == len({node.name for node in found.nodes.values() if node.kind == "end"})


@given(st.text(alphabet="城管执法 abc12（）、。", max_size=60), st.floats(40, 200))
def test_no_sign_of_a_text_is_lost_when_it_is_broken_into_lines(text, width):
    lines = lines_in(text, width, size=14)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width_of(line, size=14) <= width + 3 * 14 or " " not in line for line in lines)
