"""The room as a Django application."""

from django.apps import AppConfig


class ChannelsConfig(AppConfig):
    """See the room's README."""

    name = "sunlit.channels"
    label = "channels"
