import pytest

from sunlit.ledger.models import Entry
from sunlit.measures.selectors import measure
from sunlit.powers.models import (
    ChangeKind,
    ConvenienceService,
    Power,
    PowerChange,
    Procedure,
)
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


GUIDES = """powers: {source: 授权, level: 市级}
common: {place: 政务中心, consulting_phone: 0500-1}
guides:
  - code: CG-XK-001
    conditions: [符合规划, 结构安全]
    visits: 1
    is_online: 是
    materials:
      - {name: 申请表, form: 填写}
      - {name: 邻居意见, required: 否}
services:
  - {code: BM01, visits: 0}
"""
RESPONSIBILITIES = """responsibilities:
  - procedures: [licence]
    stages:
      - {stage: 受理, duty: 一次性告知, basis: 第三十二条}
    situations:
      - {situation: 超期}
"""
LATER = YEAR + 1


def test_a_new_power_rests_on_its_articles_from_the_day_of_the_list(tmp_path):
    folder(tmp_path, powers=(POWER | {"legal_basis": "《条例》(令第1号)第十一条、第十二条"},))

    bases = Power.objects.get().bases.order_by("position")
    assert [(str(one), one.number, one.since.isoformat()) for one in bases] == [
        ("《条例》第十一条", "令第1号", "2031-03-03"),
        ("《条例》第十二条", "令第1号", "2031-03-03"),
    ]
    assert PowerChange.objects.get().kind == ChangeKind.LISTED


def test_a_basis_that_cannot_be_read_gives_a_warning_and_stays_as_text(tmp_path):
    year = folder(tmp_path, powers=(POWER | {"legal_basis": "《条例》第一条等规定"},))

    assert [(f.file, f.line, f.column) for f in year.warnings] == [("powers.csv", 2, "legal_basis")]
    assert Power.objects.get().legal_basis == "《条例》第一条等规定"


def test_a_later_year_that_says_otherwise_keeps_what_stood_there(tmp_path):
    folder(tmp_path)
    power = Power.objects.get()
    power.place = "窗口"
    power.save()

    changed = {"promised_days": "5", "legal_basis": "《条例》第九条"}
    folder(tmp_path, powers=(POWER | changed,), year=LATER)

    power.refresh_from_db()
    assert power.place == "窗口"  # no table states it
    change = PowerChange.objects.get(kind=ChangeKind.CHANGED)
    assert (change.on.isoformat(), change.former) == (
        f"{LATER}-01-01",
        {"promised_days": ["", "5"], "legal_basis": ["条例第十一条", "《条例》第九条"]},
    )
    old, new = power.bases.order_by("since")
    assert (old.article, old.until.year) == ("第十一条", LATER)
    assert (new.article, new.until) == ("第九条", None)


def test_a_power_suspended_at_the_desk_stays_so_when_the_next_year_is_taken_in(tmp_path):
    folder(tmp_path)
    Power.objects.update(suspended_on="2031-05-05")

    folder(tmp_path, year=LATER)

    assert Power.objects.get().suspended_on.isoformat() == "2031-05-05"


def test_the_guides_say_what_applicants_need_and_fill_up_from_what_is_common(tmp_path):
    year = folder(tmp_path, guides=GUIDES)
    year.write_ledger()

    assert not year.faults
    power, service = Power.objects.get(), ConvenienceService.objects.get()
    assert (power.conditions, power.place, power.visits) == ("符合规划\n结构安全", "政务中心", 1)
    assert (power.is_online, power.level, power.source) == (True, "city", "authorised")
    assert (service.visits, service.consulting_phone) == (0, "0500-1")
    materials = power.materials.order_by("position").values_list("name", "form", "is_required")
    assert list(materials) == [("申请表", "filled_in", True), ("邻居意见", "original", False)]
    assert Entry.objects.filter(event="GuideSet").count() == 2


def test_guides_taken_in_again_unchanged_enter_nothing(tmp_path):
    folder(tmp_path, guides=GUIDES).write_ledger()

    folder(tmp_path, guides=GUIDES, year=LATER).write_ledger()

    assert Entry.objects.filter(event="GuideSet").count() == 2
    assert Power.objects.get().materials.count() == 2


@pytest.mark.parametrize(
    ("wrong", "column"),
    [
        (GUIDES.replace("CG-XK-001", "CG-XK-777"), "code"),
        (GUIDES.replace("填写", "口头"), "guides.1.materials.1.form"),
        (GUIDES.replace("邻居意见", "申请表"), "name"),
        (GUIDES.replace("市级", "街级"), "powers.level"),
        (GUIDES.replace("visits: 1", "visits: 很多"), "guides.1.visits"),
    ],
    ids=["an unknown power", "an unknown form", "a material twice", "no level", "no number"],
)
def test_a_wrong_guide_is_told_with_its_place(tmp_path, wrong, column):
    year = folder(tmp_path, guides=wrong)

    assert [(fault.file, fault.column) for fault in year.faults] == [("guides.yaml", column)]


def test_duties_are_given_to_each_power_of_the_procedure(tmp_path):
    folder(tmp_path, responsibilities=RESPONSIBILITIES)

    power = Power.objects.get()
    assert [(one.stage, one.basis) for one in power.stages.all()] == [("受理", "第三十二条")]
    assert [one.situation for one in power.situations.all()] == ["超期"]
    assert [one.stage for one in power.risks.all()] == ["决定"]  # marked in the procedure


def test_duties_of_a_procedure_that_is_not_there_are_refused(tmp_path):
    year = folder(tmp_path, responsibilities=RESPONSIBILITIES.replace("licence", "nobody"))

    assert [(fault.file, fault.column) for fault in year.faults] == [
        ("responsibilities.yaml", "procedures")
    ]


def test_what_was_set_at_the_desk_stays_where_no_folder_speaks_of_it(tmp_path):
    folder(tmp_path)
    Power.objects.get().stages.create(position=1, stage="送达", duty="十日内送达")

    folder(tmp_path, year=LATER)

    assert Power.objects.get().stages.get().stage == "送达"
