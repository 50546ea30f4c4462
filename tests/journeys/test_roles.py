"""One day at the desk for each role: what is mine, done from the first page; what is refused."""

from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.desk import fill, send

DONE = {"done_on": "2012-12-31", "evidence": "登记表"}
PLANS, ITEMS = "/desk/plans/", "/desk/items/"


@dataclass(frozen=True)
class Day:
    """What a role finds on its first page and does, and the act of others that it is refused."""

    title: str
    typed: dict[str, Any] = field(default_factory=dict)
    of_others: tuple[str, str] = (PLANS, "set-goal")


DAYS = {
    "clerk": Day("更新公开指南和公开目录", DONE),
    "section": Day("公布节日期间市容环境保障安排", DONE),
    "secrecy": Day("户外广告安全检查情况", {"finding": "ok"}),
    "approver": Day("冬季清雪除冰工作落实情况", {"decision": "publish"}),
    "window": Day("公布窗口节日值班安排", DONE),
    "chief": Day("核对窗口办事指南和承诺时限", DONE),
    "hotline": Day("公布12319热线2012年受理情况", DONE),
    "investigator": Day("更换大队公开栏承诺内容", DONE),
    "liaison": Day("拟订2013年监督员座谈会安排", DONE),
    "auditor": Day("拟订一季度公开检查安排", DONE),
    "leader": Day("店外经营专项整治进展情况", {"decision": "publish"}, (ITEMS, "secrecy-review")),
    "admin": Day("编制并公布2012年政府信息公开年度报告", DONE, (ITEMS, "secrecy-review")),
}


@pytest.mark.parametrize("username", DAYS)
def test_a_role_does_what_is_its_own_from_the_first_page(at_desk, username):
    page, day = at_desk(username), DAYS[username]
    page.goto("/desk/")
    row = page.locator(".work-row", has_text=day.title)
    expect(row).to_have_count(1)

    row.locator("a.button").click()
    fill(page, day.typed)
    assert send(page).status == 302

    expect(page.locator(".messages .notice--done")).to_be_visible()
    page.goto("/desk/")
    expect(page.locator(".work-group .work-row", has_text=day.title)).to_have_count(0)
    expect(page.locator(".aside .history li").first).to_be_visible()


@pytest.mark.parametrize("username", DAYS)
def test_a_role_is_refused_the_act_of_another_with_its_article(at_desk, username):
    page, (register, act) = at_desk(username), DAYS[username].of_others
    page.goto(register)
    page.locator("tbody th a").first.click()
    page.goto(f"{page.url}{act}/")

    expect(page.locator(".notice--refusal")).to_be_visible()
    expect(page.locator("main cite").first).to_contain_text("《")
    expect(page.locator("main form button")).to_be_disabled()
    assert posted(page) == 403


@pytest.mark.parametrize("username", [name for name in DAYS if name != "admin"])
def test_a_role_sees_only_its_own_registers(at_desk, username):
    page = at_desk(username)
    page.goto("/desk/")
    sees = page.locator(".side a[href='/desk/officials/']").count() > 0
    answer = page.goto("/desk/officials/")
    assert answer is not None
    assert (answer.status == 200) is sees
    assert sees is (username in ("auditor", "leader"))


def posted(page: Page) -> int:
    """Post the form of the page directly, as no disabled button keeps anybody from doing."""
    token = page.locator("main form input[name=csrfmiddlewaretoken]").input_value()
    typed = {
        "csrfmiddlewaretoken": token,
        "code": "X1",
        "text": "某目标",
        "finding": "ok",
        "body": "文",
    }
    return page.request.post(page.url, form=typed, headers={"Referer": page.url}).status
