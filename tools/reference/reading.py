"""What a function of the program names, directly or through the functions of its own room."""

import functools
import types
from collections.abc import Callable, Iterator
from typing import Any

from sunlit.ledger.events import Event
from sunlit.organization.models import Role

ROLE_NAMES = {role.name: role for role in Role}


def roles_named(function: Callable[..., Any]) -> list[Role]:
    """Return the roles that a policy asks for, in the order of the roles."""
    named: set[Role] = set()
    for one in _reached(function):
        names = set(_names(one.__code__))
        if "Role" in names:
            named |= {role for name, role in ROLE_NAMES.items() if name in names}
        for value in _values(one):
            if isinstance(value, tuple | frozenset | set | list):
                named |= {part for part in value if isinstance(part, Role)}
    return [role for role in Role if role in named]


def events_named(function: Callable[..., Any]) -> list[str]:
    """Return the names of the events that an act enters into the ledger."""
    return sorted(
        {
            value.__name__
            for one in _reached(function)
            for value in _values(one)
            if isinstance(value, type) and issubclass(value, Event) and value is not Event
        }
    )


def _reached(function: Callable[..., Any]) -> Iterator[types.FunctionType]:
    """Yield a function and all functions of Sunlit's rooms that it names, each once."""
    waiting: list[object] = [function]
    seen: set[types.FunctionType] = set()
    while waiting:
        one = waiting.pop()
        while isinstance(one, functools.partial):
            waiting += list(one.args) + list(one.keywords.values())
            one = one.func
        one = getattr(one, "__wrapped__", one)
        if not isinstance(one, types.FunctionType) or one in seen:
            continue
        if not one.__module__.startswith("sunlit."):
            continue
        seen.add(one)
        yield one
        waiting += [value for value in _values(one) if callable(value)]


def _values(function: types.FunctionType) -> Iterator[object]:
    """Yield what the names in a function stand for: in its module, its closure, other modules."""
    names = _names(function.__code__)
    for cell in function.__closure__ or ():
        yield cell.cell_contents
    for name in names:
        value = function.__globals__.get(name)
        if isinstance(value, types.ModuleType):
            yield from (vars(value)[part] for part in names if part in vars(value))
        elif value is not None:
            yield getattr(value, "__wrapped__", value)


def _names(written: types.CodeType) -> list[str]:
    """Return the names in a function and in those written inside it, in order."""
    inner = [part for part in written.co_consts if isinstance(part, types.CodeType)]
    names = [*written.co_names, *(name for part in inner for name in _names(part))]
    return list(dict.fromkeys(names))
