"""One normative document: how it stands on a day, what it said then, and what acted on it."""

from collections.abc import Sequence
from datetime import date

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from sunlit.design import pieces
from sunlit.design.faces import day as in_words
from sunlit.disclosure.lifecycle import Status
from sunlit.norms.models import (
    CleanUpDecision,
    DraftNorm,
    NormativeDocument,
    NormRelation,
    NormText,
    RelationKind,
)
from sunlit.norms.selectors import (
    ToldText,
    comment_period,
    done_by,
    done_to,
    ending_soon,
    filing,
    longest_validity,
    texts_told,
)
from sunlit.organization.selectors import office_day
from sunlit.portal import gates, meta
from sunlit.portal.forms import CompareForm, DayForm
from sunlit.portal.views.norms import LEAD, NAME, WARNING_DAYS, state_on
from sunlit.portal.views.reading import agency_or_404, known

DONE_TO = {
    RelationKind.AMENDS: pgettext_lazy("norm", "Amended by"),
    RelationKind.REPEALS: pgettext_lazy("norm", "Repealed by"),
    RelationKind.REPLACES: _("Replaced by"),
}
DONE_BY = {
    RelationKind.AMENDS: pgettext_lazy("norm", "Amends"),
    RelationKind.REPEALS: pgettext_lazy("norm", "Repeals"),
    RelationKind.REPLACES: _("Replaces"),
}


@require_safe
def norm(request: HttpRequest, code: str) -> HttpResponse:
    """Show one document as it stood on a day: in force or not, what it said, what it became."""
    documents = NormativeDocument.objects.select_related("office", "agency")
    one = get_object_or_404(documents, agency=agency_or_404(request), code=code)
    today = office_day()
    form = DayForm(request.GET if "on" in request.GET else None)
    on = (form.cleaned_data["on"] if form.is_valid() else None) or today
    told = texts_told(one)
    readable = [text.text for text in told if text.is_readable]
    compare = CompareForm([text.number for text in readable], _asked(request))
    pair = _pair(compare, readable)
    decisions = one.decisions.filter(published_on__lte=today).select_related("clean_up")
    items = one.items.filter(published_on__lte=today, status=Status.PUBLISHED)
    texts = list(items.order_by("published_on", "code"))
    context = {
        "name": NAME,
        "norm": one,
        "form": form,
        "on": on,
        "is_today": on == today,
        "state": _state(one, told, on),
        "is_ending": one in ending_soon(one.agency, on=today, days=WARNING_DAYS),
        "facts": known(_facts(one, texts[0].published_on if texts else None, told, on)),
        "text_on": next((text for text in reversed(told) if text.text.valid_from <= on), None),
        "versions": _versions(one, told, on) if told[1:] else [],
        "version_columns": VERSION_COLUMNS,
        "compare": compare,
        "pair": pair,
        "decisions": [_decision(decision) for decision in decisions.order_by("published_on")],
        "items": texts,
        "stations": _made(one, on=today),
        "meta": meta.of_column(one.title, LEAD, [one.document_number]),
    }
    return render(request, "portal/norm.html", context)


VERSION_COLUMNS = [
    pieces.Column(_("Version"), short=True),
    _("Holds from"),
    pgettext_lazy("text", "Until"),
    pgettext_lazy("norm", "Amended by"),
]


def _facts(
    one: NormativeDocument, published_on: date | None, told: Sequence[ToldText], on: date
) -> list[tuple[object, object]]:
    longest = longest_validity(one.agency_id, title=one.title, start=one.begins_on)
    return [
        (_("Document number"), one.document_number),
        (_("Issued by"), one.office.name),
        (_("Issued on"), one.issued_on),
        (_("Published on"), published_on or _("not on this site")),
        (_("In force from"), one.begins_on),
        (_("Valid until"), one.valid_until or _("no end was set")),
        (_("Repealed on"), one.repealed_on),
        (_("Lapsed on"), one.lapsed_on),
        *((DONE_TO[RelationKind(by.kind)], _named(by.actor, by)) for by in done_to(one)),
        *((DONE_BY[RelationKind(to.kind)], _named(to.target, to)) for to in done_by(one)),
        (_("Valid for at most"), longest),
        (_("To be filed for the record within"), filing(one)),
        (_("Public comments on the draft"), comment_period(one)),
        (_("Validity"), _state(one, told, on)),
    ]


def _named(one: NormativeDocument, relation: NormRelation) -> pieces.Cell:
    note = f"{one.document_number} · {in_words(relation.since)}"
    return pieces.Cell(one.title, url=one.get_absolute_url(), note=note)


def _state(one: NormativeDocument, told: Sequence[ToldText], on: date) -> pieces.Cell:
    held = [text.text for text in told if text.text.valid_from <= on]
    amended = held[-1].valid_from if held and held[-1].amended_by_id else None
    return state_on(one, on, amended=amended)[0]


def _versions(one: NormativeDocument, told: Sequence[ToldText], on: date) -> list[list[object]]:
    return [
        [
            pieces.Cell(
                _("Version %(number)s") % {"number": text.text.number},
                url=f"{one.get_absolute_url()}?on={text.text.valid_from}",
                state="done" if _holds(text, on) else "",
            ),
            text.text.valid_from,
            text.until,
            _amended_by(text.text),
        ]
        for text in reversed(told)
    ]


def _holds(text: ToldText, on: date) -> bool:
    return text.text.valid_from <= on and (text.until is None or on < text.until)


def _amended_by(text: NormText) -> object:
    if text.amended_by is None:
        return _("First text")
    return pieces.Cell(text.amended_by.title, url=text.amended_by.get_absolute_url())


def _asked(request: HttpRequest) -> QueryDict | None:
    return request.GET if {"from", "to"} & request.GET.keys() else None


def _pair(form: CompareForm, readable: Sequence[NormText]) -> tuple[NormText, NormText] | None:
    """Return the two texts to compare: those asked for, or the last two that may be read."""
    if form.is_bound and form.is_valid():
        numbered = {str(one.number): one for one in readable}
        return numbered[form.cleaned_data["from"]], numbered[form.cleaned_data["to"]]
    if not readable[1:]:
        return None
    first, second = readable[-2:]
    form.initial = {"from": str(first.number), "to": str(second.number)}
    return first, second


def _made(one: NormativeDocument, *, on: date) -> list[pieces.Station]:
    """Return the gates that a document passed, where it was made with them and is public."""
    draft = DraftNorm.objects.filter(document=one, published_on__lte=on).order_by("pk").first()
    return gates.stations(draft, on=on) if draft else []


def _decision(one: CleanUpDecision) -> tuple[CleanUpDecision, list[tuple[object, object]]]:
    facts = [
        (
            _("Clean-up"),
            pieces.Cell(
                f"{one.clean_up.name} {one.clean_up.document_number}".strip() or one.clean_up.code,
                url=one.clean_up.get_absolute_url(),
            ),
        ),
        (_("Principle"), one.get_principle_display()),
        (_("Reason"), one.reason),
        (_("Legality reviewed"), one.reviewed_on),
        (_("Legality reviewed by"), one.legal_review_by),
        (_("Decided on"), one.decided_on),
        (_("Result published on"), one.published_on),
        (pgettext_lazy("publication", "Where"), "、".join(one.channels)),
    ]
    return one, known(facts)
