"""The column of government information holds what the law wants there, and nothing else."""

from datetime import date

import pytest

from sunlit.disclosure import services
from sunlit.disclosure.models import CategoryRole
from sunlit.disclosure.selectors import published_items
from sunlit.organization.models import Agency
from tests.disclosure import factories
from tests.organization.factories import agency

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def end_of_2012(settings):
    """Let it be the last day of 2012."""
    settings.SUNLIT_TODAY = date(2012, 12, 31)


@pytest.fixture
def notice():
    """Publish a notice, beside a piece of news."""
    factories.published(title="大队开展集中整治")
    notices = factories.category("DT02", name="通知公告", role=CategoryRole.NOTICES)
    one = published_items(agency()).get()
    one.pk, one.code, one.category = None, "XX2012-0099", notices
    one.index_number, one.title = "000201200/201206-00099", "关于规范年货市场的通告"
    one.document_number, one.body = "城管〔2012〕88号", "经营户免费登记入场。"
    one.save()
    return one


def listed(client, address: str, **asked: str) -> str:
    return client.get(address, asked).content.decode()


def test_work_news_never_stands_in_the_column(client, notice):
    for address in ("/disclosure/", "/disclosure/search/"):
        page = listed(client, address)
        assert notice.title in page
        assert "集中整治" not in page
    assert "集中整治" in listed(client, "/news/")
    assert notice.title not in listed(client, "/news/")


@pytest.mark.parametrize(
    "asked",
    [
        {"q": "年货"},
        {"q": "经营户 登记"},
        {"number": "88号"},
        {"number": "00099"},
        {"category": "DT02"},
        {"genre": "通告"},
        {"year": "2012"},
    ],
    ids=lambda asked: " ".join(asked.values()),
)
def test_the_column_is_searched_by_words_number_category_kind_and_year(client, notice, asked):
    assert notice.title in listed(client, "/disclosure/search/", **asked)


@pytest.mark.parametrize(
    "asked",
    [
        {"q": "垃圾"},
        {"number": "99号"},
        {"theme": "财政"},
        {"genre": "通知"},
        {"year": "2011"},
    ],
    ids=lambda asked: " ".join(asked.values()),
)
def test_what_does_not_fit_is_not_found(client, notice, asked):
    assert notice.title not in listed(client, "/disclosure/search/", **asked)


def test_a_year_that_is_none_is_told_and_nothing_typed_is_lost(client, notice):
    answer = client.get("/disclosure/search/", {"year": "去年", "q": "年货"})
    page = answer.content.decode()

    assert answer.status_code == 422
    assert 'value="年货"' in page
    assert 'value="去年"' in page
    assert 'class="error"' in page


def test_the_guide_and_the_annual_reports_are_one_click_away(client):
    agency()
    page = listed(client, "/disclosure/")
    for part in ("/guide/", "/rules/", "/annual-reports/", "/apply/"):
        assert f'href="{part}"' in page


def test_a_category_says_what_it_owes_and_that_it_is_late(client):
    factories.published()  # news, promised each week, in June
    page = listed(client, "/disclosure/categories/DT01/", lang="en")

    assert "Later than promised" in page
    assert "每周" in page


def test_an_empty_category_says_who_fills_it(client):
    factories.category("DT02", name="通知公告", role=CategoryRole.NOTICES)
    page = listed(client, "/disclosure/categories/DT02/", lang="en")

    assert "Nothing is published in this category yet." in page
    assert "puts it there" in page


def test_a_page_carries_the_tags_of_the_platform_rules(client, notice):
    Agency.objects.update(site_code="4400000000")
    page = listed(client, f"/d/{notice.index_number}/")

    for name in (
        *("SiteName", "SiteDomain", "SiteIDCode", "ColumnName", "ColumnType"),
        *("ArticleTitle", "PubDate", "ContentSource", "Keywords", "Author", "Description", "Url"),
    ):
        assert f'<meta name="{name}"' in page, name
    assert f'<meta name="ArticleTitle" content="{notice.title}">' in page
    assert f'<meta name="PubDate" content="{notice.published_on}">' in page


def test_a_title_names_the_article_the_column_and_the_site(client, notice):
    page = listed(client, f"/d/{notice.index_number}/", lang="zh-hans")
    assert f"<title>{notice.title}-通知公告-{agency().name}</title>" in page

    page = listed(client, "/disclosure/", lang="zh-hans")
    assert f"<title>政府信息公开-{agency().name}</title>" in page


def test_the_foot_carries_the_marks_of_a_government_site(client):
    agency()
    page = listed(client, "/", lang="en")
    for mark in ("Government site", "Site code", "ICP filing number", "Site map", "Found an error"):
        assert mark in page


@pytest.mark.parametrize(
    ("ending", "kind"),
    [
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("pdf", "application/pdf"),
        ("txt", "text/plain; charset=utf-8"),
    ],
)
def test_an_item_can_be_taken_along(client, notice, ending, kind):
    answer = client.get(f"/d/{notice.index_number}/", {"format": ending})

    assert answer.headers["Content-Type"] == kind
    assert answer.headers["Content-Disposition"].endswith(f'000201200-201206-00099.{ending}"')
    assert answer.content


def test_a_format_that_is_not_offered_shows_the_page(client, notice):
    answer = client.get(f"/d/{notice.index_number}/", {"format": "exe"})
    assert answer.headers["Content-Type"].startswith("text/html")


def test_a_page_has_one_address_whatever_the_reader_wishes(client, notice):
    page = listed(client, f"/d/{notice.index_number}/", lang="en", elder="1")
    assert f'<link rel="canonical" href="http://testserver{notice.get_absolute_url()}">' in page


def test_a_withdrawn_item_is_no_longer_taken_along(client):
    item = factories.published(body="共检修二十八台。")
    services.withdraw(
        record_id=item.pk, by=factories.approver(), today=date(2012, 12, 31), reason="数字有误"
    )

    answer = client.get(f"/d/{item.index_number}/", {"format": "txt"})

    assert answer.headers["Content-Type"].startswith("text/html")
    assert "二十八台" not in answer.content.decode()
    assert "撤下信息" in listed(client, f"/d/{item.index_number}/", lang="zh-hans")


def test_an_item_tells_how_it_came_to_be_public_and_by_which_posts(client):
    item = factories.published()
    page = listed(client, f"/d/{item.index_number}/", lang="zh-hans")

    for act in ("起草信息", "科室审核", "保密审查", "审批同意公开", "公开发布"):
        assert act in page
    assert item.review.secrecy_reviewed_post in page


def test_the_guide_names_pages_not_files(client):
    from_guide = "目录见 `catalogue.csv`。"
    factories.guide_section(from_guide)
    page = listed(client, "/guide/", lang="zh-hans")

    assert "catalogue.csv" not in page
    assert '<a href="/disclosure/">信息公开目录</a>' in page
