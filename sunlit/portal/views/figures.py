"""Open figures: numbers on the public pages that lead to the records they count."""

from collections.abc import Iterable

from django.urls import reverse

from sunlit.measures.registry import all_measures
from sunlit.measures.selectors import count
from sunlit.organization.models import Agency

OpenFigure = tuple[int, object, str]
"""A number, what it counts, and the address of the records."""


def open_figures(agency: Agency, year: int, codes: Iterable[str]) -> list[OpenFigure]:
    """Return these figures of a year, each with the address of its records."""
    return [
        (count(code, agency, year), all_measures()[code].label, figure_address(year, code))
        for code in codes
    ]


def figure_address(year: int, code: str) -> str:
    """Return where the records behind a figure are listed."""
    return reverse("portal:figure", args=[year, code])
