"""Pages of the design system itself: its components, and what is shown when something is wrong."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sunlit.design.faces import html_language
from sunlit.design.markup import from_html, to_html
from sunlit.design.markup.pasted import MOST
from sunlit.design.middleware import asks_for_json, refusal_as_json
from sunlit.design.specimens import specimens
from sunlit.kernel.refusals import Missing, NotPermitted


@require_safe
def components(request: HttpRequest) -> HttpResponse:
    """Show every component, with made-up content."""
    return render(request, "design/components.html", specimens())


@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """Show the desk's shell, with made-up content."""
    return render(request, "design/specimen_desk.html", specimens())


@require_safe
def document(request: HttpRequest) -> HttpResponse:
    """Show an official document, with made-up content."""
    return render(request, "design/specimen_document.html", specimens())


@require_POST
@login_required
def clean_paste(request: HttpRequest) -> HttpResponse:
    """Return what was pasted from Word or WPS as an editor may take it: the text's own HTML."""
    if len(request.body) > MOST:
        return HttpResponse(status=413)
    text = from_html(request.body.decode("utf-8", "replace"))
    return HttpResponse(to_html(text, lambda _name: None), "text/html; charset=utf-8")


def expired_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that a form was open too long, and how to send it again. Django calls it."""
    return render(request, "design/expired_form.html", {"reason": reason}, status=403)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that this page is not for this person."""
    if asks_for_json(request):
        return refusal_as_json(NotPermitted(_("This page is not open to you")))
    return render(request, "design/403.html", {"exception": exception}, status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that there is nothing at this address, and where to look."""
    if asks_for_json(request):
        remedy = _(
            "Perhaps a letter is missing from the address, or the link that you followed is wrong."
        )
        return refusal_as_json(Missing(_("There is nothing at this address"), remedy=remedy))
    return render(request, "design/404.html", {"exception": exception}, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Say that the fault is ours. Asks neither the database nor the settings of the page."""
    page = render_to_string(
        "design/500.html", {"page_language": html_language(), "path": request.path}
    )
    return HttpResponse(page, status=500)
