"""The four levels of responsibility, as a chain is drawn: who answers, from leader to person."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from sunlit.design.pieces import Station
from sunlit.organization.models import DutyLevel
from sunlit.organization.selectors import Chain, Holder, Link

OFFICER = _("Information officer")
"""The post that stands for whoever holds it: no name is kept, and none is shown."""
NOBODY = _("Nobody answers at this level")


def answering_stations(chain: Chain, *, office_url: str = "") -> list[Station]:
    """Return an office's four levels as stations; a level at which nobody answers says so."""
    return [
        station
        for link in chain.links
        for station in _stations(link, office_url if link.level == DutyLevel.OFFICE else "", chain)
    ]


def holders_of(link: Link) -> list[object]:
    """Return who answers at a level, as a list shows it."""
    return [_post(holder) for holder in link.holders]


def _stations(link: Link, url: str, chain: Chain) -> Iterator[Station]:
    kind = DutyLevel(link.level).label
    if link.is_gap:
        yield Station(kind, "", state="late", word=NOBODY)
    for holder in link.holders:
        title = _post(holder)
        if link.level == DutyLevel.OFFICE:
            title = f"{chain.office.name} · {holder.post}"
        yield Station(kind, title, on=holder.since, url=url, note=holder.duty)


def _post(holder: Holder) -> object:
    return holder.post or OFFICER
