"""The design system as a Django application."""

from django.apps import AppConfig


class DesignConfig(AppConfig):
    """The design system: page shells, components, error and refusal pages."""

    name = "sunlit.design"
    label = "design"
