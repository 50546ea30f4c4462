"""The command line as a Django application, so that its translations are found."""

from django.apps import AppConfig


class CliConfig(AppConfig):
    """See the room's README."""

    name = "sunlit.cli"
    label = "cli"
