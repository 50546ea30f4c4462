"""An item becomes public on its day, and is shown until its last one."""

from datetime import date, datetime, time, timedelta

import pytest

from sunlit.disclosure import policies, selectors, services
from sunlit.disclosure.lifecycle import Status
from sunlit.disclosure.models import Item
from sunlit.disclosure.policies import Times
from sunlit.disclosure.timing import CarriedOut, carry_out
from sunlit.disclosure.waiting import items_not_published_when_due
from sunlit.kernel.refusals import NotPermitted, Refused, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.services import give_roles
from tests.disclosure import factories
from tests.disclosure.factories import LATER, TODAY
from tests.disclosure.leaks import LEAK, overwrite
from tests.organization.factories import agency

pytestmark = pytest.mark.django_db

NOON, DUE = time(12), date(2012, 7, 3)
DAY = timedelta(days=1)


def come(day: date, at: time = NOON) -> CarriedOut:
    """Let a moment come."""
    return carry_out(agency(), on=day, at=at)


def events(item: Item) -> list[str]:
    """Return what the ledger holds of an item and its review, in order."""
    about = {str(item.pk), str(item.review.pk)}
    entries = Entry.objects.order_by("pk")
    return [one.event for one in entries if str(one.object_id) in about]


def test_a_scheduled_item_becomes_public_on_its_day_and_not_before():
    item = factories.scheduled()

    assert come(LATER - DAY).published == []
    assert come(LATER).published == [item]

    item.refresh_from_db()
    assert (item.status, item.published_on) == (Status.PUBLISHED, LATER)
    assert item.index_number
    assert item.publish_on is None
    assert come(LATER + DAY).published == []


def test_it_becomes_public_in_the_name_of_who_set_the_day_and_the_ledger_tells_both():
    item = factories.scheduled()

    come(LATER)

    scheduled = Entry.objects.get(event="ItemScheduled")
    published = Entry.objects.get(event="ItemPublished")
    assert scheduled.by == published.by == factories.clerk()
    assert (scheduled.day, published.day) == (TODAY, LATER)
    assert scheduled.payload["item"] == item.code


def test_an_hour_can_be_set():
    item = factories.approved()
    services.schedule(
        record_id=item.pk, by=factories.clerk(), today=TODAY, publish_on=LATER, publish_at=time(9)
    )

    assert come(LATER, time(8, 59)).published == []
    assert come(LATER, time(9)).published == [item]


@pytest.mark.parametrize(
    "times",
    [
        Times(TODAY - DAY),
        Times(TODAY, time(11, 59)),
        Times(TODAY, time(12)),
        Times(DUE + DAY),
        Times(LATER, expires_on=LATER - DAY),
    ],
    ids=["yesterday", "this morning", "just now", "later than the law allows", "ends before"],
)
def test_no_item_is_scheduled_in_the_past_or_later_than_the_law_allows(times):
    item = factories.approved()

    refusal = policies.why_not_then(item, times, now=datetime.combine(TODAY, NOON))

    assert isinstance(refusal, Unacceptable)
    assert refusal.basis
    assert refusal.remedy


def test_the_last_day_that_the_law_allows_is_in_time():
    item = factories.approved()
    assert selectors.publication_due_on(agency(), item.made_on) == DUE

    assert policies.why_not_then(item, Times(DUE), now=datetime.combine(TODAY, NOON)) is None


def test_what_is_late_already_is_published_today_or_not_at_all():
    item = factories.approved()
    late = datetime.combine(DUE + DAY, NOON)

    assert policies.why_not_then(item, Times(DUE + DAY), now=late) is None
    refusal = policies.why_not_then(item, Times(DUE + 2 * DAY), now=late)

    assert isinstance(refusal, Unacceptable)


def test_scheduling_in_the_past_changes_nothing():
    item = factories.approved()

    with pytest.raises(Unacceptable):
        services.schedule(
            record_id=item.pk, by=factories.clerk(), today=TODAY, publish_on=TODAY - DAY
        )

    item.refresh_from_db()
    assert item.status == Status.APPROVED
    assert not Entry.objects.filter(event="ItemScheduled").exists()


