"""`sunlit load`: take a folder with a year of records in."""

import json
import sys
from datetime import date
from pathlib import Path

import click
from django.conf import settings
from django.utils.translation import gettext as _

from sunlit.cli.starting import Day, starts_installation
from sunlit.cli.waiting import spinner
from sunlit.exchange.services import Loaded, is_loaded, load_year
from sunlit.intake.faults import FolderRefused
from sunlit.organization.selectors import office_day

TOLD_WARNINGS = 20


@click.command("load")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--agency", default="", help="Load it as the records of the agency with this code.")
@click.option("--today", type=Day(), default=None, help="The day on which it is taken in.")
@click.option("--json", "as_json", is_flag=True, help="Tell the outcome as JSON.")
@click.option("--unless-loaded", is_flag=True, help="Be content if the year is already in.")
@starts_installation
def command(
    folder: Path,
    agency: str,
    today: date | None,
    as_json: bool,  # noqa: FBT001
    unless_loaded: bool,  # noqa: FBT001
) -> None:
    """Take in a year of records in the sample's format: all of it, or nothing."""
    try:
        if unless_loaded and is_loaded(folder, agency_code=agency):
            click.echo(_("The year has already been taken in, and is kept as it is."))
            return
        with spinner() as show:
            loaded = load_year(
                folder,
                today=today or office_day(),
                agency_code=agency,
                progress=lambda file, rows: show(
                    _("%(rows)d rows read, now %(file)s") % {"rows": rows, "file": file}
                ),
            )
    except FolderRefused as refusal:
        _tell_refusal(refusal, as_json=as_json)
        raise SystemExit(1) from None
    _tell_success(loaded, as_json=as_json)


def _tell_refusal(refusal: FolderRefused, *, as_json: bool) -> None:
    for fault in refusal.faults:
        click.echo(str(fault), err=True)
    click.echo(refusal.said_in(settings.LANGUAGE_CODE), err=True)
    if as_json:
        refused = [fault.as_json() for fault in refusal.faults]
        click.echo(json.dumps({"refused": refused}, ensure_ascii=False, indent=2))


def _tell_success(loaded: Loaded, *, as_json: bool) -> None:
    for fault in loaded.warnings[:TOLD_WARNINGS]:
        click.echo(_("Note: %(warning)s") % {"warning": fault}, err=True)
    if len(loaded.warnings) > TOLD_WARNINGS:
        more = len(loaded.warnings) - TOLD_WARNINGS
        click.echo(_("Note: %(count)d more like these.") % {"count": more}, err=True)
    if as_json:
        told = {
            "agency": loaded.agency.code,
            "year": loaded.year,
            "rows": loaded.rows,
            "acts": loaded.acts,
            "warnings": [fault.as_json() for fault in loaded.warnings],
        }
        json.dump(told, sys.stdout, ensure_ascii=False, indent=2)
        click.echo()
    else:
        said = _("The year %(year)d of %(agency)s was taken in: %(rows)d rows, %(acts)d acts.")
        values = {"year": loaded.year, "agency": loaded.agency.name}
        click.echo(said % (values | {"rows": loaded.rows, "acts": loaded.acts}))
