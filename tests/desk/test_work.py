"""My work: what is mine and by when, what waits for others, and the table of offices."""

from datetime import date
from urllib.parse import urlencode

import pytest

from sunlit import statutes
from sunlit.desk import work
from sunlit.desk.events import PersonalDataExported
from sunlit.desk.work import Urgency
from sunlit.ledger.services import record
from sunlit.organization.models import Role
from tests.complaints import factories as complaints
from tests.disclosure import factories as items
from tests.organization.factories import agency, office, official
from tests.planning import factories as planning

pytestmark = pytest.mark.django_db

TODAY = date(2012, 6, 11)
MOST_QUERIES = 66


@pytest.fixture(autouse=True)
def a_monday(settings):
    """Let it be a Monday in June, three days after most of what the factories make."""
    settings.SUNLIT_TODAY = TODAY


@pytest.fixture
def desk(client):
    """Let an official log in and open a page."""

    def desk(by, address="/desk/", **asked):
        client.force_login(by)
        words = urlencode({"lang": "en", **asked})
        return client.get(f"{address}{'&' if '?' in address else '?'}{words}")

    return desk


def shown(answer):
    """Return the numbers of what is mine on the first page, by group."""
    return {group.name: [row.number for row in group.rows] for group in answer.context["groups"]}


@pytest.mark.parametrize(
    ("due_on", "urgency"),
    [
        (date(2012, 6, 10), Urgency.LATE),
        (date(2012, 6, 11), Urgency.AT_RISK),
        (date(2012, 6, 13), Urgency.AT_RISK),
        (date(2012, 6, 14), Urgency.THIS_WEEK),
        (date(2012, 6, 18), Urgency.THIS_WEEK),
        (date(2012, 6, 19), Urgency.LATER),
        (None, Urgency.NO_LIMIT),
    ],
)
def test_what_is_due_sooner_comes_first(due_on, urgency):
    waiting = work.Waiting(record=agency(), due_on=due_on)
    assert work.urgency_of(waiting, TODAY) is urgency


def test_my_work_is_what_only_i_may_do_next(desk):
    item = items.drafted()

    blank = [item.category.code]  # its office is to fill it
    assert shown(desk(items.head())) == {"late": blank, "at_risk": [item.code]}
    assert shown(desk(items.clerk())) == {}


def test_a_row_leads_straight_to_the_act_and_says_why_it_is_mine(desk):
    item = items.section_reviewed()

    answer = desk(items.reviewer())

    (row,) = answer.context["groups"][0].rows
    assert row.act_url == f"/desk/items/{item.pk}/secrecy-review/"
    assert row.why == "your role: secrecy reviewer"
    assert row.due_on == date(2012, 6, 12) < item.due_on
    assert desk(items.reviewer(), row.act_url).status_code == 200


def test_what_i_began_is_shown_while_others_have_it(desk):
    item = items.drafted()

    answer = desk(items.clerk())

    assert [row.number for row in answer.context["others"]] == [item.category.code, item.code]
    assert [row.act_url for row in answer.context["others"]] == ["", ""]
    assert [line.by for line in answer.context["lately"]] == [
        f"{item.review.code} {item.review.title}"
    ]


def test_a_draft_of_another_office_is_not_shown_to_who_may_not_see_it(desk):
    draft = items.drafted()
    stranger = official(Role.INVESTIGATOR, username="stranger")
    stranger.office = office("DD09")
    stranger.save(update_fields=["office"])

    answer = desk(stranger, "/desk/waiting/")

    assert [row.number for row in answer.context["rows"]] == [draft.category.code]


def test_a_task_belongs_to_its_office(desk):
    of = planning.plan()
    task = planning.task(of=of, by=office("DD01"))
    settled = planning.task("T02", of=of, by=office("DD02"))

    mine = shown(desk(complaints.investigator("DD01")))

    assert [task.code] in mine.values()
    assert all(settled.code not in numbers for numbers in mine.values())


def test_the_table_of_offices_opens_what_it_counts(desk):
    complaints.dispatched()
    planning.task(by=office("DD02"))
    leader = official(Role.LEADER)

    page = desk(leader, "/desk/agency/")
    for row in page.context["offices"]:
        for cell in row[1:-1]:
            if cell:
                opened = desk(leader, cell.url)
                assert opened.context["page"].paginator.count == cell.value


def test_what_nobody_can_do_is_told_to_who_oversees(desk):
    items.drafted()
    items.head()
    leader = official(Role.LEADER)
    assert desk(leader, "/desk/agency/").context["stuck_count"] == 0

    head = items.head()
    head.is_active = False
    head.save(update_fields=["is_active"])
    assert desk(leader, "/desk/agency/").context["stuck_count"] == 1


def test_only_who_oversees_sees_the_whole_agency(desk):
    assert desk(items.clerk(), "/desk/agency/").status_code == 403


def test_what_was_used_lately_is_offered_first(desk):
    clerk = items.clerk()
    before = [entry.url for entry in desk(clerk).context["first_beginnings"]]
    for number in range(3):
        items.drafted(title=f"第{number}则")

    after = [entry.url for entry in desk(clerk).context["first_beginnings"]]

    assert after[0] == "/desk/items/open/draft/"
    assert len(before) == len(after)


def test_the_list_of_what_waits_takes_whatever_is_asked(desk):
    items.drafted()
    for asked in ("office", "urgency", "register", "whose"):
        answer = desk(items.clerk(), "/desk/waiting/", **{asked: "'\"; --"})
        assert answer.context["page"].paginator.count == 2  # with the blank category


def test_the_first_page_needs_as_many_queries_for_many_matters_as_for_few(
    desk, django_assert_max_num_queries
):
    for number in range(12):
        items.drafted(title=f"第{number}则")
        complaints.registered(place=f"第{number}号门前")
    for by in (items.head(), items.clerk(), complaints.operator(), official(Role.LEADER)):
        with django_assert_max_num_queries(MOST_QUERIES):
            assert desk(by).status_code == 200


def entered(by, day):
    """Enter that an official took records out of a register on a day."""
    return record(
        PersonalDataExported(register="complaints", records=1, asked_for=""),
        about=by,
        by=by,
        day=day,
        basis=statutes.provision("organization.duty", on=day),
    )


def test_what_an_official_did_lately_goes_by_the_day_of_the_act():
    by = official(Role.CLERK)
    days = [date(2012, 6, 4), date(2012, 6, 8), date(2012, 6, 6), date(2012, 6, 8)]
    entries = [entered(by, day) for day in days]

    lately = work.newest_entries(by, own=True, most=3)

    assert lately == [entries[3], entries[1], entries[2]]


def test_the_newest_in_the_agency_is_what_was_entered_last():
    by = official(Role.CLERK)
    entries = [entered(by, day) for day in (date(2012, 6, 8), date(2012, 6, 4))]

    assert work.newest_entries(by, own=False, most=2) == entries[::-1]
