"""Whether decisions were public in time, and whether those that fell were withdrawn in time."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Case, CharField, Count, F, Q, QuerySet, TextChoices, Value, When
from django.utils.translation import gettext_lazy as _

from sunlit.approvals.models import PublicityRecord
from sunlit.approvals.selectors.publicity import SHOWN, SIMPLE, in_the_sheet, publicity_records
from sunlit.organization.models import Agency

IN_TIME = Q(licence__published_on__lte=F("due_on")) | Q(penalty__disclosed_on__lte=F("due_on"))
LATE = Q(licence__published_on__gt=F("due_on")) | Q(penalty__disclosed_on__gt=F("due_on"))
NOT_PUBLIC = ~SHOWN

STANDS = Q(timeliness__isnull=False)
"""Of records that say how they stand: those that stand in some way."""
IS_TAKEN_BACK = Q(taken_back__isnull=False)


class Timeliness(TextChoices):
    """How a decision stands to the day by which it had to be public; each stands one way."""

    IN_TIME = "in_time", _("public in time")
    LATE = "late", _("public, late")
    OVERDUE = "overdue", _("not public, late")
    PENDING = "pending", _("to be made public")


class TakenBack(TextChoices):
    """How the withdrawal of a decision stands to the day by which it had to be withdrawn."""

    IN_TIME = "in_time", _("withdrawn in time")
    LATE = "late", _("withdrawn late")
    NO_LIMIT = "no_limit", _("withdrawn, no limit known")


@dataclass(frozen=True, slots=True)
class Period:
    """The decisions of a year or of a month of it, counted by how they stand."""

    year: int
    month: int | None = None
    timeliness: dict[str, int] = field(default_factory=dict)
    taken_back: dict[str, int] = field(default_factory=dict)

    @property
    def all(self) -> int:
        """How many decisions had to be made public, or still have to be."""
        return sum(self.timeliness.values())

    @property
    def due(self) -> int:
        """Those whose day is over or that are public already."""
        return self.all - self.timeliness.get(Timeliness.PENDING, 0)

    @property
    def share(self) -> int | None:
        """The share in percent that was public in time, rounded down; None while none was due."""
        in_time = self.timeliness.get(Timeliness.IN_TIME, 0)
        return in_time * 100 // self.due if self.due else None

    @property
    def withdrawn(self) -> int:
        """How many were withdrawn."""
        return sum(self.taken_back.values())


def with_timeliness(records: QuerySet[PublicityRecord], *, on: date) -> QuerySet[PublicityRecord]:
    """Let each record say how it stands on a day: `timeliness` and `taken_back`, else None.

    A decision of the simple procedure is in no sheet and stands no way; neither does one of a
    year for which no calendar tells the last day.
    """
    timeliness = Case(
        When(SIMPLE | Q(due_on=None), then=Value(None)),
        When(IN_TIME, then=Value(Timeliness.IN_TIME.value)),
        When(LATE, then=Value(Timeliness.LATE.value)),
        When(due_on__lt=on, then=Value(Timeliness.OVERDUE.value)),
        default=Value(Timeliness.PENDING.value),
        output_field=CharField(),
    )
    taken_back = Case(
        When(SIMPLE | Q(due_on=None) | Q(withdrawn_on=None), then=Value(None)),
        When(withdrawal_due_on=None, then=Value(TakenBack.NO_LIMIT.value)),
        When(withdrawn_on__lte=F("withdrawal_due_on"), then=Value(TakenBack.IN_TIME.value)),
        default=Value(TakenBack.LATE.value),
        output_field=CharField(),
    )
    return records.annotate(timeliness=timeliness, taken_back=taken_back)


def to_be_public_in(agency: Agency, year: int) -> QuerySet[PublicityRecord]:
    """Return a year's decisions that have a day by which they had to be public."""
    return in_the_sheet(publicity_records(agency)).filter(
        decided_on__year=year, due_on__isnull=False
    )


def withdrawn_in(agency: Agency, year: int) -> QuerySet[PublicityRecord]:
    """Return the decisions that were withdrawn from publicity in a year."""
    found = in_the_sheet(publicity_records(agency)).filter(withdrawn_on__year=year)
    return found.order_by("withdrawn_on", "pk")


def years(records: QuerySet[PublicityRecord], *, on: date) -> list[Period]:
    """Return the figures of these records by year of the decision, the latest year first."""
    return _gathered(records, on=on, by_month=False)


def months(records: QuerySet[PublicityRecord], year: int, *, on: date) -> list[Period]:
    """Return the figures of a year's records by month of the decision, the first month first."""
    found = _gathered(records.filter(decided_on__year=year), on=on, by_month=True)
    return sorted(found, key=lambda one: one.month or 0)


def _gathered(records: QuerySet[PublicityRecord], *, on: date, by_month: bool) -> list[Period]:
    parts = ("decided_on__year", *(("decided_on__month",) if by_month else ()))
    standing = with_timeliness(records, on=on).filter(STANDS).order_by()
    counted = standing.values_list(*parts, "timeliness", "taken_back").annotate(count=Count("pk"))
    return _periods(counted)


def _periods(counted: Iterable[tuple[Any, ...]]) -> list[Period]:
    found: dict[tuple[int, ...], Period] = {}
    for *when, timeliness, taken_back, count in counted:
        key = tuple(when)
        period = found.setdefault(key, Period(*key))
        _add(period.timeliness, timeliness, count)
        if taken_back:
            _add(period.taken_back, taken_back, count)
    return [found[key] for key in sorted(found, reverse=True)]


def _add(counts: dict[str, int], name: str, count: int) -> None:
    counts[name] = counts.get(name, 0) + count
