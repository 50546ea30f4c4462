"""`sunlit calendar`: the working days that an agency goes by, and later holiday notices."""

from datetime import date, timedelta
from pathlib import Path

import click
from django.conf import settings
from django.utils.translation import gettext as _
from rich.console import Console
from rich.table import Table

from sunlit.cli.agencies import agency_of_code
from sunlit.cli.starting import Day, starts_installation
from sunlit.design.faces import said
from sunlit.desk.foreseeing import Foreseen, foresee
from sunlit.kernel.calendar import DayKind
from sunlit.kernel.refusals import Unacceptable
from sunlit.organization.models import Agency
from sunlit.organization.policies.notices import why_clocks_stop
from sunlit.organization.selectors import office_day, official_calendar
from sunlit.organization.services.notices import new_notices, take_in_notices

SPECIAL = (DayKind.HOLIDAY, DayKind.MAKE_UP)
whose = click.option(
    "--agency", "code", default="", help="The agency's code, if there are several."
)
when = click.option("--today", type=Day(), default=None, help="The day on which it is done.")


@click.group("calendar")
def command() -> None:
    """Show the working days, and take in a year's holiday notice."""


@command.command("show")
@click.argument("year", type=int)
@whose
@starts_installation
def show(year: int, code: str) -> None:
    """List the days off and the days made up in YEAR, each with its notice."""
    calendar = official_calendar(agency_of_code(code).pk)
    first, last = date(year, 1, 1), date(year, 12, 31)
    calendar.kind(last)
    table = Table(_("Day"), _("Why"))
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        if calendar.kind(day) in SPECIAL:
            table.add_row(day.isoformat(), calendar.why(day).said_in(settings.LANGUAGE_CODE))
    Console().print(table)
    worked = len(calendar.working_days_from(first, last))
    click.echo(_("%(year)d has %(count)d working days.") % {"year": year, "count": worked})


@command.command("check")
@whose
@when
@starts_installation
def check(code: str, today: date | None) -> None:
    """Say until when the working days are known; exit 1 if a year is missing that is due."""
    agency = agency_of_code(code)
    calendar = official_calendar(agency.pk)
    said_of = {"first": calendar.first, "last": calendar.last}
    click.echo(_("The working days are known from %(first)s to %(last)s.") % said_of)
    if warning := why_clocks_stop(agency, on=today or office_day()):
        raise warning


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--dry-run", is_flag=True, help="Only say what would move.")
@whose
@when
@starts_installation
def take_in(
    file: Path,
    dry_run: bool,  # noqa: FBT001
    code: str,
    today: date | None,
) -> None:
    """Take the holiday notice in FILE into the calendar, and say what moves by it."""
    agency, day = agency_of_code(code), today or office_day()
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise Unacceptable(
            _("%(file)s is no text in UTF-8 that can be read.") % {"file": file},
            remedy=_("Save it as such."),
        ) from None
    found = foresee(agency, new_notices(agency, text, today=day), today=day)
    if not dry_run:
        take_in_notices(agency=agency, today=day, text=text)
    _tell(agency, found)
    click.echo(_("Nothing was taken in.") if dry_run else _("The notice has been taken in."))


def _tell(agency: Agency, found: Foreseen) -> None:
    click.echo(agency.name)
    days = Table(_("Day"), _("Until now"), _("By the notice"))
    for one in found.days:
        days.add_row(one.on.isoformat(), said(one.was), said(one.now))
    cases = Table(_("Register"), _("Case"), _("Due until now"), _("Due by the notice"))
    for moved in found.moved:
        number = moved.register.number(moved.waiting.record)
        dues = [due.isoformat() if due else _("not known") for due in (moved.was, moved.now)]
        cases.add_row(said(moved.register.label), number, *dues)
    console = Console()
    console.print(days)
    console.print(cases)
    for kept in found.kept:
        values = {"number": kept.register.number(kept.waiting.record), "day": kept.due_on}
        click.echo(_("%(number)s stays due on %(day)s, as promised.") % values)
