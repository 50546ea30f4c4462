"""How registers, records and ledger entries look at the desk."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from sunlit import statutes
from sunlit.design import pieces
from sunlit.design.faces import quoted_paragraphs
from sunlit.design.markup import to_html
from sunlit.design.registers import OVERSEERS, Column, Field, OnChart, Register
from sunlit.desk.asking import Asked, sort_lookup
from sunlit.desk.selectors import Offer
from sunlit.kernel.clock import Reading
from sunlit.kernel.refusals import NotPermitted
from sunlit.ledger.models import Entry
from sunlit.ledger.wording import event_wording
from sunlit.organization.models import Official

LONG_TEXT = 60
GROUPS = (
    (_("Disclosure"), ("disclosure", "dossiers", "norms")),
    (_("Powers, licences, penalties"), ("powers", "approvals")),
    (_("Requests, complaints, remedies"), ("foi", "complaints", "remedies")),
    (_("Media, boards, street signs"), ("channels",)),
    (_("Supervision and assessment"), ("supervision", "assessment")),
    (_("The agency and its plan"), ("planning", "organization")),
)
"""What the registers belong to, by the room that keeps them."""
ORDER = (
    "powers", "licence-cases", "joint-applications", "tickets", "licences", "penalty-cases",
    "coercion-cases", "dual-publicity", "letters", "letter-templates", "delegations",
    "discretion-benchmarks", "review-bodies", "flow-charts", "chart-versions",
)  # fmt: skip
"""Registers in the order of the work: daily ones first; others stand as their rooms have them."""


def grouped(registers: Sequence[Register]) -> list[tuple[Any, list[Register]]]:
    """Return the registers by what they belong to; a group without any is left out."""
    named = {room for _label, rooms in GROUPS for room in rooms}
    groups = [
        (label, sorted((one for one in registers if one.room in rooms), key=_place))
        for label, rooms in GROUPS
    ]
    groups.append((_("Other registers"), [one for one in registers if one.room not in named]))
    return [(label, members) for label, members in groups if members]


def _place(register: Register) -> tuple[int, int]:
    """Where a register stands in its group: by the order of the work, then by its room."""
    rooms = [room for _label, members in GROUPS for room in members]
    place = ORDER.index(register.name) if register.name in ORDER else len(ORDER)
    return place, rooms.index(register.room)


def navigation(
    by: Official, registers: Sequence[Register], *, current: Register | str | None = None
) -> list[pieces.Entry]:
    """Return the desk's ways around: the pages of work, then every register of the official."""
    pages = [("home", _("My work")), ("waiting", _("What waits"))]
    if by.has_role(*OVERSEERS):
        pages += [("agency", _("The whole agency")), ("warnings", _("Warnings"))]
    pages += [("limits", _("Limits")), ("lexicon", _("Lexicon")), ("registers", _("All registers"))]
    ways = [
        pieces.Entry(label, reverse(f"desk:{name}"), current=current == name)
        for name, label in pages
    ]
    ways += [
        pieces.Entry(
            register.label,
            reverse("desk:register", args=[register.name]),
            current=register is current,
            group=label,
        )
        for label, members in grouped(registers)
        for register in members
    ]
    return ways


def counted(
    registers: Sequence[Register], by: Official
) -> list[tuple[Any, list[tuple[Register, int]]]]:
    """Return the registers, grouped, with how many records the official finds in each."""
    return [
        (label, [(register, register.records(by).count()) for register in members])
        for label, members in grouped(registers)
    ]


def heads(register: Register, asked: Asked, records: QuerySet[Any]) -> list[pieces.Column]:
    """Return the headings of a register's table; those that can be sorted by lead to it."""
    named: list[tuple[Any, Any, bool]] = [
        (_("Number"), register.number, False),
        (_("Title"), register.title, False),
    ]
    named += [(one.label, one.value, one.kind == "number") for one in register.columns]
    return [
        _head(register, asked, records, label=label, value=value, number=number)
        for label, value, number in named
    ]


def _head(
    register: Register,
    asked: Asked,
    records: QuerySet[Any],
    *,
    label: Any,
    value: Any,
    number: bool,
) -> pieces.Column:
    path = value.path if isinstance(value, Field) else ""
    if not path or not sort_lookup(register, records, path):
        return pieces.Column(label, number=number)
    order = {path: "ascending", f"-{path}": "descending"}.get(asked.sort, "")
    turned = f"-{path}" if order == "ascending" else path
    url = f"?{urlencode({**asked.words, 'sort': turned})}"
    return pieces.Column(label, number=number, url=url, order=order)


def row(register: Register, record: Any) -> list[Any]:
    """Return the cells of one record in its register."""
    url = reverse("desk:record", args=[register.name, record.pk])
    first = pieces.Cell(register.number(record), url=url)
    return [first, register.title(record), *(_shown(one, record) for one in register.columns)]


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What a record's page says of it, in three parts; what is not known is left out."""

    short: Sequence[tuple[Any, Any]]
    days: Sequence[tuple[Any, Any]]
    """In the order in which they came or will come."""
    long: Sequence[tuple[Any, SafeString]]
    """Texts of some length, in the record's own words, but that which the page shows as a whole."""
    withheld: int
    """How many stand there that this official may not see: they tell of a person."""


