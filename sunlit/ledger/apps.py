"""The ledger as a Django application: finds the reactions of all rooms."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class LedgerConfig(AppConfig):
    """The ledger."""

    name = "sunlit.ledger"
    label = "ledger"

    def ready(self) -> None:
        autodiscover_modules("reactions")
