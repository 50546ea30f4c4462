"""A day at the desk, in a browser without JavaScript."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.desk import acted, begun, fill, send
from tests.journeys.serving import STAFF

ROLES = [one["username"] for one in STAFF["officials"]]


def found_in_search(page: Page, words: str) -> bool:
    """Say whether the public search finds something; it is told of an act within seconds."""
    for _try in range(40):
        page.goto(f"/search?q={words}")
        if page.locator("ul.hits li").count():
            return True
        page.wait_for_timeout(250)
    return False


def test_nobody_is_at_the_desk_without_logging_in(site, page: Page):
    page.goto(f"{site.url}/desk/powers/")
    assert "/desk/login/" in page.url


def test_a_wrong_password_is_told_and_the_name_is_kept(site, page: Page):
    page.goto(f"{site.url}/desk/login/")
    page.locator("input[name=username]").fill("clerk")
    page.locator("input[name=password]").fill("wrong-password")
    page.locator("main form button").click()

    assert page.locator("input[name=username]").input_value() == "clerk"
    expect(page.locator(".faults")).to_be_visible()


def test_whoever_logs_out_is_out(site, page: Page):
    page.goto(f"{site.url}/desk/powers/")
    page.locator("input[name=username]").fill("auditor")
    page.locator("input[name=password]").fill(site.password)
    page.locator("main form button").click()
    assert page.url.endswith("/desk/powers/")

    page.locator(".account button").click()
    page.goto(f"{site.url}/desk/")

    assert "/desk/login/" in page.url


@pytest.mark.parametrize("username", ROLES)
def test_every_role_finds_its_registers_on_the_desk(at_desk, username):
    page = at_desk(username)
    page.goto("/desk/registers/")
    links = page.locator("ul.register-list a")
    assert links.count() >= 3
    links.first.click()
    page.locator("tbody th a").first.click()
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".history")).to_be_visible()


def test_a_leader_takes_a_power_off_the_list_and_the_history_says_so(at_desk):
    page = at_desk("leader")
    page.goto("/desk/powers/?q=CG-QT-003")
    page.locator("tbody th a").first.click()
    page.locator(".act-list a.button", has_text="取消职权事项").click()
    assert send(page).status == 422  # a reason is required
    expect(page.locator(".faults")).to_be_visible()

    page.locator("textarea[name=reason]").fill("上位法修订，不再设定本项职权")
    send(page)

    expect(page.locator(".history")).to_contain_text("2012")
    page.locator(".acts-refused summary").last.click()
    expect(page.locator(".act-list button[disabled]", has_text="取消职权事项")).to_be_visible()


def test_a_clerk_sees_why_not_beside_the_button(at_desk):
    page = at_desk("clerk")
    page.goto("/desk/powers/?q=CG-XK-001")
    page.locator("tbody th a").first.click()

    if page.locator(".acts-refused summary").count():
        page.locator(".acts-refused summary").first.click()
    expect(page.locator(".act-list button[disabled]").first).to_be_visible()
    refusal = page.locator(".act-list .notice--refusal").first
    expect(refusal).to_be_visible()
    expect(refusal.locator("cite")).to_contain_text("《")


def test_a_register_of_others_is_refused_with_a_sentence(at_desk):
    page = at_desk("clerk")
    answer = page.goto("/desk/officials/")
    assert answer is not None
    assert answer.status == 403
    expect(page.locator(".notice--refusal")).to_be_visible()


def test_an_item_goes_through_four_hands_to_the_public_and_stays_there_when_withdrawn(at_desk):
    clerk, approver = at_desk("clerk"), at_desk("approver")
    title = "中心城区夜间施工噪声整治情况"
    item = begun(
        clerk,
        "items",
        "draft",
        office="KS06",
        category=1,
        title=title,
        body="十二月共检查工地四十三处。\n当场责令改正六处，均已改正。",
        made_on="2012-12-28",
    )
    item.opened_by(approver)
    expect(approver.locator(".act-list a")).to_have_count(0)  # not the approver's turn yet

    acted(at_desk("section"), item, "section-review")
    acted(at_desk("secrecy"), item, "secrecy-review", finding="ok")
    acted(approver, item, "approve", decision="publish")
    clerk.goto("/search?q=夜间施工噪声")
    expect(clerk.locator("ul.hits li")).to_have_count(0)  # decided, but not public yet
    acted(clerk, item, "publish")

    expect(clerk.locator(".history li")).to_have_count(5)
    clerk.locator("main a[href^='/d/']").click()
    public = clerk.url
    expect(clerk.locator(".document-title")).to_have_text(title)
    expect(clerk.locator(".document-body")).to_contain_text("四十三处")
    assert found_in_search(clerk, "夜间施工噪声")

    acted(approver, item, "withdraw", reason="数字有误，核实后重新公开")
    answer = clerk.goto(public)
    assert answer is not None
    assert answer.status == 200
    expect(clerk.locator("main")).to_contain_text("数字有误")
    expect(clerk.locator(".document-body")).not_to_contain_text("四十三处")


def test_two_at_once_the_second_is_told_why_not(at_desk):
    clerk, section = at_desk("clerk"), at_desk("section")
    item = begun(
        clerk, "items", "draft", office="KS06", category=1, title="两人同时办理的草稿",
        body="正文。", made_on="2012-12-30",
    )  # fmt: skip
    second = section.context.new_page()
    for page in (section, second):
        page.goto(f"{item.address}section-review/")

    assert send(section).status == 302
    assert send(second).status == 409

    expect(second.locator(".notice--refusal")).to_be_visible()
    second.close()


def test_a_request_for_information_is_registered_extended_and_answered(at_desk):
    clerk = at_desk("clerk")
    request = begun(
        clerk,
        "information-requests",
        "register-request",
        received_on="2012-12-31",
        channel=0,
        applicant="申请人2012-901",
        applicant_kind=0,
        contact="邮寄",
        content="2012年占道经营整治的统计资料",
        office="KS06",
    )
    expect(clerk.locator(".clock")).to_be_visible()
    due = clerk.locator(".clock-sentence").inner_text()

    section = at_desk("section")
    request.opened_by(section)
    section.locator(".act-list a[href$='/extend-deadline/']").click()
    fill(section, {"days": "99", "reason": "需查阅档案"})
    assert send(section).status == 422
    assert section.locator("textarea[name=reason]").input_value() == "需查阅档案"
    fill(section, {"days": "15"})
    send(section)
    assert section.locator(".clock-sentence").inner_text() != due

    acted(clerk, request, "reply", outcome=0, legal_basis="第二十一条", reply_number="答复901号")
    expect(clerk.locator(".clock--done")).to_be_visible()
    expect(clerk.locator(".history li")).to_have_count(3)


def test_a_complaint_is_taken_handled_and_answered(at_desk):
    hotline, investigator = at_desk("hotline"), at_desk("investigator")
    complaint = begun(
        hotline,
        "complaints",
        "register-complaint",
        at="09:00",
        source=0,
        category=0,
        zone=0,
        subdistrict=0,
        place="解放路与人民路交叉口",
        text="夜间占道烧烤，油烟扰民",
    )
    acted(hotline, complaint, "accept", at="09:05")
    acted(hotline, complaint, "dispatch", at="09:10", office="DD01")
    acted(
        investigator,
        complaint,
        "resolve",
        at="15:00",
        handling="现场清理摊点三处，责令改正",
        documents=True,
    )
    acted(hotline, complaint, "reply", at="15:30", method=0)
    acted(hotline, complaint, "record-satisfaction", satisfaction="satisfied")

    expect(hotline.locator(".history li")).to_have_count(6)
    expect(hotline.locator(".clock--done")).to_be_visible()


def test_a_step_before_its_cause_is_refused_and_nothing_typed_is_lost(at_desk):
    hotline = at_desk("hotline")
    complaint = begun(
        hotline, "complaints", "register-complaint", at="10:00", source=0, category=0, zone=0,
        subdistrict=0, place="建设路", text="路灯不亮",
    )  # fmt: skip
    hotline.locator(".act-list a[href$='/transfer/']").click()
    fill(hotline, {"at": "08:00", "passed_to": "转交路灯管理处", "method": 0})

    assert send(hotline).status == 422

    expect(hotline.locator(".notice--refusal")).to_be_visible()
    assert hotline.locator("textarea[name=passed_to]").input_value() == "转交路灯管理处"
    expect(complaint.opened_by(hotline).locator(".history li")).to_have_count(1)


def test_a_licence_is_applied_for_at_the_window_and_granted(at_desk):
    window = at_desk("window")
    case = begun(
        window,
        "licence-cases",
        "receive",
        power=1,
        applicant="某文化传播有限公司",
        applicant_kind=0,
        content="人民广场东侧设置大型户外广告一处",
    )
    acted(window, case, "accept")
    acted(window, case, "survey", staff="窗口甲岗\n窗口乙岗")
    acted(at_desk("section"), case, "review", review_opinion="现场与图纸一致，建议准予")
    acted(at_desk("chief"), case, "grant", document_number="城管许〔2012〕901号")
    acted(window, case, "deliver")
    acted(window, case, "publish")

    expect(window.locator(".clock--done").first).to_be_visible()
    expect(window.locator(".history")).to_contain_text(re.compile("许可"))
