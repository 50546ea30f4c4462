"""The room as a Django application."""

from django.apps import AppConfig


class FoiConfig(AppConfig):
    """See the room's README."""

    name = "sunlit.foi"
    label = "foi"
