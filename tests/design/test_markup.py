"""Light markup: what is stored is what is shown, and nothing of it runs."""

import re

import pytest
from django.utils import translation
from django.utils.html import escape
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sunlit.design.markup import Mark, addresses, from_html, to_html, visible_text
from sunlit.design.prose import quoted_prose
from tests.design.pages import Page

OFFICE = "市容局12一二三、。；“”《》（） \n\n\n\\`*_{}[]()<>#+-.!|~=:&;%ab\t/@"
WRITING = st.text(alphabet=st.sampled_from(OFFICE), max_size=60) | st.text(max_size=30)
QUICK = settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(autouse=True)
def chinese():
    with translation.override("zh-hans"):
        yield


def shown(text, **options):
    return Page(to_html(text, lambda name: f"/files/{name}", **options))


def canonical(text):
    return from_html(to_html(text, lambda name: f"/files/{name}"))


PLAIN_TEXTS = [
    "一、统一归口。二、当日登记；三、分别归档。",
    "第一行\n第二行\n\n    缩进的一行",
    "如下：\n| 编码 | 事项 |\n|---|---|\n| CG-XK-001 | 设置审批 |\n以上。",
    "|甲|乙|\n|1|2|",
    "1.推进公开。\n2.加强监督。",
    "标题\n-----以下为正文",
    "咨询电话:0500-0000124,时间 8:00~12:00；面积 3*4*5 米，见 a_b_c。",
]


@pytest.mark.parametrize("text", PLAIN_TEXTS)
def test_a_plain_text_is_shown_as_it_was_before(text):
    before, now = Page(quoted_prose(text)), shown(text)

    for tag in ("p", "th", "td", "code"):
        assert [one.words for one in now.named(tag)] == [one.words for one in before.named(tag)]


def test_headings_begin_below_that_of_the_page_and_none_is_passed_over():
    page = shown("# 一\n#### 二\n## 三\n")

    assert [(one.tag, one.words) for one in page.elements if one.tag in ("h2", "h3")] == [
        ("h2", ["一"]),
        ("h3", ["二"]),
        ("h3", ["三"]),
    ]
    assert shown("## 一", top=4).named("h4")


def test_a_table_is_one_for_screen_readers_and_narrow_screens():
    page = shown("| 名称 | 电话 |\n|---|---|\n| **城管**局 | `12319` |\n| 只有一格 |\n")

    assert [one.attributes["data-label"] for one in page.named("td")] == ["名称", "电话"] * 2
    assert all(one.attributes["scope"] == "col" for one in page.named("th"))
    assert page.named("table")[0].attributes["role"] == "table"


def test_bold_stands_beside_chinese_punctuation():
    assert [one.words for one in shown("建设**“阳光”**工程").named("strong")] == [["“阳光”"]]


def test_a_picture_has_its_description_and_waits_until_it_is_needed():
    [picture] = shown("![大门 照片](<attachment:图 1.png>)").named("img")

    assert picture.attributes["alt"] == "大门 照片"
    assert picture.attributes["loading"] == "lazy"
    assert picture.attributes["src"] == "/files/图 1.png"
    with translation.override("en"):
        assert shown("![大门](attachment:a.png)").named("img")[0].attributes["lang"] == "zh-Hans"


def test_a_picture_without_an_address_is_its_words():
    page = Page(
        to_html("见![大门](attachment:a.png)和[附件](attachment:b.pdf)", lambda _name: None)
    )

    assert not page.named("img")
    assert not page.named("a")
    assert "".join(page.named("p")[0].words) == "见大门和附件"


@pytest.mark.parametrize(
    "text",
    [
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt&colon;alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](//evil.example/)",
        "[x](/desk/)",
        "![x](https://evil.example/pixel.png)",
        "![x](data:image/svg+xml;base64,PHN2Zz4=)",
        "<https:javascript>",
        "<script>alert(1)</script>",
        '<img src=x onerror="alert(1)">',
        '[x](https://a.example "\\" onclick=alert(1)")',
        "<!-- hidden -->",
        "&lt;script&gt;",
    ],
)
def test_a_text_cannot_run_or_lead_astray(text):
    page = shown(text)

    assert {one.tag for one in page.elements} <= {"p", "a"}
    for one in page.elements:
        assert set(one.attributes) <= {"href"}
        assert one.attributes.get("href", "https://").startswith("https://")


