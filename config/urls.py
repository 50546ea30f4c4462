"""All addresses: the desk's, the public site's, Django's language switch none."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
