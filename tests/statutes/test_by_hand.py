"""Limits counted by hand: each rule that the outside relies on, in each of its versions."""

from datetime import date
from pathlib import Path

import pytest

from sunlit import statutes
from sunlit.statutes.reading import read

LINES = [
    [part.strip() for part in line.split("|")]
    for line in Path(__file__).with_name("by_hand.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(
    ("rule", "law", "start", "due"),
    [line[:4] for line in LINES],
    ids=[f"{line[0]} from {line[2]}" for line in LINES],
)
def test_a_limit_ends_on_the_day_that_was_counted_by_hand(rule, law, start, due):
    found = statutes.deadline(rule, date.fromisoformat(start))

    assert found.due_on == date.fromisoformat(due)
    year, _, article = law.partition(":")
    basis = found.rule.limit.basis[0]
    assert (basis.instrument[-4:], basis.article.partition("(")[0]) == (year, article)


def test_every_version_of_these_rules_was_counted():
    counted = {(line[0], line[1].partition(":")[0]) for line in LINES}
    rules = {line[0] for line in LINES}
    versions = {
        (name, row.basis[0].partition(":")[0][-4:])
        for name in rules
        for row in read().rules[name].rows
    }

    assert versions == counted
