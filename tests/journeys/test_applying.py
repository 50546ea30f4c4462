"""An applicant files on a telephone, is asked for a paper, supplies it, and follows the case."""

from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys.desk import Matter, acted, fill

TELEPHONE = {"width": 390, "height": 844}
WHO = {
    "applicant_kind": True,
    "applicant": "申请人甲",
    "certificate": "11010519491231002X",
    "phone": "13800000000",
}


def go(page: Page, name: str) -> None:
    """Push a button of the page, and see that what comes fits the telephone."""
    page.locator("main").get_by_role("button", name=name, exact=True).click()
    assert page.evaluate("document.documentElement.scrollWidth") <= TELEPHONE["width"]


def choose(page: Page, place: int, name: str, content: bytes) -> None:
    """Choose a file for the paper at a place of the list."""
    file = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    page.locator(f"[name=paper-{place}]").set_input_files(file)


def begun(page: Page) -> str:
    """Begin an application, as far as who applies, and return its resume code."""
    page.goto("/powers/CG-XK-001/")
    page.get_by_role("link", name="网上申请", exact=True).click()
    fill(page, {"content": "设置灯箱广告", "place": "中心大街 18 号"})
    go(page, "保存并继续")
    code = page.locator(".kept .receipt-code").inner_text()
    fill(page, WHO)
    go(page, "保存并继续")
    return code


def sent_off(page: Page, code: str) -> tuple[str, str]:
    """Take an application up, hand in a paper, sign it; return its number and query code."""
    page.goto("/apply/resume/")
    fill(page, {"code": code})
    go(page, "继续")
    choose(page, 0, "申请表.docm", b"PK\x03\x04")
    go(page, "上传并检查")
    expect(page.locator(".paper .error")).to_contain_text("可含宏")
    choose(page, 0, "申请表.txt", "申请表".encode())
    go(page, "上传并继续")
    fill(page, {"truth": True, "signed_as": "申请人甲"})
    go(page, "提交申请")
    expect(page.get_by_role("heading", name="接下来怎么办")).to_be_visible()
    return page.locator(".receipt-number").inner_text(), page.locator(".receipt-code").inner_text()


def supplied(page: Page, number: str, query_code: str) -> None:
    """Follow the case, read why it is paused, and hand in what lacks."""
    page.goto("/track/")
    fill(page, {"number": number, "query_code": query_code.lower()})
    go(page, "查询")
    paused = page.locator(".paused").inner_text()
    assert "暂停" in paused
    assert "第三十二条" in paused
    page.get_by_role("link", name="补交材料").click()
    choose(page, 0, "效果图.txt", "效果图".encode())
    go(page, "提交补正材料")
    expect(page.locator(".messages .notice--done")).to_be_visible()
    assert page.locator(".paused").count() == 0


def test_an_applicant_files_resumes_is_asked_for_a_paper_and_supplies_it(at_desk, site, chromium):
    def telephone() -> BrowserContext:
        return chromium.new_context(
            java_script_enabled=False, viewport=TELEPHONE, base_url=site.url, locale="zh-CN"
        )

    first, second = telephone(), telephone()
    code = begun(first.new_page())
    first.close()
    page = second.new_page()
    number, query_code = sent_off(page, code)

    clerk = at_desk("window")
    clerk.goto(f"/desk/licence-cases/?q={number}")
    clerk.get_by_role("link", name=number).first.click()
    case = Matter("licence-cases", clerk.url)
    acted(clerk, case, "ask-for-supplement", supplement_notice="1. 效果图（缺少）")

    supplied(page, number, query_code)
    second.close()

    clerk.goto(case.address)
    expect(clerk.get_by_text("效果图.txt").first).to_be_visible()
    acted(clerk, case, "accept")