def test_nothing_of_a_text_is_hidden_from_its_reader():
    text = "[编号]: https://a.example/13812345678\n<!-- 张三 -->\n<b hidden>李四</b>"

    for words in ("13812345678", "张三", "李四"):
        assert words in visible_text(text)
        assert words in str(to_html(text, lambda _name: None))


@pytest.mark.parametrize(
    "text",
    [
        ">" * 100 + "张三",
        "- " * 100 + "张三",
        "".join(f"{'  ' * depth}- 张{depth}\n" for depth in range(60)),
        "*" * 41 + "张三" + "*" * 41,
        "[" * 60 + "张三" + "](https://a.example)" * 60,
    ],
)
def test_what_is_nested_too_deeply_is_still_shown(text):
    names = re.findall(r"张\w", text)

    assert re.findall(r"张\w", visible_text(text)) == names
    assert re.findall(r"张\w", str(to_html(text, lambda _name: None))) == names


@pytest.mark.parametrize(
    "text",
    [
        '[局](https://a.example "张三")',
        '![门](attachment:a.png "张三")',
        "```张三\n代码\n```",
        "|甲|\n|---|\n|1|张三|",
        "| 甲\n| ---\n| 1 | 张三",
        "甲 | 乙\n---|---\n1|2|张三",
        "> |甲|\n> |---|\n> |1|张三|",
        "- |甲|\n  |---|\n  |1|张三|",
        "1. 条\n\n    |甲|\n    |---|\n    |1|张三|",
        "甲|\n:-|\n1|张三",
    ],
)
def test_words_that_the_standard_would_hide_are_shown(text):
    assert "张三" in visible_text(text)
    assert "张三" in str(to_html(text, lambda name: f"/{name}")).replace("&quot;", "")


@QUICK
@given(st.text(alphabet=st.sampled_from("张三公开甲乙 \n\n|-:>#*_`~+.1\\[]\"'!\t"), max_size=80))
@example("|张\\|三|\n|-|\n|公|开|")
def test_no_chinese_sign_of_a_text_is_hidden(text):
    signs = re.findall(r"[\u4e00-\u9fff]", text)

    assert re.findall(r"[\u4e00-\u9fff]", visible_text(text)) == signs


def test_what_is_no_light_markup_is_shown_as_it_stands():
    for text in ("~~删除~~", "www.example.org", "https://example.org", "H~2~O"):
        assert visible_text(text) == text
        assert [one.tag for one in shown(text).elements] == ["p"]


def test_the_visible_text_has_no_marks():
    text = (
        "## 一、总则\n\n**重\\*要** &#49;38 [局](https://a.example) ![门](attachment:a.png)\n\n"
        "|甲|乙|\n|丙|丁|"
    )

    assert visible_text(text) == "一、总则\n重*要 138 局 门\n甲\t乙\n丙\t丁"
    assert addresses(text) == ("https://a.example", "attachment:a.png")


