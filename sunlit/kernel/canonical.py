"""The one way in which a value becomes bytes, so that its digest can be compared for ever."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal


def canonical_json(value: object) -> bytes:
    """UTF-8 JSON with sorted keys and no spaces.

    Dates are written as ISO, moments in UTC, decimals as plain strings. Raises TypeError for
    floats, moments without a zone, keys that are not strings, and every other type.
    """
    plain = _plain(value)
    text = json.dumps(
        plain, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
    )
    return text.encode("utf-8")


def digest(data: bytes) -> str:
    """The SHA-256 of these bytes in lower-case hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _plain(value: object) -> object:
    match value:
        case None | bool() | int():
            return value
        case str() | datetime() | date() | Decimal():
            return _text(value)
        case Mapping():
            return {_key(key): _plain(item) for key, item in value.items()}
        case bytes() | bytearray():
            raise TypeError("bytes have no canonical form here; give their digest")
        case Sequence():
            return [_plain(item) for item in value]
        case _:
            raise TypeError(f"{type(value).__name__} has no canonical form")


def _text(value: str | date | Decimal) -> str:
    match value:
        case datetime():
            return _moment(value)
        case date():
            return value.isoformat()
        case Decimal():
            return _decimal(value)
        case _:
            return str(value)


def _key(key: object) -> str:
    if not isinstance(key, str):
        raise TypeError(f"a key must be a string, not {type(key).__name__}")
    return str(key)


def _moment(value: datetime) -> str:
    if value.utcoffset() is None:
        raise TypeError("a moment without a time zone has no canonical form")
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _decimal(value: Decimal) -> str:
    if not value.is_finite():
        raise TypeError("a decimal that is not a number has no canonical form")
    return format(value, "f")
