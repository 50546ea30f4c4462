"""An approver on the way decides by a link on a telephone, without logging in."""

from playwright.sync_api import expect

from tests.journeys.desk import acted, begun, fill, send

CODE = "春分-271828"
TELEPHONE = {"width": 390, "height": 844}


def test_an_approver_decides_on_a_telephone_by_the_link_that_was_handed_over(
    at_desk, site, chromium
):
    clerk, approver = at_desk("clerk"), at_desk("approver")
    approver.goto("/desk/signing-code/")
    fill(approver, {"old_password": site.password, "code": CODE, "repeated": CODE})
    send(approver)
    item = begun(
        clerk,
        "items",
        "draft",
        office="KS06",
        category=1,
        title="春节期间垃圾清运安排",
        body="除夕至初七照常清运。",
        made_on="2012-12-28",
    )
    acted(at_desk("section"), item, "section-review")
    acted(at_desk("secrecy"), item, "secrecy-review", finding="ok")
    clerk.goto(f"{item.address}issue-approval-link/")
    fill(clerk, {"official": "approver"})
    send(clerk)
    address = clerk.locator("#approval-link").input_value()

    stranger = chromium.new_context(java_script_enabled=False, viewport=TELEPHONE, locale="zh-CN")
    page = stranger.new_page()
    page.goto(address)
    assert "除夕至初七照常清运" in page.locator("main").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= TELEPHONE["width"]
    page.locator("main [name=decision][value=publish]").check()
    fill(page, {"code": "猜的口令"})
    assert send(page).status == 403
    page.locator("main [name=decision][value=publish]").check()
    fill(page, {"code": CODE})
    assert send(page).status == 200
    expect(page.get_by_role("heading", name="已作出审批")).to_be_visible()
    page.goto(address)
    assert "每个链接只能审批一次" in page.locator("main").inner_text()
    stranger.close()

    acted(clerk, item, "publish")
    expect(clerk.get_by_role("link", name="查看公开页面")).to_be_visible()
