"""A record's longer text is written as what it is: paragraphs, articles, tables."""

import pytest
from django.utils import translation

from sunlit.design.faces import with_choices_marked, with_names_marked
from sunlit.design.prose import quoted_prose
from tests.design.pages import Page


@pytest.fixture(autouse=True)
def chinese():
    with translation.override("zh-hans"):
        yield


def test_each_article_is_a_paragraph():
    written = quoted_prose("一、统一归口。二、当日登记；三、分别归档。")

    paragraphs = [one.words for one in Page(written).named("p")]
    assert paragraphs == [["一、统一归口。"], ["二、当日登记；"], ["三、分别归档。"]]


def test_a_table_of_the_text_is_a_table():
    page = Page(
        quoted_prose("如下：\n| 编码 | 事项 |\n|---|---|\n| CG-XK-001 | 设置`审批` |\n以上。")
    )

    assert [one.words for one in page.named("th")] == [["编码"], ["事项"]]
    assert [one.attributes["data-label"] for one in page.named("td")] == ["编码", "事项"]
    assert [one.words for one in page.named("code")] == [["审批"]]
    assert [one.words for one in page.named("p")] == [["如下："], ["以上。"]]


def test_the_text_of_a_record_cannot_write_html():
    written = quoted_prose("<b>一</b>\n|<i>二</i>|\n|`<u>`|")

    assert not {"<b>", "<i>", "<u>"} & {f"<{one.tag}>" for one in Page(written).elements}


def test_an_english_page_marks_the_names_in_its_sentences():
    with translation.override("en"):
        assert with_names_marked("Ask the head of 市容管理科.") == (
            'Ask the head of <span lang="zh-Hans">市容管理科</span>.'
        )
        assert with_names_marked("Ask <them>.") == "Ask &lt;them&gt;."


def test_an_english_form_marks_its_chinese_choices():
    widget = '<select><option value="1">办公室</option><option value="2">all</option></select>'

    assert with_choices_marked(widget) == widget
    with translation.override("en"):
        assert '<option value="1" lang="zh-Hans">办公室</option>' in with_choices_marked(widget)
        assert '<option value="2">all</option>' in with_choices_marked(widget)
