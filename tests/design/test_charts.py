import re

import pytest
from django.utils import translation
from docx.oxml import parse_xml

from sunlit.design.charts import Chart, Layer, Line, Part, Row, described, drawn, tabulated
from sunlit.design.charts.canvas import TONES, Frame, shortened, width_of
from sunlit.design.specimen_charts import specimen_charts
from tests.design.pages import rendered

EVIL = '<b onclick="x">"\'&'
PAPER = Frame(640)
NUMBER = re.compile(r"-?\d+(?:\.\d+)?%?")


def chart(kind="bars", *, url="", label="Noise", layers=("In time", "Late"), lines=()):
    """A chart of two rows with two layers, or with one."""
    names = tuple(Layer(name) for name in layers)
    amounts = ((3, 1), (0, 2)) if names else ((4,), (2,))
    return Chart(
        code="tests.chart",
        title=f"By {label}",
        kind=kind,
        rows=tuple(
            Row(f"{label} {at}", tuple(Part(one, url) for one in parts), url)
            for at, parts in enumerate(amounts)
        ),
        layers=names,
        lines=lines,
    )


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def parsed(svg):
    """The drawing as XML, read as what the sheet of paper or the page would read."""
    if "xmlns" not in svg:
        svg = svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    return parse_xml(svg)


def named(root, tag):
    return list(root.iter(f"{{http://www.w3.org/2000/svg}}{tag}"))


@pytest.mark.parametrize("kind", ["bars", "columns", "progress"])
@pytest.mark.parametrize("frame", [Frame(), PAPER], ids=["page", "paper"])
def test_the_number_of_every_row_stands_on_the_drawing(kind, frame):
    root = parsed(drawn(chart(kind), frame))

    words = [one.text for one in named(root, "text")]
    assert {"4", "2", "In time", "Late"} <= set(words)


@pytest.mark.parametrize("one", specimen_charts(), ids=lambda one: one.kind)
def test_nothing_is_drawn_outside_the_width(one):
    for mark in named(parsed(drawn(one, Frame())), "rect"):
        if not mark.get("width").endswith("%"):
            continue
        ends = [float(mark.get(name).rstrip("%")) for name in ("x", "width")]
        assert ends[0] >= 0
        assert sum(ends) <= 100.01


@pytest.mark.parametrize("one", specimen_charts(), ids=lambda one: one.kind)
def test_bars_are_as_long_as_their_numbers(one):
    wide = one.kind != "columns"
    root = parsed(drawn(one, PAPER))
    marks = [
        float(mark.get("width" if wide else "height"))
        for mark in named(root, "rect")
        if "chart-tone" in (mark.get("class") or "") and mark.get("width") != "12"
    ]
    values = [part.value for row in one.rows for part in row.parts if part.value]

    assert len(marks) == len(values)
    shares = [mark / value for mark, value in zip(marks, values, strict=True)]
    assert max(shares) == pytest.approx(min(shares), rel=0.15)


def test_a_chart_that_leads_nowhere_is_an_image_with_its_words():
    root = parsed(drawn(chart(), PAPER))

    assert root.get("role") == "img"
    assert named(root, "title")[0].text == "By Noise"
    assert named(root, "desc")[0].text == described(chart())
    assert not named(root, "a")


def test_a_chart_that_leads_somewhere_does_not_hide_its_links():
    root = parsed(drawn(chart(url="/there/"), Frame()))

    assert root.get("role") == "group"
    assert [one.get("href") for one in named(root, "a")] == ["/there/", "/there/"]
    assert all(one.get("aria-label") for one in named(root, "a"))


def test_layers_are_told_apart_without_colour():
    tones = {(pattern, colour == "#f2eee6") for colour, pattern in TONES.values()}
    assert len(tones) >= 5
    in_order = [TONES[name] for name in ("first", "second", "third", "fourth", "fifth")]
    assert len({(pattern, colour == "#f2eee6") for colour, pattern in in_order}) == 5


def test_what_people_type_is_shown_and_never_obeyed():
    one = chart("columns", url=EVIL, label=EVIL, lines=(Line(EVIL, 0.5),))
    page = rendered("{% chart one %}", one=one)

    assert "<b" not in page
    assert 'onclick="' not in page
    assert "&lt;b" in page


def test_there_is_no_style_but_that_of_the_sheets():
    for one in specimen_charts():
        assert "style=" not in drawn(one, Frame())


def test_the_table_says_what_the_drawing_shows():
    heads, rows = tabulated(chart())

    assert [head.label for head in heads] == ["Group", "In time", "Late", "Records", "Share"]
    assert [cell.value for cell in rows[0][1:4]] == [3, 1, 4]
    assert rows[0][4] == "66.7 %"


@pytest.mark.parametrize(("many", "edge"), [(12, "middle"), (13, "end")], ids=["few", "many"])
def test_the_last_label_of_many_columns_is_not_cut_at_the_edge(many, edge):
    rows = tuple(Row(f"{at}–{at + 1}", (Part(1, ""),), "") for at in range(many))
    one = Chart(code="tests.many", title="Days", kind="columns", rows=rows, layers=(), lines=())
    root = parsed(drawn(one, Frame()))

    (last,) = [text for text in named(root, "text") if text.text == rows[-1].label]
    assert last.get("text-anchor") == edge


def test_a_number_opens_its_records_and_zero_opens_nothing():
    _heads, rows = tabulated(chart(url="/there/"))

    assert [cell.url for cell in rows[1][1:4]] == ["", "/there/", "/there/"]


def test_a_row_without_a_part_for_each_layer_is_a_fault():
    with pytest.raises(ValueError, match=r"tests\.chart"):
        Chart(code="tests.chart", title="", kind="bars", rows=(Row("", ()),), layers=())


def test_an_empty_chart_is_drawn_without_a_fault():
    for kind in ("bars", "columns", "shares", "progress"):
        root = parsed(drawn(Chart(code="t", title="T", kind=kind, rows=()), PAPER))
        assert named(root, "desc")[0].text == "0 records."


def test_a_chinese_character_is_as_wide_as_high():
    assert width_of("投诉", 14) == 28
    assert width_of("ab", 14) < 28
    assert shortened("投诉举报", 42, 14) == "投诉…"
    assert shortened("投诉举报", 56, 14) == "投诉举报"


def test_chinese_words_are_marked_in_a_drawing_of_another_language():
    svg = drawn(chart(label="噪声"), Frame(language="en"))
    assert 'lang="zh-Hans"' in svg
    with translation.override("zh-hans"):
        assert 'lang="' not in drawn(chart(label="噪声"), Frame())


def test_a_chart_describes_itself_in_a_sentence():
    assert described(chart(lines=(Line("Median: 3 days", 0.5),))) == (
        "6 records. The largest group: Noise 0, 4. Median: 3 days."
    )
