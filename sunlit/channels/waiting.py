"""Papers that have hung on a board for long, and street signs not looked at for a year."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Q

from sunlit.channels.models import Posting, PostingKind, StreetSign
from sunlit.design.registers import Waiting
from sunlit.organization.models import Agency, Role

LONG_DAYS = 365
"""A year of our own: after it somebody is reminded; no provision sets it."""


def papers_hanging(agency: Agency, on: date) -> Iterable[Waiting]:
    """Yield the papers that have hung for a year, the oldest first; promises stay up."""
    long_ago = on - timedelta(days=LONG_DAYS)
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
    long_ago = on - timedelta(days=LONG_DAYS)
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
