"""What is public is read again in time, kept for its years, and handed over to the archive."""

from datetime import date

import pytest

from sunlit.disclosure import policies, rules, selectors, services
from sunlit.disclosure.afterwards import items_to_read_again, records_to_appraise
from sunlit.disclosure.models import Category, Item, Keeping
from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role
from tests.disclosure import factories
from tests.disclosure.factories import TODAY
from tests.disclosure.leaks import PHONE
from tests.organization.factories import agency

pytestmark = pytest.mark.django_db

DUE = date(2012, 12, 8)
"""Six months after the publication."""


def fresh(item):
    """Return an item as it stands in the database."""
    return Item.objects.get(pk=item.pk)


def told():
    """Return the last entry of the ledger: event, provision, whether it is public."""
    entry = Entry.objects.order_by("id").last()
    return entry.event, entry.basis, entry.is_public


def confirmed(item, *, on, by=None):
    """Confirm an item, as the head of the section."""
    return services.confirm_current(record_id=item.pk, by=by or factories.head(), today=on)


# Read again


def test_an_item_waits_to_be_read_again_before_its_day_and_after_it():
    item = factories.to_read_again(6)

    assert selectors.review_due_on(item) == DUE
    assert list(items_to_read_again(agency(), date(2012, 11, 7))) == []
    for on in (date(2012, 11, 8), date(2013, 3, 1)):
        (waiting,) = items_to_read_again(agency(), on)
        assert (waiting.record, waiting.act, waiting.due_on) == (item, "confirm-current", DUE)
        assert waiting.is_for(factories.head())
        assert not waiting.is_for(factories.clerk())


def test_an_item_of_a_category_without_a_rhythm_is_never_read_again():
    item = factories.published()
    assert selectors.review_due_on(item) is None
    assert list(items_to_read_again(agency(), date(2030, 1, 1))) == []
    assert isinstance(policies.why_not_confirm(factories.head(), item), WrongMoment)


def test_what_was_confirmed_is_read_again_the_same_time_later():
    item = factories.to_read_again(6)

    confirmed(item, on=date(2012, 12, 3))

    item = fresh(item)
    assert item.keeping.checked_post == "head岗"
    assert selectors.review_due_on(item) == date(2013, 6, 3)
    assert list(items_to_read_again(agency(), date(2012, 12, 31))) == []
    assert told() == ("ItemConfirmed", "ogi_2007:6", True)
    confirmed(item, on=date(2013, 6, 1))
    assert fresh(item).keeping.checked_on == date(2013, 6, 1)


def test_a_new_version_counts_as_read_again():
    item = factories.revised(factories.to_read_again(6), on=date(2012, 11, 20))
    assert selectors.review_due_on(item) == date(2013, 5, 20)
    assert list(items_to_read_again(agency(), date(2012, 12, 31))) == []


def test_who_drafted_the_text_as_it_is_does_not_confirm_it():
    item = factories.to_read_again()
    assert isinstance(policies.why_not_confirm(factories.clerk(), item), NotPermitted)
    another = factories.staff("another", Role.CLERK)
    assert policies.why_not_confirm(another, item) is None

    draft = factories.revising(item, by=another)
    services.section_review(record_id=draft.pk, by=factories.head(), today=TODAY)
    services.secrecy_review(record_id=draft.pk, by=factories.reviewer(), today=TODAY, finding="ok")
    services.approve(record_id=draft.pk, by=factories.approver(), today=TODAY, decision="publish")
    services.publish(record_id=draft.pk, by=another, today=TODAY)

    assert isinstance(policies.why_not_confirm(another, fresh(item)), NotPermitted)
    assert policies.why_not_confirm(factories.clerk(), fresh(item)) is None


def test_what_is_being_changed_waits_for_nobody_to_confirm_it():
    item = factories.to_read_again()
    factories.revising(item)
    assert isinstance(policies.why_not_confirm(factories.head(), item), WrongMoment)
    assert list(items_to_read_again(agency(), date(2013, 6, 1))) == []


def test_what_is_public_no_more_is_not_read_again():
    item = factories.to_read_again()
    services.withdraw(record_id=item.pk, by=factories.approver(), today=TODAY, reason="过时")
    assert isinstance(policies.why_not_confirm(factories.head(), fresh(item)), WrongMoment)
    assert list(items_to_read_again(agency(), date(2013, 6, 1))) == []


def test_nothing_is_confirmed_on_a_day_before_it_was_published():
    item = factories.to_read_again()
    with pytest.raises(Unacceptable):
        confirmed(item, on=date(2012, 6, 7))
    assert not Keeping.objects.exists()


# Kept


@pytest.mark.parametrize(("years", "until"), [(10, date(2022, 12, 31)), (30, date(2042, 12, 31))])
def test_a_record_is_kept_for_its_years_from_the_one_after_its_making(years, until):
    assert rules.kept_until(date(2012, 1, 1), years) == until
    assert rules.kept_until(date(2012, 12, 31), years) == until
    assert selectors.kept_until(factories.kept_for(years)) == until


def test_a_record_waits_to_be_appraised_as_its_keeping_ends():
    item = factories.kept_for(10)

    assert list(records_to_appraise(agency(), date(2022, 10, 1))) == []
    for on in (date(2022, 10, 2), date(2024, 1, 1)):
        (waiting,) = records_to_appraise(agency(), on)
        assert (waiting.record, waiting.due_on) == (item, date(2022, 12, 31))
        assert waiting.is_for(factories.clerk())


