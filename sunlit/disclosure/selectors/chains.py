"""Which chain the drafts of a category pass, and how long the next step may take."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Q, QuerySet

from sunlit import statutes
from sunlit.disclosure.models import Category, Item, ReviewChain
from sunlit.disclosure.rules import USUAL_CHAIN, ChainStep
from sunlit.kernel.clock import Limit, Reading, Started, Unit, run
from sunlit.kernel.refusals import BeyondCalendar, NotYetLaw
from sunlit.organization.models import Agency
from sunlit.organization.selectors import official_calendar


def chains_set(agency: Agency) -> QuerySet[ReviewChain]:
    """Return the chains that an agency has set, those of before as well."""
    chains = ReviewChain.objects.filter(agency=agency).select_related("category")
    return chains.order_by("category__code", "-since")


def chain_set(category: Category, *, on: date) -> ReviewChain | None:
    """Return the chain that holds for a category on a day: its own, else that of the rest."""
    chains = chains_set(category.agency).filter(since__lte=on)
    own = chains.filter(Q(category=category) | Q(category=None)).order_by("-since")
    found = sorted(own, key=lambda one: one.category_id is None)
    return found[0] if found else None


def chain_for(category: Category, *, on: date) -> Sequence[ChainStep]:
    """Return the steps that a draft of a category passes from a day on."""
    found = chain_set(category, on=on)
    return found.chain if found else USUAL_CHAIN


def step_clock(item: Item) -> Reading | None:
    """Return the clock of the next step of an item at the gate; None where none runs."""
    review = item.review
    step = review.next_step if review.chain else None
    if step is None:
        return None
    begun_on = review.last_step_on
    try:
        basis = statutes.provision("disclosure.secrecy_review", on=begun_on)
        limit = Limit(step.days, Unit.WORKING_DAY, (basis,))
        return run(limit, [Started(begun_on)], official_calendar(item.agency_id))
    except (NotYetLaw, BeyondCalendar):
        return None
