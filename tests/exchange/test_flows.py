"""Every case of the sample year lies on its chart with its own days."""

from collections import Counter

import pytest

from sunlit.approvals import flowing
from sunlit.approvals.models import LicenceCase, PenaltyCase
from sunlit.flows.following import followed
from sunlit.flows.running import program
from tests import sample

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def year(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), sample.loaded() as done:
        yield done


def test_all_licence_cases_lie_on_the_chart(year):
    ends = Counter()
    for case in LicenceCase.objects.order_by("number"):
        done = list(flowing.done_in_licence(case))
        trace = followed(program(flowing.chart_of_licence(case).content), done)
        assert trace.astray == ()
        assert {one.on for one in done} == {step.on for step in trace.steps if step.is_recorded}
        ends[trace.ended_at] += 1
    assert ends.total() == 150
    assert ends[("E3",)] == 141


def test_all_penalty_cases_lie_on_the_charts_of_their_own_procedures(year):
    charts = Counter()
    for case in PenaltyCase.objects.order_by("number"):
        chart = flowing.chart_of_penalty(case)
        trace = followed(program(chart.content), flowing.done_in_penalty(case))
        assert trace.astray == ()
        charts[chart.procedure] += 1
    assert charts == {"penalty_ordinary": 94, "penalty_hearing": 7, "penalty_simple": 10}
