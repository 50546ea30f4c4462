"""What the acts on the organization have in common: the entry, and whose record it is."""

from datetime import date
from typing import Any, TypeVar

from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from sunlit import statutes
from sunlit.kernel.refusals import Missing
from sunlit.ledger.events import Event
from sunlit.ledger.services import record
from sunlit.organization.models import Agency, Official

M = TypeVar("M", bound=Model)


def entered(
    event: Event, about: M, *, by: Official, today: date, basis: str = "organization.duty"
) -> M:
    """Write an act down and return the record that it is about."""
    record(event, about=about, by=by, day=today, basis=statutes.provision(basis, on=today))
    return about


def locked(records: QuerySet[M], record_id: int, **whose: Any) -> M:
    """Return one record of the agency, kept from others until the act is done.

    Raises `Missing` for a record of another agency, as for one that is not there.
    """
    found = records.select_for_update(of=("self",)).filter(pk=record_id, **whose).first()
    if found is None:
        raise Missing(_("There is no such record in this agency."))
    return found


def own(record: M | None, agency: Agency) -> None:
    """Refuse a record of another agency that was handed in with an act.

    Raises `Missing`, so that nobody learns whether the other agency has it.
    """
    if record is not None and getattr(record, "agency_id", None) != agency.pk:
        raise Missing(_("There is no such record in this agency."))
