"""The pictures of a self-assessment: from its own measurements, each in one section."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sunlit.assessment import rules
from sunlit.design.charts import Chart
from sunlit.measures.charting import chart, group_label
from sunlit.measures.groups import grouped
from sunlit.measures.pictures import all_pictures
from sunlit.measures.selectors import Measurement


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
        for code, picture in all_pictures().items()
        if (found := measured.get(picture.counts)) and found.records
    )


def placed(report: rules.Report, pictures: tuple[Drawn, ...]) -> Mapping[str, tuple[Drawn, ...]]:
    """Return the pictures by the section in which they stand.

    A picture stands in the section that states its figure first, else in the first that states
    any figure of its room, else in the last section: none is left out.
    """
    places: dict[str, tuple[Drawn, ...]] = {}
    stated = list(report.cited())
    for picture in pictures:
        section = next(_sections(stated, picture), report.sections[-1])
        places[section.id] = (*places.get(section.id, ()), picture)
    return places


def _sections(
    stated: list[tuple[rules.PrintedSection, tuple[str, ...]]], picture: Drawn
) -> Iterator[rules.PrintedSection]:
    yield from (section for section, codes in stated if picture.counts in codes)
    for section, codes in stated:
        if any(code.startswith(f"{picture.room}.") for code in codes):
            yield section


def _drawn(code: str, found: Measurement) -> Drawn:
    picture = all_pictures()[code]
    grouping = grouped(picture, found.records, found.year)
    known = {record.pk: face.id for record, face in zip(found.records, found.faces, strict=True)}
    groups = tuple(
        DrawnGroup(
            key=group.slot.key,
            label=group_label(picture, group.slot, found.year),
            records=tuple(known[record.pk] for record in group.records),
        )
        for group in grouping.groups
    )
    return Drawn(counts=picture.counts, chart=chart(grouping, leads=False), groups=groups)
