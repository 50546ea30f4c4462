"""The language of the page, and refusals turned into pages, fragments or JSON."""

from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import patch_vary_headers

from sunlit.design import preferences
from sunlit.design.faces import html_language, said
from sunlit.kernel.refusals import Refused

GetResponse = Callable[[HttpRequest], HttpResponse]

ZERO = "\x00"


class ZeroByteMiddleware:
    """No address and no question holds a zero byte: databases differ in what they do with one."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Leave zero bytes out of what is asked; an address with one leads nowhere."""
        if ZERO in request.path:
            raise Http404
        if any(ZERO in value for values in request.GET.lists() for value in values[1]):
            asked = request.GET.copy()
            for name, values in request.GET.lists():
                asked.setlist(name, [value.replace(ZERO, "") for value in values])
            request.GET = asked  # type: ignore[assignment]
        return self.get_response(request)


class LanguageMiddleware:
    """Each page is in one language: the one that its reader chose, else the office's own."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in the language of the request, and say which it is."""
        language = preferences.language_of(request)
        request.LANGUAGE_CODE = language
        with translation.override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", html_language(language))
        patch_vary_headers(response, ["Cookie"])
        preferences.remember(request, response)
        return response


class RefusalMiddleware:
    """A refusal of the office is an answer, not a fault: it is shown with its article."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Turn a refusal into an answer; leave every other error to be a fault."""
        if not isinstance(error, Refused):
            return None
        if asks_for_json(request):
            return refusal_as_json(error)
        fragment = request.headers.get("HX-Request") == "true"
        template = "design/parts/refusal.html" if fragment else "design/refusal.html"
        return render(request, template, {"refused": error}, status=error.status)


def asks_for_json(request: HttpRequest) -> bool:
    """Say whether whoever asks would rather have JSON than a page."""
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"


def refusal_as_json(refused: Refused) -> JsonResponse:
    """Answer with a refusal as plain values, in the language of the request."""
    language = translation.get_language() or settings.LANGUAGE_CODE
    plain = {
        "code": refused.code,
        "reason": said(refused.reason, language),
        "remedy": said(refused.remedy, language),
        "basis": said(refused.basis, language),
    }
    return JsonResponse({"refused": plain}, status=refused.status)
