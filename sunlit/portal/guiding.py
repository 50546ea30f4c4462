"""The disclosure guide (政府信息公开指南) as the records and the law of a day make it."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from string import Formatter

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from sunlit import statutes
from sunlit.channels.models import Board
from sunlit.design.faces import said
from sunlit.design.pieces import Cell
from sunlit.disclosure import column, themes
from sunlit.disclosure.models import Category, Ground
from sunlit.disclosure.selectors import catalogue_with_newest
from sunlit.kernel.citations import Citation
from sunlit.kernel.numbering import IndexNumber, compose
from sunlit.kernel.refusals import NotYetLaw, Unacceptable
from sunlit.organization.models import Agency
from sunlit.organization.rules.provincial import INDEX_NUMBER
from sunlit.organization.selectors import leading_group
from sunlit.organization.selectors.provincial import number_of
from sunlit.portal.hours import hours_shown

Facts = list[tuple[object, object]]
IN_WORDS = {
    "agency": pgettext_lazy("index number", "code of the agency"),
    "year": pgettext_lazy("index number", "year"),
    "month": pgettext_lazy("index number", "month"),
    "serial": pgettext_lazy("index number", "serial number"),
}
FIRST = 1
"""The serial of the index number that the guide shows."""


@dataclass(frozen=True)
class GuidePart:
    """A part of the guide that nobody writes: what the records say, by which provision."""

    anchor: str
    title: Promise
    basis: Citation | None
    facts: Facts


def guide_parts(agency: Agency, *, on: date) -> list[GuidePart]:
    """Return what the law wants a guide to say, as it is on a day, in its order."""
    listed = list(catalogue_with_newest(agency))
    told = (
        ("arrangement", _("How it is arranged"), "disclosure.guide_and_catalogue",
         _arrangement(agency, listed, on=on)),
        ("published", _("What is published"), "disclosure.content", _published(listed, on=on)),
        ("places", _("Where to find it"), "channels.reading_place", _places(agency)),
        ("application", _("What is given on application"), "foi.apply",
         _on_application(listed, on=on)),
        ("office", _("The office that answers"), "disclosure.guide_and_catalogue",
         _office(agency, on=on)),
        ("remedies", _("Supervision and remedies"), "reconsideration.apply",
         _remedies(agency, on=on)),
    )  # fmt: skip
    return [
        GuidePart(anchor, title, _cited(name, on=on), facts) for anchor, title, name, facts in told
    ]


def _arrangement(agency: Agency, listed: Iterable[Category], *, on: date) -> Facts:
    proactive = [one for one in listed if one.is_proactive and not column.is_outside(one)]
    counts: dict[str, int] = {}
    for one in proactive:
        counts[column.part_of(one).code] = counts.get(column.part_of(one).code, 0) + 1
    parts = [
        Cell(
            said(part.name),
            url=f"/disclosure/#part-{part.code}",
            note=ngettext("%(count)s category", "%(count)s categories", counts[part.code])
            % {"count": counts[part.code]},
        )
        for part in column.parts()
        if part.code in counts
    ]
    return [
        (_("Parts of the column"), parts),
        (_("Theme"), "、".join(themes.classes_of(proactive))),
        (pgettext_lazy("document", "Kind of document"), "、".join(column.genres())),
        (_("Index number"), _index_number(agency, on=on)),
    ]


def _index_number(agency: Agency, *, on: date) -> Cell | None:
    """Return what the next index numbers look like by the agency's rule, and the rule in words."""
    pattern = number_of(agency.pk, INDEX_NUMBER, on=on)
    number = IndexNumber(agency=agency.index_code, year=on.year, month=on.month, serial=FIRST)
    words = "".join(
        f"{literal}[{IN_WORDS[name]}]" if name else literal
        for literal, name, _spec, _way in Formatter().parse(pattern)
    )
    with suppress(Unacceptable):
        return Cell(compose(pattern, number), note=words)
    return None