def test_a_record_kept_for_ever_waits_never():
    item = factories.published()
    assert selectors.kept_until(item) is None
    assert list(records_to_appraise(agency(), date(2200, 1, 1))) == []
    refusal = policies.why_not_extend_retention(factories.clerk(), item)
    assert isinstance(refusal, WrongMoment)


@pytest.mark.parametrize(("retention", "until"), [("10", date(2032, 12, 31)), ("permanent", None)])
def test_a_record_is_kept_longer_for_a_reason(retention, until):
    item = factories.kept_for(10)

    services.extend_retention(
        record_id=item.pk, by=factories.clerk(), today=date(2022, 11, 1),
        retention=retention, reason="仍有查考价值",
    )  # fmt: skip

    item = fresh(item)
    assert selectors.kept_until(item) == until
    assert item.keeping.extension_reason == "仍有查考价值"
    assert list(records_to_appraise(agency(), date(2023, 1, 1))) == []
    assert len(list(records_to_appraise(agency(), date(2033, 1, 1)))) == (until is not None)
    assert told() == ("RetentionExtended", "retention_2006:", False)


def test_a_record_is_appraised_as_its_keeping_ends_and_not_before():
    item, by = factories.kept_for(10), factories.clerk()

    early = policies.why_not_extend_retention(by, item, on=date(2022, 10, 1))

    assert isinstance(early, WrongMoment)
    assert policies.why_not_extend_retention(by, item, on=date(2022, 10, 2)) is None


def test_a_record_handed_over_stays_public_and_waits_no_more():
    item = factories.kept_for(10)
    day = date(2022, 11, 1)

    services.hand_over(record_id=item.pk, by=factories.clerk(), today=day, archive="市档案馆")

    item = fresh(item)
    assert (item.keeping.handed_over_to, item.keeping.handed_over_on) == ("市档案馆", day)
    assert item.is_public
    assert list(records_to_appraise(agency(), date(2023, 1, 1))) == []
    assert told() == ("RecordHandedOver", "archives_2020:15", True)
    for why_not in (policies.why_not_hand_over, policies.why_not_extend_retention):
        assert isinstance(why_not(factories.clerk(), item), WrongMoment)


def test_a_draft_is_not_handed_over_and_only_the_clerk_keeps_records():
    assert isinstance(
        policies.why_not_hand_over(factories.clerk(), factories.drafted()), WrongMoment
    )
    item = factories.kept_for(10)
    for why_not in (policies.why_not_hand_over, policies.why_not_extend_retention):
        assert isinstance(why_not(factories.head(), item), NotPermitted)


def test_the_name_of_the_archive_is_screened_as_the_public_reads_it():
    item = factories.published()
    with pytest.raises(Unacceptable):
        services.hand_over(
            record_id=item.pk, by=factories.clerk(), today=TODAY, archive=f"市档案馆{PHONE}"
        )
    assert not Keeping.objects.exists()


# Set for a category


def test_the_clerk_sets_for_a_category_how_its_items_are_looked_after():
    category = factories.category()

    services.set_keeping(
        record_id=category.pk, by=factories.clerk(), today=TODAY, review_months=12, retention="30"
    )

    category = Category.objects.get(pk=category.pk)
    assert (category.review_months, category.retention_years) == (12, 30)
    assert category.review_since == TODAY
    assert told() == ("CategoryKeepingSet", "retention_2006:", True)
    services.set_keeping(
        record_id=category.pk, by=factories.clerk(), today=TODAY,
        review_months=None, retention="permanent",
    )  # fmt: skip
    category.refresh_from_db()
    assert (category.review_months, category.retention_years) == (None, None)


def test_nothing_is_late_for_a_rhythm_that_was_not_set_yet():
    item = factories.published()
    on = date(2013, 6, 3)

    def set_months(months, day):
        services.set_keeping(
            record_id=item.category_id, by=factories.clerk(), today=day,
            review_months=months, retention="permanent",
        )  # fmt: skip

    set_months(6, on)
    (waiting,) = items_to_read_again(agency(), on)
    assert waiting.due_on == date(2013, 7, 3)
    set_months(6, date(2013, 6, 20))
    (waiting,) = items_to_read_again(agency(), on)
    assert waiting.due_on == date(2013, 7, 3)
    set_months(24, date(2013, 6, 21))
    assert selectors.review_due_on(fresh(item)) == date(2014, 6, 8)


def test_the_next_years_catalogue_leaves_what_was_set_at_the_desk(tmp_path):
    factories.taken(tmp_path)
    category = Category.objects.get(code="DT01")
    services.set_keeping(
        record_id=category.pk, by=factories.clerk(), today=TODAY, review_months=12, retention="30"
    )

    assert not factories.taken(tmp_path, year=2013, **factories.moved_to_2013()).faults

    category.refresh_from_db()
    assert (category.review_months, category.retention_years) == (12, 30)
    assert category.review_since == TODAY


def test_no_other_sets_it():
    category = factories.category()
    with pytest.raises(NotPermitted):
        services.set_keeping(
            record_id=category.pk, by=factories.head(), today=TODAY,
            review_months=12, retention="30",
        )  # fmt: skip
    assert not Entry.objects.exists()
