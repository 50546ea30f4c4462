"""Drafts of normative documents: which are open to comments, and what became of the others."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from sunlit.design import pieces
from sunlit.norms.lifecycle import DraftStatus
from sunlit.norms.models import DraftNorm
from sunlit.norms.selectors import least_comment, public_drafts, under_comment
from sunlit.organization.selectors import office_day
from sunlit.portal import gates, meta
from sunlit.portal.views.norms import NAME as LIBRARY
from sunlit.portal.views.reading import agency_or_404, known

NAME = _("Drafts open to comments")
LEAD = _(
    "Before a rule binds the public, the public reads its draft and says what it thinks of it. "
    "What became of the comments is published."
)


@require_safe
def draft_norms(request: HttpRequest) -> HttpResponse:
    """Show the drafts that are open to comments, then those that were."""
    agency, today = agency_or_404(request), office_day()
    open_now = under_comment(agency, on=today)
    context = {
        "name": NAME,
        "lead": LEAD,
        "library": LIBRARY,
        "open_now": [(one, _days_left(one)) for one in open_now],
        "closed": _rows(public_drafts(agency, on=today).exclude(pk__in=open_now)),
        "columns": [
            _("Draft"),
            _("Drafting office"),
            pieces.Column(_("Open to comments"), short=True),
            pieces.Column(_("Comments received"), number=True),
            pieces.Column(_("adopted"), number=True),
            _("Now"),
        ],
        "meta": meta.of_column(NAME, LEAD),
    }
    return render(request, "portal/draft_norms.html", context)


@require_safe
def draft_norm(request: HttpRequest, code: str) -> HttpResponse:
    """Show one draft: its text, until when to comment and how, what became of the comments."""
    agency, today = agency_or_404(request), office_day()
    one = get_object_or_404(public_drafts(agency, on=today), code=code)
    is_open = under_comment(agency, on=today).filter(pk=one.pk).exists()
    least = least_comment(one, start=one.comment_from or today)
    facts = [
        (_("Drafting office"), one.office.name),
        (_("Open to comments from"), one.comment_from),
        (_("Open to comments until"), one.comment_until),
        (_("Least period"), least),
        (_("Why the period is shorter"), one.comment_urgency),
        (_("How to comment"), one.comment_how if is_open else None),
        (_("Document number"), _document(one)),
    ]
    answer = [
        (_("Comments received"), one.comments_received),
        (_("Comments adopted"), one.comments_adopted),
        (_("Published on"), one.feedback_on),
    ]
    context = {
        "name": NAME,
        "library": LIBRARY,
        "draft": one,
        "is_open": is_open,
        "days_left": _days_left(one),
        "facts": known(facts),
        "answer": known(answer) if one.feedback_on else [],
        "stations": gates.stations(one, on=today),
        "meta": meta.of_column(one.title, LEAD),
    }
    return render(request, "portal/draft_norm.html", context)


def _document(one: DraftNorm) -> pieces.Cell | None:
    if one.document is None:
        return None
    return pieces.Cell(one.document.document_number, url=one.document.get_absolute_url())


def _days_left(one: DraftNorm) -> int:
    return (one.comment_until - office_day()).days if one.comment_until else 0


def _rows(drafts: QuerySet[DraftNorm]) -> list[list[object]]:
    return [
        [
            pieces.Cell(one.title, url=one.get_absolute_url()),
            one.office.name,
            one.comment_until,
            one.comments_received,
            one.comments_adopted,
            pieces.Cell(one.get_status_display(), state=_state(one)),
        ]
        for one in drafts
    ]


def _state(one: DraftNorm) -> str:
    if one.published_on:
        return "done"
    return "neutral" if one.status == DraftStatus.DROPPED else "in_time"
