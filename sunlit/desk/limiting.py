"""The limits that an agency has set, and what its province has settled, on one page."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit import statutes
from sunlit.design.faces import said
from sunlit.design.pieces import Cell, Column
from sunlit.kernel.refusals import NoSuchRule, NotYetLaw
from sunlit.kernel.wording import Wording
from sunlit.organization.models import Confidence, Official, PromisedLimit
from sunlit.organization.rules.limits import used
from sunlit.organization.rules.provincial import entries
from sunlit.organization.selectors.limits import limits_promised, promise_in_force
from sunlit.organization.selectors.provincial import numbers_set, settled

OWN, PROVINCIAL = "own-limits", "provincial-numbers"

OWN_COLUMNS = (
    _("Limit"),
    Column(_("Own limit"), short=True),
    _("The law's limit"),
    Column(_("Since"), short=True),
    Column(_("Document that says so"), short=True),
    _("Where it is used"),
)
PROVINCIAL_COLUMNS = (
    _("What is settled"),
    pgettext_lazy("limit", "Value"),
    Column(_("Since"), short=True),
    pgettext_lazy("limit", "Source"),
    _("How sure it is"),
    Column(_("Versions"), number=True),
    _("Where it is used"),
)


def own_limits(by: Official, *, on: date) -> list[list[object]]:
    """Return a row for each own limit that holds on a day, and for each that is to come."""
    kept = limits_promised(by.agency_id)
    standing = [
        one
        for one in kept
        if one.since > on or promise_in_force(by.agency_id, one.rule, on=on) == one
    ]
    return [
        [
            Cell(_title(one), url=reverse("desk:record", args=[OWN, one.pk])),
            said(one.counted_in.of(one.amount)),
            _by_law(one, on=max(one.since, on)),
            _since(one.since, on),
            one.document,
            _places(used(one.rule)),
        ]
        for one in standing
    ]


def provincial_numbers(by: Official, *, on: date, may_open: bool) -> list[list[object]]:
    """Return a row for each thing that provinces settle, with what holds on a day."""
    return list(_provincial_rows(by, on, may_open=may_open))


def _provincial_rows(by: Official, on: date, *, may_open: bool) -> Iterator[list[object]]:
    kept = numbers_set(by.agency_id)
    for name, one in entries().items():
        versions = sum(number.name == name for number in kept)
        try:
            now = settled(by.agency_id, name, on=on)
        except NotYetLaw:
            title, places = said(one.title), _places(one.used)
            yield [title, _("nothing yet"), "", "", "", versions, places]
            continue
        url = ""
        if now.record and may_open:
            url = reverse("desk:record", args=[PROVINCIAL, now.record.pk])
        yield [
            Cell(said(one.title), url=url),
            Cell(said(now.wording), note="" if now.record else _("the usual value")),
            now.record.since if now.record else "",
            said(now.source),
            Confidence(now.confidence).label,
            versions,
            _places(one.used),
        ]


def _title(one: PromisedLimit) -> str:
    return said(statutes.versions(one.rule)[-1].title)


def _by_law(one: PromisedLimit, *, on: date) -> object:
    with suppress(NotYetLaw, NoSuchRule):  # the law does not know the rule on that day
        version = statutes.rule(one.rule, on=on)
        amount = said(version.limit.unit.of(version.limit.amount))
        if version.editable:
            usual = _now("usually %(limit)s") % {"limit": amount}
            return Cell(_("left to the agency"), note=usual)
        cited = version.limit.basis[0]
        doubt = f" ({_now('to be compared with the text')})" if cited.is_unsure else ""
        return Cell(amount, note=f"{said(cited)}{doubt}")
    return ""


def _since(day: date, on: date) -> object:
    return Cell(day, note=_("to come")) if day > on else day


def _places(places: tuple[Wording, ...]) -> str:
    return said(Wording(";".join(p.zh for p in places), "; ".join(p.en for p in places)))
