"""How the list of what waits is narrowed down: whose, of which register, office and urgency."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _

from sunlit.design.registers import Label
from sunlit.desk import work
from sunlit.desk.work import Matter, Urgency
from sunlit.organization.models import Official

NO_OFFICE = "none"


@dataclass(frozen=True, kw_only=True)
class WaitingAsked:
    """What the list of what waits was asked for; an empty word asks for all."""

    whose: str = ""
    register: str = ""
    office: str = ""
    urgency: str = ""


def asked_of_waiting(wanted: Mapping[str, str], found: Iterable[Matter]) -> WaitingAsked:
    """Return what was asked for; a word that nothing here has is dropped."""
    registers = {one.register.name for one in found}
    offices = {one.waiting.office.code for one in found if one.waiting.office} | {NO_OFFICE}
    known = {
        "whose": set(work.WHOSE),
        "register": registers,
        "office": offices,
        "urgency": {urgency.value for urgency in Urgency},
    }
    asked = {name: wanted.get(name, "") for name in known}
    return WaitingAsked(**{name: value for name, value in asked.items() if value in known[name]})


def waiting_narrowed(found: Sequence[Matter], by: Official, asked: WaitingAsked) -> list[Matter]:
    """Return the matters that were asked for."""
    some = list(found)
    if asked.whose == "mine":
        some = work.mine(some, by)
    elif asked.whose == "office":
        some = work.with_others(some, by)
    elif asked.whose == "nobody":
        some = work.for_nobody(some, by.agency)
    return [
        one
        for one in some
        if asked.register in ("", one.register.name)
        and asked.urgency in ("", one.urgency.value)
        and asked.office in ("", one.waiting.office.code if one.waiting.office else NO_OFFICE)
    ]


def waiting_form(found: Iterable[Matter], asked: WaitingAsked) -> forms.Form:
    """Return the form that narrows the list down."""
    registers: dict[str, Label] = {}
    offices: dict[str, Label] = {}
    for one in found:
        registers[one.register.name] = one.register.label
        if one.waiting.office:
            offices[one.waiting.office.code] = one.waiting.office.name
    urgencies: dict[str, Label] = {one.value: word for one, word in work.WORDS.items()}
    in_order = {code: offices[code] for code in sorted(offices)}
    form = forms.Form(initial=vars(asked))
    form.fields["whose"] = _choice(_("Whose turn"), work.WHOSE)
    form.fields["urgency"] = _choice(_("How urgent"), urgencies)
    form.fields["register"] = _choice(_("Register"), registers)
    form.fields["office"] = _choice(_("Office"), {**in_order, NO_OFFICE: _("No one office")})
    return form


def _choice(label: Label, words: Mapping[str, Label]) -> forms.ChoiceField:
    choices: list[tuple[str, Label]] = [("", _("All")), *words.items()]
    return forms.ChoiceField(label=str(label), choices=choices, required=False)
