"""Readings of what an agency's province has settled."""

from datetime import date

from sunlit.organization.models import ProvincialNumber
from sunlit.organization.rules.provincial import INDEX_NUMBER, entry
from sunlit.organization.selectors.once import once


def numbers_set(agency_id: int) -> tuple[ProvincialNumber, ...]:
    """Return all that an agency has ever set, by name, the earliest first."""
    return tuple(ProvincialNumber.objects.filter(agency_id=agency_id).order_by("name", "since"))


def number_of(agency_id: int, name: str, *, on: date) -> str:
    """Return the value that holds for an agency on a day; the default where it has set none.

    Raises NoSuchRule for a name that is not in the vocabulary.
    """
    default = entry(name).default
    held = [
        one.value for one in once(numbers_set, agency_id) if one.name == name and one.since <= on
    ]
    return held[-1] if held else default


def index_patterns(agency_id: int) -> tuple[str, ...]:
    """Return every pattern that an agency's index numbers may follow, the default first."""
    set_since = [one.value for one in once(numbers_set, agency_id) if one.name == INDEX_NUMBER]
    return (entry(INDEX_NUMBER).default, *set_since)
