"""The public catalogue: the columns of the national sheet, the state of each category, its past."""

import csv
import io
from datetime import date

import pytest

from sunlit.disclosure import services
from sunlit.disclosure.models import CategoryRole
from sunlit.disclosure.services.catalogue import Terms
from tests.disclosure import factories
from tests.disclosure.factories import LATER, TODAY
from tests.organization.factories import agency, office

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def end_of_june(settings):
    """Let it be the end of June 2012."""
    settings.SUNLIT_TODAY = date(2012, 6, 29)


@pytest.fixture
def enforcement():
    """Take a row of the standard catalogue in."""
    return services.take_in_standard(
        agency=agency(), by=factories.clerk(), today=TODAY, rows=["urban_enforcement/SR01"],
        office=office().code, responsible_post="执法科科长",
    )  # fmt: skip


def page(client, address, **asked):
    return client.get(address, {"lang": "en", **asked}).content.decode()


def sheet(client):
    """Return the rows of the sheet that is downloaded."""
    answer = client.get("/disclosure/catalogue/", {"format": "csv"})
    assert answer["Content-Type"].startswith("text/csv")
    assert "attachment" in answer["Content-Disposition"]
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_a_row_that_was_taken_in_stands_in_the_part_and_the_table(client, enforcement):
    shown = page(client, "/disclosure/catalogue/")
    for words in (enforcement.name, enforcement.group, enforcement.basis, "执法科科长", "Blank"):
        assert words in shown
    part = page(client, "/disclosure/").split('id="part-penalties"')[1].split("<section")[0]
    assert enforcement.name in part


def test_the_sheet_has_the_columns_of_the_national_one(client, enforcement):
    factories.category("SQ01", name="案卷材料", role=CategoryRole.OTHER, is_proactive=False)

    heads, row, on_application = sheet(client)

    assert heads[:3] == ["序号", "一级事项", "二级事项"]
    assert row[:3] == ["1", enforcement.group, enforcement.name]
    assert "处罚决定" in row[3]
    assert row[7] == "■政府网站、■公开查阅点"
    assert row[8:] == ["√", "", "√", "", "市级、县级"]
    assert on_application[3:5] == ["", ""]
    assert on_application[8:12] == ["", "", "", "√"]


def test_a_category_without_elements_of_its_own_shows_what_the_law_wants_there(client):
    factories.category("DT02", name="通知公告", role=CategoryRole.NOTICES)

    row = sheet(client)[1]

    assert "公众" in row[3]
    assert "第九条" in row[4]


def test_a_category_says_what_is_missing_and_by_which_provision(client):
    factories.owing_elements()
    shown = page(client, "/disclosure/categories/DT01/")

    missing = shown.split("What is missing")[1].split("</ul>")[0]
    assert "No public item tells: 职责、电话." in missing
    assert "Later than promised" in missing
    assert missing.count("<li>") == missing.count("<cite>") == 3


def test_what_the_catalogue_said_before_is_readable_with_its_days(client, enforcement):
    terms = {name: getattr(enforcement, name) for name in Terms.__annotations__}
    services.restate_category(
        record_id=enforcement.pk, by=factories.clerk(), today=LATER, office=office().code,
        **terms | {"frequency": "每月"},
    )  # fmt: skip

    shown = page(client, enforcement.get_absolute_url())

    before = shown.split("What the catalogue said before")[1]
    assert "长期公开（动态调整）；处罚决定7个工作日内" in before
    assert enforcement.basis not in before  # it did not change


def test_what_an_entry_did_not_say_before_is_told_as_not_said(client):
    category = factories.category("DT02", name="通知公告", role=CategoryRole.NOTICES)
    terms = {name: getattr(category, name) for name in Terms.__annotations__}
    services.restate_category(
        record_id=category.pk, by=factories.clerk(), today=LATER, office=office().code,
        **terms | {"elements": ["职责"]},
    )  # fmt: skip

    before = page(client, category.get_absolute_url()).split("What the catalogue said before")[1]
    assert "Content elements" in before
    assert "—" in before


def test_an_item_shows_what_is_said_of_it_and_tells_it_to_machines(client):
    item = factories.published(
        theme="J3", genre="public_notice", keywords="垃圾 清运", summary="检修二十八台。",
        source="市环境卫生管理处", effective_on=date(2012, 7, 1),
    )  # fmt: skip
    shown = page(client, item.get_absolute_url())

    for words in (
        *("城乡建设、环境保护 / 环境监测、保护与治理", "垃圾、清运", "检修二十八台。", "通告"),
        *("市环境卫生管理处", "Not yet in force"),
    ):
        assert words in shown
    for name, content in (
        *(("Keywords", "垃圾,清运"), ("Description", "检修二十八台。")),
        ("ContentSource", "市环境卫生管理处"),
    ):
        assert f'<meta name="{name}" content="{content}">' in shown


@pytest.mark.parametrize(
    ("on", "word"),
    [
        (date(2012, 6, 30), "Not yet in force"),
        (date(2012, 7, 1), "In force"),
        (date(2012, 9, 30), "In force"),
        (date(2012, 10, 1), "Lapsed"),
    ],
)
def test_an_item_says_on_each_day_whether_it_holds(client, settings, on, word):
    item = factories.published(effective_on=date(2012, 7, 1), valid_until=date(2012, 9, 30))
    settings.SUNLIT_TODAY = on

    shown = page(client, item.get_absolute_url())

    assert word in shown.split("Validity")[1].split("</div>")[0]
    assert "30 September 2012" in shown


def test_an_item_of_which_nothing_is_said_shows_what_its_category_gives(client):
    item = factories.published(title="关于车辆检修的通知")
    shown = page(client, item.get_absolute_url())

    assert "城乡建设、环境保护 / 城乡建设（含住房）" in shown
    assert "Validity" not in shown
    assert "Source of the information" not in shown


def test_what_was_withdrawn_tells_no_summary_any_more(client):
    item = factories.published(summary="检修二十八台。", source="环卫处", keywords="检修")
    services.withdraw(record_id=item.pk, by=factories.approver(), today=LATER, reason="有误")

    shown = page(client, item.get_absolute_url())

    for words in ("检修二十八台。", "环卫处"):
        assert words not in shown


@pytest.mark.parametrize(("theme", "found"), [("环境监测、保护与治理", True), ("财政", False)])
def test_the_column_is_searched_by_an_items_own_theme(client, theme, found):
    category = factories.category("DT02", name="通知公告", role=CategoryRole.NOTICES)
    category.theme = "J3"
    category.save()
    factories.published(category="DT02", title="垃圾分类")

    shown = page(client, "/disclosure/search/", theme=theme)

    assert ("垃圾分类" in shown) is found


def test_each_count_of_the_tally_opens_the_categories_that_it_counts(client, enforcement):
    factories.category("DT02", name="通知公告", role=CategoryRole.NOTICES)
    factories.published(category="DT02", title="垃圾分类", body="检修二十八台。" * 9)

    whole = page(client, "/disclosure/catalogue/")
    blank = page(client, "/disclosure/catalogue/", standing="blank")

    assert 'href="?standing=blank"' in whole
    for shown, is_there in ((whole, True), (blank, False)):
        assert enforcement.name in shown
        assert ("通知公告" in shown) is is_there
    assert "通知公告" in page(client, "/disclosure/catalogue/", standing="'; --")