def test_what_was_copied_from_word_keeps_its_shape_and_loses_its_rest():
    pasted = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
    <style>p{}</style></head><body><!--[if gte mso 9]><xml>张三</xml><![endif]-->
    <h1 style='text-align:center'><span lang=EN-US>一、<o:p></o:p></span>总则</h1>
    <p class=MsoNormal><font face=仿宋><b>第一条</b></font><span
      style='mso-spacerun:yes'>&nbsp; </span>
    为了<span style='font-weight:bold'>公开</span>。<span style='display:none'>内部</span></p>
    <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
      style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span><![endif]>申请</p>
    <p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span
      style='mso-list:Ignore'>·</span>材料</p>
    <p class=MsoNormal style='mso-list:l1 level1 lfo2'><span
      style='mso-list:Ignore'>（一）</span>受理</p>
    <table class=MsoTableGrid><tr><td colspan=2><p>甲</p><p>乙</p></td><td>丙|丁</td></tr>
    <tr><td>1</td></tr></table>
    <p><a href="javascript:x()" onclick="y()">坏</a><a href="https://a.example/?a=1&b=2">好</a></p>"""

    assert from_html(pasted) == (
        "## 一、总则\n\n**第一条** 为了**公开**。\n\n1. 申请\n   - 材料\n\n（一）受理\n\n"
        "| 甲 乙 |  | 丙\\|丁 |\n| --- | --- | --- |\n| 1 |  |  |\n\n"
        "坏[好](https://a.example/?a=1&b=2)"
    )


def test_a_number_at_the_beginning_of_a_line_stays_a_number():
    text = from_html("<p>1. 甲</p><p># 乙</p><p>- 丙</p><p>2012</p><p>---</p><p>+</p>")

    assert visible_text(text) == "1. 甲\n# 乙\n- 丙\n2012\n---\n+"
    assert [one.tag for one in shown(text).elements] == ["p"] * 6


def test_lists_that_touch_stay_two():
    page = "<ol><li>甲</li><li>乙</li></ol><ol><li>丙<ol start=3><li>丁</ol></li></ol>"
    lists = [one.attributes.get("start") for one in Page(str(shown_again(page))).named("ol")]

    assert lists == [None, None, "3"]


def shown_again(html):
    return to_html(from_html(html), lambda name: f"/files/{name}")


def test_a_deep_page_is_read_without_falling_over():
    assert "底" in from_html("<div>" * 200 + "底" + "</div>" * 200)
    from_html("<b>" * 100_000 + "底")
    from_html("<ul><li>" * 5_000 + "底")
    to_html("> " * 5_000 + "底", lambda _name: None)
    to_html("[" * 5_000 + "*" * 5_000, lambda _name: None)


@QUICK
@given(WRITING)
@example("一。二、*三\\\n四*")
@example("- a\n\n  3. b")
def test_the_canonical_text_is_stable(text):
    once = canonical(text)

    assert canonical(once) == once


@QUICK
@given(st.lists(WRITING, min_size=1, max_size=3))
def test_words_that_were_pasted_are_read_as_they_stood(lines):
    tidy = [" ".join(from_words(line).split()) for line in lines]
    text = from_html("".join(f"<p>{escape(line)}</p>" for line in tidy))

    assert "".join(visible_text(text).split()) == "".join("".join(tidy).split())


def from_words(line):
    return "".join(sign for sign in line if sign.isprintable() or sign in "\n\t ")


def test_a_mark_falls_on_what_a_reader_sees_however_it_is_written_and_is_noted_once():
    text = "电话**138**`0000`\n\n| 甲 | `0000` |\n|---|---|\n| 乙 | 丙 |"
    seen = visible_text(text)
    start = seen.index("138")

    page = shown(text, marks=[Mark(start, seen.rindex("0000") + 4, "手机号码")])

    assert [one.words[0] for one in page.named("mark")] == ["138", "0000", "甲", "0000"]
    assert [one.words for one in page.named("span")] == [["手机号码"]]


def test_of_two_marks_that_overlap_the_first_is_shown():
    page = shown("甲乙丙丁戊", marks=[Mark(1, 3, "后"), Mark(0, 2, "前"), Mark(3, 4, "又")])
    assert [one.words for one in page.named("mark")] == [["甲乙"], ["丁"]]


def test_a_mark_on_the_words_of_a_picture_stands_behind_it():
    page = shown("![车牌](attachment:a.png)好", marks=[Mark(0, 2, "车牌号")])
    assert [one.tag for one in page.elements] == ["p", "img", "mark", "span"]


@QUICK
@given(WRITING, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4))
def test_marks_change_no_word_of_a_text(text, places):
    marks = [Mark(start, end, "@") for start, end in places]
    plain, marked = (to_html(text, lambda _name: None, marks=some) for some in ((), marks))

    assert re.sub(r'</?mark[^>]*>|<span class="found-kind">@</span>', "", marked) == plain
