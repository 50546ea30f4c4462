"""Every rule, in every version of the law: what it says, and the days that it gives."""

from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from sunlit.kernel.clock import Kind, Limit, Unit
from sunlit.statutes import answer, instrument, limit, rule_names, rules_by_subject, versions
from sunlit.statutes.reading import read

UNITS = {
    Unit.WORKING_DAY: "wd",
    Unit.CALENDAR_DAY: "cd",
    Unit.MONTH: "mo",
    Unit.YEAR: "yr",
    Unit.HOUR: "h",
    Unit.WORKING_HOUR: "wh",
}


class Row(NamedTuple):
    """A rule on a day: its limit, the last day or moment in time, and the articles."""

    rule: str
    start: str
    limit: str
    due: str
    basis: tuple[str, ...]


def rows() -> list[Row]:
    lines = (Path(__file__).parent / "limits.txt").read_text(encoding="utf-8").splitlines()
    words = [line.split() for line in lines if line and not line.startswith("#")]
    return [Row(*line[:4], tuple(line[4:])) for line in words]


def written(one: Limit) -> str:
    """The limit as the table writes it."""
    text = f"{one.amount}{UNITS[one.unit]}"
    if one.kind is Kind.AT_LEAST:
        return f">={text}"
    if one.backwards:
        return f"<{text}"
    rolls = one.unit in (Unit.CALENDAR_DAY, Unit.MONTH, Unit.YEAR) and not one.roll_forward
    return f"{text}!" if rolls else text


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row.rule} {row.start}")
def test_a_rule_ends_on_the_day_of_the_table(row: Row):
    start = datetime.fromisoformat(row.start)
    found = answer(row.rule, start)
    due = getattr(found.reading, "due_at", None)
    assert (due.isoformat(timespec="minutes") if due else found.due_on.isoformat()) == row.due
    law = limit(row.rule, on=start.date())
    assert (written(law), tuple(cited.key for cited in law.basis)) == (row.limit, row.basis)


def test_the_table_knows_every_version_of_every_rule():
    told = {(row.rule, row.basis[0].partition(":")[0]) for row in rows()}
    kept = {
        (name, version.limit.basis[0].instrument)
        for name in rule_names()
        for version in versions(name)
    }
    assert told == kept


@pytest.mark.parametrize("name", rule_names())
def test_the_articles_of_a_version_exist_and_are_in_force_as_long_as_it_holds(name: str):
    for version in versions(name):
        for cited in (*version.limit.basis, *([version.receipt] if version.receipt else [])):
            source = instrument(cited.instrument)
            assert source.holds_on(version.since)
            assert version.until is None or source.holds_on(version.until)


@pytest.mark.parametrize("name", rule_names())
def test_the_versions_of_a_rule_follow_one_another(name: str):
    found = versions(name)
    for version, later in pairwise(found):
        assert version.until
        assert version.until < later.since
    for version in found:
        assert limit(name, on=version.since) == version.limit
        assert limit(name, on=version.until or date(2026, 12, 31)) == version.limit


@pytest.mark.parametrize("name", rule_names())
def test_a_rule_says_in_both_languages_what_it_is_and_from_what_it_runs(name: str):
    entry = read().rules[name]
    for words in (entry.title, entry.runs_from):
        assert words.zh
        assert words.en.isascii()
    assert entry.party in read().parties
    assert name in [one for names in rules_by_subject().values() for one in names]
    for version in versions(name):
        assert bool(version.extension) == bool(version.approver)
        assert version.confidence in {"verified", "own", "page", "memory"}


@pytest.mark.parametrize(
    "name", [name for name in rule_names() if f"{name}_extended" in rule_names()]
)
def test_an_extended_rule_is_the_rule_with_its_longest_extension(name: str):
    plain, extended = versions(name), versions(f"{name}_extended")
    assert [one.limit.amount + one.extension for one in plain] == [
        one.limit.amount for one in extended
    ]
    assert [one.limit.basis for one in plain] == [one.limit.basis for one in extended]
