"""The room as a Django application."""

from django.apps import AppConfig


class PowersConfig(AppConfig):
    """See the room's README."""

    name = "sunlit.powers"
    label = "powers"
