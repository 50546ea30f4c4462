"""The acts on the guide to a power: what whoever applies must know and hand in."""

from datetime import date

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from sunlit.kernel.refusals import Unacceptable
from sunlit.organization.models import Official
from sunlit.powers import events, policies
from sunlit.powers.models import Guided, Material, MaterialSheet, Power
from sunlit.powers.services.steps import enter, locked

GUIDE = tuple(field.name for field in Guided._meta.get_fields())


@transaction.atomic(durable=True)
def set_guide(*, record_id: int, by: Official, today: date, **values: object) -> Power:
    """Say who may apply, under what conditions, where, when, how often one must come."""
    power = locked(record_id, by)
    if refusal := policies.why_not_guide(by, power):
        raise refusal
    changed = tuple(sorted(name for name in values if getattr(power, name) != values[name]))
    if not changed:
        raise Unacceptable(
            _("Nothing was changed."), remedy=_("Change at least one of the values.")
        )
    for name in changed:
        setattr(power, name, values[name])
    power.guide_is_example = False
    power.save(update_fields=[*changed, "guide_is_example"])
    enter(events.GuideSet(power.code, changed), power, by=by, on=today, basis=_basis(power))
    return power


@transaction.atomic(durable=True)
def set_material(
    *,
    record_id: int,
    by: Official,
    today: date,
    name: str,
    form: str,
    is_required: bool,
    note: str,
) -> Power:
    """Say that an application needs a paper, or in which form one that was named is needed."""
    power = locked(record_id, by)
    if refusal := policies.why_not_guide(by, power):
        raise refusal
    last = Material.objects.filter(power=power).aggregate(last=Max("position"))["last"] or 0
    values = {"form": form, "is_required": is_required, "note": note}
    Material.objects.update_or_create(
        power=power, name=name, defaults=values, create_defaults=values | {"position": last + 1}
    )
    event = events.MaterialSet(power.code, name, is_required)
    enter(event, power, by=by, on=today, basis=_basis(power))
    return power


@transaction.atomic(durable=True)
def remove_material(*, record_id: int, by: Official, today: date, name: str) -> Power:
    """Say that an application no longer needs a paper; its form and its sample go with it."""
    power = locked(record_id, by)
    if refusal := policies.why_not_remove_material(by, power):
        raise refusal
    gone, _kinds = Material.objects.filter(power=power, name=name).delete()
    if not gone:
        raise Unacceptable(
            _("The power asks for no %(name)s.") % {"name": name},
            remedy=_("Choose one of its materials."),
        )
    MaterialSheet.objects.filter(power=power, material=name).delete()
    event = events.MaterialRemoved(power.code, name)
    enter(event, power, by=by, on=today, basis=_basis(power))
    return power


def _basis(power: Power) -> str:
    return policies.guide_basis(power)
