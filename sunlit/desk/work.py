"""What waits in the agency, how urgent it is, and whose turn it is: read from every register."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Any

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.design.clocks import clock_state
from sunlit.design.registers import OVERSEERS, Label, Register, Waiting, registers_open_to
from sunlit.ledger.models import Entry
from sunlit.organization.events import OfficialAppointed
from sunlit.organization.models import Agency, Office, Official, OfficialRole
from sunlit.organization.rules.warning import Near
from sunlit.organization.selectors.limits import warned_from

CLOSE_DAYS = 2
WEEK_DAYS = 7
USED_LATELY_DAYS = 90
CHUNK = 900  # below the number of variables that SQLite takes in one query


class Urgency(Enum):
    """How soon something must be done; the groups of the first page, in their order."""

    LATE = "late"
    AT_RISK = "at_risk"
    THIS_WEEK = "this_week"
    LATER = "later"
    PAUSED = "paused"
    NO_LIMIT = "no_limit"


WORDS: dict[Urgency, Label] = {
    Urgency.LATE: pgettext_lazy("urgency", "Late"),
    Urgency.AT_RISK: pgettext_lazy("urgency", "At risk"),
    Urgency.THIS_WEEK: pgettext_lazy("urgency", "Due within a week"),
    Urgency.LATER: pgettext_lazy("urgency", "Later"),
    Urgency.PAUSED: pgettext_lazy("urgency", "Paused"),
    Urgency.NO_LIMIT: pgettext_lazy("urgency", "No limit"),
}
STATES: dict[Urgency, str] = {
    Urgency.LATE: "late",
    Urgency.AT_RISK: "at_risk",
    Urgency.THIS_WEEK: "in_time",
    Urgency.LATER: "in_time",
    Urgency.PAUSED: "paused",
    Urgency.NO_LIMIT: "neutral",
}
"""How each is marked."""
WHOSE: dict[str, Label] = {
    "mine": _("waits for me"),
    "office": _("of my office"),
    "nobody": _("nobody can do it"),
}


@dataclass(frozen=True, kw_only=True)
class Matter:
    """Something that waits, in its register."""

    register: Register
    waiting: Waiting
    urgency: Urgency

    @property
    def record(self) -> Any:
        """The record that waits."""
        return self.waiting.record

    @property
    def keys(self) -> list[tuple[str, int]]:
        """The record, and those whose acts belong to its story, as the ledger names them."""
        others = self.register.others(self.record) if self.register.others else ()
        return [(one._meta.label_lower, one.pk) for one in (self.record, *others)]


def urgency_of(waiting: Waiting, on: date, near: Near | None = None) -> Urgency:
    """Say how soon something must be done; `near`: when the agency is warned."""
    clock, due_on = waiting.clock, waiting.due_on
    if clock is not None and clock.paused:
        return Urgency.PAUSED
    if due_on is None:
        return Urgency.NO_LIMIT
    if due_on < on:
        return Urgency.LATE
    at_risk = clock is not None and clock_state(clock, on, near) == "at_risk"
    if at_risk or due_on <= on + timedelta(days=CLOSE_DAYS):
        return Urgency.AT_RISK
    soon = due_on <= on + timedelta(days=WEEK_DAYS)
    return Urgency.THIS_WEEK if soon else Urgency.LATER


def matters(by: Official, on: date) -> list[Matter]:
    """Return all that waits and that an official may see, the most urgent first."""
    found: list[Matter] = []
    near = warned_from(by.agency_id, on=on)
    for register in registers_open_to(by):
        if register.waiting is None:
            continue
        waiting = list(register.waiting(by.agency, on))
        seen = _seen(register, by, [one.record.pk for one in waiting])
        found += [
            Matter(register=register, waiting=one, urgency=urgency_of(one, on, near))
            for one in waiting
            if one.record.pk in seen
        ]
    return sorted(found, key=_order)


def _seen(register: Register, by: Official, keys: Sequence[int]) -> set[int]:
    """Return which of some records the official may see: all of them, for who oversees."""
    if by.has_role(*OVERSEERS):
        return set(keys)
    seen: set[int] = set()
    for start in range(0, len(keys), CHUNK):
        some = register.records(by).filter(pk__in=keys[start : start + CHUNK])
        seen.update(some.order_by("pk").values_list("pk", flat=True))
    return seen


def _order(matter: Matter) -> tuple[int, date, date]:
    waiting = matter.waiting
    order = list(Urgency).index(matter.urgency)
    return order, waiting.due_on or date.max, waiting.since or date.max


def mine(found: Iterable[Matter], by: Official) -> list[Matter]:
    """Return what waits for this official."""
    return [one for one in found if one.waiting.is_for(by)]


def with_others(found: Sequence[Matter], by: Official) -> list[Matter]:
    """Return what this official's office answers for or has begun, and what others must do now."""
    theirs = [one for one in found if not one.waiting.is_for(by)]
    touched = _touched(by, theirs)
    return [
        one for one in theirs if one.waiting.is_of_office(by) or not touched.isdisjoint(one.keys)
    ]


