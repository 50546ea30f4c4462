"""What changed between two texts: nothing is lost, and what is shown reads well."""

import random
import time
from itertools import pairwise

import pytest

from sunlit.kernel.differences import FURTHEST, Kind, Run, differences, is_changed

MARKS = {Kind.SAME: "{}", Kind.REMOVED: "[-{}-]", Kind.ADDED: "[+{}+]"}
SIGNS = "甲乙丙丁的一二十。；\n ab12,号"


def shown(before, after):
    """Return the differences as one line."""
    return "".join(MARKS[run.kind].format(run.text) for run in differences(before, after))


def both(runs):
    """Return the two texts that runs were made of."""
    old = "".join(run.text for run in runs if run.kind is not Kind.ADDED)
    new = "".join(run.text for run in runs if run.kind is not Kind.REMOVED)
    return old, new


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("共检修28台。", "共检修29台。", "共检修[-28-][+29+]台。"),
        ("聘请五十名。", "聘请五十二名。", "聘请[-五十-][+五十二+]名。"),
        ("15 working days", "20 working days", "[-15-][+20+] working days"),
        ("a limit of days", "a term of days", "a [-limit-][+term+] of days"),
        ("于2012年3月1日起施行。", "于2012年4月1日起施行。", "于2012年[-3-][+4+]月1日起施行。"),
        ("甲事。\n乙事。\n丙事。", "甲事。\n丙事。", "甲事。[-\n乙事。-]\n丙事。"),
        ("乙事。", "甲事。\n乙事。", "[+甲事。\n+]乙事。"),
        ("", "新文", "[+新文+]"),
        ("旧文", "", "[-旧文-]"),
        ("原文", "原文", "原文"),
        ("", "", ""),
    ],
)
def test_what_changed_is_shown_by_words_numbers_and_characters(before, after, expected):
    assert shown(before, after) == expected


def test_a_sign_in_common_between_two_changes_is_no_common_ground():
    assert shown("须经单位负责人审核", "应当经科室负责人审核") == (
        "[-须经单位-][+应当经科室+]负责人审核"
    )


@pytest.mark.parametrize("seed", range(20))
def test_both_texts_can_be_read_from_their_differences(seed):
    dice = random.Random(seed)  # noqa: S311
    for _ in range(100):
        texts = ["".join(dice.choices(SIGNS, k=dice.randrange(30))) for _text in "12"]
        runs = differences(*texts)
        assert both(runs) == tuple(texts)
        assert is_changed(runs) == (texts[0] != texts[1])
        assert all(run.text for run in runs)
        assert all(one.kind is not other.kind for one, other in pairwise(runs))


def test_a_long_text_that_changed_in_many_places_is_compared_at_once():
    dice = random.Random(1)  # noqa: S311
    signs = dice.choices(
        "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出。", k=100_000
    )
    changed = list(signs)
    for at in dice.sample(range(len(signs)), 300):
        changed[at] = "改"
    began = time.perf_counter()

    runs = differences("".join(signs), "".join(changed))

    assert time.perf_counter() - began < 5
    assert both(runs) == ("".join(signs), "".join(changed))
    assert sum(run.kind is Kind.ADDED for run in runs) > 200


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("的" * 9000, "了" * 9000),
        ("的" * 9000, "的了" * 9000),
        ("甲。" * 9000, "乙。甲。丙。" * 5000),
    ],
    ids=["nothing in common", "one sign again and again", "one sentence again and again"],
)
def test_texts_made_to_be_hard_are_answered_too(before, after):
    began = time.perf_counter()
    runs = differences(before, after)
    assert time.perf_counter() - began < 20
    assert both(runs) == (before, after)


def test_what_differs_too_far_was_replaced_as_a_whole():
    before, after = "甲" * (FURTHEST + 1), "乙" * (FURTHEST + 1)
    assert differences(before, after) == [Run(Kind.REMOVED, before), Run(Kind.ADDED, after)]
