"""A social review is passed from the share of the satisfied that the province has settled."""

from datetime import date
from decimal import Decimal

import pytest

from sunlit.organization.models import Role
from sunlit.organization.rules.provincial import SATISFACTION
from sunlit.organization.services.provincial import set_provincial_number
from sunlit.supervision import rules, selectors
from sunlit.supervision.models import Survey, SurveyAnswer
from tests.organization.factories import agency, official

pytestmark = pytest.mark.django_db

SURVEYED = date(2012, 6, 13)


def answer(satisfied: int, surveyed_on: date = SURVEYED) -> SurveyAnswer:
    """Return how a hundred people judged, of whom so many were satisfied; published at once."""
    survey, _made = Survey.objects.get_or_create(
        agency=agency(), year=surveyed_on.year, code=f"PY{surveyed_on}", surveyed_on=surveyed_on,
        published_on=surveyed_on, organiser="第三方机构",
    )  # fmt: skip
    return SurveyAnswer.objects.create(
        survey=survey, group="市民", indicator=f"指标{satisfied}", distributed=100, valid=100,
        very_satisfied=0, satisfied=satisfied, fair=100 - satisfied, dissatisfied=0,
    )  # fmt: skip


def set_to(value: str, since: date) -> None:
    """Let the province settle the share."""
    set_provincial_number(
        agency=agency(), by=official(Role.ADMINISTRATOR), today=date(2012, 1, 4), value=value,
        name=SATISFACTION, since=since, document="省社会评议办法", article="第七条",
    )  # fmt: skip


@pytest.mark.parametrize(("satisfied", "passed"), [(79, False), (80, True)])
def test_eighty_in_a_hundred_pass_where_nothing_is_set(satisfied, passed):
    one = answer(satisfied)
    assert selectors.passes(one, survey=one.survey) is passed
    assert selectors.threshold(one.survey).record is None


def test_the_share_is_that_of_the_day_on_which_the_public_was_asked():
    set_to("85.5", since=date(2012, 7, 1))
    before, after = answer(84), answer(85, date(2012, 11, 5))

    assert selectors.passes(before, survey=before.survey)
    assert not selectors.passes(after, survey=after.survey)
    assert selectors.threshold(after.survey).source.zh == "省社会评议办法第七条"


def test_where_nobody_judged_there_is_no_verdict():
    assert rules.passes(None, Decimal(80)) is None


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("/supervision/surveys/?year=2012", ("80%", "1项未达标", "本省未设定")),
        ("/desk/survey-answers/", ("达标", "未达标")),
    ],
    ids=["in public", "at the desk"],
)
def test_the_pages_say_what_is_below_the_standard(client, settings, place, words):
    settings.SUNLIT_TODAY = date(2012, 12, 31)
    answer(79), answer(91)
    client.force_login(official(Role.SUPERVISOR_LIAISON))
    page = client.get(place).content.decode()
    for word in words:
        assert word in page
