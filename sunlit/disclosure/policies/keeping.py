"""Who may confirm what is public, keep a record longer, or hand it over, and when."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from sunlit.disclosure import selectors
from sunlit.disclosure.lifecycle import Status
from sunlit.disclosure.models import Category, Item
from sunlit.disclosure.models.items import SHOWN
from sunlit.disclosure.policies.revising import (
    CORRECTION,
    why_not_beside_another,
    why_not_of_office,
)
from sunlit.disclosure.policies.stages import at_another_stage, of_case, why_not_at
from sunlit.kernel.refusals import NotPermitted, Refused, WrongMoment
from sunlit.organization.models import Official, Role
from sunlit.organization.selectors import office_day

RETENTION, HAND_OVER = "disclosure.retention", "disclosure.hand_over"


def why_not_set_keeping(by: Official, _category: Category) -> Refused | None:
    """Say why this official may not set how a category's items are looked after."""
    if by.has_role(Role.CLERK, Role.ADMINISTRATOR):
        return None
    return NotPermitted(
        _("Only a disclosure clerk or an administrator may set this for a category."),
        remedy=_("Ask the disclosure clerk."),
    )


def why_not_confirm(by: Official, item: Item) -> Refused | None:
    """Say why this official may not confirm now that a public item is right as it is."""
    if refusal := why_not_of_office(by, item):
        return refusal
    if by.pk in wrote(item):
        return NotPermitted(
            _("Who drafted the text does not confirm it: it takes another pair of eyes."),
            remedy=_("Ask a colleague of the office, or the disclosure clerk."),
            basis=of_case(CORRECTION, item),
        )
    if refusal := why_not_at(Status.PUBLISHED, item) or why_not_beside_another(item):
        return refusal
    if not item.category.review_months:
        return WrongMoment(
            _("No time is set after which the items of this category are read again."),
            remedy=_("The disclosure clerk can set one for the category."),
            basis=of_case(CORRECTION, item),
        )
    return None


def why_not_extend_retention(by: Official, item: Item, *, on: date | None = None) -> Refused | None:
    """Say why this official may not keep a record for longer now: it is appraised at the end."""
    if refusal := _why_not_keep_records(by, item):
        return refusal
    until = selectors.kept_until(item)
    if until is None:
        return WrongMoment(
            _("%(number)s is kept for ever already.") % {"number": item.index_number},
            basis=of_case(RETENTION, item),
        )
    if (on or office_day()) < until - selectors.NOTICE_OF_END:
        return WrongMoment(
            _("%(number)s is kept until %(until)s; whether for longer is decided near that day.")
            % {"number": item.index_number, "until": until},
            basis=of_case(RETENTION, item),
        )
    return None


def why_not_hand_over(by: Official, item: Item) -> Refused | None:
    """Say why this official may not hand a record over to an archive now."""
    return _why_not_keep_records(by, item)


def _why_not_keep_records(by: Official, item: Item) -> Refused | None:
    if not by.has_role(Role.CLERK):
        return NotPermitted(
            _("Only a disclosure clerk may decide how long a record is kept, and where."),
            remedy=_("Ask the disclosure clerk."),
            basis=of_case(RETENTION, item),
        )
    if item.status not in SHOWN:
        return at_another_stage(item)
    keeping = selectors.keeping_of(item)
    if keeping and keeping.handed_over_on:
        return WrongMoment(
            _("%(number)s was handed over to %(archive)s already.")
            % {"number": item.index_number, "archive": keeping.handed_over_to},
            basis=of_case(HAND_OVER, item),
        )
    return None


def wrote(item: Item) -> frozenset[int]:
    """Return the key of who drafted a public text as it is, where that is known."""
    revision = selectors.latest_revision(item)
    drafter = (revision.draft if revision else item).review.drafter_id
    return frozenset() if drafter is None else frozenset({drafter})
