"""`sunlit deadline`: when a limit ends, with every day explained."""

import json
from datetime import date

import click
from django.conf import settings
from django.utils.translation import gettext as _
from rich.console import Console
from rich.table import Table

from sunlit import statutes
from sunlit.cli.starting import Day, speaks


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
            return date.fromisoformat(first), date.fromisoformat(last)
        except ValueError:
            reason = _("%(value)s is no pause; write A..B with two days.")
            self.fail(reason % {"value": value}, param, ctx)


@click.command("deadline")
@click.argument("rule")
@click.option("--from", "start", type=Day(), required=True, help="The day it runs from.")
@click.option("--channel", type=click.Choice(list(statutes.CHANNELS)), help="How it arrived.")
@click.option("--pause", "pauses", type=Pause(), multiple=True, help="Left out, A..B; repeatable.")
@click.option("--extend", type=click.IntRange(0), default=0, help="Extended by so many days.")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
@click.option(
    "--today", type=Day(), default=None, help="Accepted everywhere; changes nothing here."
)
@speaks
def command(
    rule: str,
    start: date,
    channel: str | None,
    pauses: tuple[tuple[date, date], ...],
    extend: int,
    as_json: bool,  # noqa: FBT001
    today: date | None,  # noqa: ARG001
) -> None:
    """Compute the due date of RULE, such as foi.reply, with every day explained."""
    found = statutes.deadline(rule, start, pauses=pauses, extend=extend, channel=channel)
    answer = statutes.as_json(found, settings.LANGUAGE_CODE)
    if as_json:
        click.echo(json.dumps(answer, ensure_ascii=False, indent=2))
        return
    language = settings.LANGUAGE_CODE
    for citation in found.rule.limit.basis:
        click.echo(citation.wording.said_in(language))
    table = Table(_("Day"), _("Number"), _("Why"))
    for day in found.reading.days:
        number = str(day.number) if day.counted else "-"
        table.add_row(day.on.isoformat(), number, day.why.said_in(language))
    Console().print(table)
    click.echo(_("Due on %(day)s") % {"day": found.due_on})
