"""The desk as a Django application: finds the registers of all rooms."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class DeskConfig(AppConfig):
    """The staff's site."""

    name = "sunlit.desk"
    label = "desk"

    def ready(self) -> None:
        autodiscover_modules("registers")
