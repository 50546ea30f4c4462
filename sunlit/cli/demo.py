"""`sunlit demo`: a whole year of a bureau, loaded, reported and served, by one command."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from config.env import ROOT

SAMPLES = ROOT / "sample"


@click.command("demo")
@click.option(
    "--port",
    default=8000,
    show_default=True,
    type=click.IntRange(1, 65535),
    help="The port to listen on.",
)
@click.option("--no-serve", is_flag=True, help="Stop before serving.")
@click.option(
    "--dir",
    "folder",
    type=click.Path(path_type=Path),
    default=Path("var/demo"),
    show_default=True,
    help="The installation's folder.",
)
@click.option("--no-as-of", is_flag=True, help="Run as of today, not as of the sample's year.")
@click.option("--reset", is_flag=True, help="Throw the demonstration away and start anew.")
def command(port: int, no_serve: bool, folder: Path, no_as_of: bool, reset: bool) -> None:  # noqa: FBT001
    """Load the sample year, write its report, and serve it all.

    What was typed into an earlier demonstration is kept, unless --reset says otherwise.
    """
    folder = folder.resolve()
    sample, year = _sample()
    if reset and folder.exists():
        _throw_away(folder)
    as_of = "" if no_as_of else f"{year}-12-31"
    environment = _environment(folder, as_of=as_of)
    _run(["load", str(sample), "--unless-loaded"], environment)
    _run(["worker", "--once"], environment)
    reports = folder / "reports"
    _run(["report", "self-assessment", "--year", year, "--out", str(reports)], environment)
    _run(["demo-staff"], environment)
    _run(["demo-matters"], environment)
    if no_serve:
        return
    sys.stdout.flush()
    serve = _sunlit(["serve", "--port", str(port)])
    os.execve(serve[0], serve, environment)  # noqa: S606 (this very program, with fixed words)


def _sample() -> tuple[Path, str]:
    """Return the folder of the sample and the year that its plan is for."""
    plan = next(SAMPLES.glob("*/plan_*.yaml"))
    year = re.sub(r"\D", "", plan.stem)
    return plan.parent, year


def _environment(folder: Path, *, as_of: str) -> dict[str, str]:
    environment = {**os.environ, "SUNLIT_DATA": str(folder), "SUNLIT_TODAY": as_of}
    environment.pop("DATABASE_URL", None)
    return environment


def _throw_away(folder: Path) -> None:
    """Remove a demonstration's folder, and refuse to remove anything that is not one."""
    if any(folder.iterdir()) and not (folder / "secret_key").exists():
        click.echo(f"{folder}: 不是示范目录,未删除。 / is no demonstration; not removed.", err=True)
        raise SystemExit(1)
    shutil.rmtree(folder)


def _sunlit(words: Sequence[str]) -> list[str]:
    return [sys.executable, "-m", "sunlit.cli.main", *words]


def _run(words: Sequence[str], environment: dict[str, str]) -> None:
    done = subprocess.run(_sunlit(words), env=environment, check=False)  # noqa: S603
    if done.returncode:
        raise SystemExit(done.returncode)
