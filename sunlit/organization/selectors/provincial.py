"""Readings of what an agency's province has settled."""

from dataclasses import dataclass, replace
from datetime import date

from sunlit import statutes
from sunlit.kernel.limits import Limit, Unit
from sunlit.kernel.wording import Wording
from sunlit.organization.models import ProvincialNumber
from sunlit.organization.rules.provincial import INDEX_NUMBER, Default, entry, in_words
from sunlit.organization.selectors.once import once

PROVINCE = "provincial:"
"""The citation by which the ledger knows a rule of the province."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What holds for an agency on a day: set by `record`, or the default where that is None."""

    value: str
    unit: str
    source: Wording
    confidence: str
    record: ProvincialNumber | None

    @property
    def wording(self) -> Wording:
        """The value with its unit."""
        return in_words(self.value, self.unit)


def numbers_set(agency_id: int) -> tuple[ProvincialNumber, ...]:
    """Return all that an agency has ever set, by name, the earliest first."""
    return tuple(ProvincialNumber.objects.filter(agency_id=agency_id).order_by("name", "since"))


def number_set(agency_id: int, name: str, *, on: date) -> ProvincialNumber | None:
    """Return the record that holds on a day: the latest one begun by then."""
    held = [one for one in once(numbers_set, agency_id) if one.name == name and one.since <= on]
    return held[-1] if held else None


def settled(agency_id: int, name: str, *, on: date) -> Settled:
    """Return what holds for an agency on a day; the default where it has set nothing.

    Raises NoSuchRule for a name that is not in the vocabulary, NotYetLaw where neither a record
    nor the law says anything on that day.
    """
    known = entry(name)
    if record := number_set(agency_id, name, on=on):
        return Settled(record.value, record.unit, source_of(record), record.confidence, record)
    default: Default = known.default(on=on)
    return Settled(default.value, default.unit, default.source, default.confidence, None)


def number_of(agency_id: int, name: str, *, on: date) -> str:
    """Return the value that holds for an agency on a day, without its unit; raises as `settled`."""
    return settled(agency_id, name, on=on).value


def provincial_limit(agency_id: int, rule: str, *, on: date) -> Limit:
    """Return the limit of a rule as the province has settled it, else the law's own.

    Its basis is the document that an agency has named as the source. Raises NotYetLaw and
    NoSuchRule.
    """
    record = number_set(agency_id, rule, on=on)
    if record is None:
        return statutes.limit(rule, on=on)
    law = statutes.versions(rule)[-1].limit
    words = source_of(record)
    cited = replace(
        statutes.citation_from_key(PROVINCE),
        zh=words.zh,
        en=words.en,
        in_force_from=record.since,
        confidence=record.confidence,
    )
    return replace(law, amount=int(record.value), unit=Unit(record.unit), basis=(cited,))


def source_of(record: ProvincialNumber) -> Wording:
    """Return the document and the article that a record names, in their own words."""
    place = f" {record.article}" if record.article else ""
    return Wording(f"{record.document}{record.article}", f"{record.document}{place}")


def index_patterns(agency_id: int) -> tuple[str, ...]:
    """Return every pattern that an agency's index numbers may follow, the default first."""
    set_since = [one.value for one in once(numbers_set, agency_id) if one.name == INDEX_NUMBER]
    return (entry(INDEX_NUMBER).default(on=date.min).value, *set_since)
