from datetime import date

import pytest

from sunlit.ledger import worker
from sunlit.organization.models import Role
from sunlit.powers.models import Power
from sunlit.powers.services import cancel
from sunlit.search import reactions
from sunlit.search.models import Document
from sunlit.search.rules import folded, words_of
from sunlit.search.selectors import search
from tests.organization import factories as organization
from tests.powers import factories

TODAY = date(2031, 9, 1)


def listed(code, name, **changes):
    """A power on the list, entered in the ledger."""
    power = factories.power(code, name=name, **changes)
    factories.enter(power)
    return power


def found(query, **narrowed):
    """The numbers of what is found, in order."""
    documents = search(organization.agency(), query, **narrowed)
    return [document.number for document in documents]


def indexed():
    """All that the index holds, without the numbers of its rows."""
    return list(
        Document.objects.order_by("record").values_list(
            "record", "agency_id", "kind", "number", "title", "folded", "url", "day"
        )
    )


@pytest.mark.parametrize(
    ("text", "compared"),
    [
        ("ＡＢＣ１２３", "abc123"),
        ("  户外　广告 ", "户外 广告"),
        ("Straße", "strasse"),
        ("（暂行）", "(暂行)"),
        ("㎡", "m2"),
    ],
    ids=["full width", "spaces", "capitals", "brackets", "signs that stand for others"],
)
def test_words_are_compared_without_width_and_case(text, compared):
    assert folded(text) == compared


def test_a_question_is_cut_to_its_first_words():
    assert words_of(" 户外　广告 ") == ["户外", "广告"]
    assert words_of("　") == []
    assert len(words_of("字 " * 40)) == 8
    assert words_of("字" * 200) == ["字" * 100]


@pytest.mark.django_db
def test_what_is_public_is_found_after_the_reaction_and_not_before():
    listed("CG-XK-001", "户外广告设置审批")
    assert found("广告") == []

    worker.catch_up()

    assert found("广告") == ["CG-XK-001"]
    (document,) = search(organization.agency(), "广告")
    assert (document.kind, document.title) == ("power", "户外广告设置审批")
    assert document.url == Power.objects.get().get_absolute_url()


@pytest.mark.django_db
def test_all_words_must_be_in_the_title_or_the_number():
    listed("CG-XK-001", "户外广告设置审批")
    listed("CG-XK-002", "户外ＬＥＤ屏设置审批")
    worker.catch_up()

    assert found("审批 户外") == ["CG-XK-001", "CG-XK-002"]
    assert found("审批 led") == ["CG-XK-002"]
    assert found("cg-xk-００１") == ["CG-XK-001"]
    assert found("审批 罚款") == []
    assert found("") == found("　") == []
    assert found("%") == found("_") == []


@pytest.mark.django_db
def test_the_newest_stands_first_and_a_kind_narrows():
    listed("CG-XK-001", "旧审批", published_on=date(2030, 1, 1))
    listed("CG-XK-002", "新审批")
    worker.catch_up()

    assert found("审批") == ["CG-XK-002", "CG-XK-001"]
    assert found("审批", kind="power") == ["CG-XK-002", "CG-XK-001"]
    assert found("审批", kind="item") == []


@pytest.mark.django_db
def test_an_agency_finds_its_own_records_only():
    listed("CG-XK-001", "户外广告设置审批", of=organization.agency("OTHER"))
    worker.catch_up()

    assert found("广告") == []
    assert Document.objects.count() == 1


@pytest.mark.django_db
def test_what_is_no_longer_public_is_no_longer_found():
    power = listed("CG-XK-001", "户外广告设置审批")
    worker.catch_up()

    leader = organization.official(Role.LEADER)
    cancel(record_id=power.pk, by=leader, today=TODAY, reason="法规修订")
    worker.catch_up()

    assert found("广告") == []
    assert not Document.objects.exists()


@pytest.mark.django_db
def test_an_index_rebuilt_from_nothing_is_equal():
    listed("CG-XK-001", "户外广告设置审批")
    gone = listed("CG-XK-002", "已取消事项")
    listed("CG-XK-003", "未公开事项", is_public=False, published_on=None)
    cancel(record_id=gone.pk, by=organization.official(Role.LEADER), today=TODAY, reason="法规修订")
    worker.catch_up()
    made = indexed()
    assert [row[3] for row in made] == ["CG-XK-001"]

    reactions.forget()
    assert not Document.objects.exists()
    for reaction in worker.all_reactions():
        worker.replay(reaction)

    assert indexed() == made
