"""The intake as a Django application: finds what every room takes in."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class IntakeConfig(AppConfig):
    """How folders of records are read."""

    name = "sunlit.intake"
    label = "intake"

    def ready(self) -> None:
        autodiscover_modules("intake")
