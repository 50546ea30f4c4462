"""Every environment variable that an installation may set, declared once with its help text."""

import contextlib
import os
import secrets
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Generic, NoReturn, TypeVar

T = TypeVar("T")

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Variable(Generic[T]):
    """One variable: its name, how its text is read, its default, and what it is for."""

    name: str
    read: Callable[[str], T]
    default: T
    help: str

    def value(self) -> T:
        """Return the value set in the environment, or the default; stop the start if unreadable."""
        text = os.environ.get(self.name, "")
        if not text:
            return self.default
        try:
            return self.read(text)
        except ValueError as error:
            _stop(
                f"The environment variable {self.name} cannot be read: {text!r}.\n"
                f"{self.help}\n{error}\nSet it right, or leave it out for the default "
                f"({self.default!r}), and start again."
            )


def _stop(paragraph: str) -> NoReturn:
    sys.stderr.write(paragraph + "\n")
    raise SystemExit(2)


def _yes_no(text: str) -> bool:
    answers = {"1": True, "yes": True, "true": True, "0": False, "no": False, "false": False}
    if text.lower() not in answers:
        raise ValueError("Write yes or no.")
    return answers[text.lower()]


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _language(text: str) -> str:
    if text not in ("zh-hans", "en"):
        raise ValueError("Write zh-hans or en.")
    return text


def _address(text: str) -> str:
    if not text.startswith(("postgresql://", "postgres://", "sqlite:///")):
        raise ValueError("Write postgresql://USER:PASSWORD@HOST:PORT/NAME or sqlite:///PATH.")
    return text


DATA = Variable(
    "SUNLIT_DATA", Path, Path("var"), "The folder that holds everything of one installation."
)
DATABASE = Variable(
    "DATABASE_URL", _address, "", "Where the database is, if not in SUNLIT_DATA as SQLite."
)
HOSTS: Variable[tuple[str, ...]] = Variable(
    "SUNLIT_HOSTS",
    _listed,
    ("localhost", "127.0.0.1", "[::1]"),
    "The host names under which the site answers, separated by commas.",
)
SECURE = Variable(
    "SUNLIT_SECURE",
    _yes_no,
    default=False,
    help="Whether the site is reached by HTTPS only (yes or no).",
)
LANGUAGE = Variable(
    "SUNLIT_LANGUAGE", _language, "zh-hans", "The language shown first: zh-hans or en."
)
TODAY: Variable[date | None] = Variable(
    "SUNLIT_TODAY",
    date.fromisoformat,
    None,
    "The day as of which the whole installation runs, YYYY-MM-DD; for demonstrations.",
)
AGENCY = Variable(
    "SUNLIT_AGENCY", str, "", "The code of the agency whose public site this is; else the first."
)
DEBUG = Variable(
    "SUNLIT_DEBUG", _yes_no, default=False, help="Whether faults are shown in full; never in use."
)

VARIABLES: tuple[Variable[Any], ...] = (
    DATA,
    DATABASE,
    HOSTS,
    SECURE,
    LANGUAGE,
    TODAY,
    AGENCY,
    DEBUG,
)


def data_folder() -> Path:
    """Return the folder of this installation, made if it was not there."""
    folder = DATA.value().expanduser().resolve()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def secret_key(folder: Path) -> str:
    """Return the installation's secret, made at the first start and kept in its folder."""
    path = folder / "secret_key"
    if not path.exists():
        draft = folder / f"secret_key.{os.getpid()}"
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(50), encoding="ascii")
        with contextlib.suppress(FileExistsError):
            os.link(draft, path)  # the first of several starting processes wins
        draft.unlink()
    return path.read_text(encoding="ascii")
