import hashlib
from datetime import date

import pytest
from django.utils import translation
from django.utils.translation import gettext_lazy

from sunlit.assessment.selectors import self_assessment
from sunlit.kernel.canonical import canonical_json
from sunlit.measures import pictures, registry
from sunlit.measures.registry import Face, Measure
from sunlit.organization.models import Agency, Zone

pytestmark = pytest.mark.django_db


@pytest.fixture
def agency(monkeypatch):
    """An agency with two zones; its only figure counts them."""
    agency = Agency.objects.create(
        code="YL", name="市样例管理局", index_code="000", website="https://example.org/"
    )
    for code in ("Z1", "Z2"):
        Zone.objects.create(agency=agency, code=code, name=f"区域{code}")
    monkeypatch.setattr(registry, "_measures", {})
    monkeypatch.setattr(pictures, "_pictures", {})
    registry.register(
        Measure(
            code="foi.received",
            label=gettext_lazy("Monday"),
            counts=gettext_lazy("January"),
            basis="none",
            population=lambda agency, _year: Zone.objects.filter(agency=agency).order_by("code"),
            face=lambda zone: Face(
                id=zone.code,
                number=zone.code,
                title=zone.name,
                day=date(2020, 1, 2),
                facts=((gettext_lazy("Tuesday"), None),),
            ),
        )
    )
    return agency


def test_a_figure_is_the_list_of_the_records_that_it_counts(agency):
    assessment = self_assessment(agency, 2020, date(2020, 12, 25))
    figure = assessment.figures["foi.received"]
    assert figure.value == 2
    assert [record.title for record in figure.records] == ["区域Z1", "区域Z2"]
    pairs = [["Z1", ""], ["Z2", ""]]
    assert figure.digest == hashlib.sha256(canonical_json(pairs)).hexdigest()
    assert assessment.address(figure) == "https://example.org/assessment/2020/figures/foi.received/"


def test_a_figure_that_no_room_measures_is_unproven(agency):
    report = self_assessment(agency, 2020, date(2020, 12, 25)).report
    assert "foi.received" not in {code for claim in report.unproven for code in claim.lacking}
    assert ("powers.licence",) in {claim.lacking for claim in report.unproven}
    assert [codes for _section, codes in report.cited()] == [("foi.received",)]


@pytest.mark.parametrize(("language", "label"), [("zh-hans", "星期一"), ("en", "Monday")])
def test_the_report_speaks_its_language_whatever_the_reader_has_chosen(agency, language, label):
    for chosen in ("en", "zh-hans"):
        with translation.override(chosen):
            assessment = self_assessment(agency, 2020, date(2020, 12, 25), language)
            assert assessment.figures["foi.received"].label == label
            assert assessment.figures["foi.received"].records[0].facts[0][1] == ""
