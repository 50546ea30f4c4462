"""The addresses that the tests of the design system ask: its pages, and acts that refuse."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import include, path, register_converter
from django.urls.converters import StringConverter

from sunlit.design import specimens, views
from sunlit.kernel import refusals

KINDS = {
    one.code: one
    for one in (
        refusals.Refused,
        refusals.NotPermitted,
        refusals.Missing,
        refusals.WrongMoment,
        refusals.Unacceptable,
    )
}


class KindConverter(StringConverter):
    regex = "|".join(KINDS)


register_converter(KindConverter, "refusal_kind")


def refuse(request: HttpRequest, kind: str) -> HttpResponse:
    example = specimens.refused()
    raise KINDS[kind](example.reason, example.remedy, example.basis)


def fail(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("a fault of our own")


def forbid(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


urlpatterns = [
    path("design/", include("sunlit.design.urls")),
    path("refuse/<refusal_kind:kind>/", refuse),
    path("fail/", fail),
    path("forbid/", forbid),
    path("expired/", views.expired_form),
]

handler403 = "sunlit.design.views.permission_denied"
handler404 = "sunlit.design.views.not_found"
handler500 = "sunlit.design.views.server_error"
