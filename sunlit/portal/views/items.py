"""One published item: its text, what is known of it, what it is about, and its history."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from sunlit.channels.models import Posting
from sunlit.design import pieces
from sunlit.design.faces import day
from sunlit.disclosure import themes
from sunlit.disclosure.column import genre_said, is_outside
from sunlit.disclosure.enclosed import enclosed, text_of
from sunlit.disclosure.models import Item, Keeping
from sunlit.disclosure.selectors import (
    SHOWN,
    interpretation_clock,
    keeping_of,
    neighbours,
    public_interpretations,
)
from sunlit.ledger.selectors import history
from sunlit.ledger.wording import event_wording
from sunlit.norms.models import NormativeDocument
from sunlit.norms.rules import Standing
from sunlit.norms.selectors import status_on
from sunlit.organization.selectors import office_day
from sunlit.portal import meta, papers
from sunlit.portal.changes import standing
from sunlit.portal.views.norms import WORDS
from sunlit.portal.views.reading import agency_or_404, known

BEGUN_AGAIN = "SentBack"
"""The steps before it were taken back; the public sees those by which the item became public."""
SIGNED_BY = {
    "ItemDrafted": "drafted_post",
    "SectionReviewed": "section_reviewed_post",
    "SecrecyReviewed": "secrecy_reviewed_post",
    "ItemApproved": "approved_post",
    "ItemPublished": "",
    "ItemChanged": "",
    "ItemConfirmed": "",
    "RecordHandedOver": "",
    "ItemWithdrawn": "",
    "ItemExpired": "",
}
"""What the public is told of an item's way, and where the post that signed stands in its review."""


@require_safe
def item(request: HttpRequest, index_number: str) -> HttpResponse:
    """Show one published item, for ever; a withdrawn one keeps its page, with the reason.

    `format` asks for its text as a file: docx, pdf or txt.
    """
    related = (
        "category",
        "office",
        "zone",
        "rule",
        "about_office",
        "agency",
        "review",
        "interprets",
    )
    one = get_object_or_404(
        Item.objects.select_related(*related).filter(status__in=SHOWN),
        agency=agency_or_404(request),
        index_number=index_number,
    )
    if one.is_public and (answer := papers.answer(one, request.GET.get("format", ""))):
        return answer
    earlier, later = neighbours(one)
    context = {
        "item": one,
        "outside": is_outside(one.category),
        "facts": known(_facts(one)),
        "about": [(label, cells) for label, cells in _about(one) if cells],
        "postings": _postings(one),
        "interpretation": _interpretation(one),
        "standing": standing(one) if one.revised_on else None,
        "history": _history(one),
        "earlier": earlier,
        "later": later,
        "formats": papers.FORMATS,
        "text": text_of(one) if one.is_public else "",
        "files": enclosed(one) if one.is_public else [],
        "meta": meta.of_item(one, request.build_absolute_uri(one.get_absolute_url())),
    }
    return render(request, "portal/item.html", context)


def _facts(one: Item) -> list[tuple[object, object]]:
    keeping = keeping_of(one)
    return [
        (_("Index number"), one.index_number),
        (_("Theme"), themes.said(themes.theme_of(one))),
        (_("Issued by"), f"{one.agency.name} {one.office.name}"),
        (_("Made on"), one.made_on),
        (pgettext_lazy("item", "Name"), one.title),
        (_("Document number"), one.document_number),
        (_("Published on"), one.published_on),
        (_("Text changed on"), one.revised_on),
        (_("Last checked on"), keeping.checked_on if keeping else None),
        (_("The record is kept by"), _holder(keeping)),
        (_("Public until"), one.expires_on),
        (_("Keywords"), "、".join(meta.keywords(one))),
        (pgettext_lazy("item", "Summary"), one.summary if one.is_public else ""),
        (_("Source of the information"), one.source if one.is_public else ""),
        (_("Kind of document"), genre_said(one)),
        (_("Category"), pieces.Cell(one.category.name, url=one.category.get_absolute_url())),
        (_("Area"), one.zone.name if one.zone else ""),
        (_("Stage"), one.get_stage_display()),
        *_validity(one, one.norms.order_by("code").first()),
        (_("Way of disclosure"), _("proactive disclosure")),
    ]


def _holder(keeping: Keeping | None) -> object:
    """Say which archive has the record, and since when; nothing while the agency has it."""
    if keeping is None or keeping.handed_over_on is None:
        return ""
    said = gettext("since %(day)s") % {"day": day(keeping.handed_over_on)}
    return pieces.Cell(keeping.handed_over_to, note=said)


