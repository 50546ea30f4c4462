"""The queue at the window: numbers in order, called once, finished once, and how long it took."""

from datetime import date, time

import pytest

from sunlit.approvals import rules
from sunlit.approvals.models import Ticket, TicketStatus
from sunlit.approvals.selectors import queue as selectors
from sunlit.approvals.services import queue as services
from sunlit.kernel.refusals import NotPermitted, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.measures.selectors import measure
from sunlit.organization.models import Role
from tests.approvals import factories
from tests.organization.factories import agency, official

pytestmark = pytest.mark.django_db

DAY = date(2012, 6, 11)


@pytest.fixture(autouse=True)
def the_day(settings):
    settings.SUNLIT_TODAY = DAY
    factories.window()


@pytest.fixture
def clerk():
    return official(Role.WINDOW_CLERK)


def take(by, at=time(9), today=DAY):
    return services.give_number(agency=by.agency, by=by, today=today, purpose="apply", at=at)


def call(by, at=time(9, 20), today=DAY):
    return services.call_next(agency=by.agency, by=by, today=today, counter="1", at=at)


def test_numbers_follow_one_another_and_begin_anew_each_day(clerk):
    numbers = [take(clerk).number, take(clerk).number, take(clerk, today=date(2012, 6, 12)).number]
    assert numbers == ["A001", "A002", "A001"]
    assert {entry.basis for entry in Entry.objects.order_by("id")} == {"openness_2011:"}


def test_who_came_first_is_called_first_and_only_once(clerk):
    take(clerk), take(clerk)
    assert [call(clerk).number, call(clerk).number] == ["A001", "A002"]
    with pytest.raises(WrongMoment):
        call(clerk)


def test_the_numbers_of_yesterday_are_not_called(clerk):
    take(clerk, today=date(2012, 6, 8))
    with pytest.raises(WrongMoment):
        call(clerk)


def test_a_number_is_served_once(clerk):
    take(clerk)
    ticket = call(clerk)
    ticket = services.finish(record_id=ticket.pk, by=clerk, today=DAY, at=time(9, 40))
    assert (ticket.status, ticket.waited_minutes) == (TicketStatus.SERVED, 20)
    with pytest.raises(WrongMoment):
        services.miss(record_id=ticket.pk, by=clerk, today=DAY)
    assert Ticket.objects.get().status == TicketStatus.SERVED


def test_nobody_is_served_who_was_not_called(clerk):
    with pytest.raises(WrongMoment):
        services.finish(record_id=take(clerk).pk, by=clerk, today=DAY)


def test_a_window_gives_no_number_before_it_opens(clerk):
    with pytest.raises(WrongMoment, match="2012-05-21"):
        take(clerk, today=date(2012, 5, 18))
    assert not Ticket.objects.exists()


def test_the_section_gives_no_numbers():
    with pytest.raises(NotPermitted):
        take(official(Role.SECTION_HEAD))
    assert not Entry.objects.exists()


def test_the_queue_says_who_is_served_how_many_wait_and_how_long_it_took(clerk):
    for _one in range(4):
        take(clerk)
    first = call(clerk, time(9, 10))
    services.finish(record_id=first.pk, by=clerk, today=DAY)
    call(clerk, time(9, 30))

    now = selectors.queue_on(agency(), on=DAY)

    assert [one.number for one in now.serving] == ["A002"]
    assert (now.waiting, now.served, now.mean_minutes) == (2, 1, 20)


def test_waiting_times_are_figures_with_their_tickets(clerk):
    for _one in range(3):
        take(clerk)
    call(clerk, time(9, 15)), call(clerk, time(9, 16))

    quick = measure("approvals.called_soon", agency(), 2012)
    assert quick.value == 1
    assert measure("approvals.tickets", agency(), 2012).value == 3


def test_minutes_never_run_backwards():
    assert rules.minutes_between(time(9), time(8)) == 0
    assert rules.minutes_between(time(9), time(10, 1, 59)) == 61


def test_decisions_of_the_window_are_a_share_of_all_decisions():
    on = {"accepted_on": DAY, "decided_on": DAY, "result": "granted", "status": "decided"}
    factories.licence_case("SP2012-001", decided_by="窗口首席代表", **on)
    factories.licence_case("SP2012-002", decided_by="分管副局长", **on)
    assert measure("approvals.decided_at_window", agency(), 2012).value == 1
    assert measure("approvals.items_at_window", agency(), 2012).value == 1
