"""`sunlit bench`: every benchmark runs, and counts what it says. Nothing here is timed."""

import json
import os
import subprocess
import sys

import pytest

from config.env import ROOT


@pytest.mark.parametrize(
    ("words", "rates", "ratios"),
    [
        (
            ["log", "--entries", "600", "--batch", "300"],
            {"acts", "appends", "plain inserts", "tree in memory", "proofs", "verified"},
            {"appends to plain inserts"},
        ),
        (["clock", "--clocks", "20"], {"days explained", "days counted"}, {"explained to counted"}),
        (
            ["load"],
            {"rows taken in", "records stored", "plain inserts"},
            {"records stored to plain inserts"},
        ),
        (
            ["screen", "--megabytes", "1", "--texts", "40"],
            {"bytes screened", "bytes searched"},
            {"screened to searched"},
        ),
        (
            ["flow", "--cases", "9", "--steps", "30"],
            {"received", "acts", "steps", "steps in memory", "plain writes"},
            {"steps to plain writes"},
        ),
    ],
    ids=lambda words: words[0] if isinstance(words, list) else "",
)
def test_a_benchmark_tells_its_rates_and_their_ratio(tmp_path, words, rates, ratios):
    environment = {**os.environ, "SUNLIT_DATA": str(tmp_path)}
    for name in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE"):
        environment.pop(name, None)
    done = subprocess.run(
        [sys.executable, "-m", "tests.cli.copying", "bench", *words, "--json"],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr

    told = json.loads(done.stdout)
    assert {one["name"] for one in told["rates"]} == rates
    assert set(told["ratios"]) == ratios
    assert all(one["count"] and one["seconds"] for one in told["rates"])
    assert not (tmp_path / "sunlit.sqlite3").exists()
