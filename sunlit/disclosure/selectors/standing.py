"""How each category of the catalogue stands on a day against its own promise."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Max, Prefetch, Q
from django.db.models.functions import Length

from sunlit import statutes
from sunlit.disclosure import rules
from sunlit.disclosure.models import Category, CategoryRole, FormerEntry, Item
from sunlit.disclosure.models.items import SHOWN
from sunlit.kernel.limits import Limit, Unit
from sunlit.kernel.refusals import NotYetLaw
from sunlit.organization.models import Agency

INDICATORS = {
    CategoryRole.NEWS.value: "website.news",
    CategoryRole.NOTICES.value: "website.policy",
}
"""By which limit an inspection of websites measures a category, by what it is for."""
SHORTEST = 20
"""A text of fewer characters tells too little to be its own summary."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A category, and how it stands on a day."""

    category: Category
    held: rules.Held
    freshness: rules.Freshness
    shortfalls: tuple[rules.Shortfall, ...]
    promised_on: date | None
    """The day by which the next item, or the first one, is promised; None without a rhythm."""

    @property
    def word(self) -> str:
        """What is said of it in one word: the worst that is wrong, else how fresh it is."""
        return self.shortfalls[0].value if self.shortfalls else self.freshness.value

    @property
    def is_due(self) -> bool:
        """Whether nothing is wrong yet and the promised day is near."""
        return not self.shortfalls and self.freshness is rules.Freshness.DUE


def standings(agency: Agency, *, on: date) -> list[Standing]:
    """Return how each category of proactive disclosure stands on a day, in three queries.

    It is held against what the catalogue said of it on that day, which is not always what it says.
    """
    return _standings(Q(agency=agency), Q(agency=agency), on=on)


def standing_of(category: Category, *, on: date) -> Standing | None:
    """Return how one category stands on a day; None where nothing was promised on it."""
    found = _standings(Q(pk=category.pk), Q(category=category), on=on)
    return found[0] if found else None


def _standings(which: Q, items: Q, *, on: date) -> list[Standing]:
    in_force = Q(ended_on=None) | Q(ended_on__gt=on)
    shown = _shown_on(on, "items__")
    said_then = FormerEntry.objects.filter(since__lte=on, until__gt=on).order_by("-until", "-pk")
    categories = Category.objects.filter(which, in_force, is_proactive=True, since__lte=on)
    judged = categories.annotate(
        count=Count("items", filter=shown),
        published=Max("items__published_on", filter=shown),
        revised=Max("items__revised_on", filter=shown & Q(items__revised_on__lte=on)),
    ).prefetch_related(Prefetch("former", said_then, to_attr="said_then"))
    told = _told(items, on)
    related = judged.select_related("office").order_by("code")
    return [_standing(one, told[one.pk], on=on) for one in related]


def _told(items: Q, on: date) -> dict[int, tuple[set[str], int]]:
    """Return what the public items of each category tell, and how many tell too little."""
    thin = Q(summary="", length__lt=SHORTEST)
    asked = Item.objects.filter(items, _shown_on(on)).annotate(length=Length("body"))
    rows = asked.filter(thin | ~Q(elements=[])).order_by()
    elements: dict[int, set[str]] = defaultdict(set)
    counts: dict[int, int] = defaultdict(int)
    values = rows.values_list("category_id", "elements", "summary", "length")
    for category_id, names, summary, length in values:
        elements[category_id].update(names)
        counts[category_id] += not summary and length < SHORTEST
    found: dict[int, tuple[set[str], int]] = defaultdict(lambda: (set(), 0))
    found.update({one: (elements[one], counts[one]) for one in elements})
    return found


def _standing(category: Category, told: tuple[set[str], int], *, on: date) -> Standing:
    count, published, revised = (
        getattr(category, name) for name in ("count", "published", "revised")
    )
    newest_on = max((day for day in (published, revised) if day), default=None)
    names, undescribed = told
    said: dict[str, Any] = next((one.said for one in getattr(category, "said_then", ())), {})
    frequency: str = said.get("frequency", category.frequency)
    held = rules.Held(
        count=count,
        newest_on=newest_on,
        frequency=frequency,
        missing=tuple(one for one in said.get("elements", category.elements) if one not in names),
        undescribed=undescribed,
        measured_by=_measured_by(category, newest_on, on=on),
    )
    return Standing(
        category=category,
        held=held,
        freshness=rules.freshness(frequency, newest_on, on=on),
        shortfalls=rules.shortfalls(held, on=on),
        promised_on=rules.next_promised(frequency, newest_on or category.since),
    )


def indicator_of(category: Category, *, on: date) -> Limit | None:
    """Return the limit by which an inspection measures a category on a day, if it does."""
    name = INDICATORS.get(category.role)
    try:
        return statutes.limit(name, on=on) if name else None
    except NotYetLaw:
        return None


def _measured_by(category: Category, newest_on: date | None, *, on: date) -> date | None:
    limit = indicator_of(category, on=on)
    if limit is None or newest_on is None:
        return None
    if limit.unit is Unit.MONTH:
        return rules.months_later(newest_on, limit.amount)
    return newest_on + timedelta(days=limit.amount)


def _shown_on(day: date, way: str = "") -> Q:
    """Return the condition that a text was shown on a day; `way` leads to the item."""
    kept = Q(**{f"{way}withdrawn_on": None}) | Q(**{f"{way}withdrawn_on__gt": day})
    lasts = Q(**{f"{way}expires_on": None}) | Q(**{f"{way}expires_on__gte": day})
    begun = Q(**{f"{way}published_on__lte": day, f"{way}status__in": SHOWN})
    return begun & kept & lasts
