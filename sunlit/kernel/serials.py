"""Codes in a row: the next one after those that a register has."""

import re
from collections.abc import Iterable

_SERIAL = re.compile(r"(?P<stem>.*?)(?P<serial>\d+)", re.DOTALL)


def next_code(known: Iterable[str], *, first: str) -> str:
    """The code after the highest of those that end in a number, in the same form.

    "JC2012-09" is followed by "JC2012-10". `first` is the answer while there is no such code.
    """
    found = [match for code in known if (match := _SERIAL.fullmatch(code))]
    if not found:
        return first
    last = max(found, key=lambda match: int(match["serial"]))
    serial = int(last["serial"]) + 1
    return f"{last['stem']}{serial:0{len(last['serial'])}}"
