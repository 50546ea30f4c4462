"""Papers that have hung on a board for long, and street signs not looked at for a year."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Q

from sunlit.channels.models import Posting, PostingKind, StreetSign
from sunlit.design.registers import Waiting
from sunlit.organization.models import Agency, Role

HANGING_DAYS = 90
INSPECTION_DAYS = 365
"""Days of our own: after them somebody is reminded; no provision sets them."""


def papers_hanging(agency: Agency, on: date) -> Iterable[Waiting]:
    """Yield the papers that have hung for three months, the oldest first; promises stay up."""
    long_ago = on - timedelta(days=HANGING_DAYS)
    papers = Posting.objects.filter(agency=agency, removed_on=None, posted_on__lte=long_ago)
    papers = papers.exclude(kind=PostingKind.PROMISE)
    for paper in papers.select_related("office", "board").order_by("posted_on", "code"):
        yield Waiting(
            record=paper,
            act="take-down",
            roles=frozenset({Role.CLERK}),
            office=paper.office,
            since=paper.posted_on,
        )


def signs_unseen(agency: Agency, on: date) -> Iterable[Waiting]:
    """Yield the signs that nobody has inspected for a year; the responsible office does."""
    long_ago = on - timedelta(days=INSPECTION_DAYS)
    unseen = Q(checked_on=None, installed_on__lte=long_ago) | Q(checked_on__lte=long_ago)
    signs = StreetSign.objects.filter(unseen, agency=agency, removed_on=None)
    for sign in signs.select_related("office").order_by("installed_on", "code"):
        yield Waiting(
            record=sign,
            act="inspect",
            roles=frozenset({Role.CLERK}) if sign.office is None else frozenset(),
            office=sign.office,
            office_roles=frozenset(Role),
            since=sign.checked_on or sign.installed_on,
        )
