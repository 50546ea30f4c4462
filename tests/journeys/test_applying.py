"""An applicant files on a telephone, and follows the case until its decision is public."""

import re
from dataclasses import dataclass

from playwright.sync_api import Browser, BrowserContext, Page, expect
from pypdfium2 import PdfDocument

from tests.journeys.desk import Desk, Matter, acted, fill, stands_at
from tests.journeys.serving import Site

TELEPHONE = {"width": 390, "height": 844}
PERSON, CERTIFICATE, PHONE = "欧阳申请人", "11010519491231002X", "13800000000"
MASKED = "欧阳某某某"
WHAT = {"content": "设置灯箱广告", "place": "中心大街 18 号"}
WHO = {
    "applicant_kind": True,
    "applicant": PERSON,
    "certificate": CERTIFICATE,
    "phone": PHONE,
}
GRANT = "城管许〔2012〕900号"
PAPERS, LACKING = 5, 3
"""How many papers the licence asks for, and the place of the one that the applicant forgets."""


def fits(page: Page) -> None:
    """See that a page is no wider than the telephone."""
    page.wait_for_load_state()
    assert page.evaluate("document.documentElement.scrollWidth") <= TELEPHONE["width"]


def go(page: Page, name: str) -> None:
    """Push a button of the page, and see that what comes fits the telephone."""
    page.locator("main").get_by_role("button", name=name, exact=True).click()
    fits(page)


def choose(page: Page, place: int, name: str, content: bytes) -> None:
    """Choose a file for the paper at a place of the list."""
    file = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    page.locator(f"[name=paper-{place}]").set_input_files(file)


def begun(page: Page) -> str:
    """Begin an application, as far as who applies, and return its resume code."""
    page.goto("/powers/CG-XK-001/")
    page.get_by_role("link", name="网上申请", exact=True).click()
    fill(page, WHAT)
    go(page, "保存并继续")
    code = page.locator(".kept .receipt-code").inner_text()
    fill(page, WHO)
    go(page, "保存并继续")
    return code


def sent_off(page: Page, code: str) -> tuple[str, str]:
    """Take an application up, hand in all papers but one; return its number and query code."""
    page.goto("/apply/resume/")
    fill(page, {"code": code})
    go(page, "继续")
    choose(page, 1, "申请表.docm", b"PK\x03\x04")
    go(page, "上传并检查")
    expect(page.locator(".paper .error")).to_contain_text("可含宏")
    for place in range(1, PAPERS + 1):
        if place != LACKING:
            choose(page, place, f"材料{place}.txt", f"材料{place}".encode())
    go(page, "上传并继续")
    fill(page, {"truth": True, "signed_as": PERSON})
    go(page, "提交申请")
    expect(page.get_by_role("heading", name="接下来怎么办")).to_be_visible()
    return page.locator(".receipt-number").inner_text(), page.locator(".receipt-code").inner_text()


def followed(page: Page, number: str, query_code: str) -> None:
    """Open the page of the case by its number and query code."""
    page.goto("/track/")
    fill(page, {"number": number, "query_code": query_code.lower()})
    go(page, "查询")


def opened(clerk: Page, number: str) -> Matter:
    """Find the case at the desk by its number, as the window does."""
    clerk.goto(f"/desk/licence-cases/?q={number}")
    clerk.get_by_role("link", name=number).first.click()
    return Matter("licence-cases", clerk.url)


def asked_for_what_lacks(clerk: Page, case: Matter) -> None:
    """Look at each paper, and ask once for all that lacks: the notice is written by itself."""
    found = {f"fit_{one}": "present" for one in range(1, PAPERS + 1)}
    acted(clerk, case, "check-materials", **found | {f"fit_{LACKING}": "missing"})
    clerk.goto(f"{case.address}ask-for-supplement/")
    assert "设置效果图" in clerk.locator("[name=supplement_notice]").input_value()
    acted(clerk, case, "ask-for-supplement")


