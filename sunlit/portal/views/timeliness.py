"""Whether decisions were public in time: by year and month, each figure with its records."""

from functools import partial
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from sunlit.approvals.models import PublicityRecord
from sunlit.approvals.publicity import figures
from sunlit.approvals.publicity.sheets import Decisions
from sunlit.approvals.selectors import publicity as selectors
from sunlit.approvals.selectors import timeliness
from sunlit.approvals.selectors.timeliness import Period, TakenBack, Timeliness
from sunlit.design import pieces
from sunlit.organization.models import Agency
from sunlit.organization.selectors import office_day
from sunlit.portal import meta
from sunlit.portal.decision_pages import decision_url
from sunlit.portal.forms import InTimeForm
from sunlit.portal.views.powers import NAME, PARTS
from sunlit.portal.views.reading import ROWS_A_PAGE, agency_or_404, ways_around

TITLE = _("Public in time")
LEAD = _(
    "How many decisions on licences and penalties were public within their working days, by the "
    "law of the day of the decision, and how many are still owed. Each figure opens its records."
)
STATES = {
    Timeliness.IN_TIME: "done",
    Timeliness.LATE: "late",
    Timeliness.OVERDUE: "late",
    Timeliness.PENDING: "in_time",
}


@require_safe
def in_time(request: HttpRequest) -> HttpResponse:
    """Show the figures of every year, of the months of the year asked for, and the records."""
    agency, today = agency_or_404(request), office_day()
    records = selectors.publicity_records(agency)
    periods = timeliness.years(records, on=today)
    form = InTimeForm([one.year for one in periods], request.GET or None)
    chosen = form.cleaned_data if form.is_valid() else {}
    shown = _of_kind(agency, chosen)
    standing = timeliness.with_timeliness(records, on=today).filter(timeliness.STANDS)
    found = form.narrow(standing) if chosen else standing
    page = Paginator(found, ROWS_A_PAGE).get_page(request.GET.get("page"))
    opened = _opened(agency, [one.pk for one in page])
    address = partial(figures.in_public, kind=chosen.get("kind") or "")
    context = {
        "parts": ways_around(PARTS, "/powers/decisions/"),
        "name": NAME,
        "title": TITLE,
        "lead": LEAD,
        "meta": meta.of_column(TITLE, LEAD),
        "form": form,
        "heads": figures.heads(),
        "years": [figures.row(one, address) for one in timeliness.years(shown, on=today)],
        "months": [
            (str(year), [figures.row(one, address) for one in of_year])
            for year in _years_opened(chosen, periods)
            if (of_year := timeliness.months(shown, year, on=today))
        ],
        "page": page,
        "columns": _columns(),
        "rows": [_row(one, opened) for one in page],
    }
    return render(request, "portal/decisions_in_time.html", context)


def latest(agency: Agency, kind: Decisions) -> Period | None:
    """Return the figures of the last year in which a decision of a kind was due; None: none was."""
    records = selectors.of_kind(selectors.publicity_records(agency), kind)
    due = (one for one in timeliness.years(records, on=office_day()) if one.due)
    return next(due, None)


def _of_kind(agency: Agency, chosen: dict[str, Any]) -> Any:
    records = selectors.publicity_records(agency)
    return selectors.of_kind(records, Decisions(chosen["kind"])) if chosen.get("kind") else records


def _years_opened(chosen: dict[str, Any], periods: list[Period]) -> list[int]:
    """Return the year whose months are shown: the one asked for, else the latest."""
    if chosen.get("year"):
        return [chosen["year"]]
    return [periods[0].year] if periods else []


def _columns() -> list[Any]:
    return [
        pieces.Column(_("Number"), short=True),
        _("Matter"),
        pieces.Column(_("Decided on"), short=True),
        pieces.Column(_("To be public by"), short=True),
        pieces.Column(_("Public since"), short=True),
        pieces.Column(_("State"), short=True),
        pieces.Column(_("Withdrawn on"), short=True),
    ]


def _opened(agency: Agency, records: list[int]) -> set[int]:
    """Return which of some decisions have a page of their own today, by their keys."""
    public = [
        selectors.public_decisions(agency, kind, on=office_day()).filter(pk__in=records)
        for kind in Decisions
    ]
    return {pk for found in public for pk in found.values_list("pk", flat=True)}


def _row(one: PublicityRecord, opened: set[int]) -> list[Any]:
    """Return a decision without its counterpart: it may not be public yet, or no longer."""
    standing = Timeliness(one.timeliness)  # type: ignore[attr-defined]
    taken_back = one.taken_back  # type: ignore[attr-defined]
    return [
        pieces.Cell(one.number, url=decision_url(one)) if one.pk in opened else one.number,
        one.case.power.name,
        one.decided_on,
        one.due_on,
        one.published_on,
        pieces.Cell(standing.label, state=STATES[standing]),
        pieces.Cell(one.withdrawn_on, note=TakenBack(taken_back).label) if taken_back else "",
    ]
