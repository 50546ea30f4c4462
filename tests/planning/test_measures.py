"""What the figures of the plan count."""

from datetime import date

import pytest

from sunlit.measures.selectors import measure
from sunlit.planning import selectors
from tests.organization.factories import agency
from tests.planning import factories

pytestmark = pytest.mark.django_db


def codes(code, year=2012):
    """Return the numbers of the records that a figure counts."""
    return [face.number for face in measure(code, agency(), year).faces]


def test_the_figures_count_the_goals_and_tasks_of_the_years_own_plan(tmp_path):
    factories.taken(tmp_path)
    factories.task("T88", of=factories.plan(2013))

    assert codes("planning.goals") == ["G1", "G2"]
    assert codes("planning.tasks") == ["T01", "T02", "T03"]
    assert codes("planning.measures_done") == ["T01", "T02"]
    assert codes("planning.tasks", 2013) == ["T88"]
    assert codes("planning.measures_done", 2013) == []


def test_a_done_task_shows_its_day_and_office(tmp_path):
    factories.taken(tmp_path)

    face = measure("planning.measures_done", agency(), 2012).faces[0]

    assert face.day == date(2012, 3, 16)
    assert [value for _label, value in face.facts] == ["科室KS01", date(2012, 3, 30)]


def test_the_late_tasks_are_those_that_were_open_on_the_day(tmp_path):
    factories.taken(tmp_path)

    def late(on):
        return [task.code for task in selectors.tasks_late(agency(), on=on)]

    assert late(date(2012, 6, 15)) == []
    assert late(date(2012, 6, 16)) == ["T02"]
    assert late(date(2012, 6, 20)) == []
    assert late(date(2012, 12, 31)) == ["T03"]
