"""Following a case with its number and query code: how it stands, and what is asked for."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_safe

from sunlit.approvals import applying, flowing
from sunlit.approvals.lifecycle import PenaltyStatus
from sunlit.approvals.models import ApplicationDraft, LicenceCase, PenaltyCase
from sunlit.approvals.policies import applications as policies
from sunlit.approvals.services import applications as services
from sunlit.approvals.services import drafts
from sunlit.design import pieces
from sunlit.design.handing import file_answer
from sunlit.kernel.refusals import Missing, Refused
from sunlit.organization.models import Agency
from sunlit.organization.selectors import office_day
from sunlit.organization.selectors.logins import heard_again_at
from sunlit.organization.services.logins import forget_failures, note_failure
from sunlit.portal import meta, party, receipts, tracking
from sunlit.portal.application_forms import TrackForm, WithdrawForm
from sunlit.portal.letters import links_for_applicant, links_for_party
from sunlit.portal.papers_asked import ACCEPTED, papers_to_supply, take_in
from sunlit.portal.tracking import Followed
from sunlit.portal.views.private import kept_private
from sunlit.portal.views.reading import agency_or_404

OPENED = "followed"
"""In the session: what opens the pages of the cases that were asked for with their codes."""


@require_http_methods(["GET", "POST"])
def track(request: HttpRequest) -> HttpResponse:
    """Ask for a number and a query code, and open the page of the case."""
    agency = agency_or_404(request)
    asked = request.GET.get("number", "")
    form = TrackForm(request.POST or None, initial={"number": asked})
    if form.is_valid() and (found := _told_both(request, agency, form)):
        opened = request.session.get(OPENED, {})
        request.session[OPENED] = {**opened, found.record.number: found.token}
        return redirect("portal:tracked", found.record.number)
    name = _("Follow a case")
    lead = _(
        "With the number and the query code on the receipt or the notice. No account is needed."
    )
    context = {"form": form, "name": name, "lead": lead, "meta": meta.of_column(name, lead)}
    status = 422 if form.is_bound else 200
    return kept_private(render(request, "portal/track.html", context, status=status))


@require_safe
def tracked(request: HttpRequest, number: str) -> HttpResponse:
    """Show how a case stands to whoever was told its query code."""
    found = _open(request, number)
    if found is None:
        return redirect(f"{reverse('portal:track')}?number={number}")
    if found.kind == "licence":
        return kept_private(_licence(request, found))
    if found.kind == "penalty":
        return kept_private(_penalty(request, found))
    return kept_private(_in_words(request, found))


@require_safe
def receipt(request: HttpRequest, number: str) -> HttpResponse:
    """Show the receipt of an application, to be printed or kept."""
    found = _licence_or_404(request, number)
    case = found.record
    address = _absolute(request, found)
    context = {
        "case": case,
        "facts": receipts.facts_of(case),
        "papers": receipts.papers_received(case),
        "columns": _paper_columns(),
        "next": list(tracking.next_steps(case)),
        "address": address,
        "has_drawn": applying.has_drawn(applying.application_of(case)),
        "way": f"?t={found.token}",
    }
    return kept_private(render(request, "portal/track_receipt.html", context))


@require_safe
def receipt_pdf(request: HttpRequest, number: str) -> HttpResponse:
    """Hand out the receipt of an application as a PDF."""
    found = _licence_or_404(request, number)
    content = receipts.pdf_of(found.record, _absolute(request, found))
    return kept_private(file_answer(f"{number}.pdf", "application/pdf", content))


@require_safe
def signature(request: HttpRequest, number: str) -> HttpResponse:
    """Show who applied the signature that was drawn under the application."""
    found = _licence_or_404(request, number)
    picture = applying.drawn_signature(found.record)
    if not picture:
        raise Http404
    return kept_private(file_answer(f"{number}.png", "image/png", picture))


@require_http_methods(["GET", "POST"])
def supplement(request: HttpRequest, number: str) -> HttpResponse:
    """Take in what the one-time notice asks for, file by file, and hand it in."""
    found = _licence_or_404(request, number)
    case, today, refusals = found.record, office_day(), {}
    refusal = policies.why_not_supply(case)
    draft = ApplicationDraft.objects.filter(case=case, is_supplement=True).first()
    here = f"{reverse('portal:track-supplement', args=[number])}?t={found.token}"
    if request.method == "POST" and refusal is None:
        draft = drafts.supplement_of(case, today=today)
        refusals = take_in(request, draft, papers_to_supply(case, draft))
        if not refusals and "on" not in request.POST:
            return redirect(here)
        if not refusals:
            try:
                services.supply(case_id=case.pk, agency=case.agency, today=today)
            except Refused as refused:
                refusal = refused
            else:
                messages.success(request, _("What you added has been handed in."))
                return redirect(f"{reverse('portal:tracked', args=[number])}?t={found.token}")
    context = {
        "case": case,
        "papers": papers_to_supply(case, draft, refusals),
        "refusal": refusal,
        "accepted": ACCEPTED,
        "most": applying.MOST_BYTES,
        "way": f"?t={found.token}",
    }
    posted = request.method == "POST"
    status = 422 if refusals else refusal.status if refusal and posted else 200
    return kept_private(render(request, "portal/track_supplement.html", context, status=status))


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, number: str) -> HttpResponse:
    """Withdraw one's own application, after asking once more."""
    found = _licence_or_404(request, number)
    case = found.record
    form = WithdrawForm(request.POST or None)
    refusal = policies.why_not_withdraw_oneself(case)
    if form.is_valid() and refusal is None:
        try:
            services.withdraw_oneself(case_id=case.pk, agency=case.agency, today=office_day())
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, _("Your application has been withdrawn."))
            return redirect(f"{reverse('portal:tracked', args=[number])}?t={found.token}")
    context = {"case": case, "form": form, "refusal": refusal, "way": f"?t={found.token}"}
    posted = request.method == "POST"
    status = refusal.status if refusal and posted else 422 if posted else 200
    return kept_private(render(request, "portal/track_withdraw.html", context, status=status))


