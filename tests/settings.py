"""Settings of the test runs: the real ones, in a folder of their own, made quick and strict."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from config import env
from tests.strictness import UndefinedVariable

# What the developer's own installation is set to must not reach the tests, apart from where
# the database server is.
for _variable in env.VARIABLES:
    if _variable is not env.DATABASE:
        os.environ.pop(_variable.name, None)

_folder = Path(tempfile.mkdtemp(prefix="sunlit-tests-"))
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
os.environ[env.DATA.name] = str(_folder)
(_folder / "static").mkdir()  # or the server of static files warns that it is not there

from config.settings import *  # noqa: E402, F403
from config.settings import DATABASES, TEMPLATES  # noqa: E402

_database: dict[str, Any] = DATABASES["default"]
if _database["ENGINE"].endswith("sqlite3"):
    # A file, as in use: each thread has its own connection, and waits for the others' locks.
    _database["TEST"] = {"NAME": _folder / "test.sqlite3"}
    _database["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"
else:
    _database["CONN_MAX_AGE"] = 0

_options: dict[str, Any] = TEMPLATES[0]["OPTIONS"]  # type: ignore[assignment]
_options["string_if_invalid"] = UndefinedVariable("%s")

# Argon2 is slow on purpose.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
