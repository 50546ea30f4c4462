"""The pages of the list of powers, of one power, and the lists as files."""

import csv
import io
from datetime import date

import pytest

from sunlit.approvals.lifecycle import Status
from sunlit.approvals.models import Result
from sunlit.powers.models import (
    BasisKind,
    ChangeKind,
    LegalBasis,
    Material,
    Power,
    PowerChange,
    RiskPoint,
)
from tests.approvals import factories as approvals
from tests.powers.factories import power

pytestmark = pytest.mark.django_db

TODAY = date(2031, 9, 1)
BOM = "\ufeff"


@pytest.fixture(autouse=True)
def the_day(settings):
    """Let it be a day in autumn, after the list was published."""
    settings.SUNLIT_TODAY = TODAY


@pytest.fixture
def page(client):
    """Open a page in English."""

    def page(address):
        answer = client.get(address, {"lang": "en"})
        assert answer.status_code == 200
        return answer.content.decode()

    return page


def test_the_page_tells_how_to_apply(page):
    one = power(conditions="符合规划\n结构安全", place="政务中心", result_document="准予许可决定书")
    Material.objects.create(power=one, position=1, name="申请表", note="窗口领取")

    told = page("/powers/CG-XK-001/")

    for words in (
        "How to apply",
        "符合规划",
        "结构安全",
        "申请表",
        "窗口领取",
        "政务中心",
        "准予许可决定书",
    ):
        assert words in told
    assert '<a class="button" href="/apply/' in told


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ({"suspended_on": TODAY}, "is suspended since 1 September 2031"),
        ({"cancelled_on": TODAY, "ended_as": "handed_down"}, "left the list on 1 September 2031"),
    ],
)
def test_a_power_that_is_not_in_use_says_so_and_cannot_be_applied_for(page, state, said):
    power(place="政务中心", **state)

    told = page("/powers/CG-XK-001/")

    assert said in told
    assert 'class="button"' not in told.split('id="guide"')[1].split("</section>")[0]


def test_a_merged_power_leads_to_the_one_that_took_it_over(page):
    other = power("CG-XK-002")
    power(cancelled_on=TODAY, ended_as="merged", successor=other)

    assert 'href="/powers/CG-XK-002/"' in page("/powers/CG-XK-001/")


def test_the_articles_stand_one_by_one_with_those_that_no_longer_hold(page):
    one = power()
    for position, article, until in ((1, "第九条", date(2031, 5, 1)), (2, "第十条", None)):
        LegalBasis.objects.create(
            power=one, kind=BasisKind.POWER, position=position, instrument="条例",
            number="令第1号", article=article, since=date(2031, 1, 1), until=until,
        )  # fmt: skip

    now, former = page("/powers/CG-XK-001/").split("Articles that it no longer rests on")

    assert "第十条" in now
    assert "第九条" not in now
    assert "第九条" in former


def test_the_history_shows_what_stood_there_before(page):
    PowerChange.objects.create(
        power=power(), kind=ChangeKind.CHANGED, on=TODAY, reason="提速", document="令第1号",
        former={"promised_days": ["7", "5"], "kind": ["penalty", "licence"]}, post="局长",
    )  # fmt: skip

    history = page("/powers/CG-XK-001/").split('id="history"')[1]

    for words in ("提速", "令第1号", "局长", ">7<", ">5<", "Promised limit", "penalty"):
        assert words in history


def test_the_figures_open_the_list_of_cases_and_no_party_stands_there(page):
    one = approvals.power()
    for number, day in (("SP2012-001", 6), ("SP2012-002", 8)):
        approvals.licence_case(
            number, applicant="申请人甲", received_on=date(2012, 6, 4),
            accepted_on=date(2012, 6, 4), decided_on=date(2012, 6, day),
            promised_due_on=date(2012, 6, 7), result=Result.GRANTED, status=Status.DECIDED,
        )  # fmt: skip

    told = page(one.get_absolute_url())
    cases = page(f"{one.get_absolute_url()}cases/")

    assert "50%" in told
    assert 'href="/powers/CG-XK-001/cases/"' in told
    assert ("SP2012-001" in cases, "SP2012-002" in cases) == (True, True)
    assert (cases.count("Kept"), cases.count("Missed")) == (3, 1)
    assert "申请人甲" not in told + cases


@pytest.mark.parametrize("address", ["/powers/CG-XK-009/", "/powers/CG-XK-009/cases/"])
def test_a_power_that_is_not_public_has_no_page(client, address):
    power("CG-XK-009", is_public=False, published_on=None)

    assert client.get(address).status_code == 404


def test_a_suspended_power_stays_on_the_list_and_is_marked(page):
    power(suspended_on=TODAY)

    assert "suspended" in page("/powers/")


def sheet(client, name):
    """Return a published set: its columns, and its rows by column."""
    answer = client.get(f"/powers/lists/{name}.csv")
    assert answer.status_code == 200
    text = answer.content.decode()
    assert text.startswith(BOM)
    rows = list(csv.DictReader(io.StringIO(text.removeprefix(BOM))))
    return list(rows[0]) if rows else [], rows


def test_the_sets_are_handed_out_in_the_columns_of_the_field(client):
    one = power(conditions="甲\n乙", level="city")
    Material.objects.create(power=one, position=1, name="申请表", form="filled_in")
    Material.objects.create(power=one, position=2, name="邻居意见", is_required=False)
    one.stages.create(position=1, stage="受理", duty="一次性告知", basis="第三十二条")
    RiskPoint.objects.create(power=one, position=1, stage="决定", shows_as="人情", grade="high")
    power("CG-CF-001", kind="penalty")

    columns, rows = sheet(client, "powers")
    assert columns[:6] == ["序号", "实施编码", "权力名称", "权力类型", "子清单", "权力来源"]
    assert [(row["实施编码"], row["行使层级"], row["状态"]) for row in rows] == [
        ("CG-CF-001", "", "在用"), ("CG-XK-001", "市级", "在用"),
    ]  # fmt: skip
    duties = sheet(client, "responsibilities")[1][1]
    assert (duties["责任事项"], duties["责任事项依据"]) == ("1.受理:一次性告知", "1.第三十二条")
    (licence,) = sheet(client, "licences")[1]
    assert (licence["受理条件"], licence["申请材料"]) == (
        "1.甲\n2.乙",
        "1.申请表\n2.邻居意见(必要时)",
    )
    (risk,) = sheet(client, "risks")[1]
    assert (risk["风险点数量"], risk["环节"], risk["等级"]) == ("1", "决定", "高")


def test_a_set_that_is_not_published_is_not_there(client):
    power()

    assert client.get("/powers/lists/secrets.csv").status_code == 404


def test_a_sheet_runs_nothing_in_a_spreadsheet(client):
    power(name="=cmd|'/c calc'!A1")

    (row,) = sheet(client, "powers")[1]

    assert row["权力名称"].startswith("'=")


def test_an_unpublished_power_stands_in_no_set(client):
    power()
    power("CG-XK-009", is_public=False, published_on=None)

    assert [row["实施编码"] for row in sheet(client, "powers")[1]] == ["CG-XK-001"]
    assert b"CG-XK-009" not in client.get("/powers/cpsv-ap.ttl").content
    assert Power.objects.count() == 2
