"""The measures as a Django application: finds those that every room declares."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class MeasuresConfig(AppConfig):
    """What a figure is."""

    name = "sunlit.measures"
    label = "measures"

    def ready(self) -> None:
        autodiscover_modules("measures")
        autodiscover_modules("pictures")
