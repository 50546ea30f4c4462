"""The versions of a published text, and what of them may still be read."""

from datetime import date

import pytest

from sunlit.disclosure import selectors, services
from sunlit.disclosure.models import Item, Version
from tests.disclosure import factories
from tests.disclosure.factories import TODAY
from tests.disclosure.leaks import LEAK, PHONE, keep, mask, overwrite

pytestmark = pytest.mark.django_db

LATER = date(2012, 7, 2)
SECOND = "共检修29台。"


def test_an_item_that_was_never_revised_has_its_text_as_its_only_version():
    item = factories.published()
    (told,) = selectors.versions_told(item)
    assert (told.version.number, told.version.texts) == (1, item.texts)
    assert (told.revision, told.is_readable, told.review) == (None, True, item.review)
    assert not Version.objects.exists()
    assert selectors.latest_revision(item) is None


def test_the_text_before_a_correction_can_be_taken_from_the_public():
    item = factories.revised(on=TODAY, body=SECOND, kind="revision")
    item = factories.revised(item, on=LATER, body="已更正。", earlier_ground="privacy")

    first, second, third = selectors.versions_told(item)

    assert [one.is_readable for one in (first, second, third)] == [False, False, True]
    assert first.hidden_for == second.hidden_for == "privacy"


def test_an_old_text_in_which_the_screening_finds_something_today_is_not_readable():
    item = factories.revised(on=TODAY, body=SECOND)
    Version.objects.filter(item=item, number=1).update(body=LEAK)

    first, second = selectors.versions_told(item)

    assert (first.is_found, first.is_readable, second.is_readable) == (True, False, True)


def test_what_may_stand_hides_no_old_version():
    item = factories.published(body="共检修28台。")
    draft = keep(factories.reworded(factories.revising(item), body=LEAK), factories.clerk())
    services.publish(record_id=factories.passed(draft).pk, by=factories.clerk(), today=TODAY)
    item = factories.revised(Item.objects.get(pk=item.pk), on=LATER, body=SECOND)

    assert [one.is_readable for one in selectors.versions_told(item)] == [True, True, True]


def test_a_masked_text_becomes_the_correction_of_one_that_was_overlooked():
    item = factories.published()
    overwrite(item, body=LEAK)
    draft = mask(factories.revising(Item.objects.get(pk=item.pk), earlier_ground="privacy"))

    services.publish(record_id=factories.passed(draft).pk, by=factories.clerk(), today=TODAY)

    item.refresh_from_db()
    assert PHONE not in item.body
    assert [one.is_readable for one in selectors.versions_told(item)] == [False, True]
