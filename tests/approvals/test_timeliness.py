"""How many decisions were public in time: each figure is the list of the records it opens."""

import re
from datetime import date

import pytest

from sunlit.approvals.models import PenaltyProcedure
from sunlit.approvals.selectors import publicity as selectors
from sunlit.approvals.selectors import timeliness
from sunlit.approvals.selectors.timeliness import TakenBack, Timeliness
from sunlit.approvals.services import penalties, publicity
from sunlit.kernel.refusals import Unacceptable
from sunlit.measures.selectors import count, measure
from sunlit.organization.models import Role
from tests.approvals.publicity import TODAY, clerk, granted, punished
from tests.organization.factories import agency, official

pytestmark = pytest.mark.django_db


def years(on):
    return timeliness.years(selectors.publicity_records(agency()), on=on)


@pytest.fixture
def decisions():
    """Make a decision of each standing: the last day in time is 9 July 2012 (20 working days)."""
    granted()
    granted("SP2012-002", public=date(2012, 7, 10))
    granted("SP2012-003", public=None)
    punished(public=None)
    punished("CF2012-002", decided=date(2012, 7, 2), public=None)
    punished("CF2012-003", procedure=PenaltyProcedure.SIMPLE)


def test_each_decision_stands_one_way_and_the_share_counts_what_was_due(decisions):
    [before], [after] = years(date(2012, 7, 9)), years(date(2012, 7, 10))

    assert (before.all, before.due, before.share) == (5, 2, 50)
    assert before.timeliness == {"in_time": 1, "late": 1, "pending": 3}
    assert after.timeliness == {"in_time": 1, "late": 1, "overdue": 2, "pending": 1}
    assert (after.due, after.share) == (4, 25)


def test_a_year_is_the_sum_of_its_months(decisions):
    records = selectors.publicity_records(agency())
    found = timeliness.months(records, 2012, on=TODAY)

    assert [(one.month, one.all) for one in found] == [(6, 4), (7, 1)]
    assert sum(one.all for one in found) == years(TODAY)[0].all


def test_nothing_due_has_no_share():
    granted(public=None)
    assert years(TODAY)[0].share is None


def test_a_penalty_is_withdrawn_in_time_within_three_working_days():
    standing = {}
    for number, today in (("CF2024-001", date(2024, 9, 19)), ("CF2024-002", date(2024, 9, 20))):
        record = punished(number, decided=date(2024, 6, 11), public=date(2024, 6, 12))
        # 13 September 2024 is a Friday; the 14th is a working day, the 15th to 17th are off.
        penalties.withdraw_publication(
            record_id=record.penalty_id, by=clerk(), today=today, reason="撤销",
            fell_on=date(2024, 9, 13),
        )  # fmt: skip
        record.refresh_from_db()
        standing[number] = record.withdrawal_due_on
    [period] = years(date(2024, 12, 31))

    assert standing["CF2024-001"] == date(2024, 9, 19)
    assert period.taken_back == {TakenBack.IN_TIME: 1, TakenBack.LATE: 1}
    assert period.timeliness == {Timeliness.IN_TIME: 2}
    assert count("approvals.withdrawn_from_publicity", agency(), 2024) == 2
    assert count("approvals.withdrawn_in_time", agency(), 2024) == 1


def test_the_law_sets_no_day_by_which_a_licence_is_withdrawn():
    record = granted()
    publicity.withdraw_licence(
        record_id=record.pk, by=clerk(), today=TODAY, reason="撤销", fell_on=date(2012, 6, 13)
    )
    record.refresh_from_db()

    assert (record.fell_on, record.withdrawal_due_on) == (date(2012, 6, 13), None)
    assert years(TODAY)[0].taken_back == {TakenBack.NO_LIMIT: 1}


@pytest.mark.parametrize("fell_on", [date(2012, 6, 7), date(2012, 6, 15)])
def test_a_decision_does_not_fall_before_it_was_made_nor_tomorrow(fell_on):
    with pytest.raises(Unacceptable, match="失效"):
        publicity.withdraw_licence(
            record_id=granted().pk, by=clerk(), today=TODAY, reason="撤销", fell_on=fell_on
        )


def test_the_measures_count_the_same(decisions):
    counts = {
        code: count(f"approvals.{code}", agency(), 2012)
        for code in ("due_to_be_public", "public_in_time", "public_late", "not_public")
    }
    assert counts == {
        "due_to_be_public": 5, "public_in_time": 1, "public_late": 1, "not_public": 3,
    }  # fmt: skip
    june = measure("approvals.due_to_be_public", agency(), 2012, {"month": "6"})
    assert (june.value, len(june.digest)) == (4, 64)


def figures(client, address):
    """Return each figure of a page with the address that it opens."""
    html = client.get(address).content.decode()
    found = re.findall(r'href="([^"]*(?:in-time|dual-publicity)/\?[^"]*)"[^>]*>\s*(\d+)', html)
    return [(url.replace("&amp;", "&").split("#")[0], int(number)) for url, number in found]


def test_each_public_figure_opens_as_many_records(client, settings, decisions):
    settings.SUNLIT_TODAY = date(2012, 7, 10)
    opened = figures(client, "/powers/decisions/in-time/?kind=&year=2012")

    assert len(opened) >= 8
    for url, number in opened:
        assert client.get(url).context["page"].paginator.count == number, url


def test_each_figure_at_the_desk_opens_as_many_records(client, settings, decisions):
    settings.SUNLIT_TODAY = date(2012, 7, 10)
    client.force_login(official(Role.SECTION_HEAD))
    opened = figures(client, "/desk/dual-publicity/")

    assert len(opened) >= 8
    for url, number in opened:
        assert client.get(url).context["page"].paginator.count == number, url


def test_the_public_list_of_what_is_owed_names_nobody(client, settings):
    settings.SUNLIT_TODAY = date(2012, 7, 10)
    granted(public=None, applicant="尉迟建国", applicant_kind="person")
    html = client.get("/powers/decisions/in-time/?timeliness=overdue").content.decode()

    assert "SP2012-001" in html
    assert "尉迟" not in html


def test_a_question_that_means_nothing_shows_all(client, settings, decisions):
    settings.SUNLIT_TODAY = TODAY
    for asked in ("year=abc", "month=13", "timeliness=x", "kind=1"):
        answer = client.get(f"/powers/decisions/in-time/?{asked}")
        assert (answer.status_code, answer.context["page"].paginator.count) == (200, 5)
