"""The pictures of a self-assessment: from its own measurements, each in one section."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

from sunlit.assessment import rules
from sunlit.design.charts import Chart
from sunlit.measures.charting import address, chart, group_label
from sunlit.measures.groups import grouped, picture
from sunlit.measures.pictures import all_pictures
from sunlit.measures.selectors import Measurement
from sunlit.organization.models import Agency

TELLING = (
    "planning.progress",
    "disclosure.by_month",
    "foi.days_to_reply",
    "complaints.days_to_answer",
    "complaints.by_satisfaction",
    "supervision.findings_by_kind",
)
"""The pictures that the page of a self-assessment shows; its files show every one."""


class _Placeable(Protocol):
    @property
    def counts(self) -> str: ...
    @property
    def room(self) -> str: ...


P = TypeVar("P", bound=_Placeable)


@dataclass(frozen=True, kw_only=True)
class DrawnGroup:
    """One bar of a picture: the records that it holds, by their public identifiers."""

    key: str
    label: str
    records: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """A picture of the year: its chart, and the list behind each bar."""

    counts: str
    """The code of the figure whose records it shows."""
    chart: Chart
    groups: tuple[DrawnGroup, ...]

    @property
    def code(self) -> str:
        """The picture's own code."""
        return self.chart.code

    @property
    def room(self) -> str:
        """The room that keeps the records."""
        return self.code.split(".", 1)[0]


def drawn_from(measured: Mapping[str, Measurement]) -> tuple[Drawn, ...]:
    """Return every picture that shows at least one record, in the language of the report."""
    return tuple(
        _drawn(code, found)
        for code, shown in all_pictures().items()
        if (found := measured.get(shown.counts)) and found.records
    )


def telling_charts(
    report: rules.Report, figures: Mapping[str, int], agency: Agency, year: int
) -> Mapping[str, tuple[Chart, ...]]:
    """Return the charts of the report's page by section, each bar leading to its records."""
    known = all_pictures()
    shown = [known[code] for code in TELLING if figures[known[code].counts]]
    return {
        section: tuple(chart(picture(one.code, agency, year), leads_to=address) for one in pictures)
        for section, pictures in placed(report, shown).items()
    }


def placed(report: rules.Report, pictures: Iterable[P]) -> Mapping[str, tuple[P, ...]]:
    """Return the pictures by the section in which they stand.

    A picture stands in the section that states its figure first, else in the first that states
    any figure of its room, else in the last section: none is left out.
    """
    places: dict[str, tuple[P, ...]] = {}
    stated = list(report.cited())
    for one in pictures:
        section = next(_sections(stated, one), report.sections[-1])
        places[section.id] = (*places.get(section.id, ()), one)
    return places


def _sections(
    stated: list[tuple[rules.PrintedSection, tuple[str, ...]]], drawn: _Placeable
) -> Iterator[rules.PrintedSection]:
    yield from (section for section, codes in stated if drawn.counts in codes)
    for section, codes in stated:
        if any(code.startswith(f"{drawn.room}.") for code in codes):
            yield section


def _drawn(code: str, found: Measurement) -> Drawn:
    shown = all_pictures()[code]
    grouping = grouped(shown, found.records, found.year)
    known = {record.pk: face.id for record, face in zip(found.records, found.faces, strict=True)}
    groups = tuple(
        DrawnGroup(
            key=group.slot.key,
            label=group_label(shown, group.slot, found.year),
            records=tuple(known[record.pk] for record in group.records),
        )
        for group in grouping.groups
    )
    return Drawn(counts=shown.counts, chart=chart(grouping, leads_to=None), groups=groups)
