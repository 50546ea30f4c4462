"""An official writes a longer text in the editor, pastes from Word, and breaks no policy."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.desk import WIDE, log_in, send

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<style>p {color: red}</style></head><body><!--[if gte mso 9]><xml><o:x/></xml><![endif]-->
<p class=MsoNormal style="mso-margin-top-alt:auto"><b>
<span style="font-family:仿宋_GB2312">检修情况</span></b><o:p></o:p></p>
<p class=MsoListParagraph style="text-indent:-21pt;mso-list:l0 level1 lfo1"><span
style="mso-list:Ignore">1.<span>&nbsp;&nbsp;</span></span>制动系统</p>
<p class=MsoNormal onclick="alert(1)"><span style="display:none">内部意见</span>全部合格。</p>
<table border=1><tr><td>车辆</td><td>结论</td></tr><tr><td>一号车</td><td>合格</td></tr></table>
<script>alert(2)</script><img src="https://example.org/x.png"></body></html>"""

PASTE = """html => {
  const carried = new DataTransfer();
  carried.setData("text/html", html);
  carried.setData("text/plain", "检修情况");
  const event = new ClipboardEvent("paste",
    {clipboardData: carried, bubbles: true, cancelable: true});
  document.querySelector(".editor-text").dispatchEvent(event);
}"""


@pytest.fixture
def writing(site, chromium) -> Iterator[tuple[Page, list[str]]]:
    """Return the desk of the clerk with scripts, and what the browser complains of."""
    context = chromium.new_context(viewport=WIDE, base_url=site.url, locale="zh-CN")
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    log_in(site, page, "clerk")
    yield page, complaints
    context.close()


def drafting(page: Page) -> None:
    """Open the form of a new item and fill in all but its text."""
    page.goto("/desk/items/open/draft/")
    page.locator("main [name=office]").select_option("KS01")
    page.locator("main [name=category]").select_option(index=1)
    page.locator("main [name=title]").fill("清运车辆检修情况")
    page.locator("main [name=made_on]").fill("2012-12-28")


def test_what_is_pasted_from_word_arrives_clean_and_breaks_no_policy(writing):
    page, complaints = writing
    drafting(page)
    text = page.locator(".editor-text")
    text.click()

    page.evaluate(PASTE, WORD)
    expect(text).to_contain_text("全部合格")
    send(page)

    expect(page.locator(".messages .notice--done")).to_be_visible()
    shown = page.locator("main").inner_text()
    expect(page.locator("main strong", has_text="检修情况").first).to_be_visible()
    expect(page.locator("main td", has_text="合格").first).to_be_visible()
    assert "内部意见" not in shown
    assert "example.org" not in shown
    assert "alert" not in shown
    assert complaints == []


def test_what_was_written_is_there_again_when_something_is_wrong(writing):
    page, complaints = writing
    drafting(page)
    page.locator("main [name=made_on]").fill("2013-02-01")
    page.locator(".editor-text").click()
    page.keyboard.type("检修完毕")

    assert send(page).status == 422

    expect(page.locator(".editor-text")).to_contain_text("检修完毕")
    # The browser itself notes that the answer was no page of the usual kind.
    assert [said for said in complaints if "422" not in said] == []


def test_the_tools_of_the_text_are_reached_by_the_keyboard(writing):
    page, _complaints = writing
    drafting(page)
    page.get_by_role("button", name="加粗", exact=True).focus()

    page.keyboard.press("ArrowRight")

    expect(page.get_by_role("button", name="斜体", exact=True)).to_be_focused()
    expect(page.get_by_role("textbox", name="正文")).to_be_visible()
    assert page.locator("textarea[name=body]").is_hidden()
