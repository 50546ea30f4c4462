"""`sunlit deadline`: when a limit ends, with every day explained; or which limits there are."""

import json
from datetime import date, datetime
from typing import Any

import click
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from rich.console import Console
from rich.table import Table

from sunlit import statutes
from sunlit.cli.agencies import agency_of_code
from sunlit.cli.starting import Day, installation_is_there, migrate_if_needed, speaks
from sunlit.kernel.clock import Kind
from sunlit.kernel.wording import Wording
from sunlit.organization.selectors import portal_agency
from sunlit.organization.selectors.deadlines import Answered, answered


class Start(click.ParamType[date]):
    """A day, or a moment of a day in the office's own time."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return value if isinstance(value, date) else _day_or_moment(value)
        except ValueError:
            reason = _("%(value)s is no day; write 2024-03-05, or 2024-03-05 14:20 for hours.")
            self.fail(reason % {"value": value}, param, ctx)


class Pause(click.ParamType[tuple[date, date]]):
    """A pause, written A..B."""

    name = "A..B"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[date, date]:
        if isinstance(value, tuple):
            return value
        first, _mark, last = str(value).partition("..")
        try:
            return _day_or_moment(first), _day_or_moment(last)
        except ValueError:
            reason = _("%(value)s is no pause; write A..B with two days.")
            self.fail(reason % {"value": value}, param, ctx)


@click.command("deadline")
@click.argument("rule", required=False)
@click.option("--from", "start", type=Start(), help="The day, or the moment, it runs from.")
@click.option("--channel", type=click.Choice(list(statutes.CHANNELS)), help="How it arrived.")
@click.option("--pause", "pauses", type=Pause(), multiple=True, help="Left out, A..B; repeatable.")
@click.option("--extend", type=click.IntRange(0), default=0, help="Extended by so many days.")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
@click.option("--list", "listed", is_flag=True, help="List all rules, versions and articles.")
@click.option("--agency", "code", default="", help="The agency's code, if there are several.")
@click.option(
    "--today", type=Day(), default=None, help="Accepted everywhere; changes nothing here."
)
@speaks
def command(
    rule: str | None,
    start: date | None,
    channel: str | None,
    pauses: tuple[tuple[date, date], ...],
    extend: int,
    as_json: bool,  # noqa: FBT001
    listed: bool,  # noqa: FBT001
    code: str,
    today: date | None,  # noqa: ARG001
) -> None:
    """Compute the due date of RULE, such as foi.reply, with every day explained.

    Where there is an installation, the working days are those that its agency goes by.
    """
    if listed:
        _tell_rules(as_json=as_json)
        return
    if rule is None:
        raise click.UsageError(_("Name a rule, or ask for all with --list."))
    if start is None:
        raise click.UsageError(_("Say with --from from which day the limit runs."))
    found = answered(_whose(code), rule, start, pauses=pauses, extend=extend, channel=channel)
    if as_json:
        _print_json(found.as_json(settings.LANGUAGE_CODE))
        return
    _tell(found.law)
    _tell_own(found)


def _whose(code: str) -> int | None:
    """Return the key of the installation's agency; None without an installation or an agency."""
    if not installation_is_there():
        return None
    migrate_if_needed()
    if not code and portal_agency() is None:
        return None
    return agency_of_code(code).pk


def _tell_own(found: Answered) -> None:
    if found.own is None:
        return
    due = found.own.found
    ends = due.due_on.isoformat()
    if isinstance(due, statutes.HourDeadline):
        ends = f"{due.reading.due_at:%Y-%m-%d %H:%M}"
    facts = {"day": ends, "source": _said(due.rule.limit.basis[0].wording)}
    if found.own.holds_instead:
        click.echo(_("Holds instead, as set for this agency: %(day)s (%(source)s)") % facts)
    else:
        click.echo(_("Promised by the agency: %(day)s (%(source)s)") % facts)


def _tell(found: statutes.Deadline | statutes.HourDeadline) -> None:
    for citation in found.rule.limit.basis:
        click.echo(_said(citation.wording))
    if isinstance(found, statutes.HourDeadline):
        Console().print(_hours(found))
        due = f"{found.reading.due_at:%Y-%m-%d %H:%M}"
    else:
        Console().print(_days(found))
        due = found.due_on.isoformat()
    for note in statutes.notes(found):
        click.echo(_said(note))
    if found.rule.limit.kind is Kind.AT_LEAST:
        click.echo(_("Not before the end of %(day)s") % {"day": due})
    else:
        click.echo(_("Due on %(day)s") % {"day": due})


def _days(found: statutes.Deadline) -> Table:
    table = Table(_("Day"), _("Number"), _("Why"))
    for day in found.reading.days:
        table.add_row(day.on.isoformat(), str(day.number) if day.counted else "-", _said(day.why))
    return table


def _hours(found: statutes.HourDeadline) -> Table:
    table = Table(
        pgettext("time", "From"), pgettext("time", "Until"), pgettext("time", "Hours"), _("Why")
    )
    for one in found.reading.segments:
        hours = f"{one.length.total_seconds() / 3600:.2f}" if one.counted else "-"
        begin, end = f"{one.start:%Y-%m-%d %H:%M}", f"{one.end:%Y-%m-%d %H:%M}"
        table.add_row(begin, end, hours, _said(one.why))
    return table


def _tell_rules(*, as_json: bool) -> None:
    found = [version for name in _names() for version in statutes.versions(name)]
    if as_json:
        _print_json(
            {"rules": [statutes.version_as_json(one, settings.LANGUAGE_CODE) for one in found]}
        )
        return
    table = Table(_("Rule"), _("In force"), _("Limit"), _("Articles"))
    for one in found:
        since = f"{one.since}–{one.until or ''}"
        limit = _said(one.limit.unit.of(one.limit.amount))
        cited = "\n".join(_said(citation.wording) for citation in one.limit.basis)
        table.add_row(f"{one.name}\n{_said(one.title)}", since, limit, cited)
    Console().print(table)


def _names() -> list[str]:
    return [name for names in statutes.rules_by_subject().values() for name in names]


def _said(wording: Wording) -> str:
    return wording.said_in(settings.LANGUAGE_CODE)


def _print_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def _day_or_moment(text: str) -> date:
    """Read 2024-03-05 as a day and 2024-03-05 14:20 as a moment; raises ValueError."""
    return date.fromisoformat(text) if len(text) <= len("2024-03-05") else _moment(text)


def _moment(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    return found.astimezone(statutes.BEIJING).replace(tzinfo=None) if found.tzinfo else found
