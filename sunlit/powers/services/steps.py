"""What the acts on the list share: the locked entry, its history, its bases, the ledger."""

from datetime import date

from django.db.models import Model, QuerySet

from sunlit import statutes
from sunlit.ledger.events import Event
from sunlit.ledger.services import record
from sunlit.organization.models import Official
from sunlit.powers import rules
from sunlit.powers.models import BasisKind, ChangeKind, LegalBasis, Power, PowerChange


def locked(record_id: int, by: Official) -> Power:
    """Return an entry of the official's own agency, locked until the act is done."""
    return Power.objects.select_for_update(of=("self",)).get(pk=record_id, agency=by.agency)


def keep(
    power: Power,
    kind: ChangeKind,
    *,
    by: Official,
    on: date,
    reason: str = "",
    document: str = "",
    former: dict[str, list[str]] | None = None,
    other: str = "",
) -> PowerChange:
    """Write a step into the history of an entry."""
    return PowerChange.objects.create(
        power=power,
        kind=kind,
        on=on,
        reason=reason,
        document=document,
        former=former or {},
        other=other,
        by=by,
        post=by.post,
    )


def enter(event: Event, about: Model, *, by: Official, on: date, basis: str) -> None:
    """Write the ledger entry of an act."""
    record(event, about=about, by=by, day=on, basis=statutes.provision(basis, on=on))


def rest_on(power: Power, *, on: date) -> None:
    """Let an entry rest, from a day on, on the provisions that its text names; others end then."""
    cited = rules.bases_in(power.legal_basis)
    relied_on: QuerySet[LegalBasis] = power.bases.filter(kind=BasisKind.POWER, until=None)
    worded = {_place(one): one for one in relied_on.exclude(text="").order_by("pk")}
    relied_on.update(until=on)
    bases = bases_of(power, cited, since=on)
    for one in bases:
        if before := worded.get(_place(one)):
            one.text, one.text_source = before.text, before.text_source
    LegalBasis.objects.bulk_create(bases)


def bases_of(power: Power, cited: list[rules.Cited], *, since: date) -> list[LegalBasis]:
    """Return the records of the provisions that give a power, not yet stored."""
    return [
        LegalBasis(
            power=power,
            kind=BasisKind.POWER,
            position=position,
            instrument=one.instrument[:200],
            number=one.number[:100],
            version_day=one.version_day,
            article=one.article[:100],
            since=since,
        )
        for position, one in enumerate(cited, start=1)
    ]


def _place(one: LegalBasis) -> tuple[object, ...]:
    return one.instrument, one.number, one.version_day, one.article
