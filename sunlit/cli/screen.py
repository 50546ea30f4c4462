"""`sunlit screen`: what in files must not become public."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sunlit.cli.starting import speaks
from sunlit.cli.waiting import spinner
from sunlit.kernel.wording import Wording
from sunlit.screening.files import Screened, screen_files
from sunlit.screening.kinds import TITLES, Finding, Kind
from sunlit.screening.lexicons import lexicon


@click.command("screen")
@click.argument(
    "paths",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, readable=True, path_type=Path),
    metavar="FILE...",
)
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice([kind.value for kind in Kind]),
    help="Only findings of this kind; repeatable.",
)
@click.option(
    "--public-number",
    "numbers",
    multiple=True,
    help="A telephone that the office gives out: no finding; repeatable.",
)
@speaks
def command(
    paths: tuple[Path, ...],
    kinds: tuple[str, ...],
    numbers: tuple[str, ...],
    as_json: bool,  # noqa: FBT001
) -> None:
    """Find secrecy marks, personal data, wrong words and hidden content in files and folders.

    Exits 1 if anything is found, or if a file cannot be read.
    """
    wanted = {Kind(kind) for kind in kinds} or set(Kind)
    with spinner():
        screened = screen_files(_files(paths), words=lexicon().with_public_numbers(numbers))
    if as_json:
        click.echo(json.dumps(_described(screened, wanted), ensure_ascii=False, indent=2))
    else:
        _tell(screened, wanted)
    for one in screened:
        if one.refusal:
            click.echo(one.refusal.said_in(settings.LANGUAGE_CODE), err=True)
    if any(one.refusal or _wanted(one, wanted) for one in screened):
        raise SystemExit(1)


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files as given, and those in a folder in the order of their names."""
    for path in paths:
        if path.is_dir():
            yield from sorted(one for one in path.rglob("*") if one.is_file())
        else:
            yield path


def _wanted(one: Screened, kinds: set[Kind]) -> list[Finding]:
    return [finding for finding in one.findings if finding.kind in kinds]


def _described(screened: list[Screened], kinds: set[Kind]) -> dict[str, Any]:
    return {
        "lexicon": lexicon().version,
        "files": [
            {
                "file": str(one.path),
                "findings": [_finding(finding) for finding in _wanted(one, kinds)],
                **({"error": one.refusal.said_in(settings.LANGUAGE_CODE)} if one.refusal else {}),
            }
            for one in screened
        ],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "kind": finding.kind.value,
        "text": finding.text,
        "start": finding.start,
        "end": finding.end,
        "place": _said(finding.place),
        "confidence": finding.confidence,
        "hint": _said(finding.hint),
    }


def _tell(screened: list[Screened], kinds: set[Kind]) -> None:
    count = 0
    for one in screened:
        for finding in _wanted(one, kinds):
            count += 1
            title, place = _said(TITLES[finding.kind]), _said(finding.place)
            text = finding.text.replace("\n", " ")
            click.echo(f"{one.path} · {place} · {title} ({finding.confidence:.0%}) · {text}")
            click.echo(f"    {_said(finding.hint)}")
    told = ngettext("%(count)d finding", "%(count)d findings", count) % {"count": count}
    click.echo(_("%(told)s; lexicon of %(version)s") % {"told": told, "version": lexicon().version})


def _said(wording: Wording) -> str:
    return wording.said_in(settings.LANGUAGE_CODE)
