"""What the calculator's page says of an answer: the law of the day, and how it was before."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from sunlit import statutes
from sunlit.design.faces import day, moment, said
from sunlit.design.pieces import Cell, Column
from sunlit.kernel.clock import Kind
from sunlit.kernel.refusals import Refused
from sunlit.kernel.wording import Wording
from sunlit.organization.selectors.deadlines import Answer, Answered, Setter

NAMES = {
    Setter.PROMISE: _("Promised by the agency"),
    Setter.AGENCY: _("Set by the agency"),
    Setter.PROVINCE: _("Settled by the province"),
}


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
    due, iso = _end(found)
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


@dataclass(frozen=True, slots=True)
class OwnShown:
    """The law's day and the own day side by side, as the page shows them."""

    law_name: Any
    law: str
    law_iso: str
    name: Any
    due: str
    due_iso: str
    limit: str
    source: str
    verdict: str


def own_day(found: Answered) -> OwnShown | None:
    """Put the day of the agency's own limit into words, beside the law's; None without one."""
    if found.own is None:
        return None
    (law, law_iso), (own, own_iso) = _end(found.law), _end(found.own.found)
    version = found.own.found.rule
    return OwnShown(
        law_name=_now("Usually") if found.own.holds_instead else _now("By law"),
        law=law,
        law_iso=law_iso,
        name=NAMES[found.own.setter],
        due=own,
        due_iso=own_iso,
        limit=_limit(version, found.own.found.extended),
        source=said(version.limit.basis[0]),
        verdict=_verdict(found),
    )


def _verdict(found: Answered) -> str:
    if found.own and found.own.holds_instead:
        return _now("The limit that was set holds instead of the usual one.")
    if found.earlier == "same":
        return _now("Both are the same day.")
    if found.earlier == "own":
        return _now("The promised day is the earlier one; the agency has bound itself to it.")
    return _now("The law's day is the earlier one.")


def _end(found: Answer) -> tuple[str, str]:
    if isinstance(found, statutes.HourDeadline):
        return moment(found.reading.due_at), f"{found.reading.due_at:%Y-%m-%dT%H:%M}"
    return day(found.due_on), found.due_on.isoformat()


def columns() -> list[Column]:
    """Return the heads of the table that compares the versions."""
    return [
        Column(_now("In force")),
        Column(_now("Limit")),
        Column(_now("By")),
        Column(_now("It would give"), short=True),
    ]


def compared(found: Answer, *, is_applied: bool = True) -> list[list[Cell]]:
    """Return each version of the rule with what it gives from the same day, the newest first.

    `is_applied`: whether that of the day is applied, and no other limit holds instead.
    """
    note = _now("applied here") if is_applied else _now("in force, but another limit was set")
    return [
        [
            Cell(_period(version), note=note if version == found.rule else ""),
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
        return _now("Not before the end of")
    if found.rule.limit.backwards:
        return _now("At the latest on, counted back")
    return _now("At the latest on")


def _facts(found: Answer) -> Iterable[tuple[str, str]]:
    version = found.rule
    yield _now("Limit"), _limit(version, found.extended)
    yield _now("Runs from"), said(version.runs_from)
    yield _now("Whose limit"), said(statutes.party_of(version))
    yield _now("By"), "; ".join(_cited(version))
    yield _now("Law of the day"), _now("in force %(period)s") % {"period": _period(version)}
    if version.extension:
        facts = {"most": _amount(version, version.extension), "who": said(version.approver)}
        yield _now("Can be extended"), _now("once, by %(most)s at most: %(who)s") % facts
    if version.excluded:
        yield _now("Left out by law"), _listed(version.excluded)
    if version.restarts:
        yield _now("Begins anew"), _listed(version.restarts)


def _cited(version: statutes.Rule) -> Iterable[str]:
    doubt = pgettext("confidence", "to be compared with the text")
    for cited in version.limit.basis:
        yield f"{said(cited)} ({doubt})" if cited.is_unsure else said(cited)


def _limit(version: statutes.Rule, extended: int = 0) -> str:
    amount = _amount(version, version.limit.amount)
    if extended:
        more = _amount(version, extended)
        amount = _now("%(amount)s, extended by %(more)s") % {"amount": amount, "more": more}
    if version.limit.kind is Kind.AT_LEAST:
        return _now("at least %(amount)s") % {"amount": amount}
    if version.limit.backwards:
        return _now("%(amount)s before") % {"amount": amount}
    return amount


def _amount(version: statutes.Rule, amount: int) -> str:
    return said(version.limit.unit.of(amount))


def _period(version: statutes.Rule) -> str:
    if version.until is None:
        return _now("since %(day)s") % {"day": day(version.since)}
    return _now("from %(first)s to %(last)s") % {
        "first": day(version.since),
        "last": day(version.until),
    }


def _listed(words: Iterable[Wording]) -> str:
    return "; ".join(said(one) for one in words)
