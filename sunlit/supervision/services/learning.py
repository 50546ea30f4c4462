"""The act on training."""

from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from sunlit.kernel.refusals import Unacceptable
from sunlit.ledger.services import record
from sunlit.organization.models import Agency, Office, Official
from sunlit.supervision import events, policies
from sunlit.supervision.models import Training
from sunlit.supervision.services.codes import new_code


@transaction.atomic(durable=True)
def record_training(
    *,
    agency: Agency,
    by: Official,
    today: date,
    held_on: date,
    kind: str,
    title: str,
    office: Office,
    audience: str,
    attended: int,
    hours: Decimal,
    content: str,
) -> Training:
    """Record an occasion for study, exchange or training."""
    if refusal := policies.why_not_record_training(by):
        raise refusal
    if held_on > today:
        raise Unacceptable(
            _("The training has not been held yet."), remedy=_("Record it on its day or later.")
        )
    known = Training.objects.filter(agency=agency, year=held_on.year).order_by("code")
    codes = known.values_list("code", flat=True)
    training = Training.objects.create(
        agency=agency,
        year=held_on.year,
        code=new_code(agency, codes, first="PX01"),
        held_on=held_on,
        kind=kind,
        title=title,
        office=office,
        audience=audience,
        attended=attended,
        hours=hours,
        content=content,
    )
    record(
        events.TrainingHeld(training.code, kind, title, attended),
        about=training,
        by=by,
        day=today,
        basis=policies.basis("supervision.training", today),
    )
    return training
