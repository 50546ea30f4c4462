"""How a root of the tree that was noted earlier is given: as words, or as a file."""

import base64
import binascii
import json
from pathlib import Path
from typing import Any

import click
from django.utils.translation import gettext as _

from sunlit.kernel.merkle import HASH_SIZE
from sunlit.kernel.refusals import Unacceptable
from sunlit.ledger.verification import Noted

LONGEST = 64 * 1024  # a note is a few lines


class Root(click.ParamType[bytes]):
    """A hash, as hexadecimal digits."""

    name = "hex"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> bytes:
        if isinstance(value, bytes):
            return value
        try:
            root = bytes.fromhex(value)
        except ValueError:
            root = b""
        if len(root) != HASH_SIZE:
            reason = _("%(value)s is no root; write its 64 hexadecimal digits.")
            self.fail(reason % {"value": value}, param, ctx)
        return root


def read_noted(path: Path) -> Noted:
    """Return the size and the root that a file notes. Raises Unacceptable if it does not.

    It is the JSON of `sunlit log root --json`, or a checkpoint of C2SP tlog-checkpoint: the
    origin, the size, the root in base64, each in a line.
    """
    try:
        with path.open(encoding="utf-8") as file:
            said = file.read(LONGEST)
        size, root = _from_json(said) if said.lstrip().startswith("{") else _from_lines(said)
    except (ValueError, KeyError, TypeError, IndexError):
        size, root = -1, b""
    if size < 0 or len(root) != HASH_SIZE:
        raise Unacceptable(
            _("%(path)s notes no size and root.") % {"path": path},
            remedy=_("Give a file made by: sunlit log root --json."),
        )
    return Noted(size, root)


def _from_json(said: str) -> tuple[int, bytes]:
    note = json.loads(said)
    return int(note["size"]), bytes.fromhex(note["root"])


def _from_lines(said: str) -> tuple[int, bytes]:
    lines = said.splitlines()
    try:
        return int(lines[1]), base64.b64decode(lines[2], validate=True)
    except binascii.Error:
        return -1, b""
