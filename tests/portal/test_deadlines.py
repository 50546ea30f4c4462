"""The calculator of deadlines as a page: the answer first, every day, and how it was before."""

from datetime import date

import pytest

from sunlit import statutes
from sunlit.organization.models import Role
from sunlit.organization.services.notices import take_in_notices
from tests.organization.factories import agency, official
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
