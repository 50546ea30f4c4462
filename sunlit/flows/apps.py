"""The room as a Django application."""

from django.apps import AppConfig


class FlowsConfig(AppConfig):
    """See the room's README."""

    name = "sunlit.flows"
    label = "flows"
