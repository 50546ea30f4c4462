"""The acts on the blank forms and samples that an agency hands out for a material."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from sunlit.disclosure.uploads import Upload
from sunlit.files import store
from sunlit.kernel.refusals import Unacceptable
from sunlit.organization.models import Official
from sunlit.powers import events, policies
from sunlit.powers.models import MaterialSheet, Power
from sunlit.powers.services.steps import enter, locked


@transaction.atomic(durable=True)
def hand_in_sheet(
    *,
    record_id: int,
    by: Official,
    today: date,
    material: str,
    kind: str,
    file: Upload,
    reason: str,
) -> Power:
    """Hand in a blank form or a filled-in sample of a material; it takes the place of the last.

    The public gets it as it was cleaned. Raises Refused where the power asks for no such material,
    or where something stands in the file that must not become public.
    """
    power = locked(record_id, by)
    refusal = (
        policies.why_not_guide(by, power)
        or policies.why_not_this_material(power, material)
        or policies.why_not_this_sheet(power, file)
    )
    if refusal:
        raise refusal
    cleaned = file.cleaned
    sheet, _is_new = MaterialSheet.objects.update_or_create(
        power=power,
        material=material,
        kind=kind,
        defaults={
            "name": cleaned.name,
            "media_type": cleaned.media_type,
            "size": len(cleaned.data),
            "digest": store.put(cleaned.data),
            "original_digest": store.seal(file.original),
            "removed": [{"kind": one.kind.value, "count": one.count} for one in cleaned.removed],
            "handed_in_on": today,
            "post": by.post,
        },
    )
    event = events.MaterialSheetHandedIn(power.code, material, kind, sheet.digest, reason)
    enter(event, power, by=by, on=today, basis=policies.guide_basis(power))
    return power


@transaction.atomic(durable=True)
def take_off_sheet(*, record_id: int, by: Official, today: date, sheet: int, reason: str) -> Power:
    """Hand out a blank form or a sample no longer."""
    power = locked(record_id, by)
    if refusal := policies.why_not_take_off_sheet(by, power):
        raise refusal
    found = MaterialSheet.objects.filter(power=power, pk=sheet).first()
    if found is None:
        raise Unacceptable(
            _("This form is not handed out any more."), remedy=_("Look at the page of the power.")
        )
    event = events.MaterialSheetTakenOff(
        power.code, found.material, found.kind, found.digest, reason
    )
    found.delete()
    enter(event, power, by=by, on=today, basis=policies.guide_basis(power))
    return power
