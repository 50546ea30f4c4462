"""What a notice would move is shown before, case by case, and comes to pass as it was shown."""

from datetime import date, time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from sunlit.complaints import services as complaint_services
from sunlit.desk.foreseeing import foresee
from sunlit.foi import selectors as foi
from sunlit.foi.models import InformationRequest
from sunlit.ledger.models import Entry
from sunlit.organization.models import HolidayNotice, Role
from sunlit.organization.rules.notices import notices_in
from sunlit.organization.services.notices import take_in_notices
from tests.complaints import factories as complaints
from tests.foi import factories as requests
from tests.organization.factories import agency, official
from tests.organization.notices import EXTENDED_2020, OF_2027

pytestmark = pytest.mark.django_db

RECEIVED = date(2020, 1, 20)
DUE, DUE_LATER = date(2020, 2, 25), date(2020, 3, 3)
"""Twenty working days by hand: 21-23 January (3), 3-7 February (8), 10-14 (13), 17-21 (18), 24,
25 February (20). Without 3-7 February: 10-14 (8), 17-21 (13), 24-28 (18), 2, 3 March (20)."""
PAGE = "/desk/holiday-notices/open/take-in/"


@pytest.fixture
def day(settings):
    """Let it be a day; the case is still open."""

    def be(on):
        settings.SUNLIT_TODAY = on

    be(date(2020, 1, 28))
    return be


@pytest.fixture
def request_of_january(day):
    """A request for information received before the holidays."""
    day(RECEIVED)
    made = requests.registered(RECEIVED)
    day(date(2020, 1, 28))
    return made


def foreseen(today=date(2020, 1, 28), of=None):
    """Foresee what the notice on a later return to work would do."""
    return foresee(of or agency(), notices_in(EXTENDED_2020), today=today)


def take_in(today=date(2020, 1, 28)):
    """Take that notice in."""
    return take_in_notices(agency=agency(), today=today, text=EXTENDED_2020)


def test_an_open_case_moves_as_it_is_reckoned_by_hand(request_of_january):
    (moved,) = foreseen().moved
    assert moved.waiting.record == request_of_january
    assert (moved.was, moved.now, moved.becomes) == (DUE, DUE_LATER, "")
    assert not HolidayNotice.objects.exists()
    assert foi.clock(request_of_january).due_on == DUE

    take_in()

    fresh = InformationRequest.objects.get(pk=request_of_january.pk)
    assert foi.clock(fresh).due_on == DUE_LATER


def test_the_days_that_change_are_those_of_the_notice_and_no_others(day):
    days = foreseen().days
    assert [one.on for one in days] == [date(2020, 2, number) for number in range(3, 8)]
    assert not any(one.is_working for one in days)


def test_a_case_that_was_late_is_so_no_longer(request_of_january, day):
    day(date(2020, 2, 28))
    (moved,) = foreseen(date(2020, 2, 28)).moved
    assert moved.becomes == "in_time"


def test_a_case_beyond_the_calendar_gets_its_due_day(day):
    day(date(2026, 12, 21))
    requests.registered(date(2026, 12, 21))

    (moved,) = foresee(agency(), notices_in(OF_2027), today=date(2026, 12, 21)).moved

    # 22-31 December (8), 4-8 January (13), 11-15 (18), 18, 19 January (20)
    assert (moved.was, moved.now) == (None, date(2027, 1, 19))


def test_a_day_that_was_promised_to_a_person_stays_and_that_is_said(day):
    accepted_on = date(2020, 1, 22)
    complaint = complaints.registered(today=accepted_on)
    complaint = complaint_services.accept(
        record_id=complaint.pk, by=complaints.operator(), today=accepted_on, at=time(10)
    )
    assert complaint.due_on == date(2020, 2, 6)  # 23 January, 3-6 February

    found = foreseen()
    (kept,) = found.kept

    assert not found.moved
    assert (kept.waiting.record, kept.due_on) == (complaint, date(2020, 2, 6))
    assert (kept.days_before, kept.days_now) == (5, 1)


def test_the_cases_of_another_agency_are_not_touched(request_of_january):
    found = foreseen(of=agency("OTHER"))
    assert not found.moved
    assert found.days


# The page


@pytest.fixture
def desk(client):
    """An administrator at the desk."""
    client.force_login(official(Role.ADMINISTRATOR, username="admin"))
    return client


def test_the_page_shows_first_what_moves_and_takes_the_notice_in_when_told_to(
    desk, request_of_january
):
    shown = desk.post(PAGE, {"text": EXTENDED_2020})

    content = shown.content.decode()
    assert shown.status_code == 200
    assert request_of_january.number in content
    assert not HolidayNotice.objects.exists()
    assert content.count("<textarea") == 1  # the text to be confirmed is not shown twice

    done = desk.post(PAGE, {"text": shown.context["text"], "confirmed": "yes"})

    notice = HolidayNotice.objects.get()
    assert (done.status_code, done["Location"]) == (302, f"/desk/holiday-notices/{notice.pk}/")
    assert Entry.objects.filter(event="HolidayNoticeTakenIn").count() == 1
    assert desk.get(done["Location"]).status_code == 200


def test_a_file_is_taken_as_if_it_were_pasted(desk, day):
    file = SimpleUploadedFile("2020.yaml", EXTENDED_2020.encode())
    shown = desk.post(PAGE, {"text": "", "file": file})
    assert shown.status_code == 200
    assert shown.context["text"] == EXTENDED_2020


@pytest.mark.parametrize(
    "typed",
    [
        {"text": ""},
        {"text": "year: 2020"},
        {"text": EXTENDED_2020.replace("2020-02-07", "2020-02-01")},
        {"file": SimpleUploadedFile("2020.yaml", b"\xff\xfe\x00")},
    ],
    ids=["nothing", "half a file", "backwards", "no text"],
)
def test_what_cannot_be_taken_is_told_and_what_was_typed_is_kept(desk, day, typed):
    answer = desk.post(PAGE, dict(typed))
    assert answer.status_code == 422
    if text := typed.get("text"):
        assert text.splitlines()[-1] in answer.content.decode()
    assert not HolidayNotice.objects.exists()


def test_a_notice_taken_in_by_another_meanwhile_is_told(desk, day):
    take_in()
    answer = desk.post(PAGE, {"text": EXTENDED_2020, "confirmed": "yes"})
    assert answer.status_code == 409


def test_a_clerk_sees_the_notices_but_not_the_way_to_take_one_in(client, day):
    client.force_login(official(Role.CLERK))
    assert client.get("/desk/holiday-notices/").status_code == 200
    assert "disabled" in client.get(PAGE).content.decode()
    assert client.post(PAGE, {"text": EXTENDED_2020}).status_code == 403
    assert client.post(PAGE, {"text": EXTENDED_2020, "confirmed": "yes"}).status_code == 403


@pytest.mark.parametrize(
    ("role", "on", "warned"),
    [
        (Role.ADMINISTRATOR, date(2026, 11, 1), True),
        (Role.CLERK, date(2026, 11, 1), True),
        (Role.CLERK, date(2026, 10, 31), False),
        (Role.INVESTIGATOR, date(2026, 11, 1), False),
    ],
)
def test_the_desk_warns_from_november_on_that_the_next_year_is_missing(
    client, day, role, on, warned
):
    day(on)
    client.force_login(official(role))
    assert ("calendar import" in client.get("/desk/").content.decode()) is warned
