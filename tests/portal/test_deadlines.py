"""The calculator of deadlines as a page."""

import pytest

from tests.organization.factories import agency

pytestmark = pytest.mark.django_db


def test_a_deadline_is_computed(client):
    agency()
    answer = client.get(
        "/deadline/", {"rule": "foi.reply", "start": "2012-09-20", "format": "json"}
    )
    assert answer.json()["due_on"] == "2012-10-17"


@pytest.mark.parametrize(
    "asked",
    [
        {"rule": "foi.reply", "start": "yesterday"},
        {"rule": "unheard.of", "start": "2012-09-20"},
        {"rule": "foi.reply"},
        {"rule": "foi.reply", "start": "2012-09-20", "pause_from": "2012-09-21"},
        {"rule": "foi.reply", "start": "2012-09-20", "extend": "-3"},
        {"rule": "foi.reply", "start": "1949-10-01"},
        {"rule": "foi.reply", "start": "9999-01-01"},
    ],
    ids=lambda asked: " ".join(asked.values()),
)
def test_what_cannot_be_computed_is_told_and_what_was_typed_is_kept(client, asked):
    agency()
    answer = client.get("/deadline/", asked)

    assert answer.status_code == 422
    if start := asked.get("start"):
        assert f'value="{start}"' in answer.content.decode()
