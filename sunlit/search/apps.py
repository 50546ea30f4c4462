"""The search as a Django application: finds what every room lets be found."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class SearchConfig(AppConfig):
    """Finding what is public."""

    name = "sunlit.search"
    label = "search"

    def ready(self) -> None:
        autodiscover_modules("searchable")
