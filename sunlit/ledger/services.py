"""Writing to the ledger: one entry for each official act, in the act's own transaction."""

import secrets
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import connection, models

from sunlit.kernel.citations import Citation
from sunlit.ledger import rules
from sunlit.ledger.events import Event, Proof
from sunlit.ledger.models import Entry, Waiting

BATCH = 500


@dataclass(frozen=True, kw_only=True)
class Act:
    """One official act, ready to be written down."""

    event: Event
    about: models.Model
    by: AbstractBaseUser
    day: date
    basis: Citation
    proof: Proof | None = None


class NotInAnAct(RuntimeError):
    """An entry was about to be written outside a transaction: a mistake in the code."""


def record(
    event: Event, *, about: models.Model, by: AbstractBaseUser, day: date, basis: Citation
) -> Entry:
    """Write down one official act. Must be called inside the act's transaction."""
    return record_many([Act(event=event, about=about, by=by, day=day, basis=basis)])[0]


def record_many(acts: Iterable[Act]) -> Sequence[Entry]:
    """Write down the official acts that one bulk act proves, in their order."""
    if not connection.in_atomic_block:
        raise NotInAnAct
    entries = Entry.objects.bulk_create([_entry(act) for act in acts], batch_size=BATCH)
    Waiting.objects.bulk_create([Waiting(entry=entry) for entry in entries], batch_size=BATCH)
    return entries


def _entry(act: Act) -> Entry:
    payload: dict[str, Any] = act.event.payload()
    if act.proof is not None:
        payload["loaded_from"] = act.proof.payload()
    salt = secrets.token_bytes(16)
    entry = Entry(
        uuid=uuid.uuid4(),
        day=act.day,
        event=type(act.event).__name__,
        about_kind=act.about._meta.label_lower,
        about_id=act.about.pk,
        by_id=act.by.pk,
        basis=act.basis.key,
        payload=payload,
        is_public=act.event.is_public,
        salt=salt,
    )
    entry.leaf_hash = rules.leaf_hash(
        rules.canonical_entry(
            uuid=entry.uuid,
            day=entry.day,
            event=entry.event,
            about=entry.about,
            by=act.by.get_username(),
            basis=entry.basis,
            digest=rules.payload_digest(payload, salt),
        )
    )
    return entry
