"""Measuring: the records that a figure counts, their faces, and the digest that seals them."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Count, Model, Sum

from sunlit.kernel.canonical import canonical_json
from sunlit.kernel.refusals import Missing
from sunlit.ledger.selectors import latest_leaves
from sunlit.measures.registry import Face, Measure, Population, all_measures
from sunlit.measures.rules import Reference
from sunlit.organization.models import Agency


@dataclass(frozen=True)
class Measurement:
    """A figure: the list of records that it counts. The number is the list's length."""

    measure: Measure
    year: int
    records: tuple[Model, ...]
    part: Mapping[str, str] = field(default_factory=dict)
    """Which part of the figure is meant, by the names of the measure's parts."""

    @property
    def value(self) -> int:
        """How many records the figure counts."""
        return len(self.records)

    @cached_property
    def faces(self) -> tuple[Face, ...]:
        """What the public may see of each record, in order."""
        return tuple(self.measure.face(record) for record in self.records)

    @cached_property
    def entered(self) -> tuple[Model, ...]:
        """For each record the one under which the ledger tells of it, mostly itself."""
        within = self.measure.entered_with
        return tuple(getattr(record, within) if within else record for record in self.records)

    @cached_property
    def digest(self) -> str:
        """SHA-256, in hex, over the sorted pairs of record id and latest leaf hash."""
        ids: dict[str, set[int]] = {}
        for record in self.entered:
            ids.setdefault(record._meta.label_lower, set()).add(record.pk)
        leaves = {kind: latest_leaves(kind, pks) for kind, pks in ids.items()}
        pairs = sorted(
            [face.id, leaves[record._meta.label_lower].get(record.pk, "")]
            for face, record in zip(self.faces, self.entered, strict=True)
        )
        return hashlib.sha256(canonical_json(pairs)).hexdigest()


def measure(
    code: str, agency: Agency, year: int, part: Mapping[str, str] | None = None
) -> Measurement:
    """Return one figure of a year, or a part of it. Raises `Missing` for an unknown code."""
    found = _known(code)
    meant = part or {}
    return Measurement(found, year, tuple(found.records(agency, year, meant)), meant)


def count(code: str, agency: Agency, year: int) -> int:
    """Return how many records one figure counts, without reading them."""
    return _known(code).records(agency, year).count()


def number(named: Reference, agency: Agency, year: int) -> int:
    """Return what a reference comes to: a count of records, or the sum of what they state.

    Raises `Missing` for a figure, part or amount that no room knows.
    """
    found = _known(named.code)
    if not found.knows(named):
        raise Missing(f"{named}")
    records = found.records(agency, year, named.part)
    if not named.amount:
        return records.count()
    total = records.order_by().aggregate(total=Sum(found.amounts[named.amount].field))["total"]
    return int(total or 0)


def _known(code: str) -> Measure:
    found = all_measures().get(code)
    if found is None:
        raise Missing(f"{code}")
    return found


def count_all(agency: Agency, year: int) -> dict[str, int]:
    """Return how many records every figure of a year counts, by code.

    Figures of the same population are counted in one query.
    """
    known = all_measures()
    alike: dict[Population, list[Measure]] = {}
    for found in known.values():
        alike.setdefault(found.population, []).append(found)
    counts: dict[str, int] = {}
    for population, figures in alike.items():
        conditions = {
            f"figure_{at}": Count("pk", filter=found.meets or None)
            for at, found in enumerate(figures)
        }
        found_there = population(agency, year).order_by().aggregate(**conditions)
        counts |= {
            found.code: found_there[name] for name, found in zip(conditions, figures, strict=True)
        }
    return {code: counts[code] for code in known}


def measure_all(agency: Agency, year: int) -> dict[str, Measurement]:
    """Return every figure of a year, by code."""
    return {code: measure(code, agency, year) for code in all_measures()}
