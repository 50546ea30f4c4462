"""What the files tell: clocks and figures."""

from datetime import date

import pytest

from sunlit.measures.selectors import measure
from sunlit.remedies import selectors
from sunlit.remedies.lifecycle import Status
from sunlit.remedies.models import Kind, Outcome
from tests.organization.factories import agency
from tests.remedies import factories

pytestmark = pytest.mark.django_db

REPLIED = {"replied_on": date(2012, 5, 7), "status": Status.REPLIED}
DECIDED = REPLIED | {
    "decided_on": date(2012, 6, 12),
    "result": "维持",
    "outcome": Outcome.UPHELD,
    "status": Status.DECIDED,
}


@pytest.mark.parametrize(
    ("kind", "parts", "basis", "due_on"),
    [
        (Kind.RECONSIDERATION, {}, "reconsideration_1999:23", date(2012, 5, 7)),
        (Kind.RECONSIDERATION, REPLIED, "reconsideration_1999:31", date(2012, 6, 25)),
        (Kind.LAWSUIT, {}, "litigation_1989:43", date(2012, 5, 7)),
        (Kind.LAWSUIT, REPLIED, "litigation_1989:57", date(2012, 7, 23)),
    ],
)
def test_the_reply_has_its_clock_and_then_the_decision(kind, parts, basis, due_on):
    reading = selectors.clock(factories.remedy(kind=kind, **parts))

    assert reading.limit.basis[0].key == basis
    assert reading.due_on == due_on


def test_a_decided_file_has_a_clock_that_ended():
    assert selectors.clock(factories.remedy(**DECIDED)).ended_on == date(2012, 6, 12)


def numbers(code):
    return [record.number for record in measure(code, agency(), 2012).records]


def test_the_figures_count_by_the_day_on_which_the_case_began():
    factories.remedy("FY2012-01", is_complete=True)
    factories.remedy("SS2012-01", kind=Kind.LAWSUIT)
    factories.remedy(
        "FY2013-01", filed_on=date(2013, 1, 4), accepted_on=None, notified_on=date(2013, 1, 9)
    )

    assert numbers("remedies.cases") == ["FY2012-01", "SS2012-01"]
    assert numbers("remedies.reconsiderations") == ["FY2012-01"]
    assert numbers("remedies.lawsuits") == ["SS2012-01"]
    assert numbers("remedies.complete_files") == ["FY2012-01"]


def test_a_file_about_an_information_request_shows_neither_text_nor_person():
    request = factories.information_request()
    factories.remedy(information_request=request, cause="不服不予公开举报人信息的答复")
    factories.remedy("FY2012-02")

    about_request, about_penalty = measure("remedies.cases", agency(), 2012).faces

    assert about_request.title == ""
    assert about_penalty.title == "不服行政处罚"
    assert "申请人" not in f"{about_request}{about_penalty}"


def test_a_file_is_pending_until_it_is_decided():
    remedy = factories.remedy(**DECIDED)

    def pending(day):
        return list(selectors.remedies_pending(remedy.agency, on=day))

    assert pending(date(2012, 4, 18)) == []
    assert pending(date(2012, 6, 11)) == [remedy]
    assert pending(date(2012, 6, 12)) == []
    assert list(selectors.remedies_decided_in(remedy.agency, 2012)) == [remedy]
    assert list(selectors.remedies_of_penalty(remedy.penalty)) == [remedy]
