"""Readings of requests for information: those of a year, their clocks, what the public is told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import BigIntegerField, Count, Max, QuerySet
from django.db.models.functions import Cast, ExtractMonth, Substr

from sunlit.foi import rules
from sunlit.foi.lifecycle import UNDECIDED, Outcome, Status
from sunlit.foi.models import ApplicantKind, Channel, ClockEvent, InformationRequest
from sunlit.kernel.clock import Reading
from sunlit.organization.models import Agency
from sunlit.organization.selectors import office_day, official_calendar

PREFIX = "YSQ"

Counts = tuple[tuple[str, int], ...]


def received_in(agency: Agency, year: int) -> QuerySet[InformationRequest]:
    """Return the requests received in a year, in the order of receipt."""
    requests = InformationRequest.objects.filter(agency=agency, received_on__year=year)
    return _with_clocks(requests).order_by("received_on", "number")


def replied_in(agency: Agency, year: int) -> QuerySet[InformationRequest]:
    """Return the requests replied to in a year, in the order of reply."""
    requests = InformationRequest.objects.filter(
        agency=agency, status=Status.REPLIED, replied_on__year=year
    )
    return _with_clocks(requests).order_by("replied_on", "number")


def replied_in_time_in(agency: Agency, year: int) -> QuerySet[InformationRequest]:
    """Return the requests replied to in a year by the due day that their clocks give."""
    replied = replied_in(agency, year)
    in_time = [each.pk for each in replied if is_in_time(each)]
    return replied.filter(pk__in=in_time)


def undecided(agency: Agency) -> QuerySet[InformationRequest]:
    """Return the requests that have no reply and have not ended otherwise, oldest first."""
    requests = InformationRequest.objects.filter(agency=agency, status__in=UNDECIDED)
    return _with_clocks(requests).order_by("received_on", "number")


def _with_clocks(requests: QuerySet[InformationRequest]) -> QuerySet[InformationRequest]:
    return requests.select_related("office").prefetch_related("clock_events")


def read_clock(
    information_request: InformationRequest,
    events: Sequence[ClockEvent],
    *,
    today: date | None = None,
) -> Reading:
    """Read a request's clock from these events. Raises NotYetLaw and BeyondCalendar."""
    return rules.reply_clock(
        information_request.received_on,
        [event.as_event() for event in events],
        channel=information_request.channel,
        ended_on=information_request.concluded_on,
        calendar=official_calendar(information_request.agency_id),
        today=today,
    )


def clock(information_request: InformationRequest) -> Reading | None:
    """Read a request's clock as it stands; None where no law or no calendar covers its days."""
    try:
        return read_clock(
            information_request,
            information_request.events,
            today=max(office_day(), information_request.last_day),
        )
    except rules.UNKNOWABLE:
        return None


def third_party_clock(information_request: InformationRequest) -> Reading | None:
    """Read the clock of the third party's answer; None where none was asked, or no limit is set."""
    asked_on = information_request.third_party_sent_on
    if asked_on is None:
        return None
    answered_on = information_request.third_party_replied_on or information_request.concluded_on
    return rules.third_party_clock(
        information_request.received_on,
        asked_on,
        answered_on,
        official_calendar(information_request.agency_id),
    )


def due_on(information_request: InformationRequest) -> date | None:
    """Return the day by which the reply is due; None while that cannot be said."""
    reading = clock(information_request)
    return reading.due_on if reading else None


def is_in_time(information_request: InformationRequest) -> bool:
    """Say whether the reply came by the due day."""
    due = due_on(information_request)
    return bool(due and information_request.replied_on and information_request.replied_on <= due)


def tracked(agency: Agency, *, number: str, query_code: str) -> InformationRequest | None:
    """Return the request with this number and query code, for whoever was told both."""
    told = query_code.strip().upper()
    if not told:
        return None
    requests = InformationRequest.objects.filter(
        agency=agency, number=number.strip(), query_code=told
    )
    return _with_clocks(requests).first()


def next_number(agency: Agency, year: int) -> str:
    """Return the number of the next request of a year. The agency's row must be locked."""
    prefix = f"{PREFIX}{year}-"
    numbered = InformationRequest.objects.filter(agency=agency, number__regex=rf"^{prefix}\d+$")
    serial = Cast(Substr("number", len(prefix) + 1), BigIntegerField())
    last = numbered.annotate(serial=serial).aggregate(last=Max("serial"))["last"] or 0
    return f"{prefix}{last + 1:03}"


@dataclass(frozen=True, kw_only=True)
class Statistics:
    """What the public is told of a year's requests: numbers only."""

    received: int
    by_channel: Counts
    by_applicant_kind: Counts
    by_month: tuple[tuple[int, int], ...]
    by_outcome: Counts
    answered: int
    answered_in_time: int


def statistics(agency: Agency, year: int) -> Statistics:
    """Count the requests received in a year, each way by one query. Largest groups first.

    The last two figures count the requests replied to in the year, as the measures do.
    """
    requests = InformationRequest.objects.filter(agency=agency, received_on__year=year)
    months = requests.annotate(month=ExtractMonth("received_on")).values("month")
    by_month = months.annotate(count=Count("id")).order_by("month")
    replied = list(replied_in(agency, year))
    return Statistics(
        received=requests.count(),
        by_channel=_counted(requests, "channel", dict(Channel.choices)),
        by_applicant_kind=_counted(requests, "applicant_kind", dict(ApplicantKind.choices)),
        by_month=tuple((row["month"], row["count"]) for row in by_month),
        by_outcome=_counted(requests.exclude(outcome=""), "outcome", dict(Outcome.choices)),
        answered=len(replied),
        answered_in_time=sum(is_in_time(each) for each in replied),
    )


def _counted(
    requests: QuerySet[InformationRequest], field: str, labels: Mapping[str, object]
) -> Counts:
    groups = requests.values(field).annotate(count=Count("id")).order_by("-count", field)
    return tuple((str(labels[row[field]]), row["count"]) for row in groups)
