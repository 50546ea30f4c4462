"""The room as a Django application."""

from django.apps import AppConfig


class ComplaintsConfig(AppConfig):
    """See the room's README."""

    name = "sunlit.complaints"
    label = "complaints"
