"""How an entry becomes a leaf: the canonical form over which its hash is taken."""

import hashlib
from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sunlit.kernel.canonical import canonical_json


def payload_digest(payload: Mapping[str, Any], salt: bytes) -> str:
    """Return the salted SHA-256 of a payload, in hex: it commits to the payload and hides it."""
    return hashlib.sha256(salt + canonical_json(dict(payload))).hexdigest()


def canonical_entry(
    *, uuid: UUID, day: date, event: str, about: str, by: str, basis: str, digest: str
) -> bytes:
    """Return the bytes that the leaf hash of one entry is taken over."""
    return canonical_json(
        {
            "about": about,
            "basis": basis,
            "by": by,
            "day": day.isoformat(),
            "event": event,
            "payload": digest,
            "uuid": str(uuid),
        }
    )


def leaf_hash(entry: bytes) -> str:
    """Return the hash of a leaf, in hex: SHA-256 with the leaf prefix of RFC 6962, 2.1."""
    return hashlib.sha256(b"\x00" + entry).hexdigest()
