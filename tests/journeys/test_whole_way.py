"""One item from a Word file to its tombstone: screened, signed, timed, changed, withdrawn."""

import io
import time
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import xlsxwriter
from docx import Document
from playwright.sync_api import Page, expect
from python_calamine import CalamineWorkbook

from tests.journeys.desk import Desk, Matter, acted, send
from tests.journeys.serving import Site

TITLE = "冬季清运车辆检修情况通报"
NUMBER, MASKED = "11010519491231002X", "110105********002X"
HIDDEN = "内部掌握名单"
TODAY, WAIT = "2012-12-31", timedelta(seconds=12)
OFFICE = ZoneInfo("Asia/Shanghai")
EVENTS = (
    "导入文稿", "添加附件", "遮盖筛查发现", "科室审核", "保密审查", "审批同意公开", "定时发布",
    "公开发布", "撤下信息",
)  # fmt: skip


def word_file() -> bytes:
    """Return a text with an identity number in it, as an office writes one."""
    document = Document()
    document.add_heading(TITLE, level=0)
    document.add_heading("基本情况", level=1)
    document.add_paragraph(f"共检修28台。经办住户身份证号{NUMBER}，已核对。")
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def workbook() -> bytes:
    """Return a workbook with a hidden sheet, in which the same number stands."""
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    book.add_worksheet("检修表").write(0, 0, "一号车合格")
    hidden = book.add_worksheet("底稿")
    hidden.write(0, 0, f"{HIDDEN}{NUMBER}")
    hidden.hide()
    book.close()
    return content.getvalue()


def handed_in(page: Page, name: str, content: bytes, **chosen: str | int | bool) -> None:
    """Hand a file in by the form of the page, with what else is chosen there."""
    kind = "application/octet-stream"
    page.locator("main input[type=file]").set_input_files(
        {"name": name, "mimeType": kind, "buffer": content}
    )
    for field, value in chosen.items():
        place = page.locator(f"main [name={field}]")
        if field in ("office", "category"):
            place.select_option(
                **({"index": value} if isinstance(value, int) else {"value": value})
            )
        else:
            place.fill(str(value))
    send(page)
    expect(page.locator(".messages .notice--done")).to_be_visible()


def forced(page: Page, matter: Matter, act: str) -> int:
    """Post an act past the page, and return what was answered."""
    [cookie] = [one for one in page.context.cookies() if one["name"] == "csrftoken"]
    typed = {"finding": "ok", "decision": "publish", "body": "x"}
    form = {"csrfmiddlewaretoken": cookie["value"], **typed}
    return page.request.post(f"{matter.address}{act}/", form=form).status


def found(page: Page, site: Site, words: str) -> bool:
    """Say whether the public finds something by its words."""
    page.goto(f"{site.url}/search?q={words}")
    return page.get_by_role("link", name=words).count() > 0


def drafted(clerk: Page) -> Matter:
    """Draft the item from its file, and attach the other one."""
    clerk.goto("/desk/items/open/draft-from-word/")
    handed_in(clerk, "通报.docx", word_file(), office="KS06", category=1, made_on="2012-12-28")
    item = Matter("items", clerk.url)
    clerk.goto(f"{item.address}attach-file/")
    handed_in(clerk, "检修表.xlsx", workbook(), description="逐车检修结论")
    return item


def screened(clerk: Page, head: Page, item: Matter) -> None:
    """See the number in the text, and what was hidden; nobody signs before it is masked."""
    shown = clerk.locator("main").inner_text()
    assert NUMBER in shown
    assert "隐藏的工作表" in shown
    assert HIDDEN not in shown
    assert forced(head, item, "section-review") == 422
    acted(clerk, item, "mask-findings")
    text = clerk.locator("main").inner_text()
    assert MASKED in text
    assert NUMBER not in text


