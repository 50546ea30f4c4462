"""The calculator of deadlines as a page: the answer first, every day, and how it was before."""

from datetime import date

import pytest

from sunlit import statutes
from sunlit.disclosure.models import InternalRule, RuleStatus
from sunlit.organization.models import Official, Role
from sunlit.organization.services.limits import promise_limit
from sunlit.organization.services.notices import take_in_notices
from tests.organization.factories import agency, office, official
from tests.organization.notices import OF_2027

pytestmark = pytest.mark.django_db

ASKED = {"rule": "foi.reply", "start": "2012-09-20"}


@pytest.fixture(autouse=True)
def the_agency():
    agency()


def page(client, **asked):
    return client.get("/deadline/", {**asked, "lang": "en"})


def test_a_deadline_is_computed(client):
    answer = page(client, **ASKED, format="json")
    assert answer.json()["due_on"] == "2012-10-17"


def test_the_answer_stands_first_and_every_rule_is_offered_under_its_subject(client):
    said = page(client, **ASKED).content.decode()

    assert said.index("17 October 2012") < said.index('id="asked"')
    assert said.count("<optgroup") == len(statutes.rules_by_subject())
    assert said.count("<option") == len(statutes.rule_names()) + 6  # and the channels


def test_several_pauses_an_extension_and_a_channel_are_taken(client):
    asked = {
        **ASKED, "extend": "15", "channel": "letter", "pause_from": "2012-09-21",
        "pause_until": "2012-09-25", "pause_from_2": "2012-10-09", "pause_until_2": "2012-10-11",
    }  # fmt: skip
    spans = [("2012-09-21", "2012-09-25"), ("2012-10-09", "2012-10-11")]
    days = [(date.fromisoformat(a), date.fromisoformat(b)) for a, b in spans]
    expected = statutes.deadline("foi.reply", date.fromisoformat("2012-09-20"), days, 15)

    assert page(client, **asked, format="json").json()["due_on"] == expected.due_on.isoformat()
    assert 'value="2012-10-09"' in page(client, **asked).content.decode()


def test_more_pauses_are_offered_without_losing_what_was_typed(client):
    first = page(client, **ASKED).content.decode()
    more = page(client, **ASKED, pause_from="2012-09-21", pairs="3", more="1").content.decode()

    assert "pause_from_3" in first
    assert "pause_from_4" not in first
    assert "pause_from_6" in more
    assert 'value="2012-09-21"' in more


def test_the_other_versions_are_compared_with_what_they_would_give(client):
    said = page(client, **ASKED).content.decode()

    assert "from 1 May 2008 to 14 May 2019" in said
    assert "since 15 May 2019" in said
    assert "24 October 2012" in said  # twenty working days


def test_a_limit_in_hours_needs_the_hour_and_is_drawn(client):
    asked = {"rule": "urban.litter", "start": "2024-02-09"}
    without = page(client, **asked)
    assert without.status_code == 422
    assert 'id="id_at_error"' in without.content.decode()

    said = page(client, **asked, at="17:00").content.decode()
    assert "18 February 2024, 12:00" in said
    assert "<svg" in said


def test_a_least_period_says_not_before(client):
    said = page(client, rule="penalty.hearing_notice", start="2024-03-01").content.decode()
    assert "Not before the end of" in said


def test_an_article_that_was_not_read_is_to_be_compared_with_the_text(client):
    assert "to be compared with the text" in page(client, **ASKED).content.decode()
    verified = page(client, rule="foi.co_producer", start="2024-03-01").content.decode()
    assert "to be compared with the text" not in verified


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"rule": "foi.reply", "start": "yesterday"}, "start"),
        ({"rule": "unheard.of", "start": "2012-09-20"}, "rule"),
        ({"rule": "foi.reply"}, "start"),
        ({**ASKED, "pause_from": "2012-09-21"}, "pause_until"),
        ({**ASKED, "pause_from": "2012-09-21", "pause_until": "2012-09-20"}, "pause_from"),
        ({**ASKED, "pause_from_2": "2013-09-21", "pause_until_2": "2013-09-22"}, "pause_from_2"),
        ({**ASKED, "extend": "-3"}, "extend"),
        ({**ASKED, "extend": "16"}, "extend"),
        ({**ASKED, "at": "noon"}, "at"),
        ({**ASKED, "channel": "pigeon"}, "channel"),
        ({"rule": "foi.third_party", "start": "2012-09-20"}, "start"),
        ({"rule": "foi.reply", "start": "1949-10-01"}, "start"),
        ({"rule": "foi.reply", "start": "9999-01-01"}, "start"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value.values()),
)
def test_what_cannot_be_computed_is_told_beside_the_field_and_nothing_typed_is_lost(
    client, asked, field
):
    answer = page(client, **asked)
    said = answer.content.decode()

    assert answer.status_code == 422
    assert f'id="id_{field}_error"' in said
    for name in asked.keys() - {"rule", "channel"}:
        assert f'value="{asked[name]}"' in said
    refused = page(client, **asked, format="json")
    assert refused.status_code == 422
    assert refused.json()["refused"][0]["field"] == field


