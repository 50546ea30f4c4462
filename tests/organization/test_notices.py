"""Holiday notices that came later: read strictly, taken in once, each agency for itself."""

import threading
from datetime import date

import pytest
from django.db import connection

from sunlit.kernel.refusals import BeyondCalendar, NotPermitted, Refused, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import HolidayNotice, Role
from sunlit.organization.rules.notices import LARGEST_FILE, notices_in, plain, read_back
from sunlit.organization.selectors import official_calendar
from sunlit.organization.selectors.calendars import missing_year, what_if
from sunlit.organization.selectors.once import settings_read_once
from sunlit.organization.services.notices import take_in_notices
from tests.organization.factories import agency, official
from tests.organization.notices import EXTENDED_2020, OF_2027

TODAY = date(2026, 11, 25)
database = pytest.mark.django_db


def administrator(of=None):
    """Return an administrator."""
    owner = of or agency()
    return official(Role.ADMINISTRATOR, username=f"admin.{owner.code}", of=owner)


def take_in(text=OF_2027, **changes):
    """Take the notice of 2027 in, unless told otherwise."""
    owner = changes.pop("agency", None) or agency()
    terms = {"agency": owner, "today": TODAY, "text": text}
    if "by" not in changes:
        terms["by"] = administrator(owner)
    return take_in_notices(**terms | changes)


# The file


@pytest.mark.parametrize("text", [EXTENDED_2020, OF_2027], ids=["a change", "a year"])
def test_a_notice_is_kept_as_plain_values_and_read_back_the_same(text):
    (notice,) = notices_in(text)
    assert read_back(notice.year, plain(notice)) == notice


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        ("year: 2027", "year: soon", "year"),
        ("notices:", "notes:", "notices"),
        ("    issued_on: 2026-11-10\n", "", "issued_on"),
        ("2026-11-10", "the tenth", "issued_on"),
        ("until: 2027-01-03", "until: 2026-12-31", "holiday 1 ends before it begins"),
        ("zh: 元旦, ", "", "holiday 1, zh"),
        ("zh: 元旦", "zh: [元旦]", "zh must be a text"),
        ("2027-01-30", "2028-06-30", "2028-06-30 lies outside"),
        ("2027-01-30", "2027-02-06", "2027-02-06 stands twice"),
        ("make_up_days: [", "make_up_days: [[", "Line"),
        ("make_up_days: [2027-01-30, 2027-02-14]", "make_up_days: none", "lists"),
    ],
)
def test_a_file_that_is_wrong_is_refused_with_what_and_where(was, now, told):
    assert was in OF_2027
    with pytest.raises(Unacceptable) as refused:
        notices_in(OF_2027.replace(was, now, 1))

    assert told.lower() in refused.value.reason.en.lower()
    assert refused.value.remedy


@pytest.mark.parametrize("text", ["", "- a\n- b", "year: 2027\nnotices: []", "a" * 70_000, "\x00"])
def test_what_is_no_notice_at_all_is_refused(text):
    with pytest.raises(Unacceptable):
        notices_in(text)


def test_a_file_that_grows_when_it_is_read_does_no_harm():
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    text = "\n".join([*lines, "year: 2027", "notices: [*a11]"])
    assert len(text) < LARGEST_FILE
    with pytest.raises(Unacceptable):
        notices_in(text)


# The act


@database
def test_a_year_taken_in_is_counted_and_stands_in_the_ledger():
    with pytest.raises(BeyondCalendar):
        official_calendar(agency().pk).is_working(date(2027, 1, 4))

    kept = take_in()

    calendar = official_calendar(agency().pk)
    assert calendar.last == date(2027, 12, 31)
    assert not calendar.is_working(date(2027, 2, 8))
    assert calendar.is_working(date(2027, 2, 14))
    assert "国办发明电〔2026〕7号" in calendar.why(date(2027, 2, 8)).zh
    entry = Entry.objects.get()
    assert (entry.event, entry.about_id, entry.day) == ("HolidayNoticeTakenIn", kept.pk, TODAY)
    assert entry.is_public
    assert entry.basis == "holidays_2024:"
    assert entry.payload["made_worked"] == ["2027-01-30", "2027-02-14"]
    assert entry.payload["made_off"] == [
        "2027-01-01", "2027-02-05", "2027-02-08", "2027-02-09", "2027-02-10", "2027-02-11",
    ]  # fmt: skip