def signed(at_desk: Desk, item: Matter) -> None:
    """Let three others sign; nobody takes the step of another, and none is passed over."""
    clerk = at_desk("clerk")
    for act in ("section-review", "secrecy-review", "approve", "publish"):
        assert forced(clerk, item, act) in (403, 409), act
    acted(at_desk("section"), item, "section-review")
    assert forced(at_desk("section"), item, "secrecy-review") == 403
    acted(at_desk("secrecy"), item, "secrecy-review", finding="ok")
    assert forced(at_desk("secrecy"), item, "approve") == 403
    assert forced(clerk, item, "publish") == 409
    acted(at_desk("approver"), item, "approve", decision="publish")


def timed(clerk: Page, page: Page, site: Site, item: Matter) -> None:
    """Let it become public by itself at its hour and not before; what is over is refused."""
    clerk.goto(f"{item.address}schedule/")
    clerk.locator("[name=publish_on]").fill("2012-12-30")
    assert send(clerk).status == 422
    hour = (datetime.now(OFFICE) + WAIT).strftime("%H:%M:%S")
    acted(clerk, item, "schedule", publish_on=TODAY, publish_at=hour)
    assert not found(page, site, TITLE)
    until = time.monotonic() + 60
    while not found(page, site, TITLE) and time.monotonic() < until:
        page.wait_for_timeout(500)
    assert found(page, site, TITLE)


def read(page: Page, site: Site) -> tuple[str, str]:
    """Read it as the public does; return its address, and that of its file."""
    page.get_by_role("link", name=TITLE).first.click()
    shown = page.locator("main").inner_text()
    assert MASKED in shown
    assert "检修表.xlsx" in shown
    assert "保密审查" in shown
    file = f"{site.url}{page.locator('.files a').get_attribute('href')}"
    content = page.request.get(file)
    assert content.status == 200
    book = CalamineWorkbook.from_filelike(io.BytesIO(content.body()))
    assert book.sheet_names == ["检修表"]
    return page.url, file


def changed(at_desk: Desk, item: Matter) -> None:
    """Change it by a draft that passes the whole gate again."""
    clerk = at_desk("clerk")
    acted(clerk, item, "begin-revision", kind="revision", reason="补充检修数量")
    draft = Matter("items", clerk.url)
    assert draft.address != item.address
    clerk.goto(f"{draft.address}revise/")
    body = clerk.locator("[name=body]")
    written = body.input_value()
    assert "28台" in written
    body.fill(written.replace("28台", "29台"))
    assert send(clerk).status in (200, 302), clerk.locator("main").inner_text()[:600]
    acted(at_desk("section"), draft, "section-review")
    acted(at_desk("secrecy"), draft, "secrecy-review", finding="ok")
    acted(at_desk("approver"), draft, "approve", decision="publish")
    acted(clerk, draft, "publish")


def test_an_item_goes_its_whole_way(at_desk, site, page):
    clerk = at_desk("clerk")
    item = drafted(clerk)
    screened(clerk, at_desk("section"), item)
    signed(at_desk, item)
    timed(clerk, page, site, item)
    address, file = read(page, site)

    changed(at_desk, item)
    page.goto(address)
    assert "29台" in page.locator("main").inner_text()
    page.goto(address.replace("/d/", "/changes/"))
    assert "补充检修数量" in page.locator("main").inner_text()
    assert page.locator("ins").count()
    assert page.locator("del").count()

    acted(at_desk("approver"), item, "withdraw", reason="检修结论有误")
    page.goto(address)
    tombstone = page.locator("main").inner_text()
    assert "检修结论有误" in tombstone
    assert "29台" not in tombstone
    assert page.request.get(file).status == 404
    until = time.monotonic() + 30
    while found(page, site, TITLE) and time.monotonic() < until:
        page.wait_for_timeout(500)
    assert not found(page, site, TITLE)

    clerk.goto(item.address)
    ledger = clerk.locator("section", has=clerk.locator("#history-title")).inner_text()
    assert [event for event in EVENTS if event not in ledger] == []
