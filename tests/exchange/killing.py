"""Runs a command and kills it, without warning, at a chosen write: for the tests beside it.

Usage: python -m tests.exchange.killing AT WORDS…   AT 0: do not kill, tell how many writes.
"""

import os
import re
import signal
import sys
from collections.abc import Callable
from typing import Any

import django
from django.db import connection

WRITE = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE)", re.I)


class Killer:
    """Counts the statements that write, and kills this very process at one of them."""

    def __init__(self, at: int) -> None:
        self.at = at
        self.writes = 0

    def __call__(self, execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        if not WRITE.match(sql):
            return execute(sql, *rest)
        self.writes += 1
        done = execute(sql, *rest)
        if self.writes == self.at:
            sys.stdout.write(f"killed after write {self.writes}: {' '.join(sql.split()[:3])}\n")
            sys.stdout.flush()
            os.kill(os.getpid(), signal.SIGKILL)
        return done


def main() -> None:
    """Run `sunlit` with the words given, under the killer."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from sunlit.cli.main import sunlit  # noqa: PLC0415 (the settings must stand first)
    from sunlit.cli.starting import migrate_if_needed  # noqa: PLC0415

    migrate_if_needed()
    killer = Killer(int(sys.argv[1]))
    with connection.execute_wrapper(killer):
        sunlit(sys.argv[2:], standalone_mode=False)
    sys.stdout.write(f"writes: {killer.writes}\n")


if __name__ == "__main__":
    main()
