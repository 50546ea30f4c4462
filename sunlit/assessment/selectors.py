"""Readings of the assessment: results, ledgers, and the self-assessment with its evidence."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

import yaml
from django.db.models import QuerySet
from django.utils import translation

from sunlit.assessment import rules
from sunlit.assessment.claims import scheme_of
from sunlit.assessment.drawings import Drawn, drawn_from
from sunlit.assessment.models import Result, StatisticalLedger
from sunlit.assessment.template import Template, read_template
from sunlit.measures.selectors import Measurement, count_all, measure_all
from sunlit.organization.models import Agency, LoadedYear
from sunlit.organization.selectors.once import settings_read_once

_TEXTS = Path(__file__).resolve().parents[2] / "data" / "reports" / "self-assessment"


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """One record behind a figure, as the public may see it."""

    id: str
    number: str
    title: str
    url: str
    day: date | None
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A figure of the year: what it counts, and every record that it counts."""

    code: str
    label: str
    counts: str
    digest: str
    records: tuple[Evidence, ...]

    @property
    def value(self) -> int:
        """How many records there are."""
        return len(self.records)


@dataclass(frozen=True, kw_only=True)
class SelfAssessment:
    """The self-assessment of one agency for one year, in one language."""

    agency: str
    site: str
    """The address of the agency's site, without a slash at the end; may be empty."""
    year: int
    on: date
    language: str
    figures: Mapping[str, Figure]
    report: rules.Report
    pictures: tuple[Drawn, ...] = ()
    told: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Which of the agency's own claims each claim of the text tells, by its id."""

    def address(self, figure: Figure) -> str:
        """Return where the site shows the records behind a figure."""
        return f"{self.site}/assessment/{self.year}/figures/{figure.code}/"


def results_of_year(agency: Agency, year: int) -> QuerySet[Result]:
    """Return what the offices scored for the periods of a year, best of each period first."""
    results = Result.objects.filter(agency=agency, year=year).select_related("office")
    return results.order_by("assessed_on", "period", "rank", "office__code")


def ledgers_of_year(agency: Agency, year: int) -> QuerySet[StatisticalLedger]:
    """Return the statistical ledgers that had been opened by the end of a year."""
    ledgers = StatisticalLedger.objects.filter(agency=agency, opened_on__lte=date(year, 12, 31))
    return ledgers.select_related("office").order_by("code")


def has_records(agency: Agency, year: int) -> bool:
    """Say whether the records of a year have been taken in, so that it can be assessed."""
    return LoadedYear.objects.filter(agency=agency, year=year).exists()


def self_assessment(
    agency: Agency, year: int, on: date, language: str = "zh-hans"
) -> SelfAssessment:
    """Return the self-assessment of a year as it can be written on a day, in one language."""
    scheme = scheme_of(agency, year)
    with translation.override(language), settings_read_once():
        measured = measure_all(agency, year)
        figures = {code: _figure(measurement) for code, measurement in measured.items()}
        pictures = drawn_from(measured)
    return SelfAssessment(
        agency=agency.name,
        site=agency.website.rstrip("/"),
        year=year,
        on=on,
        language=language,
        figures=figures,
        pictures=pictures,
        report=rules.report(
            template(language),
            agency=agency.name,
            year=year,
            figures={code: figure.value for code, figure in figures.items()},
        ),
        told=scheme.tellers() if scheme else {},
    )


def written_report(
    agency: Agency, year: int, language: str = "zh-hans"
) -> tuple[rules.Report, dict[str, int]]:
    """Return the text of a year's self-assessment and its figures, without their records."""
    figures = count_all(agency, year)
    text = rules.report(template(language), agency=agency.name, year=year, figures=figures)
    return text, figures


@cache
def template(language: str) -> Template:
    """Return the text of the self-assessment in one language, before any figure."""
    path = _TEXTS / f"{language}.yaml"
    return read_template(language, yaml.safe_load(path.read_text(encoding="utf-8")))


def _figure(measurement: Measurement) -> Figure:
    measure = measurement.measure
    return Figure(
        code=measure.code,
        label=str(measure.label),
        counts=str(measure.counts),
        digest=measurement.digest,
        records=tuple(
            Evidence(
                id=face.id,
                number=face.number,
                title=face.title,
                url=face.url,
                day=face.day,
                facts=tuple((str(label), _said(value)) for label, value in face.facts),
            )
            for face in measurement.faces
        ),
    )


def _said(value: object) -> str:
    return "" if value is None else str(value)
