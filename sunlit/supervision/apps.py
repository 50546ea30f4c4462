"""The room as a Django application."""

from django.apps import AppConfig


class SupervisionConfig(AppConfig):
    """See the room's README."""

    name = "sunlit.supervision"
    label = "supervision"
