"""One act done on several records: each by itself, each with its own answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import Model
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sunlit.design.registers import ActAtDesk, Register
from sunlit.desk import presenting, selectors
from sunlit.desk.views.shell import official_at, ways_around
from sunlit.kernel.refusals import Missing, Refused
from sunlit.organization.models import Official
from sunlit.organization.selectors import office_day


@dataclass(frozen=True)
class Outcome:
    """What became of one record: done, or why not."""

    number: str
    title: str
    url: str
    refusal: Refused | None = None


@login_required
@require_http_methods(["GET", "POST"])
def together(request: HttpRequest, name: str, act_name: str) -> HttpResponse:
    """Offer what waits for this act of mine, and do it on the records that are chosen."""
    by = official_at(request)
    register = selectors.open_register(by, name)
    act = selectors.act_named(register.acts, act_name)
    if not act.together:
        raise Missing(_("This act is done on one record at a time."))
    offered = selectors.waiting_for_act(register, act, by)
    form = act.filled_form(request.POST or None, record=None, by=by)
    if request.method != "POST":
        return _page(request, register, act, offered, form, chosen=set())
    chosen = {int(pk) for pk in request.POST.getlist("record") if pk.isdigit()}
    records = [record for record in offered if record.pk in chosen]
    if not form.is_valid() or not records:
        missing = "" if records else _("Choose at least one record.")
        return _page(request, register, act, offered, form, chosen=chosen, missing=missing)
    outcomes = [_done(register, act, record, by, form.cleaned_data) for record in records]
    context = {
        "register": register,
        "act": act,
        "done": [one for one in outcomes if one.refusal is None],
        "refused": [one for one in outcomes if one.refusal],
        **ways_around(by, current=register),
    }
    return render(request, "desk/together_done.html", context)


def _done(
    register: Register, act: ActAtDesk, record: Model, by: Official, typed: dict[str, Any]
) -> Outcome:
    url = reverse("desk:record", args=[register.name, record.pk])
    number, title = register.number(record), register.title(record)
    try:
        act.do(record_id=record.pk, by=by, today=office_day(), **typed)
    except Refused as refusal:
        return Outcome(number, title, url, refusal)
    return Outcome(number, title, url)


def _page(
    request: HttpRequest,
    register: Register,
    act: ActAtDesk,
    offered: Sequence[Model],
    form: Form,
    *,
    chosen: set[int],
    missing: str = "",
) -> HttpResponse:
    by = official_at(request)
    heads = [_("Number"), _("Title"), *(one.label for one in register.columns)]
    rows = [
        {
            "pk": record.pk,
            "number": register.number(record),
            "cells": list(zip(heads, presenting.row(register, record), strict=True)),
            "chosen": record.pk in chosen,
        }
        for record in offered
    ]
    context = {
        "register": register,
        "act": act,
        "heads": heads,
        "rows": rows,
        "form": form,
        "missing": missing,
        **ways_around(by, current=register),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "desk/together.html", context, status=status)
