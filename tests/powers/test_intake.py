import pytest

from sunlit.ledger.models import Entry
from sunlit.measures.selectors import measure
from sunlit.powers.models import Power, Procedure
from tests.organization.factories import agency
from tests.powers.factories import CHART, POWER, WINDOW, YEAR, folder

pytestmark = pytest.mark.django_db


def test_the_list_is_taken_in_with_its_procedures_charts_and_window(tmp_path):
    year = folder(tmp_path)
    year.write_ledger()

    assert not year.faults
    assert not year.warnings
    power = Power.objects.get()
    assert power.flow_chart.procedure.steps.count() == 2
    values = {
        code: measure(f"powers.{code}", agency(), YEAR).value
        for code in (
            "licence", "total", "with_flow", "flow_charts", "window_concentrations",
            "window_in_place", "convenience_services",
        )
    }  # fmt: skip
    assert set(values.values()) == {1}
    assert set(Entry.objects.values_list("event", flat=True).order_by("id")) == {
        "ProcedureDescribed", "FlowChartDrawn", "FlowChartPublished", "PowerListed",
        "PowerPublished", "WindowOpened", "MilestoneReached", "ServiceOffered",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("change", "column"),
    [
        ({"handling_unit": "KS99"}, "handling_unit"),
        ({"flowchart_id": "LC-none"}, "flowchart_id"),
        ({"kind": "行政指导"}, "kind"),
        ({"published_date": ""}, "published_date"),
        ({"published_date": "2031-13-01"}, "published_date"),
        ({"legal_basis": ""}, "legal_basis"),
        ({"code": "CG-XK-001"}, "code"),
    ],
    ids=[
        "an unknown office",
        "an unknown chart",
        "an unknown kind",
        "public without a day",
        "no day of the calendar",
        "no legal basis",
        "a code twice",
    ],
)
def test_a_wrong_power_is_refused_with_its_place_and_nothing_is_stored(tmp_path, change, column):
    year = folder(tmp_path, powers=(POWER, POWER | {"code": "CG-XK-002"} | change))

    assert [(f.file, f.line, f.column) for f in year.faults] == [("powers.csv", 3, column)]
    assert not Power.objects.exists()
    assert year.write_ledger() == 0


@pytest.mark.parametrize(
    ("change", "column"),
    [
        ({"procedure_key": "none"}, "procedure_key"),
        ({"unit": "KS99"}, "unit"),
        ({"published_on": "2031-01-31"}, "published_on"),
    ],
    ids=["an unknown procedure", "an unknown office", "published before it was drawn"],
)
def test_a_wrong_chart_is_told_once_and_not_again_for_its_powers(tmp_path, change, column):
    year = folder(tmp_path, charts=(CHART | change,))

    assert [(f.file, f.line, f.column) for f in year.faults] == [("flowcharts.csv", 2, column)]


def test_every_brigade_may_handle_a_power(tmp_path):
    folder(tmp_path, powers=(POWER | {"handling_unit": "DD"},))

    assert Power.objects.get().office is None


def test_a_chart_that_states_another_number_of_powers_gives_a_warning(tmp_path):
    year = folder(tmp_path, charts=(CHART | {"powers_covered": "3"},))

    assert [(f.file, f.line, f.column) for f in year.warnings] == [
        ("flowcharts.csv", 2, "powers_covered")
    ]
    assert Power.objects.count() == 1


def test_a_window_without_its_chief_is_refused(tmp_path):
    lines = [line for line in WINDOW.splitlines() if not line.startswith("chief")]

    year = folder(tmp_path, window="\n".join(lines))

    assert [(f.file, f.column) for f in year.faults] == [
        ("service_window.yaml", "chief_representative")
    ]
    assert Procedure.objects.exists()  # was stored before; the whole load is taken back
