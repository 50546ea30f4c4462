"""The organization as a Django application."""

from django.apps import AppConfig


class OrganizationConfig(AppConfig):
    """The agency and its people."""

    name = "sunlit.organization"
    label = "organization"
