"""The letters of a case: what is written and what is due, writing one, and its files."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sunlit.approvals.letters import selectors as letters
from sunlit.approvals.letters.drawing import file_of
from sunlit.approvals.letters.kinds import NATURES, Kind
from sunlit.approvals.letters.values import Case, usual_values
from sunlit.approvals.policies.letters import kinds_due, why_not_write
from sunlit.approvals.policies.permission import basis
from sunlit.approvals.services.letters import (
    write_in_coercion_case,
    write_in_licence_case,
    write_in_penalty_case,
)
from sunlit.design.handing import file_answer
from sunlit.design.registers import Register
from sunlit.desk import selectors
from sunlit.desk.forms.letters import WriteForm
from sunlit.desk.views.shell import official_at, ways_around
from sunlit.kernel.citations import Citation
from sunlit.kernel.refusals import Missing, NotPermitted, Refused
from sunlit.organization.models import Official
from sunlit.organization.selectors import office_day

ACTS = {
    "licence-cases": write_in_licence_case,
    "penalty-cases": write_in_penalty_case,
    "coercion-cases": write_in_coercion_case,
}


@dataclass(frozen=True)
class _Due:
    """A kind of letter as the page offers it."""

    kind: Kind
    basis: Citation
    refusal: Refused | None


@login_required
@require_safe
def of_case(request: HttpRequest, name: str, pk: int) -> HttpResponse:
    """Show the letters of a case: those written, and those that can be written now."""
    by = official_at(request)
    found, case = _case(by, name, pk)
    on = office_day()
    kinds = [
        _Due(kind, basis(NATURES[kind].provision, on), refusal)
        for kind, refusal in kinds_due(by, case)
    ]
    context = {
        "letters": letters.letters_of(case),
        "due": [one for one in kinds if one.refusal is None],
        "not_now": [one for one in kinds if one.refusal is not None],
        **_page(found, case, by),
    }
    return _private(render(request, "desk/letters.html", context))


@login_required
@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, name: str, pk: int, kind: str) -> HttpResponse:
    """Show a letter as it would be written, and write it."""
    by, on = official_at(request), office_day()
    found, case = _case(by, name, pk)
    of_kind = _kind(case, kind)
    refusal = why_not_write(by, case, of_kind, on=on)
    draft, status = None, 200
    posted = request.POST if request.method == "POST" else None
    form = WriteForm(of_kind, posted, initial=usual_values(case, of_kind))
    try:
        if posted is not None and not form.is_valid():
            status = 422
        elif posted is not None and posted.get("step") == "write":
            typed = form.cleaned_data
            ACTS[found.name](record_id=pk, by=by, today=on, kind=of_kind, typed=typed)
            messages.success(request, _("The letter has been written."))
            return redirect("desk:letters", found.name, pk)
        elif refusal is None and (posted is not None or not form.fields):
            draft = letters.draft(case, of_kind, form.cleaned_data if posted else {}, on=on)
    except Refused as refused:
        refusal, status = refused, refused.status if posted is not None else 200
    context = {
        "kind": of_kind,
        "basis": basis(NATURES[of_kind].provision, on),
        "form": form,
        "draft": draft,
        "refusal": refusal,
        **_page(found, case, by),
    }
    return _private(render(request, "desk/write_letter.html", context, status=status))


@login_required
@require_safe
def file(request: HttpRequest, pk: int, ending: str) -> HttpResponse:
    """Hand out a letter as a file, drawn from the words that were written."""
    by = official_at(request)
    found = selectors.open_register(by, "letters")
    _refuse_overseers(by, found)
    letter: Any = selectors.record_of(found, by, pk)
    return _private(file_answer(*file_of(letter, ending)))


def _case(by: Official, name: str, pk: int) -> tuple[Register, Case]:
    found = selectors.open_register(by, name)
    _refuse_overseers(by, found)
    case = letters.case_named(by.agency, name, pk) if name in ACTS else None
    if case is None:
        raise Missing(
            _("There is no such case that has letters."),
            remedy=_("Go back to the register and choose one."),
        )
    return found, case


def _refuse_overseers(by: Official, register: Register) -> None:
    """Letters tell of persons: only who handles the records reads them."""
    if not by.has_role(*register.roles):
        raise NotPermitted(
            _("A letter tells of a person; only who handles these records reads it."),
            remedy=_("Ask a colleague who handles them."),
        )


def _kind(case: Case, name: str) -> Kind:
    for kind in letters.kinds_of(case):
        if kind.value == name:
            return kind
    raise Missing(
        _("There is no such letter in a case of this kind."),
        remedy=_("Go back to the letters of the case and choose one."),
    )


def _page(register: Register, case: Case, by: Official) -> dict[str, Any]:
    return {
        "register": register,
        "record": case,
        "number": case.number,
        "title": case.power.name,
        **ways_around(by, current=register),
    }


def _private(answer: HttpResponse) -> HttpResponse:
    answer["Cache-Control"] = "private, no-store"
    return answer
