"""How much time is left to publish an item."""

from datetime import date

from sunlit import statutes
from sunlit.disclosure.lifecycle import Status
from sunlit.disclosure.models import Item
from sunlit.kernel.clock import Ended, Event, Reading, Started, run
from sunlit.kernel.refusals import BeyondCalendar, NotYetLaw
from sunlit.organization.models import Agency
from sunlit.organization.selectors import official_calendar


def publication_clock(item: Item) -> Reading | None:
    """Return the clock by which an item is to be published.

    It ends with the publication, or with the decision that it may not be published. None where
    no law or calendar speaks of the day on which the item was made.
    """
    ended_on = item.published_on
    if item.status == Status.WITHHELD:
        ended_on = max(item.made_on, item.review.approved_on or item.made_on)
    if item.status in (Status.MERGED, Status.DROPPED):
        ended_on = item.revision.ended_on
    return _read(item.agency_id, item.made_on, ended_on)


def publication_due_on(agency: Agency, made_on: date) -> date | None:
    """Return the last day on which what was made on a day is published in time."""
    reading = _read(agency.pk, made_on, None)
    return reading.due_on if reading else None


def _read(agency_id: int, made_on: date, ended_on: date | None) -> Reading | None:
    events: list[Event] = [Started(made_on)]
    if ended_on:
        events.append(Ended(ended_on))
    try:
        limit = statutes.limit("disclosure.publish", on=made_on)
        return run(limit, events, official_calendar(agency_id))
    except (NotYetLaw, BeyondCalendar):
        return None
