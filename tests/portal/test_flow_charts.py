"""The chart of a procedure on its page: of the law of the day, drawn, in words, as a file."""

from datetime import date
from xml.etree import ElementTree as ET

import pytest

from sunlit.powers.models import FlowChart, Procedure
from tests.organization.factories import agency, office
from tests.powers.factories import power

pytestmark = pytest.mark.django_db


def procedure(code, name):
    return Procedure.objects.create(agency=agency(), code=code, name=name)


@pytest.fixture
def hearing():
    return procedure("penalty_hearing", "行政处罚听证程序")


def page_of(client, one):
    return client.get(f"/powers/procedures/{one.code}/").content.decode()


def test_the_page_shows_the_chart_of_the_law_of_its_day(client, hearing, settings):
    settings.SUNLIT_TODAY = date(2012, 12, 31)
    assert "3日内要求听证？" in page_of(client, hearing)

    settings.SUNLIT_TODAY = date(2026, 11, 25)
    assert "5日内要求听证？" in page_of(client, hearing)


def test_each_task_of_the_picture_leads_to_its_step_in_words(client, hearing):
    page = page_of(client, hearing)

    picture = ET.fromstring(page[page.index("<svg") : page.index("</svg>") + 6])  # noqa: S314
    links = [one.get("href") for one in picture.iter("{http://www.w3.org/2000/svg}a")]
    assert len(links) == 16
    for link in links:
        assert f'id="{link[1:]}"' in page


def test_a_question_is_told_in_words_with_the_steps_that_follow(client, hearing):
    page = page_of(client, hearing)

    assert "要求听证？</span> <b>否</b> → <a href=" in page


def test_the_file_that_is_run_and_its_picture_are_handed_out(client, hearing):
    bpmn = client.get("/powers/procedures/penalty_hearing/chart.bpmn")
    svg = client.get("/powers/procedures/penalty_hearing/chart.svg")

    assert ET.fromstring(bpmn.content).tag.endswith("definitions")  # noqa: S314
    assert ET.fromstring(svg.content).tag.endswith("svg")  # noqa: S314
    assert "sandbox" in bpmn["Content-Security-Policy"]


def test_a_procedure_without_a_chart_is_told_by_its_steps(client):
    one = procedure("own_way", "自定程序")

    assert "<svg class" not in page_of(client, one)
    assert client.get("/powers/procedures/own_way/chart.svg").status_code == 404


def test_a_procedure_that_is_not_there_has_no_chart(client, hearing):
    assert client.get("/powers/procedures/fee/chart.svg").status_code == 404


def test_a_power_shows_the_chart_of_its_procedure(client, hearing):
    chart = FlowChart.objects.create(
        agency=hearing.agency,
        code="LC",
        procedure=hearing,
        name="听证流程图",
        office=office("KS04"),
        steps=16,
        risk_points=5,
        drawn_on=date(2012, 5, 30),
        published_on=date(2012, 5, 30),
    )
    one = power(flow_chart=chart)

    assert 'class="flow-figure"' in client.get(one.get_absolute_url()).content.decode()
