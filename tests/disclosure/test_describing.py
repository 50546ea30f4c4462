"""What is said of an item beside its words goes the whole way with it."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from sunlit.disclosure import rules, selectors, services
from sunlit.disclosure.column import genre_said
from sunlit.disclosure.forms import DraftForm, ReviseForm
from sunlit.disclosure.models import Category, Item
from sunlit.disclosure.themes import said, theme_of, theme_of_category, themes
from sunlit.kernel.refusals import Unacceptable
from tests.disclosure import factories
from tests.disclosure.factories import LATER, TODAY

pytestmark = pytest.mark.django_db

DESCRIBED = {
    "theme": "J3", "genre": "public_notice", "keywords": "垃圾, 清运；车辆",
    "summary": "检修二十八台。", "source": "市环境卫生管理处", "effective_on": date(2012, 7, 1),
    "valid_until": date(2012, 9, 30),
}  # fmt: skip


def values(item):
    return {name: getattr(item, name) for name in DESCRIBED}


def test_a_draft_keeps_what_is_said_of_it_with_its_keywords_in_one_form():
    item = factories.drafted(**DESCRIBED)

    assert values(item) == DESCRIBED | {"keywords": "垃圾、清运、车辆"}
    item.refresh_from_db()
    assert item.effective_on == date(2012, 7, 1)


def test_writing_anew_changes_it_and_the_form_shows_what_was_said():
    item = factories.drafted(**DESCRIBED)
    form = ReviseForm(record=item, by=factories.clerk())
    assert form["keywords"].value() == "垃圾、清运、车辆"

    anew = factories.reworded(item, summary="检修三十台。")

    assert (anew.summary, anew.keywords) == ("检修三十台。", "")


def test_the_form_of_a_draft_offers_every_theme_and_asks_for_none():
    form = DraftForm(by=factories.clerk())

    assert len(form.fields["theme"].choices) == len(themes()) + 1
    assert not form.fields["theme"].required


def test_what_is_said_of_an_item_is_screened_like_its_text():
    item = factories.drafted(body="共检修28台。", summary="车主手机13812345678")

    [found] = selectors.open_findings(item)
    assert "13812345678" in found.text
    with pytest.raises(Unacceptable):
        services.section_review(record_id=item.pk, by=factories.head(), today=TODAY)


def test_the_decision_binds_what_is_said_of_an_item():
    item = factories.approved(**DESCRIBED)
    Item.objects.filter(pk=item.pk).update(summary="检修九十台。")

    with pytest.raises(Unacceptable):
        services.publish(record_id=item.pk, by=factories.clerk(), today=TODAY)


@pytest.mark.parametrize("name", ["effective_on", "valid_until"])
def test_the_decision_binds_the_days_between_which_it_holds(name):
    item = factories.approved(**DESCRIBED)
    Item.objects.filter(pk=item.pk).update(**{name: date(2012, 8, 1)})

    with pytest.raises(Unacceptable):
        services.publish(record_id=item.pk, by=factories.clerk(), today=TODAY)


def test_nothing_ends_before_it_begins():
    with pytest.raises(Unacceptable):
        factories.drafted(effective_on=date(2012, 7, 1), valid_until=date(2012, 6, 30))
    item = factories.drafted(effective_on=date(2012, 7, 1))

    with pytest.raises(IntegrityError), transaction.atomic():
        Item.objects.filter(pk=item.pk).update(valid_until=date(2012, 6, 30))


def test_an_item_of_which_nothing_is_said_is_bound_as_it_was_before():
    item = factories.drafted()

    assert rules.digest_of(*item.bound) == rules.digest_of(*item.texts)


def test_a_new_version_begins_with_what_is_said_and_hands_its_own_on():
    item = factories.published(**DESCRIBED)
    draft = factories.revising(item)
    assert values(draft) == values(item)

    anew = factories.reworded(draft, **DESCRIBED | {"summary": "检修三十台。"}, on=LATER)
    services.publish(
        record_id=factories.passed(anew, on=LATER).pk, by=factories.clerk(), today=LATER
    )

    item.refresh_from_db()
    assert (item.summary, item.source) == ("检修三十台。", "市环境卫生管理处")


def test_theme_and_kind_are_the_items_own_or_those_of_its_category():
    item = factories.drafted(title="关于车辆检修的通知")
    assert (said(theme_of(item)), genre_said(item)) == (
        *("城乡建设、环境保护 / 城乡建设（含住房）", "通知"),
    )
    category = Category(theme="D1", genre="circular", name="预算", role="other")
    item.category = category
    assert (theme_of(item), genre_said(item)) == ("D1", "通报")
    item.theme, item.genre = "J1", "other"
    assert (theme_of(item), genre_said(item)) == ("J1", "其他")


def test_every_part_of_the_column_has_a_theme_of_the_vocabulary():
    for name in ("notices", "tenders", "recruitment", "annual_reports", "other"):
        assert theme_of_category(Category(role=name, name=name)) in themes()


@pytest.mark.parametrize(
    "written", ["垃圾、清运", "垃圾,清运", "垃圾； 清运;垃圾", "  垃圾\n清运  "]
)
def test_keywords_are_kept_apart_in_whichever_way(written):
    assert rules.words_in(written) == ("垃圾", "清运")
