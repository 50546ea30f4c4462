"""Taking in a holiday notice, in two steps: what would move, then the act."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from sunlit.design import pieces
from sunlit.desk import selectors
from sunlit.desk.foreseeing import Foreseen, Kept, Moved, foresee
from sunlit.desk.forms.calendars import NoticeForm
from sunlit.desk.views.shell import official_at, ways_around
from sunlit.kernel.refusals import Refused
from sunlit.organization.selectors import office_day
from sunlit.organization.services.notices import new_notices, take_in_notices

REGISTER, ACT = "holiday-notices", "take-in"
TEMPLATE = "desk/holiday_notice.html"
BECOMES = {
    "late": pieces.Cell(_("becomes late"), state="late"),
    "in_time": pieces.Cell(_("is no longer late"), state="in_time"),
    "": "",
}


@login_required
@require_http_methods(["GET", "POST"])
def take_in(request: HttpRequest) -> HttpResponse:
    """Show what a notice would move; take it in once that has been seen."""
    by = official_at(request)
    register = selectors.open_register(by, REGISTER)
    act = selectors.act_named(register.opening, ACT)
    context: dict[str, Any] = {
        "register": register,
        "offer": selectors.offer(act, by, None),
        **ways_around(by, current=register),
    }
    if request.method != "POST":
        context |= {"form": NoticeForm(), "refusal": act.why_not(by, None)}
        return render(request, TEMPLATE, context)
    form = NoticeForm(request.POST, request.FILES)
    if not form.is_valid():
        return render(request, TEMPLATE, context | {"form": form}, status=422)
    text, today = form.cleaned_data["text"], office_day()
    try:
        if refusal := act.why_not(by, None):
            raise refusal
        if "confirmed" in request.POST:
            kept = take_in_notices(agency=by.agency, by=by, today=today, text=text)
            messages.success(request, str(act.done))
            return redirect("desk:record", REGISTER, kept.pk)
        notices = new_notices(by.agency, text, today=today)
        found = foresee(by.agency, notices, today=today)
    except Refused as refused:
        typed = NoticeForm(initial={"text": text})
        context |= {"form": typed, "refusal": refused, "was_refused": True}
        return render(request, TEMPLATE, context, status=refused.status)
    shown = {"form": NoticeForm(initial={"text": text}), "text": text, "notices": notices}
    return render(request, TEMPLATE, context | shown | _preview(found))


def _preview(found: Foreseen) -> dict[str, Any]:
    return {
        "foreseen": found,
        "day_columns": [_("Day"), _("Until now"), _("By the notice")],
        "days": [[one.on, one.was, one.now] for one in found.days],
        "moved_columns": [_("Case"), _("Register"), _("Due until now"), _("Due by the notice"),
                          _("On time")],
        "moved": [_moved(one) for one in found.moved],
        "kept_columns": [_("Case"), _("Register"), _("Promised by"),
                         pieces.Column(_("Working days until now"), number=True),
                         pieces.Column(_("Working days by the notice"), number=True)],
        "kept": [_kept(one) for one in found.kept],
    }  # fmt: skip


def _moved(one: Moved) -> list[Any]:
    unknown = _("not known")
    return [
        _case(one),
        one.register.label,
        one.was or unknown,
        one.now or unknown,
        BECOMES[one.becomes],
    ]


def _kept(one: Kept) -> list[Any]:
    return [_case(one), one.register.label, one.due_on, one.days_before, one.days_now]


def _case(one: Moved | Kept) -> pieces.Cell:
    record = one.waiting.record
    number = one.register.number(record)
    return pieces.Cell(number, url=reverse("desk:record", args=[one.register.name, record.pk]))
