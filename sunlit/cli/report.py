"""`sunlit report`: the reports that the agency owes, written from its records."""

from datetime import date
from pathlib import Path

import click
from django.conf import settings
from django.utils.translation import gettext as _

from sunlit.assessment.selectors import self_assessment
from sunlit.assessment.writers import write_files
from sunlit.cli.agencies import agency_with_records
from sunlit.cli.starting import Day, starts_installation
from sunlit.cli.waiting import spinner
from sunlit.kernel.refusals import Unacceptable
from sunlit.organization.belonging import FIRST_YEAR, LAST_YEAR
from sunlit.organization.selectors import office_day

LANGUAGES = [code for code, _name in settings.LANGUAGES]


@click.group("report")
def command() -> None:
    """Write the reports that the agency owes."""


@command.command("self-assessment")
@click.option("--year", type=click.IntRange(FIRST_YEAR, LAST_YEAR), required=True, help="The year.")
@click.option(
    "--out",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="The folder to write to; it is made if need be.",
)
@click.option("--agency", "code", default="", help="The agency's code, if there are several.")
@click.option("--language", type=click.Choice(LANGUAGES), help="The language of the report.")
@click.option("--today", type=Day(), default=None, help="The day on which it is written.")
@starts_installation
def write_self_assessment(
    year: int, folder: Path, code: str, language: str | None, today: date | None
) -> None:
    """Write the self-assessment of a year, as a page, two documents and JSON."""
    agency = agency_with_records(code, year)
    with spinner(_("Writing the report")):
        assessment = self_assessment(
            agency, year, today or office_day(), language or settings.LANGUAGE_CODE
        )
        try:
            paths = write_files(assessment, folder)
        except OSError as error:
            raise Unacceptable(
                _("Nothing can be written to %(folder)s: %(error)s.")
                % {"folder": folder, "error": error.strerror},
                remedy=_("Choose another folder with --out."),
            ) from None
    for path in paths:
        click.echo(path)
