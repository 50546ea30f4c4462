"""The command `sunlit`: finds its commands, starts the installation, tells refusals."""

import importlib
import os
import sys
from typing import Any

import click
import django

# Each command and the module that holds it, loaded only when it is asked for.
COMMANDS = {
    "calendar": "sunlit.cli.calendars",
    "bench": "sunlit.cli.bench",
    "claims": "sunlit.cli.claims",
    "createadmin": "sunlit.cli.createadmin",
    "deadline": "sunlit.cli.deadline",
    "demo": "sunlit.cli.demo",
    "demo-matters": "sunlit.cli.demo_matters",
    "demo-staff": "sunlit.cli.demo_staff",
    "flow": "sunlit.cli.flow",
    "load": "sunlit.cli.load",
    "log": "sunlit.cli.log",
    "migrate": "sunlit.cli.migrate",
    "publicity": "sunlit.cli.publicity",
    "report": "sunlit.cli.report",
    "screen": "sunlit.cli.screen",
    "serve": "sunlit.cli.serve",
    "worker": "sunlit.cli.worker",
}

# The demo starts the other commands; it has no installation of its own.
STARTS_OTHERS = {"demo"}


class CommandsOnDemand(click.Group):
    """A group whose commands are modules with a `command`, loaded when they are called."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        if cmd_name not in STARTS_OTHERS:
            os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
            django.setup()
        command: click.Command = importlib.import_module(COMMANDS[cmd_name]).command
        return command


@click.group(cls=CommandsOnDemand, context_settings={"help_option_names": ["-h", "--help"]})
def sunlit() -> None:
    """Sunlit (阳光公开): a public agency governs in the open."""


def main(*args: Any) -> None:
    """Run `sunlit` and leave with its exit code."""
    try:
        sunlit(*args, prog_name="sunlit")
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(1) from None


if __name__ == "__main__":
    main()
