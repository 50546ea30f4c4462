"""The order, length and publication of stages."""

from datetime import date, timedelta

import pytest

from sunlit.dossiers import rules, vocabulary
from sunlit.dossiers.rules import StageDays

DAY = date(2012, 7, 2)


def stage(seq, starts=None, ends=None, published=None, name="笔试"):
    """Return a stage whose days are counted from 2 July 2012; None: no day."""
    days = [None if n is None else DAY + timedelta(days=n) for n in (starts, ends, published)]
    return StageDays(seq, name, *days)


def in_twenty_days(ended_on):
    """Return the day twenty days later."""
    return ended_on + timedelta(days=20)


def test_a_stage_may_begin_on_the_day_on_which_the_one_before_it_begins():
    assert not [*rules.too_early([stage(1, 0, 9), stage(2, 0, 0), stage(3, 5, 5)])]


def test_a_stage_that_begins_before_an_earlier_one_is_too_early():
    first, second, third = stage(1, 5, 9), stage(2, 3, 9), stage(3, 4, 4)

    assert [*rules.too_early([third, first, second])] == [(second, first), (third, first)]


def test_a_stage_to_come_is_never_too_early():
    assert not [*rules.too_early([stage(1, 5, 9), stage(2)])]


def test_the_first_and_the_last_day_of_a_stage_count():
    assert rules.days_of(stage(1, 0, 4)) == 5
    assert rules.days_of(stage(1, 0, None)) == 0


def test_the_stage_that_decides_is_the_named_one_or_the_last():
    stages = [stage(3), stage(2, name="中标通知"), stage(1)]

    assert rules.deciding(stages, {"中标通知"}) == stages[1]
    assert rules.deciding(stages, {"聘用"}) == stages[0]
    assert rules.deciding([], {"聘用"}) is None


def test_stages_are_published_in_their_order():
    stages = [stage(1, 0, 0, 0), stage(2), stage(3)]

    assert rules.unpublished_before(stages, 3) == stages[1]
    assert rules.unpublished_before(stages, 2) is None


@pytest.mark.parametrize(
    ("ends", "published", "on", "is_overdue"),
    [
        (0, None, 20, False),
        (0, None, 21, True),
        (0, 25, 21, True),
        (0, 25, 26, False),
        (None, None, 99, False),
    ],
    ids=["last day", "one day late", "published later", "published at last", "not ended"],
)
def test_a_stage_is_overdue_when_it_ended_and_was_not_published_in_time(
    ends, published, on, is_overdue
):
    stages = [stage(1, 0, ends, published)]

    found = [*rules.overdue(stages, on=DAY + timedelta(days=on), due=in_twenty_days)]

    assert bool(found) is is_overdue


@pytest.mark.parametrize("kind", vocabulary.stages())
def test_every_kind_of_dossier_has_named_stages_one_of_which_decides(kind):
    names = [named.name for named in vocabulary.stages()[kind]]

    assert len(set(names)) == len(names) > 0
    assert len(vocabulary.deciding_names(kind)) == 1
