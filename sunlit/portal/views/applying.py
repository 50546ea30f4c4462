"""Applying for a licence on the web: five steps, kept at once, without an account."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_http_methods

from sunlit.approvals import applying
from sunlit.approvals.models import ApplicationDraft
from sunlit.approvals.policies import applications as policies
from sunlit.approvals.services import applications as services
from sunlit.approvals.services import drafts
from sunlit.approvals.services.opening import Applied
from sunlit.kernel.refusals import Refused
from sunlit.organization.models import Agency
from sunlit.organization.selectors import office_day
from sunlit.portal import application_forms as forms
from sunlit.portal import meta
from sunlit.portal.blank_forms import materials_shown
from sunlit.portal.papers_asked import ACCEPTED, papers_of, take_in
from sunlit.portal.views.private import kept_private
from sunlit.portal.views.reading import agency_or_404
from sunlit.powers.models import Power

STEPS = ("what", "who", "materials", "sign")
LABELS = (
    _("What and where"),
    _("Who applies"),
    pgettext_lazy("application", "Papers"),
    _("Check and sign"),
    _("Receipt"),
)


@dataclass(frozen=True)
class StepShown:
    """A step as the way through them shows it."""

    label: object
    url: str
    is_here: bool
    is_done: bool


@require_http_methods(["GET", "POST"])
def begin(request: HttpRequest, code: str) -> HttpResponse:
    """Say what is needed, and begin an application for a licence with its first step."""
    agency = agency_or_404(request)
    power = get_object_or_404(Power.objects.filter(is_public=True), agency=agency, code=code)
    today = office_day()
    form = forms.WhatForm(request.POST if request.method == "POST" else None, agency=agency)
    refusal = policies.why_not_apply(power, on=today)
    status = refusal.status if refusal and request.method == "POST" else 200
    if request.method == "POST" and refusal is None:
        status = 422
        if form.is_valid():
            address = str(request.META.get("REMOTE_ADDR", ""))
            try:
                draft = drafts.begin(
                    agency=agency, power=power, today=today, address=address, typed=_raw(form)
                )
            except Refused as flooded:
                refusal, status = flooded, flooded.status
            else:
                return redirect("portal:apply-step", power.code, draft.code, "who")
    context = {
        "power": power,
        "form": form,
        "refusal": refusal,
        "can_apply": policies.why_not_apply(power, on=today) is None,
        "materials": materials_shown(power),
        "steps": _steps(0, lambda _step: ""),
        "days": applying.KEPT.days,
        "meta": meta.of_column(power.name, _("Apply for a licence on the web.")),
    }
    return render(request, "portal/apply_begin.html", context, status=status)


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, code: str, draft: str, step: str) -> HttpResponse:
    """Show a step of an application that was begun, and keep what is typed there."""
    agency = agency_or_404(request)
    found = applying.draft_by_code(agency, draft, on=office_day())
    if found is None or found.power.code != code:
        return _expired(request)
    if found.case is not None:
        return _to_case(found)
    if step not in STEPS:
        return redirect("portal:apply-step", code, draft, STEPS[0])
    doing = _Doing(request, agency, found, draft, step)
    if step == "materials":
        return kept_private(_materials(doing))
    if step == "sign":
        return kept_private(_sign(doing))
    return kept_private(_typed(doing))


@require_http_methods(["GET", "POST"])
def resume(request: HttpRequest) -> HttpResponse:
    """Take up an application by its resume code."""
    agency = agency_or_404(request)
    form = forms.ResumeForm(request.POST or None)
    if form.is_valid():
        code = form.cleaned_data["code"].strip().upper()
        found = applying.draft_by_code(agency, code, on=office_day())
        if found is not None:
            if found.case is not None:
                return _to_case(found)
            return redirect("portal:apply-step", found.power.code, code, _first_open(found))
        form.add_error("code", _("No application is kept under this code, or its time is over."))
    return _resume_page(request, form, status=422 if form.is_bound else 200)


@dataclass(frozen=True)
class _Doing:
    """A step about to be shown or done."""

    request: HttpRequest
    agency: Agency
    draft: ApplicationDraft
    code: str
    step: str

    def url(self, step: str) -> str:
        """Return the address of a step."""
        return reverse("portal:apply-step", args=[self.draft.power.code, self.code, step])

    def page(self, context: Mapping[str, Any], *, status: int = 200) -> HttpResponse:
        """Show the step."""
        at = STEPS.index(self.step)
        shared = {
            "power": self.draft.power,
            "draft": self.draft,
            "code": self.code.upper(),
            "link": self.request.build_absolute_uri(self.url(self.step)),
            "step": self.step,
            "number": at + 1,
            "label": LABELS[at],
            "steps": _steps(at, self.url),
            "back": self.url(STEPS[at - 1]) if at else "",
        }
        template = f"portal/apply_{self.step}.html"
        return render(self.request, template, shared | dict(context), status=status)

    def on(self) -> HttpResponse:
        """Go on to the next step."""
        return redirect(self.url(STEPS[STEPS.index(self.step) + 1]))


def _typed(doing: _Doing) -> HttpResponse:
    kept = applying.typed_in(doing.draft)
    if doing.request.method != "POST":
        form = _form(doing, doing.step, kept.get(doing.step))
        if doing.step not in kept:
            form = _form(doing, doing.step, None)
        return doing.page({"form": form})
    form = _form(doing, doing.step, doing.request.POST)
    drafts.keep(draft=doing.draft, step=doing.step, typed=_raw(form))
    if form.is_valid():
        return doing.on()
    return doing.page({"form": form}, status=422)


def _materials(doing: _Doing) -> HttpResponse:
    papers = papers_of(doing.draft)
    refusals = {}
    if doing.request.method == "POST":
        refusals = take_in(doing.request, doing.draft, papers)
        if not refusals and "on" in doing.request.POST:
            return doing.on()
        if not refusals:
            return redirect(doing.url(doing.step))
        papers = papers_of(doing.draft, refusals)
    context = {"papers": papers, "accepted": ACCEPTED, "most": applying.MOST_BYTES}
    return doing.page(context, status=422 if refusals else 200)


def _sign(doing: _Doing) -> HttpResponse:
    kept = applying.typed_in(doing.draft)
    what, who = (_form(doing, one, kept.get(one, {})) for one in ("what", "who"))
    unready = [(LABELS[at], doing.url(one)) for at, (one, form) in enumerate(
        (("what", what), ("who", who))) if not form.is_valid()]  # fmt: skip
    names = [] if unready else [who.cleaned_data["applicant"], who.cleaned_data["agent"]]
    posted = doing.request.POST if doing.request.method == "POST" else None
    form, refusal = forms.SignForm(posted, names=names), None
    if posted is not None and not unready and form.is_valid():
        applied = Applied(
            **what.cleaned_data, **who.cleaned_data, signed_as=form.cleaned_data["signed_as"]
        )
        try:
            case = services.submit(
                draft=doing.draft,
                applied=applied,
                drawn=form.cleaned_data["drawing"],
                today=office_day(),
            )
        except Refused as refused:
            refusal = refused
        else:
            token = applying.token_of(case.number, case.query_code)
            return redirect(f"{reverse('portal:track-receipt', args=[case.number])}?t={token}")
    papers = papers_of(doing.draft)
    context = {
        "form": form,
        "refusal": refusal,
        "unready": unready,
        "papers": papers,
        "lacking": [one for one in papers if one.is_required and not one.files],
        "what": _told(what),
        "who": _told(who),
        "what_url": doing.url("what"),
        "who_url": doing.url("who"),
        "materials_url": doing.url("materials"),
    }
    status = 200 if posted is None else refusal.status if refusal else 422
    return doing.page(context, status=status)


def _form(doing: _Doing, step: str, data: Mapping[str, Any] | None) -> Any:
    if step == "what":
        return forms.WhatForm(data, agency=doing.agency)
    return forms.WhoForm(data)


def _told(form: Form) -> list[tuple[object, object]]:
    """Return what a step says, as the last step shows it to be checked."""
    if not form.is_valid():
        return []
    return [
        (form.fields[name].label, _in_words(form, name, value))
        for name, value in form.cleaned_data.items()
        if value
    ]


def _in_words(form: Form, name: str, value: Any) -> object:
    choices = dict(getattr(form.fields[name], "choices", ()) or ())
    if isinstance(value, str):
        return choices.get(value, value)
    return value.name


def _raw(form: Form) -> dict[str, str]:
    """Return what was typed into a form, as it was typed."""
    return {name: str(form.data.get(name, "")) for name in form.fields}


def _first_open(draft: ApplicationDraft) -> str:
    kept = applying.typed_in(draft)
    return next((one for one in ("what", "who") if one not in kept), "materials")


def _steps(at: int, url: Any) -> list[StepShown]:
    urls = [url(one) for one in STEPS] + [""]
    return [
        StepShown(label, urls[place] if place < at else "", place == at, place < at)
        for place, label in enumerate(LABELS)
    ]


def _to_case(draft: ApplicationDraft) -> HttpResponse:
    case = draft.case
    if case is None:
        return redirect("portal:apply")
    token = applying.token_of(case.number, case.query_code)
    return redirect(f"{reverse('portal:tracked', args=[case.number])}?t={token}")


def _expired(request: HttpRequest) -> HttpResponse:
    return _resume_page(request, forms.ResumeForm(), status=404, is_gone=True)


def _resume_page(
    request: HttpRequest, form: Form, *, status: int, is_gone: bool = False
) -> HttpResponse:
    context = {"form": form, "is_gone": is_gone, "until": office_day() + applying.KEPT}
    return kept_private(render(request, "portal/apply_resume.html", context, status=status))
