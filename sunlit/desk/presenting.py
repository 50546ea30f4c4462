"""How registers, records and ledger entries look at the desk."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sunlit import statutes
from sunlit.design import pieces
from sunlit.design.registers import OVERSEERS, Column, Register
from sunlit.desk.selectors import Choice
from sunlit.kernel.clock import Reading
from sunlit.ledger.models import Entry
from sunlit.ledger.wording import event_wording
from sunlit.organization.models import Official

GROUPS = (
    (_("Disclosure"), ("disclosure", "dossiers", "norms")),
    (_("Powers, licences, penalties"), ("powers", "approvals")),
    (_("Requests, complaints, remedies"), ("foi", "complaints", "remedies")),
    (_("Media, boards, street signs"), ("channels",)),
    (_("Supervision and assessment"), ("supervision", "assessment")),
    (_("The agency and its plan"), ("planning", "organization")),
)
"""What the registers belong to, by the room that keeps them."""


def grouped(registers: Sequence[Register]) -> list[tuple[Any, list[Register]]]:
    """Return the registers by what they belong to; a group without any is left out."""
    named = {room for _label, rooms in GROUPS for room in rooms}
    groups = [
        (label, [one for room in rooms for one in registers if one.room == room])
        for label, rooms in GROUPS
    ]
    groups.append((_("Other registers"), [one for one in registers if one.room not in named]))
    return [(label, members) for label, members in groups if members]


def navigation(
    by: Official, registers: Sequence[Register], *, current: Register | str | None = None
) -> list[pieces.Entry]:
    """Return the desk's ways around: the pages of work, then every register of the official."""
    pages = [("home", _("My work")), ("waiting", _("What waits"))]
    if by.has_role(*OVERSEERS):
        pages.append(("agency", _("The whole agency")))
    pages.append(("registers", _("All registers")))
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


def heads(register: Register) -> list[pieces.Column]:
    """Return the headings of a register's table."""
    named = [pieces.Column(_("Number")), pieces.Column(_("Title"))]
    rest = [pieces.Column(one.label, number=one.kind == "number") for one in register.columns]
    return [*named, *rest]


def row(register: Register, record: Any) -> list[Any]:
    """Return the cells of one record in its register."""
    url = reverse("desk:record", args=[register.name, record.pk])
    first = pieces.Cell(register.number(record), url=url)
    return [first, register.title(record), *(_shown(one, record) for one in register.columns)]


def facts(register: Register, record: Any) -> list[tuple[Any, Any]]:
    """Return all that a record's page says of it."""
    return [(one.label, _shown(one, record)) for one in register.facts]


def clocks(register: Register, record: Any) -> list[tuple[Any, Reading]]:
    """Return the clocks that a record has, with their names: those that run come first."""
    read = [(one.label, one.read(record)) for one in register.clocks]
    known = [(label, reading) for label, reading in read if reading is not None]
    return sorted(known, key=lambda pair: pair[1].ended_on is not None)


def history_lines(entries: Iterable[Entry]) -> list[pieces.HistoryLine]:
    """Return a record's ledger entries as its page shows them."""
    return [
        pieces.HistoryLine(
            on=entry.day,
            what=event_wording(entry.event),
            by=_who(entry),
            basis=statutes.citation_from_key(entry.basis),
            index=entry.leaf.index if hasattr(entry, "leaf") else None,
        )
        for entry in entries
    ]


def filter_fields(register: Register, chosen: Sequence[Choice], *, search: str) -> forms.Form:
    """Return the form that narrows a register down."""
    fields: dict[str, forms.Field] = {}
    initial: dict[str, str] = {}
    if register.searched:
        fields["q"] = forms.CharField(label=_("Words"), required=False)
        initial["q"] = search
    for choice in chosen:
        options = [("", _("all")), *choice.options]
        field = forms.ChoiceField(choices=options, required=False)
        field.label = choice.label  # type: ignore[assignment]  # a lazy text is one, too
        fields[choice.name] = field
        initial[choice.name] = choice.chosen
    form = forms.Form(initial=initial)
    form.fields.update(fields)
    return form


def _who(entry: Entry) -> str:
    loaded: Mapping[str, Any] = entry.payload.get("loaded_from") or {}
    return str(loaded.get("post") or entry.by.post)


def _shown(column: Column, record: Any) -> Any:
    value: Any = column.value(record)
    if column.kind == "state" and value:
        state, word = value
        return pieces.Cell(word, state=state)
    return value
