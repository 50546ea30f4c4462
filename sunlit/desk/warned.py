"""Warnings over all that is open: clocks that are near their end, and those that are over."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.design.clocks import clock_state, clock_word
from sunlit.design.pieces import Cell, Column
from sunlit.design.registers import Label, Register, Waiting, registers_open_to
from sunlit.desk.asking import office_lookup
from sunlit.desk.rows import whose
from sunlit.kernel.clock import Kind, Reading
from sunlit.organization.models import Office, Official
from sunlit.organization.rules.warning import Near
from sunlit.organization.selectors.limits import warned_from

COLOURS: dict[str, Label] = {
    "late": pgettext_lazy("warning", "red: over"),
    "at_risk": pgettext_lazy("warning", "yellow: near its end"),
}
NO_OFFICE = "none"


@dataclass(frozen=True, kw_only=True)
class Warned:
    """A clock of an open record that warns: `at_risk` is yellow, `late` is red."""

    register: Register
    waiting: Waiting
    label: Label
    clock: Reading
    colour: str
    office: Office | None


def warnings(by: Official, *, on: date) -> list[Warned]:
    """Return every clock that warns in what is open, the red ones first, then the earliest due."""
    near = warned_from(by.agency_id, on=on)
    found = [
        one
        for register in registers_open_to(by)
        if register.waiting and register.clocks
        for waiting in register.waiting(by.agency, on)
        for one in _of_record(register, waiting, near, on)
    ]
    return sorted(found, key=lambda one: (one.colour != "late", one.clock.due_on or on))


def _of_record(register: Register, waiting: Waiting, near: Near, on: date) -> Iterator[Warned]:
    for named in register.clocks:
        clock = named.read(waiting.record)
        if clock is None or clock.ended_on is not None or clock.limit.kind is Kind.AT_LEAST:
            continue
        if _is_put_off(waiting, clock):
            continue
        colour = clock_state(clock, on, near)
        if colour in COLOURS:
            yield Warned(
                register=register,
                waiting=waiting,
                label=named.label,
                clock=clock,
                colour=colour,
                office=waiting.office or _office_of(waiting.record),
            )


def _is_put_off(waiting: Waiting, clock: Reading) -> bool:
    """Say whether another day than the clock's was granted, such as for a fine."""
    if waiting.clock is not None or waiting.due_on is None or clock.due_on is None:
        return False
    return waiting.due_on > clock.due_on


def _office_of(record: Any) -> Office | None:
    at = record
    path = office_lookup(type(record))
    for name in path.split("__") if path else ():
        at = getattr(at, name, None)
    return at if isinstance(at, Office) else None


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Which warnings are asked for; an empty word asks for all."""

    colour: str = ""
    register: str = ""
    office: str = ""

    def fits(self, one: Warned) -> bool:
        """Say whether a warning was asked for."""
        office = one.office.code if one.office else NO_OFFICE
        return (
            self.colour in ("", one.colour)
            and self.register in ("", one.register.name)
            and self.office in ("", office)
        )


class WarningsForm(forms.Form):
    """Narrows the warnings down by colour, kind and office."""

    colour = forms.ChoiceField(label=_("Colour"), required=False)
    register = forms.ChoiceField(label=_("Kind"), required=False)
    office = forms.ChoiceField(label=_("Office"), required=False)

    def __init__(self, found: Iterable[Warned], data: Any = None) -> None:
        super().__init__(data)
        registers: dict[str, Label] = {}
        offices: dict[str, Label] = {}
        for one in found:
            registers[one.register.name] = one.register.label
            if one.office:
                offices[one.office.code] = one.office.name
            else:
                offices[NO_OFFICE] = _("No one office")
        for name, words in (("colour", COLOURS), ("register", registers), ("office", offices)):
            choices = [("", _("All")), *words.items()]
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def asked(self) -> Asked:
        """Return what was asked for; what no warning has asks for nothing."""
        self.is_valid()
        typed = {name: self.cleaned_data.get(name, "") for name in self.fields}
        return Asked(**typed)


def heads() -> list[Any]:
    """Return the headings of the table of warnings."""
    return [
        Column(_("Number"), short=True),
        _("Title"),
        _("What is due"),
        _("Whose turn"),
        Column(_("To be done by"), short=True),
        Column(_("State"), short=True),
        _("Rule"),
    ]


def row(one: Warned, *, on: date) -> list[Any]:
    """Return a warning as a row: what is due, by whom, until when, by which rule."""
    register, record = one.register, one.waiting.record
    act = next((act.label for act in register.acts if act.name == one.waiting.act), "")
    office = one.office.name if one.office else ""
    return [
        Cell(register.number(record), url=reverse("desk:record", args=[register.name, record.pk])),
        Cell(register.title(record), note=register.label),
        Cell(one.label, note=act),
        Cell(whose(one.waiting), note=office),
        one.clock.due_on,
        Cell(clock_word(one.clock, on), state=one.colour),
        one.clock.limit.basis[0],
    ]


def counted(found: Sequence[Warned]) -> list[tuple[str, Label, int]]:
    """Return how many warnings there are of each colour."""
    return [
        (colour, label, sum(one.colour == colour for one in found))
        for colour, label in COLOURS.items()
    ]
