"""What the clock brings about: scheduled items become public, and their last day ends."""

from dataclasses import dataclass, field
from datetime import date, time

from sunlit.disclosure import selectors, services
from sunlit.disclosure.models import Item
from sunlit.kernel.refusals import Refused
from sunlit.organization.models import Agency


@dataclass
class CarriedOut:
    """What became public, what is shown no longer, and what had to stay where it was, and why."""

    published: list[Item] = field(default_factory=list)
    expired: list[Item] = field(default_factory=list)
    refused: list[tuple[Item, Refused]] = field(default_factory=list)


def carry_out(agency: Agency, *, on: date, at: time) -> CarriedOut:
    """Publish what is to be public by this moment, and end what was to be shown until yesterday.

    What the gate refuses stays scheduled; it waits at the desk for the disclosure clerk.
    """
    done = CarriedOut()
    for item, by in list(selectors.to_be_published(agency, on=on, at=at)):
        try:
            published = services.publish_when_due(record_id=item.pk, by=by, today=on)
        except Refused as refusal:
            done.refused.append((item, refusal))
        else:
            done.published.append(published)
    for item, by in list(selectors.past_their_last_day(agency, on=on)):
        done.expired.append(services.expire(record_id=item.pk, by=by, today=on))
    return done
