"""How often decisions were public in time, as a table whose figures open their records."""

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.approvals.selectors.timeliness import Period, TakenBack, Timeliness
from sunlit.design.pieces import Cell, Column

Address = Callable[[Period, Mapping[str, str]], str]
"""Where the records of a period that stand in some way are listed."""


def heads() -> list[Column]:
    """Return the headings of the table."""
    labels = (
        _("Had to be public"),
        _("In time"),
        pgettext_lazy("publicity", "Late"),
        _("Not public, late"),
        _("Not yet due"),
        _("Share in time"),
        _("Withdrawn"),
        _("Of these in time"),
    )
    return [Column(_("Decided in"), short=True), *(Column(label, number=True) for label in labels)]


def row(period: Period, address: Address) -> list[Cell | str]:
    """Return the figures of a year or of a month."""
    ways = (Timeliness.IN_TIME, Timeliness.LATE, Timeliness.OVERDUE, Timeliness.PENDING)

    def figure(count: int, **asked: str) -> Cell | str:
        return Cell(count, url=address(period, asked), evidence=True) if count else "0"

    standing = [figure(period.timeliness.get(way, 0), timeliness=way.value) for way in ways]
    in_time = period.taken_back.get(TakenBack.IN_TIME, 0)
    with_limit = in_time + period.taken_back.get(TakenBack.LATE, 0)
    return [
        spoken(period),
        figure(period.all),
        *standing,
        "–" if period.share is None else f"{period.share} %",
        figure(period.withdrawn, withdrawn="False"),
        figure(in_time, taken_back=TakenBack.IN_TIME.value) if with_limit else "–",
    ]


def spoken(period: Period) -> str:
    """Return a period as a year or as a month of it."""
    return f"{period.year}-{period.month:02}" if period.month else str(period.year)


def days_of(period: Period) -> tuple[date, date]:
    """Return the first and the last day of a period."""
    first, last = (period.month, period.month) if period.month else (1, 12)
    end = monthrange(period.year, last)[1]
    return date(period.year, first, 1), date(period.year, last, end)


def at_the_desk(period: Period, asked: Mapping[str, str]) -> str:
    """Return where the desk lists the records of a period."""
    first, last = days_of(period)
    words = {"counted": "False", **asked, "day": "decided_on"}
    words |= {"since": first.isoformat(), "until": last.isoformat()}
    return f"{reverse('desk:register', args=['dual-publicity'])}?{urlencode(words)}"


def in_public(period: Period, asked: Mapping[str, str], **more: str) -> str:
    """Return where the public site lists the records of a period."""
    words = {**more, "year": str(period.year), "month": str(period.month or ""), **asked}
    known = {name: value for name, value in words.items() if value}
    return f"{reverse('portal:decisions-in-time')}?{urlencode(known)}#records"
