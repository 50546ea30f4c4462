"""The charts that come with the program follow the law of their day, and hold no fault."""

from datetime import date

import pytest

from sunlit.flows.known import known_names
from sunlit.flows.library import chart_in_force, shipped
from sunlit.flows.linting import check
from sunlit.flows.reading import read

EVERY_CHART = [one for charts in shipped().values() for one in charts]


@pytest.mark.parametrize("one", EVERY_CHART, ids=lambda one: f"{one.procedure}@{one.since}")
def test_every_chart_is_without_fault_and_names_acts_that_exist(one):
    checked = check(one.content, known_names())
    assert checked.faults == ()
    assert checked.chart.id == one.procedure


def test_a_day_has_the_chart_of_its_law():
    assert chart_in_force("penalty_ordinary", date(2012, 5, 30)).since == date(1996, 10, 1)
    assert chart_in_force("penalty_ordinary", date(2021, 7, 15)).since == date(2021, 7, 15)
    assert chart_in_force("penalty_ordinary", date(1990, 1, 1)) is None
    assert chart_in_force("no such", date(2012, 1, 1)) is None


def test_the_hearing_is_asked_for_in_the_days_of_its_law():
    """1996, art. 42(1): three days; 2021, art. 64(1): five."""
    old, new = (read(one.content).chart for one in shipped()["penalty_hearing"])
    assert "3日内要求听证？" in {node.name for node in old.nodes.values()}
    assert "5日内要求听证？" in {node.name for node in new.nodes.values()}