@pytest.mark.parametrize(
    "step", [factories.drafted, factories.section_reviewed, factories.secrecy_reviewed]
)
def test_nothing_is_scheduled_before_it_has_passed_the_gate(step):
    item = step()

    with pytest.raises(WrongMoment):
        services.schedule(record_id=item.pk, by=factories.clerk(), today=TODAY, publish_on=LATER)

    assert come(LATER).published == []


def test_only_a_clerk_schedules():
    item = factories.approved()

    with pytest.raises(NotPermitted):
        services.schedule(record_id=item.pk, by=factories.head(), today=TODAY, publish_on=LATER)


def test_a_text_that_is_not_the_one_decided_on_stays_where_it_is_and_waits_for_somebody():
    item = factories.scheduled()
    overwrite(item, body="另一篇正文。")

    done = come(LATER)

    assert done.published == []
    [(left, refusal)] = done.refused
    assert left == item
    assert isinstance(refusal, Unacceptable)
    [waiting] = items_not_published_when_due(agency(), LATER)
    assert waiting.is_for(factories.clerk())
    item.refresh_from_db()
    assert item.status == Status.SCHEDULED


def test_something_that_the_screening_finds_by_then_is_not_published():
    item = factories.scheduled()
    overwrite(item, body=LEAK)
    item.review.approved_digest = "0" * 64
    item.review.save()

    [(_left, _refusal)] = come(LATER).refused

    [waiting] = items_not_published_when_due(agency(), LATER)
    assert waiting.is_for(factories.reviewer())


def test_who_may_publish_no_more_publishes_nothing_on_its_day_either():
    item = factories.scheduled()
    clerk = factories.clerk()
    clerk.roles.all().delete()
    give_roles(clerk, [], since=TODAY)

    done = come(LATER)

    assert [left for left, _refusal in done.refused] == [item]


def test_the_day_can_be_taken_back_with_the_reason():
    item = factories.scheduled()

    services.unschedule(record_id=item.pk, by=factories.clerk(), today=TODAY, reason="会议延期")

    item.refresh_from_db()
    assert (item.status, item.publish_on) == (Status.APPROVED, None)
    assert come(LATER).published == []
    assert Entry.objects.get(event="ScheduleTakenBack").payload["reason"] == "会议延期"


def test_an_approver_can_send_a_scheduled_item_back():
    item = factories.scheduled()

    services.send_back(record_id=item.pk, by=factories.approver(), today=TODAY, reason="重写")

    item.refresh_from_db()
    assert (item.status, item.publish_on) == (Status.DRAFT, None)
    assert come(LATER).published == []


def test_an_item_is_shown_until_its_last_day_and_counted_for_ever():
    item = factories.published()
    services.limit_display(
        record_id=item.pk, by=factories.approver(), today=TODAY, expires_on=LATER
    )

    assert come(LATER).expired == []
    assert come(LATER + DAY).expired == [item]

    item.refresh_from_db()
    assert item.status == Status.EXPIRED
    assert not selectors.published_items(agency()).exists()
    assert selectors.item_by_index_number(agency(), item.index_number) == item
    assert selectors.items_published_in(agency(), 2012).count() == 1
    assert Entry.objects.get(event="ItemExpired").by == factories.approver()


def test_a_last_day_cannot_be_over_already():
    item = factories.published()

    with pytest.raises(Unacceptable):
        services.limit_display(
            record_id=item.pk, by=factories.approver(), today=TODAY, expires_on=TODAY - DAY
        )


def test_only_an_approver_says_until_when_something_is_shown():
    item = factories.published()

    with pytest.raises(NotPermitted):
        services.limit_display(
            record_id=item.pk, by=factories.clerk(), today=TODAY, expires_on=LATER
        )


@pytest.mark.parametrize("act", [services.publish_when_due, services.expire])
def test_nobody_brings_about_by_hand_what_only_the_clock_brings(act):
    item = factories.scheduled() if act is services.publish_when_due else factories.published()

    with pytest.raises(Refused):
        act(record_id=item.pk, by=factories.clerk(), today=TODAY)
