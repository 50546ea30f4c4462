"""Readings for the desk: which register, which records, what can be done with them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Model, Q
from django.utils.translation import gettext as _

from sunlit import statutes
from sunlit.design.registers import ActAtDesk, Register, all_registers, registers_open_to
from sunlit.desk.models import SavedFilter
from sunlit.kernel.citations import Citation
from sunlit.kernel.refusals import Missing, NotPermitted, NotYetLaw, Refused
from sunlit.organization.models import Official
from sunlit.organization.selectors import office_day


@dataclass(frozen=True)
class Offer:
    """An act as a page offers it: the act, its article today, and why not, if so."""

    act: ActAtDesk
    basis: Citation
    refusal: Refused | None


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


def saved_filters(by: Official, register: Register) -> list[SavedFilter]:
    """Return the filters of a register that an official keeps, or shares with the office."""
    usable = Q(official=by)
    if by.office_id:
        usable |= Q(shared_with=by.office_id)
    kept = SavedFilter.objects.filter(usable, register=register.name)
    return list(kept.select_related("official").order_by("name", "pk"))


def record_of(register: Register, by: Official, pk: int) -> Model:
    """Return one record that an official may see, or refuse."""
    record: Model | None = register.records(by).filter(pk=pk).first()
    if record is None:
        raise Missing(
            _("There is no such record in this register."),
            remedy=_("Go back to the register and choose one."),
        )
    return record


def offer(act: ActAtDesk, by: Official, record: Model | None) -> Offer:
    """Return an act as its page offers it; raises NotYetLaw where it rests on a later law."""
    return Offer(act, statutes.provision(act.basis, on=office_day()), act.refusal(by, record))


def offers(acts: Sequence[ActAtDesk], by: Official, record: Model | None) -> list[Offer]:
    """Return acts as a page offers them, each with its refusal, if it would be refused now.

    What the law of the day does not know yet is not offered.
    """
    return [offer(act, by, record) for act in acts if _is_law(act)]


def _is_law(act: ActAtDesk) -> bool:
    try:
        return bool(statutes.provision(act.basis, on=office_day()))
    except NotYetLaw:
        return False


def waiting_for_act(register: Register, act: ActAtDesk, by: Official) -> list[Model]:
    """Return the records that wait for this official and on which the act may be done now."""
    if register.waiting is None:
        return []
    mine = (one for one in register.waiting(by.agency, office_day()) if one.is_for(by))
    records = {one.record.pk: one.record for one in mine}
    return [record for record in records.values() if act.why_not(by, record) is None]


def next_act(register: Register, by: Official, record: Model) -> str:
    """Return the name of the act that a record waits for from this official; empty for none."""
    if register.waiting is None:
        return ""
    waiting = register.waiting(by.agency, office_day())
    return next((one.act for one in waiting if one.record == record and one.is_for(by)), "")


def act_named(acts: Sequence[ActAtDesk], name: str) -> ActAtDesk:
    """Return the act of this name, or refuse."""
    for act in acts:
        if act.name == name:
            return act
    raise Missing(_("There is no such act."), remedy=_("Go back to the record and choose one."))
