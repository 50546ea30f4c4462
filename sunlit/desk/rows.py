"""How what waits looks: one row with the next act, the record, the clock and why it is there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sunlit.design import pieces
from sunlit.design.clocks import clock_word
from sunlit.design.registers import Register, Waiting, registers_open_to
from sunlit.desk.presenting import grouped
from sunlit.desk.relating import link
from sunlit.desk.work import STATES, WORDS, Matter, OfficeLoad, Urgency
from sunlit.ledger.models import Entry
from sunlit.ledger.wording import event_wording
from sunlit.organization.models import Official, Role

ROWS_A_GROUP = 12


@dataclass(frozen=True, kw_only=True)
class WorkRow:
    """One matter as a page shows it."""

    number: str
    title: str
    url: str
    register: Any
    state: str
    word: str
    due_on: date | None
    since: date | None
    why: str
    act: Any
    act_url: str


@dataclass(frozen=True, kw_only=True)
class WorkGroup:
    """The matters of one urgency: the first rows, how many there are, where the rest is."""

    name: str
    label: Any
    state: str
    count: int
    rows: Sequence[WorkRow]
    url: str


def row(matter: Matter, by: Official, on: date) -> WorkRow:
    """Return a matter as one row for this official."""
    register, waiting, record = matter.register, matter.waiting, matter.record
    for_me = waiting.is_for(by)
    act = next((one for one in register.acts if one.name == waiting.act), None)
    record_url = reverse("desk:record", args=[register.name, record.pk])
    act_url = ""
    if for_me:
        act_url = record_url
        if act is not None:
            act_url = reverse("desk:act", args=[register.name, record.pk, act.name])
    return WorkRow(
        number=register.number(record),
        title=register.title(record),
        url=record_url,
        register=register.label,
        state=STATES[matter.urgency],
        word=_word(matter, on),
        due_on=waiting.due_on,
        since=waiting.since,
        why=_why(matter, by) if for_me else whose(matter.waiting),
        act=act.label if act else _("Look at it"),
        act_url=act_url,
    )


def groups(found: Iterable[Matter], by: Official, on: date) -> list[WorkGroup]:
    """Return matters by how urgent they are; a group without any is left out."""
    sorted_out: dict[Urgency, list[Matter]] = {urgency: [] for urgency in Urgency}
    for matter in found:
        sorted_out[matter.urgency].append(matter)
    return [
        WorkGroup(
            name=urgency.value,
            label=WORDS[urgency],
            state=STATES[urgency],
            count=len(some),
            rows=[row(one, by, on) for one in some[:ROWS_A_GROUP]],
            url=waiting_url(whose="mine", urgency=urgency.value),
        )
        for urgency, some in sorted_out.items()
        if some
    ]


def waiting_url(**asked: str) -> str:
    """Return the address of the list of what waits, narrowed down."""
    chosen = {name: value for name, value in asked.items() if value}
    return f"{reverse('desk:waiting')}?{urlencode(chosen)}"


def office_rows(loads: Iterable[OfficeLoad]) -> list[list[Any]]:
    """Return the table of offices, each figure opening what it counts."""
    rows: list[list[Any]] = []
    for load in loads:
        code = load.office.code if load.office else "none"
        name = load.office.name if load.office else _("No one office")
        cells: list[Any] = [pieces.Cell(name, url=waiting_url(office=code))]
        for urgency in Urgency:
            count = load.counts.get(urgency, 0)
            url = waiting_url(office=code, urgency=urgency.value) if count else ""
            cells.append(pieces.Cell(count, url=url, evidence=bool(count)) if count else "")
        cells.append(load.total)
        rows.append(cells)
    return rows


def office_heads() -> list[pieces.Column]:
    """Return the headings of the table of offices."""
    urgencies = [pieces.Column(WORDS[urgency], number=True) for urgency in Urgency]
    return [pieces.Column(_("Office")), *urgencies, pieces.Column(_("In all"), number=True)]


def done_lately(entries: Sequence[Entry], by: Official) -> list[pieces.HistoryLine]:
    """Return acts with the records that they were about, linked where the official may see them."""
    registers = {one.model._meta.label_lower: one for one in reversed(registers_open_to(by))}
    wanted: dict[str, set[int]] = {}
    for entry in entries:
        wanted.setdefault(entry.about_kind, set()).add(entry.about_id)
    records = {
        kind: registers[kind].records(by).filter(pk__in=ids).order_by("pk").in_bulk()
        for kind, ids in wanted.items()
        if kind in registers
    }
    lines = []
    for entry in entries:
        register = registers.get(entry.about_kind)
        record = records.get(entry.about_kind, {}).get(entry.about_id)
        lines.append(_line(entry, register, record))
    return lines


def beginnings(by: Official, used: dict[str, int]) -> list[pieces.Entry]:
    """Return the acts by which this official may open a record, the most used first."""
    openings = [
        (_used(register, used), register, act)
        for _label, members in grouped(registers_open_to(by))
        for register in members
        for act in register.opening
        if act.why_not(by, None) is None
    ]
    openings.sort(key=lambda opening: -opening[0])
    return [
        pieces.Entry(act.label, reverse("desk:opening", args=[register.name, act.name]))
        for _used, register, act in openings
    ]


def _used(register: Register, used: dict[str, int]) -> int:
    kinds = (register.model, *register.kin)
    return sum(used.get(kind._meta.label_lower, 0) for kind in kinds)


def _line(entry: Entry, register: Register | None, record: Any) -> pieces.HistoryLine:
    what = event_wording(entry.event)
    if register is None or record is None:
        return pieces.HistoryLine(on=entry.day, what=what, by=entry.by.post)
    way = link(register, record)
    return pieces.HistoryLine(on=entry.day, what=what, by=way.value, url=way.url)


def _word(matter: Matter, on: date) -> str:
    """Say in two or three words how the matter stands."""
    waiting = matter.waiting
    if waiting.clock is not None and waiting.clock.due_on == waiting.due_on:
        return clock_word(waiting.clock, on)
    if waiting.due_on is None:
        return str(WORDS[matter.urgency])
    days = (waiting.due_on - on).days
    if days < 0:
        return ngettext("%(count)s day late", "%(count)s days late", -days) % {"count": -days}
    if days == 0:
        return _("Due today")
    return ngettext("%(count)s day left", "%(count)s days left", days) % {"count": days}


def _why(matter: Matter, by: Official) -> str:
    """Say why a matter waits for this official."""
    waiting = matter.waiting
    if by.pk in waiting.officials:
        return _("you began it")
    for role in waiting.roles:
        if by.has_role(role):
            return _("your role: %(role)s") % {"role": role.label}
    return _("your office answers for it")


def whose(waiting: Waiting) -> str:
    """Say whose turn it is, where it is another's."""
    if waiting.officials:
        return _("waits for who began it")
    if waiting.office is not None and waiting.office_roles:
        return _("waits for %(whom)s") % {"whom": waiting.office.name}
    if waiting.roles:
        names = "、".join(str(role.label) for role in sorted(waiting.roles, key=_place))
        return _("waits for %(whom)s") % {"whom": names}
    return _("waits for somebody outside the agency")


def _place(role: Role) -> int:
    return list(Role).index(role)
