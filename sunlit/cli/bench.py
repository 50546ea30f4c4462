"""`sunlit bench`: the benchmarks of docs/reference/performance.md."""

import json
from pathlib import Path

import click
from django.utils.translation import gettext as _
from rich.console import Console
from rich.table import Table

from config.env import ROOT
from sunlit.cli.benches.clocks import bench_clock
from sunlit.cli.benches.flows import bench_flow
from sunlit.cli.benches.ledger import bench_log
from sunlit.cli.benches.loads import bench_load
from sunlit.cli.benches.measuring import Findings
from sunlit.cli.benches.screens import bench_screen
from sunlit.cli.starting import speaks
from sunlit.cli.waiting import spinner
from sunlit.ledger.worker import PLACES

as_json_option = click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")


@click.group("bench")
def command() -> None:
    """Measure this machine, each rate beside a plain one of the same run.

    Each works in a database of its own, of the installation's kind, and throws it away.
    """


@command.command("log")
@click.option(
    "--entries", type=click.IntRange(1), default=50_000, show_default=True, help="How many."
)
@click.option(
    "--batch",
    type=click.IntRange(1),
    default=PLACES,
    show_default=True,
    help="How many in one transaction; as the worker does, unless told otherwise.",
)
@as_json_option
@speaks
def log(entries: int, batch: int, as_json: bool) -> None:  # noqa: FBT001
    """Acts entered, appended to the tree, proven and verified per second."""
    with spinner() as show:
        findings = bench_log(entries=entries, batch=batch, show=show)
    _tell(findings, as_json=as_json)


@command.command("clock")
@click.option("--clocks", type=click.IntRange(1), default=5000, show_default=True, help="How many.")
@as_json_option
@speaks
def clock(clocks: int, as_json: bool) -> None:  # noqa: FBT001
    """Days of statutory limits explained per second."""
    with spinner():
        findings = bench_clock(clocks=clocks)
    _tell(findings, as_json=as_json)


@command.command("load")
@click.argument(
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=next((ROOT / "sample").glob("*/plan_*.yaml")).parent,
    metavar="[FOLDER]",
)
@as_json_option
@speaks
def load(folder: Path, as_json: bool) -> None:  # noqa: FBT001
    """Rows of a year's folder taken in per second; the sample's, unless told otherwise."""
    with spinner() as show:
        findings = bench_load(folder=folder, show=show)
    _tell(findings, as_json=as_json)


@command.command("screen")
@click.option(
    "--megabytes", type=click.IntRange(1), default=40, show_default=True, help="How many."
)
@click.option(
    "--texts",
    type=click.IntRange(1),
    default=2000,
    show_default=True,
    help="How many with leaks, and how many that look alike.",
)
@as_json_option
@speaks
def screen(megabytes: int, texts: int, as_json: bool) -> None:  # noqa: FBT001
    """Bytes of official text screened per second, and how many leaks of each kind are found."""
    with spinner():
        findings = bench_screen(megabytes=megabytes, texts=texts)
    _tell(findings, as_json=as_json)


@command.command("flow")
@click.option(
    "--cases", type=click.IntRange(1), default=10_000, show_default=True, help="How many run."
)
@click.option(
    "--steps", type=click.IntRange(1), default=2000, show_default=True, help="How many are done."
)
@as_json_option
@speaks
def flow(cases: int, steps: int, as_json: bool) -> None:  # noqa: FBT001
    """Steps of running cases per second, each an official act with all that it stores."""
    with spinner() as show:
        findings = bench_flow(cases=cases, steps=steps, show=show)
    _tell(findings, as_json=as_json)


def _tell(findings: Findings, *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(findings.as_json(), ensure_ascii=False, indent=2))
        return
    table = Table(
        _("Rate"), _("Per second"), _("Counted"), _("What it counts"), title=findings.database
    )
    for rate in findings.rates:
        table.add_row(rate.name, f"{rate.per_second:,.0f}", f"{rate.count:,}", rate.what)
    Console().print(table)
    for ratio in findings.ratios:
        click.echo(f"{ratio.name}: {ratio.value:.2f}")
    for name, share in findings.shares.items():
        click.echo(f"{name}: {share:.4f}")
    for name, milliseconds in findings.medians.items():
        click.echo(f"{name}: {milliseconds:.2f} ms")
