"""What an agency has set for itself is asked of the database once for a request or a bulk act."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

T = TypeVar("T")

_Asked = dict[tuple[Callable[[int], Any], int], Any]
_asked: ContextVar[_Asked | None] = ContextVar("settings_asked", default=None)


@contextmanager
def settings_read_once() -> Iterator[None]:
    """Ask for each thing that an agency has set at most once meanwhile."""
    token = _asked.set({})
    try:
        yield
    finally:
        _asked.reset(token)


def forget_settings_read() -> None:
    """Let the database be asked anew, as an act has changed what it would answer."""
    if (asked := _asked.get()) is not None:
        asked.clear()


def once(read: Callable[[int], T], agency_id: int) -> T:
    """Return what `read` says of an agency; the database is asked once where that is wanted."""
    asked = _asked.get()
    if asked is None:
        return read(agency_id)
    if (read, agency_id) not in asked:
        asked[read, agency_id] = read(agency_id)
    answer: T = asked[read, agency_id]
    return answer
