"""The room as a Django application."""

from django.apps import AppConfig


class DossiersConfig(AppConfig):
    """See the room's README."""

    name = "sunlit.dossiers"
    label = "dossiers"
