"""Taking personal data out of the system, which is an act; and an official's own filters."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from sunlit import statutes
from sunlit.design.registers import Register
from sunlit.desk.events import PersonalDataExported
from sunlit.desk.models import SavedFilter
from sunlit.kernel.refusals import Missing, Unacceptable
from sunlit.ledger.services import record
from sunlit.organization.models import Official

MOST_FILTERS = 50


@transaction.atomic(durable=True)
def note_export(
    *, register: str, records: int, asked_for: str, by: Official, today: date
) -> Official:
    """Write down that an official takes records with personal data out of a register."""
    record(
        PersonalDataExported(register=register, records=records, asked_for=asked_for),
        about=by,
        by=by,
        day=today,
        basis=statutes.provision("organization.duty", on=today),
    )
    return by


def keep_filter(
    *, of: Official, register: Register, name: str, words: Mapping[str, str], shared: bool
) -> SavedFilter:
    """Keep a filter under a name; one of the same name takes its place."""
    name = name.strip()
    if not name:
        raise Unacceptable(_("The filter needs a name."), remedy=_("Type a short name."))
    own = SavedFilter.objects.filter(official=of)
    if own.count() >= MOST_FILTERS:
        raise Unacceptable(
            _("You keep %(count)d filters already.") % {"count": MOST_FILTERS},
            remedy=_("Remove one that you no longer use."),
        )
    kept, _is_new = SavedFilter.objects.update_or_create(
        official=of,
        register=register.name,
        name=name,
        defaults={"words": dict(words), "shared_with": of.office if shared else None},
    )
    return kept


def rename_filter(*, of: Official, filter_id: int, name: str, shared: bool) -> SavedFilter:
    """Give one's own filter another name, and share it with the office or no longer."""
    kept = _own_filter(of, filter_id)
    name = name.strip()
    if not name:
        raise Unacceptable(_("The filter needs a name."), remedy=_("Type a short name."))
    taken = SavedFilter.objects.filter(official=of, register=kept.register, name=name)
    if taken.exclude(pk=kept.pk).exists():
        raise Unacceptable(
            _("You have a filter of this name already."), remedy=_("Choose another name.")
        )
    kept.name, kept.shared_with = name, of.office if shared else None
    kept.save(update_fields=["name", "shared_with"])
    return kept


def remove_filter(*, of: Official, filter_id: int) -> None:
    """Remove one's own filter."""
    _own_filter(of, filter_id).delete()


def _own_filter(of: Official, filter_id: int) -> SavedFilter:
    kept = SavedFilter.objects.filter(official=of, pk=filter_id).first()
    if kept is None:
        raise Missing(_("You have no such filter."), remedy=_("Go back to the register."))
    return kept