def _told_both(request: HttpRequest, agency: Agency, form: TrackForm) -> Followed | None:
    """Return the case that is asked for; guessing is slowed down, and every failure says one."""
    number, now = form.cleaned_data["number"].strip().upper(), timezone.now()
    name, address = f"track {number}", str(request.META.get("REMOTE_ADDR", ""))
    if until := heard_again_at(name, address, now=now):
        told = _("Too many wrong codes were typed. Try again after %(time)s.")
        form.add_error(None, told % {"time": time_format(timezone.localtime(until), "H:i:s")})
        return None
    found = tracking.followed(agency, **form.cleaned_data)
    if found is None:
        note_failure(name, address, now=now)
        form.add_error(
            None,
            _("No case has this number and this query code. Compare both with the receipt or "
              "the notice; if it is lost, the office that gave it tells you."),
        )  # fmt: skip
        return None
    forget_failures(name, address)
    return found


def _open(request: HttpRequest, number: str) -> Followed | None:
    """Return the case whose page the address or the session opens."""
    token = request.GET.get("t") or request.session.get(OPENED, {}).get(number, "")
    return tracking.followed_by_token(agency_or_404(request), number, token) if token else None


def _licence_or_404(request: HttpRequest, number: str) -> Followed:
    found = _open(request, number)
    if found is None or not isinstance(found.record, LicenceCase):
        raise Missing(
            _("This page opens with the number and the query code of a case."),
            remedy=_("Type both on the page “Follow a case”."),
        )
    return found


def _absolute(request: HttpRequest, found: Followed) -> str:
    page = reverse("portal:tracked", args=[found.record.number])
    return request.build_absolute_uri(f"{page}?t={found.token}")


def _licence(request: HttpRequest, found: Followed) -> HttpResponse:
    case: LicenceCase = found.record
    application = applying.application_of(case)
    flow = flowing.licence_shown(case)
    context = {
        "case": case,
        "state": tracking.state_of(case, on=office_day()),
        "word": tracking.word_of(case),
        "sentence": tracking.sentence_of(case),
        "pause": tracking.pause_of(case),
        "clocks": tracking.clocks_of(case),
        "used": tracking.used_days(case),
        "facts": receipts.facts_of(case),
        "joint": tracking.joint_of(case),
        "has_drawn": applying.has_drawn(application),
        "materials": _papers(case),
        "columns": [
            pgettext("application", "Paper"),
            pgettext("application", "How it stands"),
            pgettext("application", "Handed in"),
        ],
        "letters": links_for_applicant(case),
        "flow": flow,
        "steps": flow.steps if flow else [],
        "can_supply": policies.why_not_supply(case) is None,
        "can_withdraw": policies.why_not_withdraw_oneself(case) is None,
        "way": f"?t={found.token}",
    }
    return render(request, "portal/track_licence.html", context)


def _penalty(request: HttpRequest, found: Followed) -> HttpResponse:
    case: PenaltyCase = found.record
    today = office_day()
    flow = flowing.penalty_shown(case)
    context = {
        "case": case,
        "state": party.state_of(case, on=today),
        "word": party.WORDS.get(PenaltyStatus(case.status), ""),
        "sentence": party.sentence_of(case),
        "rights": party.rights_of(case, on=today),
        "payment": party.payment_of(case, on=today),
        "facts": party.facts_of(case),
        "letters": links_for_party(case),
        "flow": flow,
        "steps": flow.steps if flow else [],
        "agency": case.agency,
    }
    return render(request, "portal/track_penalty.html", context)


def _papers(case: LicenceCase) -> list[list[object]]:
    rows: list[list[object]] = []
    for one in applying.materials_of_case(case):
        state, word = tracking.FITS[one.fit]  # type: ignore[index]
        names = [file.name for file in one.files.all()]
        rows.append([one.name, pieces.Cell(word, state=state, note=one.remark), names or None])
    return rows


def _paper_columns() -> list[object]:
    return [
        pgettext("application", "Paper"),
        pgettext("application", "Handed in"),
        pieces.Column(pgettext("application", "On"), short=True),
    ]


def _in_words(request: HttpRequest, found: Followed) -> HttpResponse:
    record = found.record
    is_request = found.kind == "request"
    context = {
        "record": record,
        "kind": _("Request for information") if is_request else _("Complaint or report"),
        "received": record.received_on if is_request else timezone.localdate(record.received_at),
        "clock": tracking.clock_of_request(record) if is_request else None,
    }
    return render(request, "portal/track_words.html", context)