def test_a_notice_that_the_agency_took_in_later_lengthens_the_calendar(client):
    asked = {"rule": "foi.reply", "start": "2026-12-28"}
    assert page(client, **asked).status_code == 422
    take_in_notices(
        agency=agency(), by=official(Role.ADMINISTRATOR), text=OF_2027, today=date(2026, 11, 25)
    )
    assert page(client, **asked).status_code == 200


def promised(amount, rule="licence.decide", since=date(2026, 3, 2)):
    """Let the agency promise a limit in a document."""
    leader = Official.objects.filter(username="leader").first()
    promise_limit(
        agency=agency(), by=leader or official(Role.LEADER, username="leader"),
        today=date(2026, 3, 2),
        rule=rule, amount=amount, since=since, document="城管〔2026〕8号",
    )  # fmt: skip


def test_the_promised_day_stands_beside_the_laws_and_changes_nothing_of_it(client):
    asked = {"rule": "licence.decide", "start": "2026-03-03"}
    before = page(client, **asked, format="json").json()
    assert before["own"] is None
    promised(12)

    after = page(client, **asked, format="json").json()
    shown = page(client, **asked).content.decode()

    own = after.pop("own")
    assert after == {key: value for key, value in before.items() if key != "own"}
    assert (own["set_by"], own["amount"], own["due_on"]) == ("promise", 12, "2026-03-19")
    assert (own["earlier"], own["holds_instead"]) == ("own", False)
    assert "城管〔2026〕8号" in own["source"]
    assert "Promised by the agency" in shown
    assert "19 March 2026" in shown
    assert "The promised day is the earlier one" in shown


def test_a_promise_binds_only_what_begins_on_its_day_or_later(client):
    promised(12, since=date(2026, 3, 4))
    asked = {"rule": "licence.decide", "start": "2026-03-03"}
    assert page(client, **asked, format="json").json()["own"] is None


def test_a_promised_day_may_fall_on_the_laws_when_both_roll_over_a_weekend(client):
    promised(89, rule="penalty.case")
    asked = {"rule": "penalty.case", "start": "2026-03-02"}  # a Saturday and a Sunday later
    own = page(client, **asked, format="json").json()["own"]
    assert (own["due_on"], own["earlier"]) == ("2026-06-01", "same")
    assert "Both are the same day" in page(client, **asked).content.decode()


def test_where_the_law_leaves_it_to_the_agency_its_own_day_is_the_answer(client):
    promised(3, rule="complaint.handle")
    asked = {"rule": "complaint.handle", "start": "2026-03-03"}
    answer = page(client, **asked, format="json").json()
    shown = page(client, **asked).content.decode()

    assert (answer["due_on"], answer["own"]["due_on"]) == ("2026-03-10", "2026-03-06")
    assert answer["own"]["holds_instead"]
    assert shown.index("6 March 2026") < shown.index("10 March 2026")


def test_a_limit_in_hours_is_promised_by_the_moment(client):
    promised(2, rule="urban.litter")
    asked = {"rule": "urban.litter", "start": "2026-03-03", "at": "09:00"}
    own = page(client, **asked, format="json").json()["own"]
    assert own["due_at"] == "2026-03-03T11:00+08:00"


def test_a_pause_after_the_promised_day_leaves_the_laws_answer(client):
    promised(3)
    asked = {"rule": "licence.decide", "start": "2026-03-03",
             "pause_from": "2026-03-12", "pause_until": "2026-03-13"}  # fmt: skip
    answer = page(client, **asked, format="json")
    assert (answer.status_code, answer.json()["own"]) == (200, None)


def test_the_pages_of_rules_show_the_limits_that_they_set(client, settings):
    settings.SUNLIT_TODAY = date(2026, 3, 9)
    terms = {
        "agency": agency(), "office": office(), "issued_on": date(2026, 3, 1),
        "published_on": date(2026, 3, 1), "status": RuleStatus.NEW, "body": "全文",
    }  # fmt: skip
    setting = InternalRule.objects.create(
        code="ZD1", name="限时办结制度", document_number="城管〔2026〕8号", **terms
    )
    other = InternalRule.objects.create(
        code="ZD2", name="首问负责制度", document_number="城管〔2026〕9号", **terms
    )
    promised(12)
    promised(3, rule="complaint.handle", since=date(2026, 6, 1))

    listed = client.get("/rules/?lang=en").content.decode()
    assert "Decision on a licence" in listed
    assert "Handling of a complaint" not in listed  # it is to come
    shown = client.get(f"{setting.get_absolute_url()}?lang=en").content.decode()
    assert "Limits that this rule sets" in shown
    assert "12 working days" in shown
    assert "12 working days" not in client.get(other.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("asked", "is_shown"),
    [
        ({"rule": "urban.litter", "start": "2024-02-08", "at": "16:40"}, True),
        ({"rule": "foi.reply", "start": "2012-09-20"}, False),
        ({"rule": "complaint.urgent", "start": "2012-09-20", "at": "09:00"}, False),
    ],
)
def test_the_office_hours_stand_where_the_limit_runs_in_them(client, asked, is_shown):
    agency()

    assert ("<h3>Office hours</h3>" in page(client, **asked).content.decode()) is is_shown
