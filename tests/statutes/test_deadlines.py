"""The public calculator: due date, version of the law, and every day explained."""

from datetime import date

import pytest

from sunlit.kernel.calendar import load_calendar
from sunlit.kernel.refusals import BeyondCalendar, NoSuchRule, NotYetLaw, Unacceptable
from sunlit.statutes import CHANNELS, as_json, deadline

RECEIVED = date(2012, 5, 29)


def test_the_answer_has_the_published_shape():
    answer = as_json(deadline("foi.reply", date(2012, 4, 26)), "zh-hans")
    assert list(answer)[:6] == ["rule", "basis", "start", "due_on", "unit", "days"]
    assert answer["basis"] == [
        {
            "instrument": "ogi_2007",
            "article": "24",
            "in_force_from": "2008-05-01",
            "confidence": "memory",
        }
    ]
    assert (answer["start"], answer["due_on"]) == ("2012-04-26", "2012-05-18")
    assert answer["unit"] == "working_day"
    days = answer["days"]
    assert isinstance(days, list)
    assert days[0] == {
        "date": "2012-04-26", "counted": False, "number": None, "why": "起算当日不计入期限",
    }  # fmt: skip
    assert days[2] == {
        "date": "2012-04-28", "counted": True, "number": 2,
        "why": "调休上班(国办发明电〔2011〕45号)",
    }  # fmt: skip
    assert days[-1]["number"] == 15


def test_the_english_answer_holds_no_chinese():
    for channel in (None, *CHANNELS):
        answer = as_json(deadline("foi.reply", date(2020, 1, 20), channel=channel), "en")
        assert str(answer).isascii()


def test_the_version_is_the_one_in_force_on_the_start_day():
    assert deadline("foi.reply", date(2019, 5, 14)).due_on == date(2019, 6, 4)
    assert deadline("foi.reply", date(2019, 5, 15)).due_on == date(2019, 6, 13)


def test_the_calendar_is_the_one_as_last_amended_unless_given():
    start = date(2020, 1, 20)
    assert deadline("foi.third_party", start).due_on == date(2020, 2, 18)
    known = load_calendar(date(2020, 1, 20))
    assert deadline("foi.third_party", start, calendar=known).due_on == date(2020, 2, 14)


def test_a_pause_and_an_extension_move_the_due_date():
    pauses = [(date(2012, 5, 31), date(2012, 6, 12))]
    assert deadline("foi.reply", RECEIVED, pauses).due_on == date(2012, 7, 2)
    both = deadline("foi.reply", date(2012, 9, 3), [(date(2012, 9, 5), date(2012, 9, 18))], 15)
    assert both.due_on == date(2012, 11, 1)
    whole = deadline("foi.reply_extended", RECEIVED).due_on
    assert whole == deadline("foi.reply", RECEIVED, extend=15).due_on


@pytest.mark.parametrize(
    "pauses",
    [
        [(date(2012, 6, 12), date(2012, 5, 31))],
        [(date(2012, 5, 28), date(2012, 5, 31))],
        [(date(2012, 5, 30), date(2012, 6, 5)), (date(2012, 6, 4), date(2012, 6, 8))],
        [(date(2012, 8, 1), date(2012, 8, 2))],
    ],
)
def test_pauses_that_make_no_sense_are_refused(pauses: list[tuple[date, date]]):
    with pytest.raises(Unacceptable):
        deadline("foi.reply", RECEIVED, pauses)


@pytest.mark.parametrize(
    ("rule", "extend"),
    [("foi.reply", 16), ("foi.reply", -1), ("foi.third_party", 1), ("foi.reply_extended", 1)],
)
def test_an_extension_beyond_the_law_is_refused_with_the_article(rule: str, extend: int):
    start = RECEIVED if rule != "foi.third_party" else date(2024, 5, 29)
    with pytest.raises(Unacceptable) as refused:
        deadline(rule, start, extend=extend)
    assert refused.value.basis


@pytest.mark.parametrize("channel", CHANNELS)
def test_the_channel_says_which_day_counts_as_receipt(channel: str):
    now = deadline("foi.reply", date(2024, 3, 6), channel=channel)
    assert "第三十一条" in now.reading.days[0].why.zh
    then = deadline("foi.reply", date(2012, 3, 6), channel=channel)
    assert "第492号" in then.reading.days[0].why.zh


def test_an_unknown_channel_is_refused():
    with pytest.raises(Unacceptable, match="pigeon"):
        deadline("foi.reply", RECEIVED, channel="pigeon")


def test_other_refusals_reach_the_caller():
    with pytest.raises(NoSuchRule):
        deadline("foi.nothing", RECEIVED)
    with pytest.raises(NotYetLaw):
        deadline("foi.third_party", RECEIVED)
    for start in (date(2026, 12, 20), date(9999, 12, 31)):
        with pytest.raises(BeyondCalendar):
            deadline("coercion.seal" if start.year > 2026 else "foi.reply", start)