def _interpretation(one: Item) -> dict[str, object]:
    """Return what interprets a document, or by when it is to be interpreted."""
    found = list(public_interpretations(one))
    reading = interpretation_clock(one) if one.needs_interpretation and not found else None
    document = one.interprets
    return {
        "found": found,
        "is_awaited": one.needs_interpretation and not found and one.is_public,
        "due_on": reading.due_on if reading else None,
        "is_late": bool(reading and reading.due_on and reading.due_on < office_day()),
        "document": document if document and document.is_public else None,
    }


def _validity(one: Item, norm: NormativeDocument | None) -> list[tuple[object, object]]:
    """Say whether what an item publishes is in force today, since when and until when."""
    today = office_day()
    if norm is None:
        stands = _stands(one, on=today)
        state, word = WORDS[stands] if stands else ("", "")
        return [
            (_("Validity"), pieces.Cell(word, state=state) if stands else ""),
            (_("In force from"), one.effective_on),
            (_("Valid until"), one.valid_until),
            (_("No longer in force since"), one.rule.ended_on if one.rule else None),
        ]
    state, word = WORDS[status_on(norm, today)]
    return [
        (_("Validity"), pieces.Cell(word, state=state)),
        (_("In force from"), one.effective_on or norm.in_force_from),
        (_("Valid until"), norm.valid_until),
        (_("No longer in force since"), norm.repealed_on or norm.lapsed_on),
    ]


def _stands(one: Item, *, on: date) -> Standing | None:
    """Say how it stands with what an item says, or with the rule in it; None where none knows."""
    if one.effective_on and one.effective_on > on:
        return Standing.NOT_YET_IN_FORCE
    if one.rule and one.rule.ended_on and one.rule.ended_on <= on:
        return Standing.LAPSED
    if one.valid_until and one.valid_until < on:
        return Standing.LAPSED
    return Standing.IN_FORCE if one.effective_on or one.valid_until or one.rule else None


def _about(one: Item) -> list[tuple[object, list[pieces.Cell]]]:
    """Return the records that the item publishes or speaks of, each with its page."""
    stages = one.dossier_stages.select_related("dossier").order_by("dossier__code", "seq")
    meetings = one.supervisor_meetings.order_by("held_on", "code")
    return [
        (_("Powers"), [_leading(power.name, power) for power in one.powers.order_by("code")]),
        (_("Normative documents"), [_leading(n.title, n) for n in one.norms.order_by("code")]),
        (_("Rules of the agency"), [_leading(one.rule.name, one.rule)] if one.rule else []),
        (
            _("Recruitment and tenders"),
            [_leading(f"{stage.dossier.title} · {stage.name}", stage.dossier) for stage in stages],
        ),
        (
            _("Flow charts"),
            [_leading(c.name, c.procedure) for c in one.flow_charts.order_by("code")],
        ),
        (_("Meetings with supervisors"), [_leading(one.name, one) for one in meetings]),
        (
            _("Inspections"),
            [_leading(f"{i.code} {i.scope}", i) for i in one.inspections.order_by("code")],
        ),
        (
            _("Accountability"),
            [
                _leading(a.code, a)
                for a in one.accountability.filter(is_published=True).order_by("code")
            ],
        ),
        (
            _("Convenience services"),
            [pieces.Cell(one.name, url="/window/") for one in one.services.order_by("code")],
        ),
        (
            _("Offices"),
            [pieces.Cell(one.about_office.name, url=one.about_office.get_absolute_url())]
            if one.about_office
            else [],
        ),
    ]


def _leading(name: str, record: object) -> pieces.Cell:
    address = getattr(record, "get_absolute_url", None)
    return pieces.Cell(name, url=address() if address else "")


def _postings(one: Item) -> dict[str, object]:
    found = Posting.objects.filter(item=one).select_related("board__office")
    rows = [
        [
            f"{posting.board.office.name} {posting.board.name}"
            if posting.board.office
            else posting.board.name,
            posting.posted_on,
            posting.removed_on,
        ]
        for posting in found.order_by("posted_on", "code")
    ]
    return {"columns": [_("Board"), _("Posted on"), _("Taken down on")], "rows": rows}


def _history(one: Item) -> list[pieces.HistoryLine]:
    review = getattr(one, "review", None)
    entries = list(history(one, review) if review else history(one))
    begun_again = [at for at, entry in enumerate(entries) if entry.event == BEGUN_AGAIN]
    signed = entries[begun_again[-1] + 1 :] if begun_again else entries
    return [
        pieces.HistoryLine(
            on=entry.day,
            what=event_wording(entry.event),
            by=getattr(review, SIGNED_BY[entry.event], "") if SIGNED_BY[entry.event] else "",
            index=entry.leaf.index if hasattr(entry, "leaf") else None,
        )
        for entry in signed
        if entry.event in SIGNED_BY
    ]
