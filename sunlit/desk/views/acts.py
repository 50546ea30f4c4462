"""The page of an act: on a record, or one that opens a record."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Model
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from sunlit.design.faces import said
from sunlit.design.handing import file_answer
from sunlit.design.registers import ActAtDesk, Register
from sunlit.desk import selectors
from sunlit.desk.views.shell import official_at, ways_around
from sunlit.kernel.refusals import Refused
from sunlit.organization.models import Official
from sunlit.organization.selectors import office_day


@login_required
@require_http_methods(["GET", "POST"])
def act(request: HttpRequest, name: str, pk: int, act_name: str) -> HttpResponse:
    """Do an official act on a record."""
    by = official_at(request)
    found = selectors.open_register(by, name)
    one = selectors.record_of(found, by, pk)
    todo = selectors.act_named(found.acts, act_name)
    return _do(request, _Doing(found, todo, by, one, {"record_id": pk}))


@login_required
@require_http_methods(["GET", "POST"])
def opening(request: HttpRequest, name: str, act_name: str) -> HttpResponse:
    """Do an official act that opens a record."""
    by = official_at(request)
    found = selectors.open_register(by, name)
    todo = selectors.act_named(found.opening, act_name)
    return _do(request, _Doing(found, todo, by, None, {"agency": by.agency}))


def _shown_once(request: HttpRequest, doing: "_Doing", done: Model) -> HttpResponse:
    """Show what an act made and nobody can read again: nothing of it is kept by the browser."""
    register, record = doing.register, doing.record
    context = {
        "register": register,
        "record": record,
        "number": register.number(record) if record is not None else "",
        "title": register.title(record) if record is not None else "",
        "act": doing.act,
        "done": done,
        "root": request.build_absolute_uri("/").rstrip("/"),
        **ways_around(doing.by, current=register),
    }
    answer = render(request, doing.act.shows, context)
    answer["Cache-Control"] = "no-store"
    return answer


@dataclass(frozen=True)
class _Doing:
    """An act about to be done: in which register, by whom, on what."""

    register: Register
    act: ActAtDesk
    by: Official
    record: Any
    about: dict[str, Any]


def _do(request: HttpRequest, doing: _Doing) -> HttpResponse:
    act, by = doing.act, doing.by
    if request.method != "POST":
        form = act.blank_form(record=doing.record, by=by)
        return _act_page(request, doing, form, act.refusal(by, doing.record))
    form = act.filled_form(request.POST, record=doing.record, by=by, files=request.FILES)
    if not form.is_valid():
        return _act_page(request, doing, form, None, status=422)
    try:
        done = act.do(**doing.about, by=by, today=office_day(), **form.cleaned_data)
    except Refused as refusal:
        return _act_page(request, doing, form, act.citing(refusal), status=refusal.status)
    return _after(request, doing, done)


def _after(request: HttpRequest, doing: _Doing, done: Model) -> HttpResponse:
    if doing.act.hands_out:
        return file_answer(*doing.act.hands_out(done))
    if doing.act.shows:
        return _shown_once(request, doing, done)
    messages.success(request, str(doing.act.done))
    for note in doing.act.tells(done) if doing.act.tells else ():
        messages.info(request, said(note))
    if isinstance(done, doing.register.model):
        return redirect("desk:record", doing.register.name, done.pk)
    if doing.record is not None:
        return redirect("desk:record", doing.register.name, doing.record.pk)
    return redirect("desk:register", doing.register.name)


def _act_page(
    request: HttpRequest,
    doing: _Doing,
    form: Form,
    refusal: Refused | None,
    *,
    status: int = 200,
) -> HttpResponse:
    register, record = doing.register, doing.record
    context = {
        "register": register,
        "record": record,
        "number": register.number(record) if record is not None else "",
        "title": register.title(record) if record is not None else "",
        "offer": selectors.offer(doing.act, doing.by, record),
        "form": form,
        "refusal": refusal,
        **ways_around(doing.by, current=register),
    }
    return render(request, "desk/act.html", context, status=status)
