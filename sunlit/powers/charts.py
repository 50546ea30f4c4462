"""Which chart a procedure has on a day: the agency's own, or the one of the law."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import zip_longest

from django.db.models import Q, QuerySet

from sunlit.flows.library import chart_in_force, shipped
from sunlit.flows.models import Run
from sunlit.flows.store import digest_of
from sunlit.organization.models import Agency
from sunlit.powers.lifecycle import ChartStatus
from sunlit.powers.models import ChartVersion


@dataclass(frozen=True, slots=True)
class ChartUsed:
    """The chart of a procedure on a day.

    `since`: the first day of the law that it follows, or of its own where no chart of the law comes
    with the program; `number`: that of the agency's own version, 0 for the chart of the law;
    `used_since`: the first day on which cases began by it.
    """

    procedure: str
    since: date
    content: bytes
    number: int
    used_since: date


def chart_used(agency: Agency, procedure: str, on: date) -> ChartUsed | None:
    """Return the chart of a procedure that is in force for an agency on a day, if it has one.

    An agency's own version holds from its day until the next one's, as long as its item is public
    and the law that it follows is in force: when the law's chart changes, that chart holds until
    the agency puts a new version in force.
    """
    law = chart_in_force(procedure, on)
    law_since = law.since if law else None
    own = versions_in_force(agency, procedure, on=on).first()
    own_since = own.in_force_from if own else None
    if own and own_since and (law_since is None or own_since >= law_since):
        return ChartUsed(procedure, law_since or own_since, own.content, own.number, own_since)
    return ChartUsed(procedure, law.since, law.content, 0, law.since) if law else None


def versions_in_force(agency: Agency, procedure: str, *, on: date) -> QuerySet[ChartVersion]:
    """Return the versions that have come into force by a day and are public, the last first."""
    return versions_public(agency, procedure, on=on).filter(in_force_from__lte=on)


@dataclass(frozen=True, slots=True)
class Era:
    """A chart of a procedure with its days: since when it was used, and until when; None: still.

    `number`: that of the agency's own version, 0 for a chart of the law.
    """

    since: date
    number: int = 0
    until: date | None = None
    note: str = ""


def eras(agency: Agency, procedure: str, *, on: date) -> list[Era]:
    """Return every chart that a procedure had by a day, and those to come, the last first."""
    own = list(versions_public(agency, procedure, on=on))
    law = [one.since for one in shipped().get(procedure, ()) if one.since <= on]
    begun = [Era(day) for day in law]
    begun += [Era(one.in_force_from, one.number, note=one.note) for one in own if one.in_force_from]
    begun.sort(key=lambda era: (era.since, era.number))
    last_of_a_day = [era for era, after in zip_longest(begun, begun[1:])
                     if after is None or after.since != era.since]  # fmt: skip
    told = [
        replace(era, until=after.since - timedelta(days=1) if after else None)
        for era, after in zip_longest(last_of_a_day, last_of_a_day[1:])
    ]
    return told[::-1]


def versions_public(agency: Agency, procedure: str, *, on: date) -> QuerySet[ChartVersion]:
    """Return the versions that the public may read: put in force, or soon, with a public item."""
    public = Q(item__withdrawn_on=None) | Q(item__withdrawn_on__gt=on)
    versions = ChartVersion.objects.filter(
        public,
        agency=agency,
        procedure__code=procedure,
        status=ChartStatus.IN_FORCE,
        item__published_on__lte=on,
    )
    return versions.select_related("chart", "procedure", "item").order_by("-in_force_from")


def running_on_earlier(agency: Agency, used: ChartUsed) -> int:
    """Return how many cases run on another chart of the procedure than the one used now."""
    runs = Run.objects.filter(agency=agency, procedure=used.procedure, is_ended=False)
    return runs.exclude(chart=digest_of(used.content)).count()
