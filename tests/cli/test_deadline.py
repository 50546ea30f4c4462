import json
from datetime import date

import pytest
from django.db import connection

from sunlit import statutes
from sunlit.cli.starting import installation_is_there
from sunlit.organization.models import HolidayNotice, Role
from sunlit.organization.services.limits import promise_limit
from tests.cli.running import run
from tests.organization.factories import agency, official
from tests.organization.notices import OF_2027

pytestmark = pytest.mark.django_db

# Named in the contract with the outside.
RULES = """
foi.reply foi.reply_extended foi.clarification_notice foi.third_party foi.fee_payment
disclosure.publish disclosure.licence_penalty disclosure.interpretation
licence.correction_notice licence.decide licence.decide_extended licence.deliver
penalty.case penalty.serve penalty.hearing_request penalty.pay penalty.withdraw_publication
coercion.seal petition.notice petition.decide petition.decide_extended
reconsideration.apply reconsideration.examine reconsideration.decide reconsideration.summary
litigation.direct litigation.after_review message.answer
""".split()  # noqa: SIM905  read as a table


def answer(*words):
    """The JSON that the command answers."""
    result = run("deadline", *words, "--json")
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


@pytest.mark.parametrize("rule", RULES)
def test_every_promised_rule_answers_in_the_published_shape(rule):
    found = answer(rule, "--from", "2024-03-01")

    assert set(found) >= {"rule", "basis", "start", "due_on", "unit", "days"}
    assert (found["rule"], found["start"]) == (rule, "2024-03-01")
    assert found["basis"]
    for basis in found["basis"]:
        assert set(basis) >= {"instrument", "article", "in_force_from"}
        assert date.fromisoformat(basis["in_force_from"]) <= date(2024, 3, 1)
    for day in found["days"]:
        assert set(day) == {"date", "counted", "number", "why"}
        assert (day["number"] is not None) is day["counted"]
        assert day["why"]
    assert found["days"][-1]["date"] == found["due_on"]
    assert set(RULES) <= set(statutes.rule_names())


def test_the_version_of_the_law_is_that_of_the_first_day():
    before, after = (answer("foi.reply", "--from", day) for day in ("2012-06-01", "2024-03-01"))

    assert (before["basis"][0]["instrument"], before["due_on"]) == ("ogi_2007", "2012-06-25")
    assert (after["basis"][0]["instrument"], after["due_on"]) == ("ogi_2019", "2024-03-29")


def test_an_extension_and_a_pause_put_the_day_off():
    start = ("foi.reply", "--from", "2024-03-01")
    plain = answer(*start)["due_on"]

    paused = answer(
        *start, "--pause", "2024-03-05..2024-03-12", "--pause", "2024-03-14..2024-03-15"
    )
    extended = answer(*start, "--extend", 20)

    assert plain < paused["due_on"] < extended["due_on"]
    left_out = {day["date"] for day in paused["days"] if not day["counted"]}
    assert {"2024-03-06", "2024-03-12", "2024-03-15"} <= left_out
    assert "2024-03-05" not in left_out


def test_the_channel_says_which_day_counts_as_the_receipt():
    posted = answer("foi.reply", "--from", "2024-03-01", "--channel", "signed_post")
    handed_in = answer("foi.reply", "--from", "2024-03-01", "--channel", "in_person")

    assert posted["due_on"] == handed_in["due_on"]
    assert posted["days"][0]["why"] != handed_in["days"][0]["why"]


def test_the_table_explains_each_day_and_ends_with_the_due_date():
    result = run("deadline", "foi.reply", "--from", "2024-03-01", "--today", "2024-03-02")

    assert result.exit_code == 0
    assert "2024-03-04" in result.stdout
    assert result.stdout.splitlines()[-1] == "期限届满日：2024-03-29"
    assert "《" in result.stdout.splitlines()[0]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("no.such_rule", "--from", "2024-03-01"), "foi.reply"),
        (("message.answer", "--from", "2012-03-01"), "2017-"),
        (("foi.reply", "--from", "1901-01-01"), "1901"),
        (("foi.reply", "--from", "2024-03-01", "--extend", "21"), "21"),
        (("foi.fee_payment", "--from", "2024-03-01", "--extend", "1"), "不能延长"),
        (("foi.reply", "--from", "2024-03-01", "--pause", "2024-03-09..2024-03-04"), "2024-03-04"),
        (("foi.reply", "--from", "2024-03-01", "--pause", "2024-02-01..2024-03-04"), "2024-02-01"),
        (("foi.reply", "--from", "2024-03-01", "--pause", "2025-02-01..2025-03-04"), "2025-02-01"),
    ],
    ids=[
        "an unknown rule",
        "no such law yet",
        "beyond the calendar",
        "extended by too much",
        "no extension allowed",
        "a pause backwards",
        "a pause before the start",
        "a pause after the end",
    ],
)
def test_what_the_law_does_not_know_is_refused_with_a_sentence(words, said):
    result = run("deadline", *words, "--json")

    assert result.exit_code == 1
    assert result.stdout == ""
    assert said in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("foi.reply",),
        ("foi.reply", "--from", "yesterday"),
        ("foi.reply", "--from", "2024-02-30"),
        ("foi.reply", "--from", "2024-03-01", "--channel", "pigeon"),
        ("foi.reply", "--from", "2024-03-01", "--pause", "2024-03-04"),
        ("foi.reply", "--from", "2024-03-01", "--pause", "2024-03-04..soon"),
        ("foi.reply", "--from", "2024-03-01", "--extend", "-1"),
        ("foi.reply", "--from", "2024-03-01", "--extend", "some"),
    ],
    ids=[
        "no first day",
        "no day at all",
        "no day of the calendar",
        "an unknown channel",
        "half a pause",
        "a pause without a day",
        "an extension below nothing",
        "an extension without a number",
    ],
)
def test_words_that_cannot_be_read_are_misuse(words):
    result = run("deadline", *words)

    assert result.exit_code == 2
    assert "Usage: sunlit deadline" in result.stderr


