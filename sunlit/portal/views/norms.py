"""Normative documents: the library as it stands on a day, and one document."""

from datetime import date

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from sunlit.design import pieces
from sunlit.norms.models import DraftNorm, NormativeDocument
from sunlit.norms.rules import Standing
from sunlit.norms.selectors import (
    amended_since,
    clean_ups_published,
    ending_soon,
    library,
    open_on,
    status_on,
    under_comment,
)
from sunlit.organization.selectors import office_day
from sunlit.portal import meta
from sunlit.portal.forms import NormsForm
from sunlit.portal.views.reading import agency_or_404

NAME = _("Normative documents")
LEAD = _("Which rules bind the public, since when and until when, and why some no longer do.")
WARNING_DAYS = 183
"""Half a year before a document ends, it is to be evaluated."""
AMENDED = _("in force, amended")
UNDER_COMMENT = ("at_risk", _("under comment"))
WORDS: dict[Standing, tuple[str, Promise]] = {
    Standing.IN_FORCE: ("done", _("in force")),
    Standing.REPEALED: ("late", _("repealed")),
    Standing.LAPSED: ("neutral", _("lapsed")),
    Standing.NOT_YET_IN_FORCE: ("paused", _("not yet in force")),
    Standing.NOT_YET_ISSUED: ("neutral", _("not issued yet")),
}


@require_safe
def norms(request: HttpRequest) -> HttpResponse:
    """Show what was in force on a day: today, or the day asked for."""
    agency = agency_or_404(request)
    form = NormsForm(request.GET or None)
    asked = form.cleaned_data if form.is_valid() else {}
    on = asked.get("on") or office_day()
    found = library(agency, on=on).prefetch_related("items")
    for word in asked.get("q", "").split():
        found = found.filter(Q(title__icontains=word) | Q(document_number__icontains=word))
    amended = amended_since(agency, on=on)
    standing = [(one, *state_on(one, on, amended=amended.get(one.pk))) for one in found]
    counts = {kind: sum(state == kind for *_others, state in standing) for kind in WORDS}
    only = asked.get("only")
    if only:
        in_force = only == "in_force"
        standing = [one for one in standing if (one[2] == Standing.IN_FORCE) == in_force]
    drafts = [] if only or asked.get("q") else list(open_on(agency, on=on))
    context = {
        "name": NAME,
        "lead": LEAD,
        "form": form,
        "on": on,
        "is_today": on == office_day(),
        "counts": [
            *((WORDS[kind], count) for kind, count in counts.items() if count),
            *([(UNDER_COMMENT, len(drafts))] if drafts else []),
        ],
        "open_drafts": under_comment(agency, on=office_day()).count(),
        "ending": ending_soon(agency, on=on, days=WARNING_DAYS),
        "columns": [
            _("Document number"),
            _("Title"),
            _("Issued on"),
            _("Valid until"),
            _("Validity"),
        ],
        "rows": [
            *(_row(one, state) for one, state, _kind in standing),
            *(_draft_row(one) for one in drafts),
        ],
        "clean_ups": clean_ups_published(agency, on=office_day()),
        "meta": meta.of_column(NAME, LEAD),
    }
    return render(request, "portal/norms.html", context)


def state_on(
    one: NormativeDocument, on: date, *, amended: date | None = None
) -> tuple[pieces.Cell, Standing]:
    """Return how a document stood on a day in words, with the day since which it did."""
    standing = status_on(one, on)
    if standing is Standing.IN_FORCE:
        word = AMENDED if amended else WORDS[standing][1]
        return pieces.Cell(word, state="done", note=amended or ""), standing
    state, word = WORDS[standing]
    ended = one.ended_on if standing in (Standing.REPEALED, Standing.LAPSED) else one.begins_on
    return pieces.Cell(word, state=state, note=ended or ""), standing


def _row(one: NormativeDocument, state: pieces.Cell) -> list[object]:
    return [
        pieces.Cell(one.document_number, url=one.get_absolute_url()),
        pieces.Cell(one.title, url=one.get_absolute_url()),
        one.issued_on,
        one.valid_until or pgettext_lazy("validity", "no end set"),
        state,
    ]


def _draft_row(one: DraftNorm) -> list[object]:
    state, word = UNDER_COMMENT
    shown = pieces.Cell(word, state=state, note=one.comment_until or "")
    return [one.code, pieces.Cell(one.title, url=one.get_absolute_url()), None, None, shown]