def supplied(page: Page) -> None:
    """Read why the case is paused, and hand in what lacks."""
    paused = page.locator(".paused").inner_text()
    assert re.search(r"自\s*2012年12月31日\s*起暂停", paused)
    assert "已告知您需要补正的内容" in paused
    assert "第三十二条第一款第(四)项" in paused
    page.get_by_role("link", name="补交材料").click()
    choose(page, LACKING, "效果图.txt", "效果图".encode())
    go(page, "提交补正材料")
    expect(page.locator(".messages .notice--done")).to_be_visible()
    assert page.locator(".paused").count() == 0


def letter_read(page: Page) -> None:
    """Read the letter of the decision on the page of the case, and take it as a PDF."""
    letter = page.locator(".files li", has_text=GRANT)
    letter.get_by_text("在此阅读").click()
    expect(letter.locator(".letter-words")).to_contain_text("准予行政许可决定书")
    link = letter.get_by_role("link", name="PDF").get_attribute("href")
    fits(page)
    answer = page.request.get(str(link))
    assert answer.headers["content-type"] == "application/pdf"
    words = PdfDocument(answer.body())[0].get_textpage().get_text_bounded()
    assert GRANT in words


def seen_by_all(page: Page, site: Site) -> None:
    """Find the decision on the public list; nobody reads there who applied."""
    page.goto(f"{site.url}/powers/decisions/?q={GRANT}")
    expect(page.locator("main table")).to_contain_text(MASKED)
    page.get_by_role("link", name=GRANT).click()
    shown = page.content()
    assert MASKED in shown
    for secret in (PERSON, CERTIFICATE, CERTIFICATE[-8:], PHONE):
        assert secret not in shown
    stands_at(page)
    for form in ("csv", "json"):
        content = page.request.get(f"{site.url}/exports/licences.{form}?q={GRANT}")
        assert GRANT in content.text()
        for secret in (PERSON, CERTIFICATE, PHONE):
            assert secret not in content.text()


@dataclass(frozen=True)
class Followed:
    """A case as its applicant follows it on the telephone."""

    page: Page

    def waits(self, *names: str, after: str = "") -> None:
        """See where the case stands now."""
        self.page.reload()
        fits(self.page)
        stands_at(self.page, *names, after=after)


def accepted(at_desk: Desk, number: str, mine: Followed) -> Matter:
    """Let the window ask for what lacks, the applicant supply it, and the window accept."""
    window = at_desk("window")
    case = opened(window, number)
    asked_for_what_lacks(window, case)
    mine.waits("是否按期补正？", after="一次性告知补正")
    supplied(mine.page)
    window.goto(case.address)
    expect(window.get_by_text("效果图.txt").first).to_be_visible()
    acted(window, case, "check-materials", **{f"fit_{LACKING}": "present"})
    acted(window, case, "accept")
    mine.waits("现场踏勘")
    return case


def granted(at_desk: Desk, case: Matter, mine: Followed) -> None:
    """Check on the spot, give the opinion, and let the chief representative decide."""
    both = "窗口工作人员\n一大队执法人员"
    acted(at_desk("window"), case, "survey", staff=both, finding="与申请相符")
    mine.waits("涉及他人重大利益？", after="现场踏勘")
    acted(at_desk("section"), case, "review", review_opinion="符合规划，建议准予")
    mine.waits("审批决定")
    acted(at_desk("chief"), case, "grant", document_number=GRANT)
    mine.waits("送达")


def test_an_applicant_files_and_follows_the_case_until_its_decision_is_public(
    at_desk: Desk, site: Site, chromium: Browser, page: Page
) -> None:
    def telephone() -> BrowserContext:
        return chromium.new_context(
            java_script_enabled=False, viewport=TELEPHONE, base_url=site.url, locale="zh-CN"
        )

    first, second = telephone(), telephone()
    code = begun(first.new_page())
    first.close()
    mine = Followed(second.new_page())
    number, query_code = sent_off(mine.page, code)
    followed(mine.page, number, query_code)
    mine.waits("材料是否齐全？", after="接收并形式审查")

    case = accepted(at_desk, number, mine)
    granted(at_desk, case, mine)
    letter_read(mine.page)
    acted(at_desk("window"), case, "deliver")
    mine.waits("公开结果并归档")
    acted(at_desk("clerk"), case, "publish")
    mine.waits()
    second.close()

    seen_by_all(page, site)
