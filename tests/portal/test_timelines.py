"""A dossier's page tells what each stage owed, and raises the alarm by itself."""

from datetime import date

import pytest

from tests.dossiers import factories

pytestmark = pytest.mark.django_db


def page(client, one, lang: str = "en") -> str:
    return client.get(f"/dossiers/{one.year}/{one.code}/", {"lang": lang}).content.decode()


def held(one, seq: int, starts_on: date, ends_on: date, *, public: bool = True) -> None:
    stage = one.stages.get(seq=seq)
    stage.starts_on, stage.ends_on = starts_on, ends_on
    if public:
        stage.is_public, stage.published_on = True, starts_on
    stage.save()


@pytest.fixture
def today(settings):
    """Let it be late in 2012."""
    settings.SUNLIT_TODAY = date(2012, 11, 1)


def test_a_missing_stage_is_told_in_words(client, today):
    one = factories.dossier()
    held(one, 1, date(2012, 6, 25), date(2012, 7, 6), public=False)

    shown = page(client, one)

    assert "ended on 6 July 2012 and is not public, though it should be" in shown
    assert "Missing" in shown
    assert "A stage is missing" in client.get("/dossiers/", {"lang": "en"}).content.decode()


def test_an_open_dossier_says_what_comes_next(client, settings):
    settings.SUNLIT_TODAY = date(2012, 7, 1)
    one = factories.dossier()
    held(one, 1, date(2012, 6, 25), date(2012, 7, 6))

    shown = page(client, one)

    assert "Next to be published:" in shown
    assert "报名" in shown.partition("Next to be published:")[2][:80]


@pytest.mark.parametrize(
    ("ends_on", "word"), [(date(2012, 9, 16), "Kept"), (date(2012, 9, 15), "Too short")]
)
def test_seven_days_of_publicity_are_counted_by_the_law(client, today, ends_on, word):
    one = factories.dossier()
    held(one, 8, date(2012, 9, 10), ends_on)

    shown = page(client, one)

    assert "the law asks for 7 at least" in shown
    assert f"<span>{word}</span>" in shown
    assert "art. 24" in shown


def test_a_long_pause_between_two_stages_is_told(client, today):
    one = factories.dossier()
    held(one, 3, date(2012, 7, 16), date(2012, 7, 20))
    held(one, 4, date(2012, 8, 4), date(2012, 8, 4))

    assert "15 days passed" in page(client, one)


def test_base_prices_stay_secret_until_the_winners_are_told(client, today):
    one = factories.dossier("tender", "HW01")
    lot = factories.lot(one)

    assert lot.name in page(client, one)
    assert f"{lot.base_price:,.0f}" not in page(client, one)

    held(one, 8, date(2012, 8, 6), date(2012, 8, 6))
    assert f"{lot.base_price:,.0f}" in page(client, one)
