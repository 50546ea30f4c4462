"""The room as a Django application."""

from django.apps import AppConfig


class DisclosureConfig(AppConfig):
    """See the room's README."""

    name = "sunlit.disclosure"
    label = "disclosure"