def facts(register: Register, record: Any, *, may_see_personal: bool) -> Facts:
    """Return all that a record's page says of it."""
    short, days, long, withheld = [], [], [], 0
    for column in register.facts:
        value = _shown(column, record)
        if value is None or value in ("", [], ()):
            continue
        if column.personal and not may_see_personal:
            withheld += 1
        elif column.kind in ("day", "moment"):
            days.append((column.label, value))
        elif column.kind == "markup":
            if register.text is None:
                long.append((column.label, to_html(value, _no_address, top=4)))
        elif column.kind == "quoted" and (len(str(value)) > LONG_TEXT or "\n" in str(value)):
            long.append((column.label, quoted_paragraphs(value)))
        elif column.kind != "state":
            short.append((column.label, value))
    days.sort(key=_day_of)
    return Facts(short=short, days=days, long=long, withheld=withheld)


def _no_address(_name: str) -> None:
    """Say that an attachment of a text has no address here."""


def _day_of(fact: tuple[Any, Any]) -> date:
    value = fact[1]
    return timezone.localtime(value).date() if isinstance(value, datetime) else value


def clocks(register: Register, record: Any) -> list[tuple[Any, Reading]]:
    """Return the clocks that a record has, with their names: those that run come first."""
    read = [(one.label, one.read(record)) for one in register.clocks]
    known = [(label, reading) for label, reading in read if reading is not None]
    return sorted(known, key=lambda pair: pair[1].ended_on is not None)


@dataclass(frozen=True)
class Offers:
    """The acts on a record: what comes next, those to do again, for other posts, not now."""

    possible: Sequence[Offer]
    foremost: Offer | None
    """The one that comes next, or the only one that is possible."""
    again: Sequence[Offer]
    """Those that were done already, and may be done once more."""
    next_of_others: Sequence[Offer]
    """Those for other posts that the flow chart has due, where nothing that is due is one's own."""
    of_others: Sequence[Offer]
    not_now: Sequence[Offer]


def sorted_offers(
    offers: Iterable[Offer], *, next_act: str = "", on_chart: OnChart | None = None
) -> Offers:
    """Return acts by whether, and why not, they can be done; the one that comes next first.

    Where a record has a flow chart, what is due there leads, and what was done there goes last.
    """
    chart = on_chart or OnChart()
    possible, again, of_others, not_now = [], [], [], []
    for offer in offers:
        name = offer.act.name
        if isinstance(offer.refusal, NotPermitted):
            of_others.append(offer)
        elif offer.refusal is not None:
            not_now.append(offer)
        elif name in chart.done and name not in chart.due and name != next_act:
            again.append(offer)
        else:
            possible.append(offer)
    possible.sort(key=lambda one: (one.act.name != next_act, one.act.name not in chart.due))
    waited_for = []
    if not any(one.act.name in chart.due for one in possible):
        waited_for = [one for one in of_others if one.act.name in chart.due]
    return Offers(
        possible=possible,
        foremost=_foremost(possible, next_act, chart),
        again=again,
        next_of_others=waited_for,
        of_others=[one for one in of_others if one not in waited_for],
        not_now=not_now,
    )


def _foremost(possible: Sequence[Offer], next_act: str, chart: OnChart) -> Offer | None:
    """The first act, where it is clear that it comes next."""
    if not possible:
        return None
    first = possible[0].act.name
    is_clear = first == next_act or (first in chart.due and not chart.is_open)
    return possible[0] if is_clear or len(possible) == 1 else None


def history_lines(entries: Iterable[Entry], *, opened: bool) -> list[pieces.HistoryLine]:
    """Return a record's ledger entries as its page shows them; `opened`: with their payload."""
    return [
        pieces.HistoryLine(
            on=entry.day,
            what=event_wording(entry.event),
            by=_who(entry),
            basis=statutes.citation_from_key(entry.basis),
            index=entry.leaf.index if hasattr(entry, "leaf") else None,
            facts=_payload(entry) if opened else (),
        )
        for entry in entries
    ]


def _payload(entry: Entry) -> list[tuple[str, str]]:
    """Return what an entry holds, as it stands in the ledger."""
    return [
        (name, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
        for name, value in entry.payload.items()
        if value not in ("", None, [])
    ]


def _who(entry: Entry) -> str:
    loaded: Mapping[str, Any] = entry.payload.get("loaded_from") or {}
    return str(loaded.get("post") or entry.by.post)


def _shown(column: Column, record: Any) -> Any:
    value: Any = column.value(record)
    if column.kind == "state" and value:
        state, word = value
        return pieces.Cell(word, state=state)
    return value
