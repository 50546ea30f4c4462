"""The room as a Django application."""

from django.apps import AppConfig


class RemediesConfig(AppConfig):
    """See the room's README."""

    name = "sunlit.remedies"
    label = "remedies"
