"""The page of events: what an entry of the ledger can say."""

from dataclasses import fields
from importlib import import_module
from importlib.util import find_spec
from itertools import groupby

from django.conf import settings

from sunlit.ledger.events import Event
from sunlit.ledger.wording import event_wording
from tools.reference.saying import both, code, first_sentence, generated, table

INTRO = (
    "Every event that an entry of the ledger can hold, by room. Of an event that is *public*, "
    "strangers may read the fields; of the others only a salted digest."
)


def all_events() -> list[type[Event]]:
    """Return the events of all rooms, by room and name."""
    for room in settings.ROOMS:
        if find_spec(f"sunlit.{room}.events"):
            import_module(f"sunlit.{room}.events")
    found: list[type[Event]] = []
    waiting: list[type[Event]] = [Event]
    while waiting:
        below = waiting.pop().__subclasses__()
        waiting += below
        found += [one for one in below if one.__module__.startswith("sunlit.") and _is_told(one)]
    return sorted(found, key=lambda one: (_room(one), one.__name__))


def page() -> str:
    """Return the page."""
    lines = generated("Events of the ledger", INTRO)
    for room, events in groupby(all_events(), key=_room):
        lines += [f"## {room}", ""]
        heads = ("Event", "Wording", "When", "Fields", "Public")
        lines += table(heads, [_event(event) for event in events])
    return "\n".join(lines).rstrip() + "\n"


def _event(event: type[Event]) -> tuple[str, ...]:
    return (
        code(event.__name__),
        both(event_wording(event.__name__)),
        first_sentence(event),
        ", ".join(f"`{one.name}`: {_type(one.type)}" for one in fields(event)) or "—",
        "yes" if event.is_public else "no",
    )


def _is_told(event: type[Event]) -> bool:
    """Whether an event is one of a room, and not made for a benchmark."""
    return not event.__module__.startswith("sunlit.cli.")


def _room(event: type[Event]) -> str:
    return event.__module__.split(".")[1]


def _type(annotation: object) -> str:
    return annotation.__name__ if type(annotation) is type else str(annotation)
