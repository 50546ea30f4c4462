"""Whose words the page of a power holds: the articles with their source, and example wordings."""

from datetime import date

import pytest

from sunlit.approvals.models import DiscretionBenchmark
from sunlit.kernel.refusals import NotPermitted, Unacceptable
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role
from sunlit.powers import services
from sunlit.powers.models import LegalBasis, Power, ResponsibilityStage
from tests.organization.factories import official
from tests.powers.factories import power

pytestmark = pytest.mark.django_db

TODAY = date(2012, 6, 14)
TEXT = "条文原文的一段测试文字。"
SOURCE = "国务院公报1992年第16号"


@pytest.fixture(autouse=True)
def the_day(settings):
    settings.SUNLIT_TODAY = TODAY


@pytest.fixture
def one():
    found = power()
    LegalBasis.objects.filter(power=found).delete()
    LegalBasis.objects.create(
        power=found, kind="power", position=1, instrument="城市市容和环境卫生管理条例",
        number="国务院令第101号", article="第十四条", since=date(2012, 1, 1),
    )  # fmt: skip
    return found


def basis_of(found: Power) -> LegalBasis:
    return LegalBasis.objects.get(power=found, until=None)


def word(found, by=None, text=TEXT, source=SOURCE, article=None):
    return services.set_article_text(
        record_id=found.pk, by=by or official(Role.CLERK, username="keeper"), today=TODAY,
        article=article or str(basis_of(found).pk), text=text, source=source,
    )  # fmt: skip


def page(client, found):
    return client.get(found.get_absolute_url()).content.decode()


def test_without_its_words_the_page_names_the_document_to_read(client, one):
    html = page(client, one)

    assert "本站未收录该条原文" in html
    assert "国务院令第101号" in html


def test_the_words_stand_on_the_page_with_their_source(client, one):
    word(one)
    html = page(client, one)

    assert TEXT in html
    assert SOURCE in html
    assert "本站未收录该条原文" not in html


def test_keeping_words_leaves_an_entry(one):
    before = Entry.objects.count()
    word(one)
    entry = Entry.objects.latest("pk")

    assert Entry.objects.count() == before + 1
    assert (entry.event, entry.payload["source"]) == ("ArticleWorded", SOURCE)


def test_others_keep_no_words(one):
    with pytest.raises(NotPermitted):
        word(one, by=official(Role.INVESTIGATOR, username="other"))
    assert basis_of(one).text == ""


def test_words_belong_to_an_article_of_the_power_and_say_something_new(one):
    by = official(Role.CLERK, username="keeper")
    with pytest.raises(Unacceptable, match="没有依据"):
        word(one, by=by, article="999999")
    word(one, by=by)
    with pytest.raises(Unacceptable, match="相同"):
        word(one, by=by)


def test_the_desk_offers_the_articles_of_the_power(client, one):
    client.force_login(official(Role.CLERK))
    address = f"/desk/powers/{one.pk}/set-article-text/"
    assert "第十四条" in client.get(address).content.decode()

    article = str(basis_of(one).pk)
    assert client.post(address, {"article": article, "text": TEXT}).status_code == 422
    done = client.post(address, {"article": article, "text": TEXT, "source": SOURCE})
    assert done.status_code == 302
    assert basis_of(one).text == TEXT


def test_example_wordings_say_so_until_an_official_words_them(client, one):
    one.guide_is_example, one.who_may_apply = True, "任何人"
    one.save()
    ResponsibilityStage.objects.create(
        power=one, position=1, stage="受理", duty="公示", is_example=True
    )
    assert page(client, one).count("示例文字") == 2

    keeper = official(Role.CLERK, username="keeper2")
    services.set_duty(record_id=one.pk, by=keeper, today=TODAY, stage="受理", duty="办", basis="")
    assert page(client, one).count("示例文字") == 1
    head = official(Role.SECTION_HEAD, username="head")
    services.set_guide(record_id=one.pk, by=head, today=TODAY, who_may_apply="企业")
    assert "示例文字" not in page(client, one)


def test_a_penaltys_page_shows_its_grades_in_force(client, one):
    one.kind = "penalty"
    one.save()
    assert "尚未制定裁量基准" in page(client, one)
    for grade, since, until in (
        ("轻微", date(2012, 1, 1), None),
        ("旧档", date(2010, 1, 1), date(2011, 12, 31)),
    ):
        DiscretionBenchmark.objects.create(
            agency=one.agency, power=one, grade=grade, circumstances="初次", fine_from=100,
            fine_to=500, basis="裁量办法", in_force_from=since, in_force_until=until,
        )  # fmt: skip
    html = page(client, one)

    assert "轻微" in html
    assert "100 – 500" in html
    assert "旧档" not in html
    assert 'href="/powers/discretion/"' in html
