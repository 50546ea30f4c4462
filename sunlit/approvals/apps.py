"""The room as a Django application."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class ApprovalsConfig(AppConfig):
    """See the room's README."""

    name = "sunlit.approvals"
    label = "approvals"

    def ready(self) -> None:
        """Find who knows for which days a penalty was contested."""
        autodiscover_modules("contests")
