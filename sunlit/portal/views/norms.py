"""Normative documents: the library as it stands on a day, and one document."""

from datetime import date

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from sunlit.design import pieces
from sunlit.disclosure.lifecycle import Status
from sunlit.norms.models import CleanUpDecision, DraftNorm, NormativeDocument
from sunlit.norms.rules import Standing
from sunlit.norms.selectors import (
    comment_period,
    ending_soon,
    filing,
    library,
    longest_validity,
    replaced,
    status_on,
    under_comment,
)
from sunlit.organization.selectors import office_day
from sunlit.portal import gates, meta
from sunlit.portal.forms import NormsForm
from sunlit.portal.views.reading import agency_or_404, known

NAME = _("Normative documents")
LEAD = _("Which rules bind the public, since when and until when, and why some no longer do.")
WARNING_DAYS = 183
"""Half a year before a document ends, it is to be evaluated."""
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
    standing = [(one, status_on(one, on)) for one in found]
    counts = {kind: sum(state == kind for _one, state in standing) for kind in WORDS}
    if only := asked.get("only"):
        in_force = only == "in_force"
        standing = [one for one in standing if (one[1] == Standing.IN_FORCE) == in_force]
    context = {
        "name": NAME,
        "lead": LEAD,
        "form": form,
        "on": on,
        "is_today": on == office_day(),
        "counts": [(WORDS[kind], count) for kind, count in counts.items() if count],
        "open_drafts": under_comment(agency, on=office_day()).count(),
        "ending": ending_soon(agency, on=on, days=WARNING_DAYS),
        "columns": [
            _("Document number"),
            _("Title"),
            _("Issued on"),
            _("Valid until"),
            _("Validity"),
        ],
        "rows": [_row(one, state) for one, state in standing],
        "meta": meta.of_column(NAME, LEAD),
    }
    return render(request, "portal/norms.html", context)


@require_safe
def norm(request: HttpRequest, code: str) -> HttpResponse:
    """Show one normative document: whether it is in force, and what clean-ups decided."""
    documents = NormativeDocument.objects.select_related("office", "replaced_by")
    one = get_object_or_404(documents, agency=agency_or_404(request), code=code)
    today = office_day()
    decisions = one.decisions.filter(published_on__lte=today).select_related("clean_up")
    items = one.items.filter(published_on__lte=today, status=Status.PUBLISHED)
    texts = list(items.order_by("published_on", "code"))
    longest = longest_validity(one.agency_id, title=one.title, start=one.begins_on)
    facts = [
        (_("Document number"), one.document_number),
        (_("Issued by"), one.office.name),
        (_("Issued on"), one.issued_on),
        (_("Published on"), texts[0].published_on if texts else _("not on this site")),
        (_("In force from"), one.begins_on),
        (_("Valid until"), one.valid_until or _("no end was set")),
        (_("Repealed on"), one.repealed_on),
        (_("Lapsed on"), one.lapsed_on),
        (_("Replaced by"), _document(one.replaced_by) if one.replaced_by else None),
        (_("Replaces"), [_document(before) for before in replaced(one)]),
        (_("Valid for at most"), longest),
        (_("To be filed for the record within"), filing(one)),
        (_("Public comments on the draft"), comment_period(one)),
        (_("Validity"), _state(status_on(one, today), one.repealed_on or one.lapsed_on)),
    ]
    context = {
        "name": NAME,
        "norm": one,
        "is_ending": one in ending_soon(one.agency, on=today, days=WARNING_DAYS),
        "facts": known(facts),
        "decisions": [_decision(decision) for decision in decisions.order_by("published_on")],
        "items": texts,
        "stations": _made(one, on=today),
        "meta": meta.of_column(one.title, LEAD, [one.document_number]),
    }
    return render(request, "portal/norm.html", context)


def _made(one: NormativeDocument, *, on: date) -> list[pieces.Station]:
    """Return the gates that a document passed, where it was made with them and is public."""
    draft = DraftNorm.objects.filter(document=one, published_on__lte=on).first()
    return gates.stations(draft, on=on) if draft else []


def _document(one: NormativeDocument) -> pieces.Cell:
    return pieces.Cell(one.title, url=one.get_absolute_url(), note=one.document_number)


def _row(one: NormativeDocument, standing: Standing) -> list[object]:
    ended = one.repealed_on or one.lapsed_on
    return [
        pieces.Cell(one.document_number, url=one.get_absolute_url()),
        pieces.Cell(one.title, url=one.get_absolute_url()),
        one.issued_on,
        one.valid_until or pgettext_lazy("validity", "no end set"),
        _state(standing, None if standing == Standing.IN_FORCE else ended),
    ]


def _state(standing: Standing, since: date | None) -> pieces.Cell:
    state, word = WORDS[standing]
    return pieces.Cell(word, state=state, note=since or "")


def _decision(one: CleanUpDecision) -> tuple[CleanUpDecision, list[tuple[object, object]]]:
    facts = [
        (_("Clean-up"), f"{one.clean_up.name} {one.clean_up.document_number}".strip()),
        (_("Principle"), one.get_principle_display()),
        (_("Reason"), one.reason),
        (_("Legality reviewed"), one.reviewed_on),
        (_("Legality reviewed by"), one.legal_review_by),
        (_("Decided on"), one.decided_on),
        (_("Result published on"), one.published_on),
        (pgettext_lazy("publication", "Where"), "、".join(one.channels)),
    ]
    return one, known(facts)