def _touched(by: Official, found: Sequence[Matter]) -> set[tuple[str, int]]:
    """Return which of these records this official has acted on."""
    keys = defaultdict(list)
    for matter in found:
        for kind, pk in matter.keys:
            keys[kind].append(pk)
    touched: set[tuple[str, int]] = set()
    for kind, ids in keys.items():
        for start in range(0, len(ids), CHUNK):
            entries = Entry.objects.filter(
                by=by, about_kind=kind, about_id__in=ids[start : start + CHUNK]
            )
            acted_on = entries.order_by("about_id").values_list("about_id", flat=True)
            touched.update((kind, pk) for pk in acted_on.distinct())
    return touched


def staff(agency: Agency) -> list[Official]:
    """Return the officials who may log in, with their roles already read."""
    roles: dict[int, set[str]] = defaultdict(set)
    given = OfficialRole.objects.filter(official__agency=agency).order_by("official_id")
    for official_id, role in given.values_list("official_id", "role"):
        roles[official_id].add(role)
    officials = list(Official.objects.filter(agency=agency, is_active=True).order_by("pk"))
    for official in officials:
        official.role_names = frozenset(roles[official.pk])
    return officials


def for_nobody(found: Iterable[Matter], agency: Agency) -> list[Matter]:
    """Return what nobody who may log in can do: a post is vacant, or lacks its role."""
    officials = staff(agency)
    return [
        one
        for one in found
        if one.waiting.act and not any(one.waiting.is_for(official) for official in officials)
    ]


@dataclass(frozen=True, kw_only=True)
class OfficeLoad:
    """How much waits in one office, by urgency; None stands for what no office answers for."""

    office: Office | None
    counts: Mapping[Urgency, int]

    @property
    def total(self) -> int:
        """How much waits in all."""
        return sum(self.counts.values())


def by_office(found: Iterable[Matter]) -> list[OfficeLoad]:
    """Return how much waits in each office: the one with most that is late first."""
    offices: dict[int | None, Office | None] = {}
    counts: dict[int | None, Counter[Urgency]] = defaultdict(Counter)
    for matter in found:
        office = matter.waiting.office
        key = office.pk if office else None
        offices[key] = office
        counts[key][matter.urgency] += 1
    loads = [OfficeLoad(office=offices[key], counts=counts[key]) for key in counts]
    return sorted(loads, key=_worst_first)


def _worst_first(load: OfficeLoad) -> tuple[int, int, int, str]:
    counts = load.counts
    code = load.office.code if load.office else "~"
    return -counts.get(Urgency.LATE, 0), -counts.get(Urgency.AT_RISK, 0), -load.total, code


def used_lately(by: Official, on: date) -> dict[str, int]:
    """Return how often an official acted on each kind of record in the last three months."""
    since = on - timedelta(days=USED_LATELY_DAYS)
    acts = Entry.objects.filter(by=by, day__gte=since).values("about_kind").order_by()
    return dict(acts.annotate(acts=Count("id")).values_list("about_kind", "acts"))


def newest_entries(by: Official, *, own: bool, most: int) -> list[Entry]:
    """Return the newest acts: an official's own, by their day, or the whole agency's, as entered.

    Whoever looks back at the own work asks for days, and not for the own appointment; whoever
    oversees must also see what was entered now for a day long past.
    """
    if own:
        appointed = Q(event=OfficialAppointed.__name__, about_id=by.pk)
        entries = Entry.objects.filter(~appointed, by=by).order_by("-day", "-id")
    else:
        entries = Entry.objects.filter(by__agency=by.agency).order_by("-id")
    return list(entries.select_related("by", "leaf")[:most])
