"""`sunlit publicity`: decisions in the columns of dual publicity, written and checked."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sunlit.approvals.publicity.checking import Checked, checked
from sunlit.approvals.publicity.files import Header, csv_lines, json_lines, workbook
from sunlit.approvals.publicity.sheets import NEWEST, Decisions, sheet, sheets
from sunlit.approvals.selectors import publicity as selectors
from sunlit.cli.agencies import agency_of_code
from sunlit.cli.starting import Day, speaks, starts_installation
from sunlit.kernel.refusals import Unacceptable
from sunlit.organization.belonging import FIRST_YEAR, LAST_YEAR
from sunlit.organization.models import Agency
from sunlit.organization.selectors import office_day

FORMS = (".csv", ".xlsx", ".json")
KINDS = [one.value for one in Decisions]
HEADERS = [one.value for one in Header]
VERSIONS = list(sheets(Decisions.LICENCES))


@click.group("publicity")
def command() -> None:
    """Write and check the files of dual publicity."""


@command.command("export")
@click.option("--kind", type=click.Choice(KINDS), required=True, help="Which decisions.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True,
              help="The file: .csv, .xlsx or .json.")  # fmt: skip
@click.option("--year", type=click.IntRange(FIRST_YEAR, LAST_YEAR), help="Only of this year.")
@click.option("--header", type=click.Choice(HEADERS), default=HEADERS[0],
              help="Codes, or Chinese headings.")  # fmt: skip
@click.option("--sheet", "version", type=click.Choice(VERSIONS), default=NEWEST,
              help="The version of the sheet.")  # fmt: skip
@click.option("--agency", "code", default="", help="The agency's code, if there are several.")
@click.option("--today", type=Day(), default=None, help="The day as of which they are public.")
@starts_installation
def export(
    kind: str, out: Path, year: int | None, header: str, version: str, code: str,
    today: date | None,
) -> None:  # fmt: skip
    """Write the public decisions of a kind as the website hands them out."""
    if out.suffix.lower() not in FORMS:
        raise Unacceptable(
            _("No file can be written that ends in “%(end)s”.") % {"end": out.suffix},
            remedy=_("Let the name end in .csv, .xlsx or .json."),
        )
    agency, on = agency_of_code(code), today or office_day()
    try:
        count = _write(out, agency, Decisions(kind), year, Header(header), version, on=on)
    except OSError as error:
        raise Unacceptable(
            _("Nothing can be written to %(file)s: %(error)s.")
            % {"file": out, "error": error.strerror},
            remedy=_("Choose another file with --out."),
        ) from None
    told = ngettext("%(count)d decision: %(file)s", "%(count)d decisions: %(file)s", count)
    click.echo(told % {"count": count, "file": out})


@command.command("check")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--public", "for_public", is_flag=True, help="The file is for the public.")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
@speaks
def check(file: Path, for_public: bool, as_json: bool) -> None:  # noqa: FBT001
    """Say all that is wrong with a file of dual publicity.

    Exits 1 if anything is wrong.
    """
    try:
        content = file.read_bytes()
    except OSError as error:
        raise Unacceptable(
            _("%(file)s cannot be read: %(error)s.") % {"file": file, "error": error.strerror}
        ) from None
    found = checked(content, for_public=for_public)
    if as_json:
        click.echo(json.dumps(_described(found), ensure_ascii=False, indent=2))
    else:
        for line in _told(file, found):
            click.echo(line)
    if found.faults:
        raise SystemExit(1)


def _write(
    out: Path, agency: Agency, kind: Decisions, year: int | None, header: Header, version: str,
    *, on: date,
) -> int:  # fmt: skip
    """Write the file and return how many decisions it holds; half a file never stands there."""
    asked = selectors.Asked(year=year)
    records = selectors.public_decisions(agency, kind, on=on, asked=asked)
    found = selectors.in_the_sheet(records)
    rows = selectors.public_rows(found, selectors.curtain_of(agency, on=on), version=version)
    columns, form = sheet(kind, version), out.suffix.lower()
    part = out.with_name(f".{out.name}.part")
    try:
        with part.open("wb") as target:
            if form == ".xlsx":
                with workbook(columns, rows, header, title=f"{kind}.xlsx") as book:
                    target.write(book.read())
            else:
                lines = (
                    csv_lines(columns, rows, header)
                    if form == ".csv"
                    else json_lines(
                        columns, rows, kind=kind, version=version, agency=agency.name, on=on
                    )
                )
                target.writelines(line.encode() for line in lines)
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)
    return found.count()


def _told(file: Path, found: Checked) -> Iterator[str]:
    for fault in found.faults:
        place = _("%(file)s: line %(line)d, column %(column)s: %(reason)s")
        values = {"line": fault.line, "column": fault.column or "-", "reason": fault.reason}
        yield place % {"file": file, **values}
    rows = ngettext("%(rows)d row", "%(rows)d rows", found.rows) % {"rows": found.rows}
    faults = len(found.faults)
    wrong = ngettext("%(faults)d fault", "%(faults)d faults", faults) % {"faults": faults}
    yield f"{file}: {rows}, {wrong}"


def _described(found: Checked) -> dict[str, object]:
    return {
        "kind": found.kind.value,
        "sheet": found.version,
        "rows": found.rows,
        "faults": [
            {"line": one.line, "column": one.column, "reason": one.reason} for one in found.faults
        ],
    }