def _published(listed: Iterable[Category], *, on: date) -> Facts:
    proactive = [one for one in listed if one.is_proactive]
    channels = dict.fromkeys(name for one in proactive for name in one.channels)
    grounds = [
        Cell(ground.label, note=said(basis))
        for ground in Ground
        if ground is not Ground.ON_APPLICATION and (basis := _cited(ground.provision, on=on))
    ]
    return [
        (_("The catalogue"), Cell(_("What is owed, by whom, how soon"), "/disclosure/catalogue/")),
        (_("Time limit"), _limit("disclosure.publish", on=on)),
        (_("Decisions on licences and penalties"), _limit("disclosure.licence_penalty", on=on)),
        (pgettext_lazy("catalogue", "Channels"), list(channels)),
        (_("What is not published"), grounds),
        (_("How it was decided"), Cell(_("Documents at source"), "/disclosure/documents/")),
    ]


def _places(agency: Agency) -> Facts:
    boards = Board.objects.filter(agency=agency).order_by("pk").values_list("name", flat=True)
    return [
        (_("By words, number, theme or year"), Cell(_("Search the column"), "/disclosure/search/")),
        (_("As a table"), Cell(_("Download the sheet (CSV)"), "/disclosure/catalogue/?format=csv")),
        (_("Website"), agency.website),
        (_("Notice boards"), list(dict.fromkeys(boards))),
        (_("On the spot"), agency.address),
    ]


def _on_application(listed: Iterable[Category], *, on: date) -> Facts:
    categories = [Cell(one.name, one.get_absolute_url()) for one in listed if not one.is_proactive]
    return [
        (_("How to ask"), Cell(_("Apply for information"), "/apply/")),
        (_("What can be asked for"), categories),
        (_("Reply within"), _limit("foi.reply", on=on)),
        (_("If extended, within"), _limit("foi.reply_extended", on=on)),
        (_("What has to be clarified is said within"), _limit("foi.clarification_notice", on=on)),
        (_("Kinds of reply"), _by("foi.kinds_of_reply", on=on)),
        (_("Fees"), _by("foi.fee", on=on)),
    ]


def _office(agency: Agency, *, on: date) -> Facts:
    group, hours = leading_group(agency, on=on), hours_shown(agency, on=on)
    return [
        (_("Agency"), agency.name),
        (_("Office"), group.office_name if group else ""),
        (_("Address"), agency.address),
        (_("Postcode"), agency.postcode),
        (_("Phone"), _call(agency.foi_phone or (group.office_phone if group else ""))),
        (_("Fax"), agency.fax),
        (_("E-mail address"), _write_to(agency.email)),
        (_("Website"), agency.website),
        (_("Office hours"), [f"{days} {spans}" for days, spans in hours.facts]),
        (_("Where the hours come from"), hours.note),
    ]


def _remedies(agency: Agency, *, on: date) -> Facts:
    return [
        (_("Who supervises"), _call(agency.supervision_phone)),
        (_("Complaints"), _call(agency.complaint_phone)),
        (_("Reconsideration is applied for within"), _limit("reconsideration.apply", on=on)),
        (_("A lawsuit is filed within"), _limit("litigation.direct", on=on)),
    ]


def _call(number: str) -> Cell | None:
    return Cell(number, f"tel:{number}") if number else None


def _write_to(address: str) -> Cell | None:
    return Cell(address, f"mailto:{address}") if address else None


def _limit(name: str, *, on: date) -> Cell | None:
    """Return a limit with the day from which it runs and its article; None before its law."""
    try:
        rule = statutes.rule(name, on=on)
    except NotYetLaw:
        return None
    amount = said(rule.limit.unit.of(rule.limit.amount))
    return Cell(amount, note=" · ".join(_notes(rule)))


def _notes(rule: statutes.Rule) -> Iterator[str]:
    yield said(_("since %(day)s") % {"day": said(rule.runs_from)})
    yield from (said(basis) for basis in rule.limit.basis)


def _by(name: str, *, on: date) -> str:
    basis = _cited(name, on=on)
    return said(basis) if basis else ""


def _cited(name: str, *, on: date) -> Citation | None:
    try:
        return statutes.provision(name, on=on)
    except NotYetLaw:
        return None
