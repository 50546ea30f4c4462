"""The room as a Django application."""

from django.apps import AppConfig


class PlanningConfig(AppConfig):
    """See the room's README."""

    name = "sunlit.planning"
    label = "planning"
