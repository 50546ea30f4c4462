"""The room as a Django application."""

from django.apps import AppConfig


class NormsConfig(AppConfig):
    """See the room's README."""

    name = "sunlit.norms"
    label = "norms"
