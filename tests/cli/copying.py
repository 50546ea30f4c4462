"""`sunlit bench` on a copy of a migrated database: what it measures is the same."""

import functools
from typing import Any

from django.db.backends.sqlite3.creation import DatabaseCreation

from sunlit.cli.main import main
from tests import migrated

applied = DatabaseCreation.create_test_db


@functools.wraps(applied)
def copied(self: DatabaseCreation, **options: Any) -> str:
    """Lay the copy where the database is to be, and take it as it is."""
    migrated.copy_to(str(self.connection.settings_dict["TEST"]["NAME"]))
    name: str = applied(self, **options | {"keepdb": True})
    return name


if __name__ == "__main__":
    DatabaseCreation.create_test_db = copied
    main()
