"""Differences of two texts on a page: by paragraphs, marked by more than colour, folded."""

from django.template import Context, Template
from django.utils import translation
from hypothesis import example, given

from sunlit.design.differing import FOLDED_FROM, Table, stretches
from sunlit.design.markup import visible_text
from sunlit.kernel.differences import Kind
from tests.design.pages import Page
from tests.design.test_markup import QUICK, WRITING


def shown(before, after):
    """Return the component's markup, in English."""
    with translation.override("en"):
        template = Template("{% load differing %}{% differences before after %}")
        return template.render(Context({"before": before, "after": after}))


def test_what_went_and_what_came_is_said_in_words_too():
    page = shown("每日清扫1次。", "每日清扫2次。")
    assert "<del>" in page
    assert "<ins>" in page
    assert "[removed:" in page
    assert "[added:" in page


def test_what_stands_in_a_text_is_no_markup():
    page = shown("<b>甲</b>", "<script>乙</script>")
    assert "<b>" not in page
    assert "<script>" not in page


def test_a_long_stretch_without_a_change_is_folded():
    lines = [f"第{number}段。" for number in range(FOLDED_FROM)]
    before, after = "\n".join([*lines, "旧。"]), "\n".join([*lines, "新。"])

    folded, changed = stretches(before, after)

    assert (folded.is_folded, len(folded.blocks)) == (True, FOLDED_FROM)
    assert not changed.is_folded
    assert f"{FOLDED_FROM} paragraphs unchanged" in shown(before, after)
    short = stretches("\n".join([*lines[1:], "旧。"]), "\n".join([*lines[1:], "新。"]))
    assert not any(one.is_folded for one in short)


def test_no_line_of_either_text_is_left_out():
    before, after = "甲。\n乙。\n丙。", "甲。\n丁。\n\n丙。\n戊。"
    told = [
        "".join(run.text for run in paragraph.runs)
        for stretch in stretches(before, after)
        for paragraph in stretch.blocks
    ]
    for line in (*before.split("\n"), *after.split()):
        assert any(line.strip("。") in one for one in told), line


TABLE = "| 路段 | 次数 |\n|---|---|\n| 东街 | 12 |\n| 西街 | 30 |\n| 南街 | 9 |"


def test_what_changed_in_a_table_is_marked_in_its_cell():
    page = shown(TABLE, TABLE.replace("12", "13"))

    assert len(Page(page).named("table")) == 1
    assert len(Page(page).named("td")) == 6
    assert "<td><del>" in page
    assert page.count("<del>") == page.count("<ins>") == 1


def test_a_row_that_went_and_one_that_came_stand_in_the_table():
    after = TABLE.replace("| 西街 | 30 |\n", "") + "\n| 环城北路 | 4 |"
    [stretch] = stretches(TABLE, after)
    [table] = stretch.blocks

    kinds = [{run.kind for cell in row for run in cell} for row in table.rows]

    assert kinds == [{Kind.SAME}, {Kind.SAME}, {Kind.REMOVED}, {Kind.SAME}, {Kind.ADDED}]


def test_headings_and_lists_stay_what_they_are():
    before = "## 范围\n\n- 东街\n- 西街\n\n1. 登记\n2. 整改"
    page = Page(shown(before, before.replace("整改", "限期整改").replace("范围", "实施范围")))

    headings = [one for one in page.named("p") if one.attributes.get("role") == "heading"]
    assert [one.attributes["aria-level"] for one in headings] == ["4"]
    assert [one.attributes.get("value") for one in page.named("li")] == [None, None, "1", "2"]
    assert len(page.named("ins")) == 2
    assert not page.named("del")


def test_where_only_the_address_of_a_link_changed_both_are_told():
    page = shown("见[通告](https://a.example/1)。", "见[通告](https://a.example/2)。")
    assert "见通告（https://a.example/" in page
    assert page.count("<del>") == page.count("<ins>") == 1


def test_a_table_with_other_columns_is_another_table():
    after = "| 路段 | 次数 | 备注 |\n|---|---|---|\n| 东街 | 12 | 无 |"
    [stretch] = stretches(TABLE, after)
    assert [len(one.rows[0]) for one in stretch.blocks] == [2, 3]


def _words(runs, without):
    return "".join(run.text for run in runs if run.kind is not without)


@QUICK
@given(WRITING, WRITING)
@example("", "-\n1")
def test_each_text_is_told_whole(before, after):
    lines = [
        runs
        for stretch in stretches(before, after)
        for block in stretch.blocks
        for runs in (
            [cell for row in block.rows for cell in row]
            if isinstance(block, Table)
            else [block.runs]
        )
    ]
    for text, other in ((before, Kind.ADDED), (after, Kind.REMOVED)):
        told = "".join(_words(runs, other) for runs in lines)
        bare = "".join(visible_text(text).split())
        if "](" not in text:
            assert "".join(told.split()) == bare
