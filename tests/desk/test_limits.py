"""The page of limits: what is promised, what the province has settled, and where it is used."""

from datetime import date

import pytest

from sunlit.organization.models import Role
from sunlit.organization.rules.limits import clocks_by_rule
from sunlit.organization.rules.provincial import VALIDITY
from sunlit.organization.selectors.limits import rules_to_promise
from sunlit.organization.services.limits import promise_limit
from sunlit.organization.services.provincial import set_provincial_number
from tests.architecture.sources import ROOT
from tests.organization.factories import agency, official

TODAY, LATER = date(2026, 3, 2), date(2026, 6, 1)


@pytest.mark.django_db
def test_promises_and_provincial_numbers_stand_on_one_page_with_where_they_are_used(
    client, settings
):
    settings.SUNLIT_TODAY = TODAY
    by = official(Role.ADMINISTRATOR)
    terms = {"agency": agency(), "by": by, "today": TODAY}
    promise_limit(rule="licence.decide", amount=12, since=TODAY, document="8号", **terms)
    promise_limit(
        rule="complaint.handle", amount=3, since=date(2026, 6, 1), document="9号", **terms
    )
    set_provincial_number(
        name=VALIDITY, value="3", since=TODAY, document="省办法", article="第九条", **terms
    )
    client.force_login(by)
    page = client.get("/desk/limits/?lang=en").content.decode()

    for words in ("12 working days", "the promised clock of a licence case", "3 years", "to come",
                  "省办法 第九条", "the usual value", "80%", "30 calendar days"):  # fmt: skip
        assert words in page
    assert client.get("/desk/own-limits/").status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("role", list(Role))
def test_everybody_at_the_desk_sees_it_and_is_led_only_where_he_may_go(client, settings, role):
    settings.SUNLIT_TODAY = date(2012, 12, 31)
    client.force_login(official(role))
    page = client.get("/desk/limits/")
    assert page.status_code == 200
    leads = "/desk/provincial-numbers/" in page.content.decode()
    assert leads == (client.get("/desk/provincial-numbers/").status_code == 200)


@pytest.mark.parametrize("rule", list(clocks_by_rule()))
def test_a_clock_said_to_go_by_an_own_limit_is_read_in_the_code(rule):
    rooms = [
        ROOT / "sunlit" / room for room in ("approvals", "complaints", "disclosure", "supervision")
    ]
    texts = [path.read_text(encoding="utf-8") for room in rooms for path in room.rglob("*.py")]
    assert any(f'"{rule}"' in text for text in texts)
    assert rule in {one.name for one in rules_to_promise(on=TODAY)}
