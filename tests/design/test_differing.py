"""Differences of two texts on a page: by paragraphs, marked by more than colour, folded."""

from django.template import Context, Template
from django.utils import translation

from sunlit.design.differing import FOLDED_FROM, stretches


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

    assert (folded.is_folded, len(folded.paragraphs)) == (True, FOLDED_FROM)
    assert not changed.is_folded
    assert f"{FOLDED_FROM} paragraphs unchanged" in shown(before, after)
    short = stretches("\n".join([*lines[1:], "旧。"]), "\n".join([*lines[1:], "新。"]))
    assert not any(one.is_folded for one in short)


def test_no_line_of_either_text_is_left_out():
    before, after = "甲。\n乙。\n丙。", "甲。\n丁。\n\n丙。\n戊。"
    told = [
        "".join(run.text for run in paragraph.runs)
        for stretch in stretches(before, after)
        for paragraph in stretch.paragraphs
    ]
    for line in (*before.split("\n"), *after.split()):
        assert any(line.strip("。") in one for one in told), line
