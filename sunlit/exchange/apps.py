"""The room as a Django application."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """See the room's README."""

    name = "sunlit.exchange"
    label = "exchange"
