"""A refusal is a sentence with a status and, where one speaks, an article."""

from datetime import date

import pytest

from sunlit.kernel import refusals
from sunlit.kernel.wording import Wording


@pytest.mark.parametrize(
    ("kind", "status"),
    [("NotPermitted", 403), ("WrongMoment", 409), ("Unacceptable", 422), ("Missing", 404),
     ("BeyondCalendar", 422), ("NoSuchRule", 404)],
)  # fmt: skip
def test_each_refusal_has_its_status_and_a_code_of_its_own(kind: str, status: int):
    refused = getattr(refusals, kind)("The register is closed.")
    assert isinstance(refused, refusals.Refused)
    assert refused.status == status
    assert refused.code.replace("_", "") == kind.lower()
    assert kind in (refusals.Refused.__doc__ or "")


def test_a_rule_that_is_not_yet_law_says_since_when_it_is():
    refused = refusals.NotYetLaw("There was no such rule.", since=date(2019, 5, 15))
    assert refused.since == date(2019, 5, 15)
    assert (refused.status, refused.code) == (422, "not_yet_law")


def test_a_refusal_says_its_reason_and_what_to_do_next():
    refused = refusals.WrongMoment(Wording("已经答复。", "It is answered."), "See the file.")
    assert refused.said_in("en") == "It is answered. See the file."
    assert str(refused) == "已经答复。"
    assert refused.basis is None
