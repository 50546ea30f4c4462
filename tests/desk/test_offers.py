"""How a case's page orders its acts: what is due on the chart, what was done, what is not yet."""

from datetime import date

import pytest

from sunlit.approvals.services import penalties
from sunlit.organization.models import Role
from tests.approvals import factories
from tests.organization.factories import official

pytestmark = pytest.mark.django_db

TODAY = date(2012, 6, 11)


@pytest.fixture
def page(client, settings):
    """Open a penalty case's page as an investigator."""
    settings.SUNLIT_TODAY = TODAY
    case = factories.penalty_case()
    by = official(Role.INVESTIGATOR)
    client.force_login(by)

    def page(*, named=False):
        if named:
            penalties.investigate(
                record_id=case.pk, by=by, today=TODAY, first_post="队员甲", second_post="队员乙",
                first_certificate="ZF-001", second_certificate="ZF-002",
            )  # fmt: skip
        return client.get(f"/desk/penalty-cases/{case.pk}/", {"lang": "en"})

    return page


def names(offers):
    return [offer.act.name for offer in offers]


def test_the_act_due_on_the_chart_leads_a_case_and_stands_out(page):
    offers = page().context["offers"]
    assert names(offers.possible)[0] == offers.foremost.act.name == "investigate"
    assert not offers.again


def test_an_act_that_was_done_is_offered_apart_to_be_done_again(page):
    answer = page(named=True)
    offers = answer.context["offers"]
    assert names(offers.again) == ["investigate"]
    assert "investigate" not in names(offers.possible)
    assert "1 act was done and can be done again" in answer.content.decode()


def test_a_case_says_of_no_fine_that_it_was_imposed_before_it_was(page):
    said = page().content.decode()
    assert "Fine in yuan" not in said
    assert "Complied with" not in said


def test_a_case_that_waits_for_another_post_says_for_which_act(client, settings):
    settings.SUNLIT_TODAY = TODAY
    case = factories.licence_case()
    client.force_login(official(Role.APPROVER))

    answer = client.get(f"/desk/licence-cases/{case.pk}/", {"lang": "en"})

    offers = answer.context["offers"]
    assert "accept" in names(offers.next_of_others)
    assert not set(names(offers.next_of_others)) & set(names(offers.of_others))
    assert "The flow chart has an act of another post come next:" in answer.content.decode()
