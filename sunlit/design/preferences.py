"""How the reader wishes to read: the language and the size of the letters."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

ELDER_COOKIE = "sunlit_elder"
A_YEAR = 365 * 24 * 60 * 60


def language_of(request: HttpRequest) -> str:
    """Return the language asked for in the address, else remembered, else the office's own.

    The browser's own list of languages is not asked: an address shows everybody the same page.
    """
    known = dict(settings.LANGUAGES)
    for wish in (request.GET.get("lang"), request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)):
        if wish in known:
            return str(wish)
    return str(settings.LANGUAGE_CODE)


def elder_of(request: HttpRequest) -> bool:
    """Say whether the page is to be large and simple."""
    return request.GET.get("elder", request.COOKIES.get(ELDER_COOKIE)) == "1"


def remember(request: HttpRequest, response: HttpResponse) -> None:
    """Keep in cookies what the address asked for."""
    if request.GET.get("lang") in dict(settings.LANGUAGES):
        _keep(response, settings.LANGUAGE_COOKIE_NAME, language_of(request))
    if request.GET.get("elder") in ("0", "1"):
        _keep(response, ELDER_COOKIE, "1" if elder_of(request) else "0")


def _keep(response: HttpResponse, name: str, value: str) -> None:
    response.set_cookie(
        name,
        value,
        max_age=A_YEAR,
        secure=bool(settings.SESSION_COOKIE_SECURE),
        httponly=True,
        samesite="Lax",
    )
