"""When a penalty falls, the work list says until when it may still be public."""

from datetime import date

import pytest

from sunlit.remedies import selectors
from sunlit.remedies.models import Outcome
from tests.remedies import factories

pytestmark = pytest.mark.django_db


def fallen(on, outcome=Outcome.SET_ASIDE, **changes):
    remedy = factories.remedy(outcome=outcome, decided_on=on)
    for name, value in changes.items():
        setattr(remedy.penalty, name, value)
    return selectors.withdraw_publication_by(remedy)


@pytest.mark.parametrize(
    ("on", "changes", "by"),
    [
        (date(2021, 8, 2), {"disclosed_on": date(2021, 7, 20)}, date(2021, 8, 5)),
        (date(2012, 6, 11), {"disclosed_on": date(2012, 6, 1)}, None),
        (date(2021, 8, 2), {"disclosed_on": None}, None),
    ],
    ids=["since 2021 within three working days", "no limit before", "it is not public"],
)
def test_a_penalty_that_was_set_aside_is_withdrawn_within_three_working_days(on, changes, by):
    assert fallen(on, **changes) == by


def test_a_penalty_that_was_upheld_stays_public():
    assert fallen(date(2021, 8, 2), Outcome.UPHELD, disclosed_on=date(2021, 7, 20)) is None
