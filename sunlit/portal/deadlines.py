"""What the calculator's page says of an answer: the law of the day, and how it was before."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from sunlit import statutes
from sunlit.design.faces import day, moment, said
from sunlit.design.pieces import Cell, Column
from sunlit.kernel.clock import Kind
from sunlit.kernel.refusals import Refused
from sunlit.kernel.wording import Wording
from sunlit.portal.calculator import Answer

UNSURE = ("page", "memory")


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer as the page shows it."""

    lead: str
    due: str
    due_iso: str
    title: str
    subject: str
    facts: list[tuple[str, str]]
    notes: list[str]
    is_of_hours: bool


def shown(found: Answer) -> Shown:
    """Put an answer into words."""
    version = found.rule
    if isinstance(found, statutes.HourDeadline):
        due, iso = moment(found.reading.due_at), f"{found.reading.due_at:%Y-%m-%dT%H:%M}"
    else:
        due, iso = day(found.due_on), found.due_on.isoformat()
    return Shown(
        lead=_lead(found),
        due=due,
        due_iso=iso,
        title=said(version.title),
        subject=said(statutes.subject_of(version.name)),
        facts=list(_facts(found)),
        notes=[said(note) for note in statutes.notes(found)],
        is_of_hours=isinstance(found, statutes.HourDeadline),
    )


def columns() -> list[Column]:
    """Return the heads of the table that compares the versions."""
    return [
        Column(_("In force")),
        Column(_("Limit")),
        Column(_("By")),
        Column(_("It would give"), short=True),
    ]


def compared(found: Answer) -> list[list[Cell]]:
    """Return each version of the rule with what it gives from the same day, the newest first."""
    return [
        [
            Cell(_period(version), note=_("applied here") if version == found.rule else ""),
            Cell(_limit(version)),
            Cell("; ".join(said(cited) for cited in version.limit.basis)),
            Cell(_given(found, version)),
        ]
        for version in reversed(statutes.versions(found.rule.name))
    ]


def _given(found: Answer, version: statutes.Rule) -> str:
    if version == found.rule:
        return shown(found).due
    if isinstance(found, statutes.HourDeadline):
        return ""
    spans = [(pause.after, pause.until or pause.after) for pause in found.reading.pauses]
    extended = min(found.extended, version.extension)
    try:
        calendar, start = found.reading.calendar, found.reading.start
        return day(statutes.under(version, start, spans, extended, calendar=calendar).due_on)
    except Refused as refused:
        return said(refused)


def _lead(found: Answer) -> str:
    if found.rule.limit.kind is Kind.AT_LEAST:
        return _("Not before the end of")
    if found.rule.limit.backwards:
        return _("At the latest on, counted back")
    return _("At the latest on")


def _facts(found: Answer) -> Iterable[tuple[str, str]]:
    version = found.rule
    yield _("Limit"), _limit(version, found.extended)
    yield _("Runs from"), said(version.runs_from)
    yield _("Whose limit"), said(statutes.party_of(version))
    yield _("By"), "; ".join(_cited(version))
    yield _("Law of the day"), _("in force %(period)s") % {"period": _period(version)}
    if version.extension:
        facts = {"most": _amount(version, version.extension), "who": said(version.approver)}
        yield _("Can be extended"), _("once, by %(most)s at most: %(who)s") % facts
    if version.excluded:
        yield _("Left out by law"), _listed(version.excluded)
    if version.restarts:
        yield _("Begins anew"), _listed(version.restarts)


def _cited(version: statutes.Rule) -> Iterable[str]:
    doubt = pgettext("confidence", "to be compared with the text")
    for cited in version.limit.basis:
        yield f"{said(cited)} ({doubt})" if cited.confidence in UNSURE else said(cited)


def _limit(version: statutes.Rule, extended: int = 0) -> str:
    amount = _amount(version, version.limit.amount)
    if extended:
        more = _amount(version, extended)
        amount = _("%(amount)s, extended by %(more)s") % {"amount": amount, "more": more}
    if version.limit.kind is Kind.AT_LEAST:
        return _("at least %(amount)s") % {"amount": amount}
    if version.limit.backwards:
        return _("%(amount)s before") % {"amount": amount}
    return amount


def _amount(version: statutes.Rule, amount: int) -> str:
    return said(version.limit.unit.of(amount))


def _period(version: statutes.Rule) -> str:
    if version.until is None:
        return _("since %(day)s") % {"day": day(version.since)}
    return _("from %(first)s to %(last)s") % {
        "first": day(version.since),
        "last": day(version.until),
    }


def _listed(words: Iterable[Wording]) -> str:
    return "; ".join(said(one) for one in words)
