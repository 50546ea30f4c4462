"""`sunlit flow`: whether a flow chart can be shown and run, and how it looks."""

import json
from pathlib import Path

import click
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sunlit.cli.starting import speaks
from sunlit.flows.drawing import drawn
from sunlit.flows.faults import Fault
from sunlit.flows.known import known_names
from sunlit.flows.library import shipped
from sunlit.flows.linting import check
from sunlit.flows.reading import read
from sunlit.kernel.refusals import Refused
from sunlit.kernel.wording import Wording

_FILE = click.Path(exists=True, dir_okay=False, readable=True, path_type=Path)


@click.group("flow")
def command() -> None:
    """Check and draw flow charts (BPMN 2.0)."""


@command.command("check")
@click.argument("files", nargs=-1, type=_FILE, metavar="FILE...")
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
@click.option("--free", is_flag=True, help="Do not ask whether acts, roles and limits exist.")
@speaks
def check_files(files: tuple[Path, ...], as_json: bool, free: bool) -> None:  # noqa: FBT001
    """Say all that is wrong with flow charts; without a file, those of the program.

    Exits 1 if anything is wrong.
    """
    paths = list(files) or [one.path for charts in shipped().values() for one in charts]
    found = {path: _faults(path, free=free) for path in paths}
    language = settings.LANGUAGE_CODE
    if as_json:
        click.echo(
            json.dumps(
                [
                    {
                        "file": str(path),
                        "faults": [
                            {
                                "code": fault.code,
                                "line": fault.line,
                                "element": fault.element,
                                "said": fault.said.said_in(language),
                            }
                            for fault in faults
                        ],
                    }
                    for path, faults in found.items()
                ],
                ensure_ascii=False,
                indent=2,
            )
        )
    else:
        for path, faults in found.items():
            for fault in faults:
                click.echo(f"{path}: {fault.said_in(language)}")
        _sum_up(found)
    if any(found.values()):
        raise SystemExit(1)


@command.command("draw")
@click.argument("file", type=_FILE)
@click.option(
    "--out",
    required=True,
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    help="The SVG to write.",
)
@speaks
def draw_file(file: Path, out: Path) -> None:
    """Draw a flow chart as SVG, from its diagram, or laid out where it has none."""
    try:
        picture = drawn(read(file.read_bytes()).chart)
    except Refused as refusal:
        click.echo(refusal.said_in(settings.LANGUAGE_CODE), err=True)
        raise SystemExit(1) from None
    out.write_text(picture, encoding="utf-8")
    click.echo(_("Drawn: %(path)s") % {"path": out})


def _faults(path: Path, *, free: bool) -> tuple[Fault, ...]:
    """All faults of a file; one that is no chart has a single one."""
    try:
        content = path.read_bytes()
        return (check(content) if free else check(content, known_names())).faults
    except Refused as refusal:
        return (_as_fault(refusal),)


def _as_fault(refusal: Refused) -> Fault:
    """Put the refusal of a whole file among the faults."""
    return Fault(refusal.code, Wording(refusal.said_in("zh"), refusal.said_in("en")))


def _sum_up(found: dict[Path, tuple[Fault, ...]]) -> None:
    bad = sum(1 for faults in found.values() if faults)
    text = ngettext(
        "%(files)d chart looked at, %(bad)d with faults.",
        "%(files)d charts looked at, %(bad)d with faults.",
        len(found),
    )
    click.echo(text % {"files": len(found), "bad": bad})
