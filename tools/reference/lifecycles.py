"""The page of lifecycles: which status may follow which, by which article, drawn as a diagram."""

from collections.abc import Iterator, Mapping
from enum import Enum
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.conf import settings
from django.db.models import TextChoices

from tools.reference.saying import NOW, THEN, article, both, code, first_sentence, generated, table

INTRO = (
    "Which status may follow which, by room. No other step is possible, and each rests on an "
    "article: today's, and below it that of 2012."
)

Transitions = Mapping[tuple[TextChoices, TextChoices], str]


def page() -> str:
    """Return the page."""
    lines = generated("Lifecycles", INTRO)
    for room in sorted(settings.ROOMS):
        if find_spec(f"sunlit.{room}.lifecycle"):
            lines += _room(room)
    return "\n".join(lines).rstrip() + "\n"


def _room(room: str) -> list[str]:
    module = import_module(f"sunlit.{room}.lifecycle")
    lines = [f"## {room}", "", first_sentence(module), ""]
    for name, transitions in _tables(vars(module)):
        lines += [f"### `{name}`", "", *_diagram(transitions)]
        lines += table(
            ("Status", "Wording"), [(code(one), both(one.label)) for one in _all(transitions)]
        )
        lines += table(("From", "To", "Article now; in 2012"), _arrows(transitions))
    return lines


def _tables(names: Mapping[str, Any]) -> Iterator[tuple[str, Transitions]]:
    """Yield each table of transitions of a module, by its name."""
    for name, value in names.items():
        if name.endswith("TRANSITIONS") and isinstance(value, Mapping):
            yield name, value


def _all(transitions: Transitions) -> list[TextChoices]:
    """Return every status of the kinds that a table speaks of, in their order."""
    kinds = dict.fromkeys(type(one) for arrow in transitions for one in arrow)
    return [one for kind in kinds for one in kind]


def _arrows(transitions: Transitions) -> Iterator[tuple[str, ...]]:
    for (first, then), basis in transitions.items():
        now, before = article(basis, on=NOW), article(basis, on=THEN)
        yield code(first), code(then), now if now == before else f"{now}<br>{before}"


def _diagram(transitions: Transitions) -> list[str]:
    """Return the table as a Mermaid diagram."""
    targets = {then for _first, then in transitions}
    sources = {first for first, _then in transitions}
    met = [one for one in _all(transitions) if one in targets | sources]
    begins = [one for one in met if one not in targets] or met[:1]
    return [
        "```mermaid",
        "stateDiagram-v2",
        *(f'    state "{both(one.label)}" as {_id(one)}' for one in met),
        *(f"    [*] --> {_id(one)}" for one in begins),
        *(f"    {_id(first)} --> {_id(then)}" for first, then in transitions),
        *(f"    {_id(one)} --> [*]" for one in met if one not in sources),
        "```",
        "",
    ]


def _id(status: Enum) -> str:
    return status.name.lower()
