"""A penalty with a hearing, from the complaint on the hotline until its decision is public."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys import desk
from tests.journeys.desk import Desk, Matter, acted, fill, send, sitting, stands_at
from tests.journeys.serving import Site, free_port, serving

POWER = "CG-CF-057 未经核准擅自处置建筑垃圾"
PERSON, MASKED = "欧阳当事人", "欧阳某某某"
GRADE, LEAST, MOST, FINE = "一般", 10000, 30000, 20000
DECISION = "城管罚〔2013〕900号"
FILED, ASKED, HEARD, PAID = "2012-12-31", "2013-01-04", "2013-01-14", "2013-01-16"
"""The holidays end on 3 January; the hearing is told of ten days before."""
REPORT = "夜间向路边倾倒建筑垃圾三车，有照片和笔录为证"
COMPLAINT = {
    "source": 0,
    "category": 0,
    "zone": 0,
    "subdistrict": 0,
    "place": "丙街道河边路口",
    "text": "夜里有人在路边倒建筑垃圾。",
}
OFFICERS = {
    "first_post": "一大队执法人员",
    "first_certificate": "执法001",
    "second_post": "一大队副大队长",
    "second_certificate": "执法002",
}
DECIDED = {"document_number": DECISION, "discretion": GRADE, "fine": FINE}


@dataclass(frozen=True)
class Office:
    """The demonstration on a day: its officials at their desks, and its site."""

    at_desk: Desk
    site: Site


Days = Callable[[str], Any]


@pytest.fixture(scope="module")
def on(made: Path, tmp_path_factory: pytest.TempPathFactory, chromium: Browser) -> Days:
    """Open the office on a day; what was done on an earlier day stands."""
    data, port = tmp_path_factory.mktemp("penalty") / "data", free_port()
    shutil.copytree(made, data)

    @contextmanager
    def opened(day: str) -> Iterator[Office]:
        with serving(data, day, port) as site, sitting(site, chromium) as at_desk:
            yield Office(at_desk, site)

    return opened


def refused(page: Page, case: Matter, act: str, status: int, **typed: Any) -> None:
    """See that an act is refused with its article, on its page and to whoever posts past it."""
    page.goto(f"{case.address}{act}/")
    expect(page.locator(".notice--refusal")).to_be_visible()
    expect(page.locator(".notice--refusal cite").first).to_contain_text("《")
    expect(page.locator("main form button")).to_be_disabled()
    token = page.locator("main form input[name=csrfmiddlewaretoken]").input_value()
    form = {"csrfmiddlewaretoken": token, **{name: str(value) for name, value in typed.items()}}
    answer = page.request.post(page.url, form=form, headers={"Referer": page.url})
    assert answer.status == status
    assert "《中华人民共和国行政处罚法》" in answer.text()


def turned_back(page: Page, case: Matter, act: str, why: str, **typed: Any) -> None:
    """Send a form whose content the law forbids: it says why, by which article, and is kept."""
    page.goto(f"{case.address}{act}/")
    fill(page, typed)
    assert send(page).status == 422
    expect(page.locator(".notice--refusal")).to_contain_text(why)
    expect(page.locator(".notice--refusal cite").first).to_contain_text("《")
    for name, value in typed.items():
        field = page.locator(f"main [name={name}]")
        kept = field.evaluate("one => one.selectedOptions?.[0].text ?? one.value")
        assert kept == str(value), name


def complained(hotline: Page) -> str:
    """Register a complaint and accept it; return its number."""
    complaint = desk.begun(hotline, "complaints", "register-complaint", **COMPLAINT)
    acted(hotline, complaint, "accept")
    return hotline.locator(".kicker .number").inner_text()


def filed(officer: Page, complaint: str) -> Matter:
    """File a case from the complaint by the ordinary procedure."""
    case = desk.begun(
        officer,
        "penalty-cases",
        "file",
        power=POWER,
        procedure="ordinary",
        party=PERSON,
        party_kind="person",
        source="12319热线举报",
        complaint=complaint,
    )
    expect(officer.locator("main")).to_contain_text(complaint)
    stands_at(officer, "调查取证（不少于2人）")
    return case


def investigated(officer: Page, case: Matter) -> None:
    """Name two officers, enter evidence, end with a report that calls the case grave."""
    acted(officer, case, "investigate", **OFFICERS)
    stands_at(officer, "证据可能灭失？", after="调查取证（不少于2人）")
    acted(
        officer, case, "add-evidence",
        kind="document", content="现场照片三张", taken_by="一大队执法人员",
    )  # fmt: skip
    acted(
        officer, case, "end-investigation",
        findings=REPORT, grade=GRADE, fine=FINE, is_grave=True,
    )  # fmt: skip
    stands_at(officer, "法制审核")


def reviewed_and_told(legal: Page, officer: Page, case: Matter) -> None:
    """Let the review find that a hearing must be offered; then tell the party."""
    acted(legal, case, "review", opinion="hearing", reason="罚款数额较大，应当告知听证权利")
    stands_at(legal, "制作听证告知书")
    acted(officer, case, "notify", grounds="擅自处置建筑垃圾")
    stands_at(officer, "3日内要求听证？", after="送达听证告知书")


def standard_set(legal: Page) -> None:
    """Set the grade of the standard of discretion by which the fine is measured."""
    desk.begun(
        legal,
        "discretion-benchmarks",
        "set",
        power=POWER,
        grade=GRADE,
        circumstances="倾倒五车以下",
        fine_from=LEAST,
        fine_to=MOST,
        document="行政处罚自由裁量标准",
    )


def hearing_set(legal: Page, case: Matter) -> None:
    """Set the hearing: not too soon, and not under somebody of the office that investigated."""
    legal.goto(f"{case.address}set-hearing/")
    presiders = legal.locator("main [name=presider] option").all_text_contents()
    assert presiders
    assert not [one for one in presiders if "一大队" in one]
    presider = next(one for one in presiders if "法制审核员" in one)
    chosen = {"place": "局听证室", "presider": presider}
    turned_back(legal, case, "set-hearing", "七日", set_for="2013-01-10", **chosen)
    acted(legal, case, "set-hearing", set_for=HEARD, is_public=True, **chosen)
    stands_at(legal, "举行听证")


def heard(legal: Page, approver: Page, case: Matter) -> None:
    """Hold the hearing, report on it and discuss the case together."""
    acted(legal, case, "hold-hearing", record="当事人对事实无异议，请求从轻。")
    stands_at(legal, "听证报告")
    acted(approver, case, "discuss", participants="局长、分管副局长", conclusion="予以处罚")
    stands_at(approver, "讨论结论？", after="集体讨论")


def decided(approver: Page, case: Matter) -> None:
    """Decide: not above what the party was told, not outside the standard."""
    turned_back(approver, case, "decide", "20000", **DECIDED | {"fine": MOST})
    turned_back(approver, case, "decide", "10000", **DECIDED | {"fine": LEAST - 1})
    acted(approver, case, "decide", **DECIDED)
    stands_at(approver, "送达")


def published(office: Office, case: Matter) -> None:
    """Review the words, publish the decision, and close the case."""
    acted(office.at_desk("legal"), case, "review-publication")
    clerk = office.at_desk("clerk")
    acted(clerk, case, "publish")
    stands_at(clerk, "结案、公开、归档")
    acted(clerk, case, "close", reason="已履行并公开")
    stands_at(clerk)
    expect(clerk.locator(".record-state")).to_contain_text("已结案")


def seen_by_all(page: Page, site: Site) -> None:
    """Find the decision on the public list; only the surname of the party stands there."""
    page.goto(f"{site.url}/powers/decisions/penalties/?q={DECISION}")
    expect(page.locator("main table")).to_contain_text(MASKED)
    page.get_by_role("link", name=DECISION).click()
    assert MASKED in page.content()
    assert PERSON not in page.content()
    stands_at(page)
    content = page.request.get(f"{site.url}/exports/penalties.csv?q={DECISION}").text()
    assert DECISION in content
    assert PERSON not in content


def test_a_penalty_with_a_hearing_goes_from_the_complaint_to_the_public(on: Days, page: Page):
    with on(FILED) as office:
        officer = office.at_desk("investigator")
        standard_set(office.at_desk("legal"))
        case = filed(officer, complained(office.at_desk("hotline")))
        refused(office.at_desk("approver"), case, "decide", 409, **DECIDED)
        investigated(officer, case)
        reviewed_and_told(office.at_desk("legal"), officer, case)
        refused(officer, case, "decide", 403, **DECIDED)
    with on(ASKED) as office:
        officer = office.at_desk("investigator")
        acted(officer, case, "ask-for-hearing", asked_on="2013-01-03")
        stands_at(officer, "通知并公告听证")
        hearing_set(office.at_desk("legal"), case)
        refused(office.at_desk("approver"), case, "decide", 409, **DECIDED)
    with on(HEARD) as office:
        heard(office.at_desk("legal"), office.at_desk("approver"), case)
        decided(office.at_desk("approver"), case)
        acted(office.at_desk("investigator"), case, "serve")
        stands_at(office.at_desk("investigator"), "督促履行")
    with on(PAID) as office:
        acted(office.at_desk("investigator"), case, "record-payment")
        stands_at(office.at_desk("investigator"), "结案、公开、归档")
        published(office, case)
        seen_by_all(page, office.site)
