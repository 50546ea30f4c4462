"""All addresses: the desk's first, then the live page of components, then the public site's."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("desk/", include("sunlit.desk.urls")),
    path("design/", include("sunlit.design.urls")),
    path("", include("sunlit.portal.urls")),
]

handler403 = "sunlit.design.views.permission_denied"
handler404 = "sunlit.design.views.not_found"
handler500 = "sunlit.design.views.server_error"
