"""The desk's pages: the start, a register, a record, an act."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from sunlit.design.registers import ActAtDesk, Register, registers_open_to
from sunlit.desk import presenting, selectors
from sunlit.kernel.refusals import NotPermitted, Refused
from sunlit.ledger.selectors import history
from sunlit.organization.models import Official
from sunlit.organization.selectors import office_day

ROWS_A_PAGE = 25


def _official(request: HttpRequest) -> Official:
    """Return who is at the desk; `login_required` stands before every view."""
    if not isinstance(request.user, Official):
        raise NotPermitted("")
    return request.user


@login_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show what an official can open and begin."""
    by = _official(request)
    registers = registers_open_to(by)
    context = {
        "groups": presenting.counted(registers, by),
        "beginnings": presenting.beginnings(registers, by),
        "official": by,
        "desk_entries": presenting.rooms(registers),
    }
    return render(request, "desk/home.html", context)


@login_required
@require_safe
def register(request: HttpRequest, name: str) -> HttpResponse:
    """Show the records of a register, narrowed as asked."""
    by = _official(request)
    found = selectors.open_register(by, name)
    chosen = selectors.choices(found, by, request.GET.dict())
    search = request.GET.get("q", "")
    records = selectors.narrowed(found, by, chosen=chosen, search=search)
    page = Paginator(records, ROWS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "register": found,
        "filters": presenting.filter_fields(found, chosen, search=search),
        "openings": selectors.offers(found.opening, by, None),
        "columns": presenting.heads(found),
        "rows": [presenting.row(found, record) for record in page],
        "page": page,
        "desk_entries": presenting.rooms(registers_open_to(by), current=found),
    }
    return render(request, "desk/register.html", context)


@login_required
@require_safe
def record(request: HttpRequest, name: str, pk: int) -> HttpResponse:
    """Show one record: its facts, its clock, what can be done, and its history."""
    by = _official(request)
    found = selectors.open_register(by, name)
    one = selectors.record_of(found, by, pk)
    others = found.others(one) if found.others else ()
    context = {
        "register": found,
        "record": one,
        "number": found.number(one),
        "title": found.title(one),
        "facts": presenting.facts(found, one),
        "clocks": presenting.clocks(found, one),
        "offers": sorted(
            selectors.offers(found.acts, by, one), key=lambda offer: offer.refusal is not None
        ),
        "history": presenting.history_lines(history(one, *others)),
        "public_url": found.public_url(one) if found.public_url else "",
        "desk_entries": presenting.rooms(registers_open_to(by), current=found),
    }
    return render(request, "desk/record.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def act(request: HttpRequest, name: str, pk: int, act_name: str) -> HttpResponse:
    """Do an official act on a record."""
    by = _official(request)
    found = selectors.open_register(by, name)
    one = selectors.record_of(found, by, pk)
    todo = selectors.act_named(found.acts, act_name)
    return _do(request, _Doing(found, todo, by, one, {"record_id": pk}))


@login_required
@require_http_methods(["GET", "POST"])
def opening(request: HttpRequest, name: str, act_name: str) -> HttpResponse:
    """Do an official act that opens a record."""
    by = _official(request)
    found = selectors.open_register(by, name)
    todo = selectors.act_named(found.opening, act_name)
    return _do(request, _Doing(found, todo, by, None, {"agency": by.agency}))


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
        return _act_page(request, doing, form, act.why_not(by, doing.record))
    form = act.filled_form(request.POST, record=doing.record, by=by)
    if not form.is_valid():
        return _act_page(request, doing, form, None, status=422)
    try:
        done = act.do(**doing.about, by=by, today=office_day(), **form.cleaned_data)
    except Refused as refusal:
        return _act_page(request, doing, form, refusal, status=refusal.status)
    messages.success(request, str(act.done))
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
        "offer": selectors.offers([doing.act], doing.by, record)[0],
        "form": form,
        "refusal": refusal,
        "desk_entries": presenting.rooms(registers_open_to(doing.by), current=register),
    }
    return render(request, "desk/act.html", context, status=status)