@database
def test_without_an_official_the_operator_took_it_in():
    take_in(by=None)
    assert Entry.objects.get().by.username == "records.CGJ"


@database
def test_a_file_that_repeats_what_is_known_adds_only_what_is_new():
    take_in()
    later = OF_2027 + OF_2027[OF_2027.index("  - zh") :].replace("2026-11-10", "2026-11-20")

    take_in(later, by=official(Role.ADMINISTRATOR, username="second"))

    issued = HolidayNotice.objects.order_by("issued_on").values_list("issued_on", flat=True)
    assert list(issued) == [date(2026, 11, 10), date(2026, 11, 20)]


@database
@pytest.mark.parametrize(
    ("text", "refusal", "told"),
    [
        (OF_2027.replace("2026-11-10", "2026-12-10"), Unacceptable, "still to come"),
        (OF_2027.replace("2027", "2028"), Unacceptable, "does not follow"),
        (EXTENDED_2020.replace("2020-01-28", "2019-12-01"), WrongMoment, "later one prevails"),
        (EXTENDED_2020.replace("2020-01-28", "2020-01-26"), WrongMoment, "known already"),
        (OF_2027.replace("2027-01-30", "2027-01-29"), Unacceptable, "worked anyway"),
        ("year: 2027", Unacceptable, ""),
    ],
    ids=["of tomorrow", "a year left out", "older", "known", "a Friday made up", "malformed"],
)
def test_a_notice_that_does_not_fit_is_refused_and_changes_nothing(text, refusal, told, settings):
    by = administrator()
    settings.LANGUAGE_CODE = "en"
    with pytest.raises(refusal) as refused:
        take_in(text, by=by)

    assert told in str(refused.value) or told in getattr(refused.value.reason, "en", "")
    assert refused.value.remedy
    assert not HolidayNotice.objects.exists()
    assert not Entry.objects.exists()


@database
@pytest.mark.parametrize("role", sorted(set(Role) - {Role.ADMINISTRATOR}))
def test_nobody_but_an_administrator_takes_a_notice_in(role):
    with pytest.raises(NotPermitted):
        take_in(by=official(role))

    assert not HolidayNotice.objects.exists()


@database
def test_the_same_notice_is_taken_in_once():
    take_in()
    with pytest.raises(WrongMoment):
        take_in(by=official(Role.ADMINISTRATOR, username="second"))

    assert HolidayNotice.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_who_take_the_same_notice_in_at_once_one_is_refused():
    owner = agency()
    authors = [official(Role.ADMINISTRATOR, username=name) for name in ("first", "second")]
    start, outcomes = threading.Barrier(2), []

    def one(by):
        try:
            start.wait()
            take_in(agency=owner, by=by)
            outcomes.append("taken in")
        except Refused as refused:
            outcomes.append(type(refused).__name__)
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=[by]) for by in authors]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["WrongMoment", "taken in"]
    assert Entry.objects.filter(event="HolidayNoticeTakenIn").count() == 1


# Whose calendar


@database
def test_a_notice_of_one_agency_is_none_of_another():
    other = agency("OTHER")
    take_in()

    assert official_calendar(agency().pk).last.year == 2027
    assert official_calendar(other.pk).last.year == 2026


@database
def test_what_would_be_is_only_read_inside():
    other = agency("OTHER")
    with what_if(agency().pk, notices_in(OF_2027)):
        assert official_calendar(agency().pk).last.year == 2027
        assert official_calendar(other.pk).last.year == 2026
    assert official_calendar(agency().pk).last.year == 2026


@database
def test_a_request_asks_once_and_sees_what_it_takes_in_itself(django_assert_num_queries):
    key, by = agency().pk, administrator()
    with settings_read_once():
        with django_assert_num_queries(1):
            for _time in range(3):
                assert official_calendar(key).last.year == 2026
        take_in(by=by)
        assert official_calendar(key).last.year == 2027


@database
@pytest.mark.parametrize(
    ("on", "missing"),
    [
        (date(2026, 10, 31), None),
        (date(2026, 11, 1), 2027),
        (date(2027, 3, 1), 2027),
        (date(2025, 12, 31), None),
    ],
)
def test_from_november_on_the_next_year_is_missed(on, missing):
    assert missing_year(agency(), on=on) == missing


@database
def test_a_year_taken_in_is_missed_no_more():
    take_in()
    assert missing_year(agency(), on=TODAY) is None