def test_a_limit_in_hours_runs_from_a_moment():
    found = answer("coercion.report_urgent", "--from", "2024-03-05 14:20")

    assert (found["due_on"], found["due_at"]) == ("2024-03-06", "2024-03-06T14:20+08:00")
    assert [one["hours"] for one in found["segments"]] == [24]


def test_working_hours_stop_at_noon_in_the_evening_and_over_a_holiday():
    found = answer("urban.litter", "--from", "2024-02-09 17:00")  # the eve of the Spring Festival

    assert found["due_at"] == "2024-02-18T12:00+08:00"  # a Sunday worked in its place
    assert [one["hours"] for one in found["segments"] if one["counted"]] == [0.5, 3.5]


def test_a_limit_in_hours_asks_for_the_moment():
    result = run("deadline", "coercion.report_urgent", "--from", "2024-03-05")

    assert result.exit_code == 1
    assert "2024-03-05 14:20" in result.stderr


def test_a_least_period_says_not_before():
    found = answer("penalty.hearing_notice", "--from", "2024-03-01")
    assert (found["kind"], found["due_on"]) == ("at_least", "2024-03-12")
    assert found["not_before"] == "2024-03-13"

    result = run("deadline", "penalty.hearing_notice", "--from", "2024-03-01")
    assert result.stdout.splitlines()[-1] == "不得早于该日结束：2024-03-12"


def test_all_rules_are_listed_with_their_versions_and_articles():
    listed = json.loads(run("deadline", "--list", "--json").stdout)["rules"]

    assert {one["rule"] for one in listed} == set(statutes.rule_names())
    reply = [one for one in listed if one["rule"] == "foi.reply"]
    assert [one["in_force_until"] for one in reply] == ["2019-05-14", None]
    assert "foi.reply" in run("deadline", "--list").stdout


def test_a_notice_taken_in_counts_here_as_it_does_on_the_public_page(client, tmp_path):
    agency(), agency("OTHER")
    file = tmp_path / "2027.yaml"
    file.write_text(OF_2027, encoding="utf-8")
    asked = {"rule": "foi.reply", "start": "2026-12-21"}
    before = run("deadline", "foi.reply", "--from", "2026-12-21", "--json")
    assert run("calendar", "import", file, "--today", "2026-11-25").exit_code == 0
    assert HolidayNotice.objects.exists()

    found = answer("foi.reply", "--from", "2026-12-21")
    public = client.get("/deadline/", asked | {"format": "json"}).json()

    assert (before.exit_code, "2026" in before.stderr) == (1, True)
    assert found == public
    other = run("deadline", "foi.reply", "--from", "2026-12-21", "--agency", "OTHER")
    assert other.exit_code == 1


@pytest.mark.parametrize(
    ("rule", "amount", "told"),
    [
        ("licence.decide", 12, "本机关承诺：2026-03-19（"),
        ("complaint.handle", 3, "本地另有规定，按此执行：2026-03-06（"),
    ],
    ids=["beside the law's", "instead of the usual"],
)
def test_an_own_limit_is_told_and_is_the_same_as_on_the_public_page(client, rule, amount, told):
    day = date(2026, 3, 3)
    promise_limit(
        agency=agency(), by=official(Role.LEADER), today=day, rule=rule, amount=amount, since=day,
        document="城管〔2026〕8号",
    )  # fmt: skip
    asked = {"rule": rule, "start": day.isoformat(), "format": "json"}

    assert answer(rule, "--from", day) == client.get("/deadline/", asked).json()
    said = run("deadline", rule, "--from", day).stdout.splitlines()[-1]
    assert said.startswith(told)
    assert "城管〔2026〕8号" in said


def test_without_an_installation_the_shipped_calendar_answers_and_none_is_made(
    tmp_path, monkeypatch
):
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite's database is a file that asking could make")
    place = tmp_path / "none.sqlite3"
    monkeypatch.setitem(connection.settings_dict, "NAME", str(place))
    assert not installation_is_there()
    assert answer("foi.reply", "--from", "2024-03-01")["due_on"] == "2024-03-29"
    assert not place.exists()
