"""Readings of complaints: those of a year, their clocks, and what the public is told in numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.db.models import BigIntegerField, Count, F, Max, Q, QuerySet
from django.db.models.functions import Cast, ExtractMonth, Substr
from django.utils import timezone

from sunlit.complaints import rules
from sunlit.complaints.lifecycle import Decision, Satisfaction, Status
from sunlit.complaints.models import Complaint
from sunlit.kernel.clock import Reading
from sunlit.organization.models import Agency
from sunlit.organization.selectors import official_calendar
from sunlit.organization.selectors.limits import limit_in_force

PREFIX = "TS"

Counts = tuple[tuple[str, int], ...]


def received_in(agency: Agency, year: int) -> QuerySet[Complaint]:
    """Return the complaints received in a year, in the order of receipt."""
    complaints = Complaint.objects.filter(agency=agency, received_at__year=year)
    return complaints.select_related("office").order_by("received_at", "id")


def replied_in(agency: Agency, year: int) -> QuerySet[Complaint]:
    """Return the accepted complaints that were replied to in a year."""
    complaints = Complaint.objects.filter(
        agency=agency, decision=Decision.ACCEPTED, replied_at__year=year
    )
    return complaints.select_related("office").order_by("replied_at", "id")


def closed_in(agency: Agency, year: int) -> QuerySet[Complaint]:
    """Return the accepted complaints that were closed in a year."""
    complaints = Complaint.objects.filter(agency=agency, status=Status.CLOSED, closed_at__year=year)
    return complaints.select_related("office").order_by("closed_at", "id")


def in_time() -> Q:
    """Return the condition that the reply came on the agreed day or before."""
    return Q(replied_at__date__lte=F("due_on"))


def content() -> Q:
    """Return the condition that the person was satisfied, or fairly so, in the end."""
    good = [Satisfaction.SATISFIED, Satisfaction.FAIRLY_SATISFIED]
    return Q(is_reopened=False, satisfaction__in=good) | Q(
        is_reopened=True, satisfaction_after_reopening__in=good
    )


def promised_day(agency_id: int, accepted_on: date, *, difficult: bool) -> date:
    """Return the last day by which the agency promises to settle what it accepts on a day.

    Raises NotYetLaw and BeyondCalendar.
    """
    rule = rules.HANDLE_DIFFICULT if difficult else rules.HANDLE
    limit = limit_in_force(agency_id, rule, on=accepted_on)
    return rules.promised_day(accepted_on, limit, official_calendar(agency_id))


def clock(complaint: Complaint) -> Reading | None:
    """Read the clock of the handling; once sent back, that of the second handling."""
    if complaint.decision != Decision.ACCEPTED:
        return None
    started, due_on, ended = complaint.decided_at, complaint.due_on, complaint.resolved_at
    if complaint.reopened_at:
        started, due_on = complaint.reopened_at, complaint.due_again_on
        ended = complaint.closed_at
    if started is None or due_on is None:
        return None
    return rules.handling_clock(
        timezone.localtime(started).date(),
        due_on,
        ended_on=timezone.localtime(ended).date() if ended else None,
        calendar=official_calendar(complaint.agency_id),
    )


def tracked(agency: Agency, *, number: str, query_code: str) -> Complaint | None:
    """Return the complaint with this number and query code, for whoever was told both."""
    told = query_code.strip().upper()
    if not told:
        return None
    complaints = Complaint.objects.filter(agency=agency, number=number.strip(), query_code=told)
    return complaints.select_related("office").first()


def next_number(agency: Agency, year: int) -> str:
    """Return the number of the next complaint of a year. The agency's row must be locked."""
    prefix = f"{PREFIX}{year}-"
    numbered = Complaint.objects.filter(agency=agency, number__regex=rf"^{prefix}\d+$")
    serial = Cast(Substr("number", len(prefix) + 1), BigIntegerField())
    last = numbered.annotate(serial=serial).aggregate(last=Max("serial"))["last"] or 0
    return f"{prefix}{last + 1:04}"


def words_used(agency: Agency, field: Literal["source", "category"]) -> tuple[str, ...]:
    """Return the sources or the categories that the records hold."""
    complaints = Complaint.objects.filter(agency=agency).order_by(field)
    return tuple(complaints.values_list(field, flat=True).distinct())


@dataclass(frozen=True, kw_only=True)
class Statistics:
    """What the public is told of a year's complaints: numbers only."""

    received: int
    by_source: Counts
    by_category: Counts
    by_month: tuple[tuple[int, int], ...]
    by_outcome: Counts
    by_satisfaction: Counts


def statistics(agency: Agency, year: int) -> Statistics:
    """Count the complaints received in a year, each way by one query. Largest groups first."""
    complaints = Complaint.objects.filter(agency=agency, received_at__year=year)
    months = complaints.annotate(month=ExtractMonth("received_at")).values("month")
    by_month = months.annotate(count=Count("id")).order_by("month")
    return Statistics(
        received=complaints.count(),
        by_source=_counted(complaints, "source"),
        by_category=_counted(complaints, "category"),
        by_month=tuple((row["month"], row["count"]) for row in by_month),
        by_outcome=_counted(complaints, "status", dict(Status.choices)),
        by_satisfaction=_counted(
            complaints.exclude(satisfaction=""), "satisfaction", dict(Satisfaction.choices)
        ),
    )


def _counted(
    complaints: QuerySet[Complaint], field: str, labels: Mapping[str, object] | None = None
) -> Counts:
    groups = complaints.values(field).annotate(count=Count("id")).order_by("-count", field)
    return tuple(
        (str(labels[row[field]]) if labels else row[field], row["count"]) for row in groups
    )
