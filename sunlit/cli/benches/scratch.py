"""A database for one benchmark: empty, of the installation's kind, thrown away afterwards."""

import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import DatabaseError, connection
from django.utils.translation import gettext as _

from sunlit.kernel.refusals import Unacceptable


@contextmanager
def scratch_database() -> Iterator[str]:
    """Let the connection lead to an empty database of the same kind; give the kind's name.

    The installation's own is neither read nor written.
    """
    own = str(connection.settings_dict["NAME"])
    sqlite = connection.vendor == "sqlite"
    with tempfile.TemporaryDirectory(prefix="sunlit-bench-") as folder:
        name = Path(folder) / "bench.sqlite3" if sqlite else f"sunlit_bench_{secrets.token_hex(4)}"
        connection.settings_dict["TEST"]["NAME"] = str(name)
        try:
            connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        except (DatabaseError, SystemExit):
            raise Unacceptable(
                _("No database can be made for the benchmark."),
                remedy=_("Let the database's user create databases, or run it on SQLite."),
            ) from None
        try:
            yield connection.vendor
        finally:
            connection.creation.destroy_test_db(own, verbosity=0)


def version() -> str:
    """Return the database's version."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT sqlite_version()" if connection.vendor == "sqlite" else "SHOW server_version"
        )
        return str(cursor.fetchone()[0])
