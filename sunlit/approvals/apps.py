"""The room as a Django application."""

from django.apps import AppConfig


class ApprovalsConfig(AppConfig):
    """See the room's README."""

    name = "sunlit.approvals"
    label = "approvals"
