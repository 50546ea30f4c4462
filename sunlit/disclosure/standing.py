"""How a category stands, in words, each with the provision or the indicator that says so."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy, pgettext_lazy

from sunlit.design.registers import Waiting
from sunlit.disclosure import column, policies, selectors
from sunlit.disclosure.models import Category
from sunlit.disclosure.policies.stages import cited
from sunlit.disclosure.rules import Freshness, Shortfall
from sunlit.disclosure.selectors import Standing
from sunlit.kernel.citations import Citation
from sunlit.kernel.limits import Unit
from sunlit.organization.models import Agency, Role

HEAD = frozenset({Role.SECTION_HEAD})
WORDS: dict[Shortfall, tuple[str, Promise]] = {
    Shortfall.BLANK: ("late", pgettext_lazy("category", "blank")),
    Shortfall.STALE: ("late", pgettext_lazy("category", "later than promised")),
    Shortfall.BEYOND_INDICATOR: ("late", pgettext_lazy("category", "beyond the indicator")),
    Shortfall.INCOMPLETE: ("at_risk", pgettext_lazy("category", "incomplete")),
    Shortfall.UNDESCRIBED: ("at_risk", pgettext_lazy("category", "without a summary")),
}
FRESHNESS: dict[Freshness, tuple[str, Promise]] = {
    Freshness.EMPTY: ("neutral", pgettext_lazy("category", "nothing yet")),
    Freshness.AS_IT_HAPPENS: ("done", pgettext_lazy("category", "kept up as things change")),
    Freshness.FRESH: ("in_time", pgettext_lazy("category", "fresh")),
    Freshness.DUE: ("at_risk", pgettext_lazy("category", "the next one is due")),
    Freshness.STALE: ("late", pgettext_lazy("category", "later than promised")),
}


@dataclass(frozen=True)
class Reason:
    """Why a category is not as it should be, and by what that is measured."""

    state: str
    word: Promise
    text: str | Promise
    basis: Citation | None


def time_limit(category: Category) -> object:
    """Return the time limit of a category as a page says it; nothing where it states none."""
    if category.limit_amount is not None:
        return Unit(category.limit_unit).of(category.limit_amount)
    return category.get_limit_unit_display()


def face(standing: Standing) -> tuple[str, Promise]:
    """Return the state and the word for how a category stands: the worst that is wrong."""
    if standing.shortfalls:
        return WORDS[standing.shortfalls[0]]
    return FRESHNESS[standing.freshness]


def reasons(standing: Standing, *, on: date) -> list[Reason]:
    """Return each way in which a category falls short on a day."""
    return [
        Reason(*WORDS[one], _text(one, standing), _basis(one, standing, on=on))
        for one in standing.shortfalls
    ]


def categories_waiting(agency: Agency, on: date) -> Iterable[Waiting]:
    """Yield the categories that fall short, or are to be kept up within days: their office's."""
    for one in selectors.standings(agency, on=on):
        if one.shortfalls or one.is_due:
            yield Waiting(
                record=one.category,
                office=one.category.office,
                office_roles=HEAD,
                due_on=_due_on(one),
                since=one.held.newest_on or one.category.since,
            )


def _due_on(standing: Standing) -> date | None:
    """Return the first day that was missed, or is near; None where no day was promised."""
    by_rhythm = standing.is_due or not set(standing.shortfalls).isdisjoint(
        {Shortfall.STALE, Shortfall.BLANK}
    )
    days = [standing.promised_on if by_rhythm else None]
    if Shortfall.BEYOND_INDICATOR in standing.shortfalls:
        days.append(standing.held.measured_by)
    return min((day for day in days if day), default=None)


def _text(one: Shortfall, standing: Standing) -> str | Promise:
    held = standing.held
    values = {
        "frequency": held.frequency,
        "names": "、".join(held.missing),
        "count": held.undescribed,
        "day": held.measured_by,
    }
    return {
        Shortfall.BLANK: _("Nothing is public in this category."),
        Shortfall.STALE: _("It is promised: %(frequency)s. The newest item is older than that."),
        Shortfall.BEYOND_INDICATOR: _("An inspection would have found it stale since %(day)s."),
        Shortfall.INCOMPLETE: _("No public item tells: %(names)s."),
        Shortfall.UNDESCRIBED: ngettext_lazy(
            "%(count)s item says too little to be summed up, and has no summary.",
            "%(count)s items say too little to be summed up, and have no summary.",
            "count",
        ),
    }[one] % values


def _basis(one: Shortfall, standing: Standing, *, on: date) -> Citation | None:
    category = standing.category
    if one is Shortfall.BEYOND_INDICATOR:
        limit = selectors.indicator_of(category, on=on)
        return limit.basis[0] if limit else None
    if one is Shortfall.INCOMPLETE:
        return column.part_of(category).basis(on)
    return cited(policies.CATALOGUE, on=on)
