"""What must not become public does not get through the gate, in a browser without JavaScript."""

from playwright.sync_api import Page, expect

from tests.journeys.desk import Matter, acted, begun, send

PHONE, MASKED = "13812345678", "138****5678"
NUMBER, MASKED_NUMBER = "11010519491231002X", "110105********002X"
BODY = f"市民来电反映占道洗车，手机{PHONE}，身份证号{NUMBER}。\n已责令改正。"
MADE_ON = "2012-12-28"


def refused(page: Page, matter: Matter, act: str) -> str:
    """Return why an act is not offered on a matter; it is shown beside its button."""
    page.goto(matter.address)
    assert page.locator(f".act-list a[href$='/{act}/']").count() == 0
    for summary in page.locator(".acts-refused summary").all():
        summary.click()
    return page.locator(".acts").inner_text()


def test_what_the_screening_finds_is_masked_before_anybody_signs(at_desk):
    clerk, head = at_desk("clerk"), at_desk("section")
    item = begun(
        clerk,
        "items",
        "draft",
        office="KS06",
        category=1,
        title="占道洗车投诉办理情况通报",
        body=BODY,
        made_on=MADE_ON,
    )

    marks = clerk.locator("mark.found")
    assert [PHONE in text or NUMBER in text for text in marks.all_inner_texts()] == [True, True]
    assert "筛查发现2处尚未处理" in refused(head, item, "section-review")
    forced = head.request.post(f"{item.address}section-review/", form=_token(head))
    assert forced.status == 422
    assert "筛查发现2处尚未处理" in forced.text()

    acted(clerk, item, "mask-findings")
    expect(clerk.locator("mark.found")).to_have_count(0)
    text = clerk.locator("main").inner_text()
    assert MASKED in text
    assert MASKED_NUMBER in text
    assert PHONE not in text
    assert NUMBER not in text

    acted(head, item, "section-review")
    acted(at_desk("secrecy"), item, "secrecy-review", finding="ok")
    acted(at_desk("approver"), item, "approve", decision="publish")
    acted(clerk, item, "publish")
    clerk.get_by_role("link", name="查看公开页面").click()
    shown = clerk.locator("main").inner_text()
    assert MASKED in shown
    assert PHONE not in shown


def test_what_may_stand_needs_a_reason_and_keeps_it(at_desk):
    clerk = at_desk("clerk")
    item = begun(
        clerk,
        "items",
        "draft",
        office="KS06",
        category=1,
        title="公开值守手机通告",
        body=f"市民来电人手机{PHONE}。",
        made_on=MADE_ON,
    )
    clerk.locator(".act-list a[href$='/keep-findings/']").click()
    clerk.locator("main [name=findings]").first.check()
    assert send(clerk).status == 422  # a reason is required
    assert clerk.locator("main [name=findings]").first.is_checked()

    clerk.locator("textarea[name=reason]").fill("本局公开的值守手机")
    send(clerk)

    expect(clerk.locator(".found-list")).to_contain_text("本局公开的值守手机")
    expect(clerk.locator("mark.found--answered")).to_have_count(1)
    assert clerk.url == item.address


def _token(page: Page) -> dict[str, str]:
    """Return what a form of this official would send, to post past the page."""
    [cookie] = [one for one in page.context.cookies() if one["name"] == "csrftoken"]
    return {"csrfmiddlewaretoken": cookie["value"]}
