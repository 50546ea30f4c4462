"""The limits that the agency has promised or its province has settled, as pages show them."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from sunlit import statutes
from sunlit.design.faces import said
from sunlit.design.pieces import Cell, Column
from sunlit.kernel.refusals import NoSuchRule, NotYetLaw
from sunlit.organization.models import Agency, PromisedLimit, ProvincialNumber
from sunlit.organization.rules.provincial import entry, in_words, is_settled_as_limit
from sunlit.organization.selectors.limits import limits_promised, own_limit
from sunlit.organization.selectors.provincial import numbers_set, source_of

COLUMNS = (
    _("What it is for"),
    _("By law"),
    Column(_("Here"), short=True),
    Column(_("Since"), short=True),
    _("Document that says so"),
)


def rows_of(agency: Agency, *, on: date, names: Sequence[str] = ()) -> list[list[object]]:
    """Return a row for each limit that holds on a day beside the law's, or instead of it.

    With `names`, only those whose document is one of that name or number.
    """
    return [
        *_promises(agency, on=on, names=names),
        *_settled(agency, on=on, names=names),
    ]


def _promises(agency: Agency, *, on: date, names: Sequence[str]) -> Iterator[list[object]]:
    begun: dict[str, PromisedLimit] = {
        one.rule: one for one in limits_promised(agency.pk) if one.since <= on
    }
    for one in begun.values():
        if is_settled_as_limit(one.rule) or not _is_of(one.document, names):
            continue
        with suppress(NotYetLaw, NoSuchRule):  # the law does not know the rule on that day
            own = own_limit(agency.pk, one.rule, on=on)
            if own:
                here = said(own.unit.of(own.amount))
                yield [_rule(one.rule, on), _by_law(one.rule, on), here, one.since, one.document]


def _settled(agency: Agency, *, on: date, names: Sequence[str]) -> Iterator[list[object]]:
    begun: dict[str, ProvincialNumber] = {
        one.name: one for one in numbers_set(agency.pk) if one.since <= on
    }
    for one in begun.values():
        if not _is_of(one.document, names):
            continue
        title: object = said(entry(one.name).title)
        if is_settled_as_limit(one.name):
            title = _rule(one.name, on)
        here = said(in_words(one.value, one.unit))
        yield [title, _usual(one.name, on), here, one.since, said(source_of(one))]


def _is_of(document: str, names: Sequence[str]) -> bool:
    return not names or any(name and name in document for name in names)


def _rule(name: str, on: date) -> Cell:
    asked = urlencode({"rule": name, "start": on.isoformat()})
    title = said(statutes.versions(name)[-1].title)
    return Cell(title, url=f"{reverse('portal:deadline')}?{asked}")


def _by_law(name: str, on: date) -> Cell:
    version = statutes.rule(name, on=on)
    amount = said(version.limit.unit.of(version.limit.amount))
    if version.editable:
        return Cell(pgettext("limit", "left to the agency"), note=_usually(amount))
    return Cell(amount, note=said(version.limit.basis[0]))


def _usual(name: str, on: date) -> Cell:
    with suppress(NotYetLaw):  # the law says nothing on that day
        default = entry(name).default(on=on)
        usual = said(in_words(default.value, default.unit))
        return Cell(pgettext("limit", "left to the province"), note=_usually(usual))
    return Cell(pgettext("limit", "left to the province"))


def _usually(limit: str) -> str:
    return _now("usually %(limit)s") % {"limit": limit}
