"""Codes of new records, given out one at a time."""

from collections.abc import Iterable

from sunlit.kernel.serials import next_code
from sunlit.organization.models import Agency


def new_code(agency: Agency, known: Iterable[str], *, first: str) -> str:
    """Return the code after the known ones, inside the act that opens the record.

    The agency's row is locked, so that no two acts get the same code.
    """
    Agency.objects.select_for_update(of=("self",)).get(pk=agency.pk)
    return next_code(known, first=first)
