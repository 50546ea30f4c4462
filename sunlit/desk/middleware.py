"""Whoever got a first password from another chooses their own before anything else."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from sunlit.organization.models import Official

DESK = "/desk/"


class FirstPasswordMiddleware:
    """The desk opens when the first password has been changed; the public site is always open."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Lead to the page on which the password is changed."""
        if not request.path.startswith(DESK):
            return self.get_response(request)
        open_to_all = (reverse("desk:password"), reverse("desk:logout"), reverse("desk:login"))
        by = request.user
        if isinstance(by, Official) and by.must_change_password and request.path not in open_to_all:
            return redirect("desk:password")
        return self.get_response(request)
