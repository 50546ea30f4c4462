"""The page of an approval link: an approver decides there without logging in."""

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sunlit.design.handing import file_answer
from sunlit.disclosure import forms, policies, selectors, services
from sunlit.disclosure.enclosed import enclosed_at
from sunlit.disclosure.models import Item
from sunlit.files import store
from sunlit.kernel.refusals import Missing, Refused
from sunlit.organization.selectors import office_day


@require_http_methods(["GET", "POST"])
def sign(request: HttpRequest, token: str) -> HttpResponse:
    """Show what is to be decided, and decide it with the approver's own code."""
    link = selectors.link_by_token(token)
    item = link.review.item if link else None
    if link is None or item is None:
        raise Missing(_("This is no approval link."), remedy=_("Ask for a new link, or log in."))
    by = link.official
    refusal = policies.why_not_use(link, item, now=timezone.now())
    if request.method != "POST" or refusal:
        status = refusal.status if refusal else 200
        return _page(
            request, token, item, forms.SignForm(record=item, by=by), refusal, status=status
        )
    form = forms.SignForm(request.POST, record=item, by=by)
    if not form.is_valid():
        return _page(request, token, item, form, None, status=422)
    try:
        done = services.approve_by_link(token=token, today=office_day(), **form.cleaned_data)
    except Refused as error:
        return _page(request, token, item, form, error, status=error.status)
    return _private(render(request, "desk/signed.html", {"item": done, "review": done.review}))


def _page(
    request: HttpRequest,
    token: str,
    item: Item,
    form: Form,
    refusal: Refused | None,
    *,
    status: int,
) -> HttpResponse:
    review = item.review
    is_open = refusal is None or form.is_bound
    steps = [
        (_("Drafted"), review.drafted_post, review.drafted_on),
        (_("Section agreed"), review.section_reviewed_post, review.section_reviewed_on),
        (_("Reviewed for secrecy"), review.secrecy_reviewed_post, review.secrecy_reviewed_on),
        *((one.title, one.post, one.signed_on) for one in review.countersignatures.all()),
    ]
    text, files = enclosed_at(item, lambda at: reverse("desk:sign_file", args=[token, at]))
    context = {
        "item": item if is_open else None,
        "review": review,
        "facts": [
            (_("Category"), item.category.name),
            (_("Office"), item.office.name),
            (_("Document number"), item.document_number),
            (_("Publication due on"), item.due_on),
            (_("Finding of the secrecy review"), review.get_finding_display()),
            (_("Ground"), review.ground),
        ],
        "columns": [_("Step"), _("Post"), _("Day")],
        "steps": [list(step) for step in steps if step[2]],
        "form": form,
        "text": text,
        "files": files,
        "refusal": refusal,
        "is_open": is_open,
    }
    return _private(render(request, "desk/sign.html", context, status=status))


@require_safe
def file(_request: HttpRequest, token: str, position: int) -> HttpResponse:
    """Hand out a file of the item that is to be decided about, while its link is good."""
    link = selectors.link_by_token(token)
    item = link.review.item if link else None
    if link is None or item is None or policies.why_not_use(link, item, now=timezone.now()):
        raise Missing(_("This is no approval link."), remedy=_("Ask for a new link, or log in."))
    one = get_object_or_404(item.attachments.all(), position=position)
    return _private(file_answer(one.name, one.media_type, store.get(one.digest)))


def _private(answer: HttpResponse) -> HttpResponse:
    """Keep a page out of caches, of search engines, and its address out of other sites' logs."""
    answer["Cache-Control"] = "no-store"
    # Without any referrer a browser would call its own form a stranger's, and it would be refused.
    answer["Referrer-Policy"] = "same-origin"
    answer["X-Robots-Tag"] = "noindex, nofollow"
    return answer
