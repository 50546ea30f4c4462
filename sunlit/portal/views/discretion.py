"""The standard of discretion: which fine for which circumstances, power by power."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from sunlit.approvals.models import DiscretionBenchmark
from sunlit.approvals.selectors.penalties import benchmarks
from sunlit.design import pieces
from sunlit.organization.selectors import office_day
from sunlit.portal import meta
from sunlit.portal.views.powers import NAME, PARTS
from sunlit.portal.views.reading import agency_or_404, ways_around

LEAD = _(
    "Within what the law allows, the agency fines by these grades. A fine outside its grade is "
    "discussed by the heads together, and its reason is written down."
)


@require_safe
def discretion(request: HttpRequest) -> HttpResponse:
    """Show the grades in force, from mild to grave, with what they rest on."""
    found = benchmarks(agency_or_404(request), on=office_day())
    context = {
        "parts": ways_around(PARTS, "/powers/discretion/"),
        "name": NAME,
        "lead": LEAD,
        "columns": [
            pieces.Column(_("Power")),
            pieces.Column(_("Grade"), short=True),
            pieces.Column(_("Circumstances")),
            pieces.Column(_("Fine in yuan"), number=True),
            pieces.Column(_("Document that sets it")),
        ],
        "rows": [_row(one) for one in found],
        "meta": meta.of_column(_("Standard of discretion"), LEAD),
    }
    return render(request, "portal/discretion.html", context)


def _row(one: DiscretionBenchmark) -> list[object]:
    return [
        pieces.Cell(one.power.name, url=one.power.get_absolute_url()),
        one.grade,
        one.circumstances,
        fine_of(one),
        one.basis,
    ]


def fine_of(one: DiscretionBenchmark) -> str:
    """Return the range of the fines of a grade, in yuan."""
    return f"{one.fine_from.normalize():f} – {one.fine_to.normalize():f}"
