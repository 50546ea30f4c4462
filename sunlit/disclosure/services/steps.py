"""What the acts on an item share: find and lock it, take a step of the gate, record it."""

from datetime import date

from django.db.models import Model
from django.utils.translation import gettext as _

from sunlit import statutes
from sunlit.disclosure import selectors
from sunlit.disclosure.lifecycle import TRANSITIONS, Status
from sunlit.disclosure.models import Item
from sunlit.kernel.refusals import Unacceptable
from sunlit.ledger.events import Event
from sunlit.ledger.services import record
from sunlit.organization.models import Official
from sunlit.screening.masking import masked
from sunlit.screening.rules import screen_text


def locked_item(record_id: int, by: Official) -> Item:
    """Return an item of the official's agency, locked, with its review."""
    items = Item.objects.select_for_update(of=("self",)).select_related("review", "office")
    return items.get(pk=record_id, agency=by.agency)


def take_step(item: Item, target: Status, event: Event, by: Official, today: date) -> None:
    """Take a step of the gate: the item moves on, its review keeps who did it."""
    basis = TRANSITIONS[Status(item.status), target]
    item.move_to(target)
    item.save(update_fields=["status", "body", "publish_on", "publish_at"])
    item.review.save()
    enter(event, item.review, basis, by=by, on=today)


def told_title(item: Item, *, on: date) -> str:
    """Return an item's title as the ledger keeps it for ever: without what is found in it."""
    found = screen_text(item.title, selectors.lexicon_of(item.agency))
    return masked(item.title, found, how=selectors.masking_of(item.agency, on=on))


def refuse_day_before(last: date | None, today: date) -> None:
    """Refuse a step on a day before the step that it follows."""
    if last and today < last:
        reason = _("The step before this one was taken on %(last)s, which is after %(today)s.")
        raise Unacceptable(reason % {"last": last, "today": today})


def enter(event: Event, about: Model, basis: str, *, by: Official, on: date) -> None:
    """Write what happened into the ledger, with the provision of the day."""
    record(event, about=about, by=by, day=on, basis=statutes.provision(basis, on=on))
