"""Readings for the desk: which register, which records, what can be done with them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext as _

from sunlit import statutes
from sunlit.design.registers import ActAtDesk, Label, Register, all_registers, registers_open_to
from sunlit.kernel.citations import Citation
from sunlit.kernel.refusals import Missing, NotPermitted, Refused
from sunlit.organization.models import Official
from sunlit.organization.selectors import office_day

LONGEST_SEARCH = 100


@dataclass(frozen=True)
class Offer:
    """An act as a page offers it: the act, its article today, and why not, if so."""

    act: ActAtDesk
    basis: Citation
    refusal: Refused | None


@dataclass(frozen=True)
class Choice:
    """A filter as a page shows it: its choices and the one that was made."""

    name: str
    label: Label
    options: Sequence[tuple[str, Label]]
    chosen: str


def open_register(by: Official, name: str) -> Register:
    """Return a register that an official may see, or refuse."""
    register = all_registers().get(name)
    if register is None:
        raise Missing(
            _("There is no register of this name."), remedy=_("Choose one from the navigation.")
        )
    if register not in registers_open_to(by):
        raise NotPermitted(
            _("Your post may not see this register."),
            remedy=_("Ask the administrator for the role that it needs."),
        )
    return register


def choices(register: Register, by: Official, wanted: Mapping[str, str]) -> list[Choice]:
    """Return the filters of a register, each with what was chosen; unknown choices are dropped."""
    found = []
    for one in register.filters:
        options = one.choices(by)
        chosen = wanted.get(one.name, "")
        known = chosen in {value for value, _label in options}
        found.append(Choice(one.name, one.label, options, chosen if known else ""))
    return found


def narrowed(
    register: Register, by: Official, *, chosen: Sequence[Choice], search: str
) -> QuerySet[Any]:
    """Return the records of a register that fit the choices and have all the words searched."""
    records = register.records(by)
    lookups = {one.name: one.lookup for one in register.filters}
    for choice in chosen:
        if choice.chosen:
            lookup = lookups[choice.name]
            is_null = lookup.endswith("__isnull")  # takes a truth, not a word
            value = choice.chosen == "True" if is_null else choice.chosen
            records = records.filter(**{lookup: value})
    for word in search[:LONGEST_SEARCH].split():
        somewhere = Q()
        for field in register.searched:
            somewhere |= Q(**{f"{field}__icontains": word})
        records = records.filter(somewhere)
    return records


def record_of(register: Register, by: Official, pk: int) -> Model:
    """Return one record that an official may see, or refuse."""
    record: Model | None = register.records(by).filter(pk=pk).first()
    if record is None:
        raise Missing(
            _("There is no such record in this register."),
            remedy=_("Go back to the register and choose one."),
        )
    return record


def offers(acts: Sequence[ActAtDesk], by: Official, record: Model | None) -> list[Offer]:
    """Return acts as a page offers them, each with its refusal, if it would be refused now."""
    day = office_day()
    return [
        Offer(act, statutes.provision(act.basis, on=day), act.why_not(by, record)) for act in acts
    ]


def act_named(acts: Sequence[ActAtDesk], name: str) -> ActAtDesk:
    """Return the act of this name, or refuse."""
    for act in acts:
        if act.name == name:
            return act
    raise Missing(_("There is no such act."), remedy=_("Go back to the record and choose one."))
