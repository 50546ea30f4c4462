"""What an agency has set for itself is read once for each request."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from sunlit.organization.selectors.once import settings_read_once


class SettingsReadOnceMiddleware:
    """Each request sees what is set as it is when it begins, whichever process changed it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, asking for what an agency has set at most once."""
        with settings_read_once():
            return self.get_response(request)
