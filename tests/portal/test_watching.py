"""Supervision, normative documents, powers and signs on the public pages."""

from datetime import date

import pytest

from sunlit.approvals.lifecycle import Status
from sunlit.supervision.lifecycle import OpinionStatus
from tests.approvals.factories import licence_case
from tests.channels import factories as channels
from tests.norms import factories as norms
from tests.organization.factories import agency
from tests.powers.factories import power
from tests.supervision import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def in_2024(settings):
    """Let it be the end of 2024, with records of that year."""
    settings.SUNLIT_TODAY = date(2024, 12, 31)


def shown(client, address: str, **asked: str) -> str:
    answer = client.get(address, {"lang": "en"} | asked)
    assert answer.status_code == 200, address
    return answer.content.decode()


# Supervision


def test_an_opinion_stands_with_its_answer_and_how_long_it_took(client, in_2024):
    one = factories.opinion()
    one.answer("三处公厕已对外开放。", OpinionStatus.ADOPTED, on=date(2024, 7, 5))
    one.save()

    page = shown(client, f"/supervision/meetings/{one.meeting.year}/{one.meeting.code}/")

    assert one.text in page
    assert "三处公厕已对外开放" in page
    assert "5 working days" in page
    assert "Adopted" in page


def test_supervisors_are_known_by_number_never_by_label(client, in_2024):
    one = factories.supervisor()
    page = shown(client, "/supervision/supervisors/")

    assert one.code in page
    assert one.sector in page
    assert one.label not in page


def test_only_published_inspections_have_a_page(client, in_2024):
    hidden = factories.inspection(is_published=False)
    address = f"/supervision/inspections/{hidden.year}/{hidden.code}/"
    assert client.get(address).status_code == 404
    assert hidden.code not in shown(client, "/supervision/inspections/")

    hidden.is_published = True
    hidden.save()
    finding = factories.finding(inspection=hidden)

    assert finding.description in shown(client, address)
    assert hidden.code in shown(client, "/supervision/inspections/")


def test_a_decision_on_accountability_names_the_post_and_is_led_to(client, in_2024):
    one = factories.accountable(is_published=True)
    page = shown(client, "/supervision/accountability/")

    assert one.post in page
    assert f'id="{one.code}"' in page
    assert one.get_absolute_url() == f"/supervision/accountability/?year=2024#{one.code}"


# Normative documents


def test_a_document_is_in_force_on_one_day_and_not_on_another(client, settings):
    settings.SUNLIT_TODAY = date(2012, 12, 31)
    one = norms.document(repealed_on=date(2012, 9, 7))

    assert one.title in shown(client, "/norms/", on="2012-09-06", only="in_force")
    assert one.title not in shown(client, "/norms/", on="2012-09-07", only="in_force")
    assert one.title in shown(client, "/norms/", on="2012-09-07", only="ended")


def test_a_document_that_ends_within_half_a_year_warns(client, settings):
    settings.SUNLIT_TODAY = date(2012, 12, 31)
    soon = norms.document("GF01", valid_until=date(2013, 6, 1))
    later = norms.document("GF02", valid_until=date(2013, 9, 1))

    assert "These end within half a year" in shown(client, "/norms/")
    assert "unless it is renewed before" in shown(client, f"/norms/{soon.code}/")
    assert "unless it is renewed before" not in shown(client, f"/norms/{later.code}/")


def test_a_document_without_a_text_here_says_so(client):
    one = norms.document()
    page = shown(client, f"/norms/{one.code}/")

    assert "not on this site" in page
    assert 'href="/apply/"' in page


# Powers


def test_powers_are_narrowed_by_kind_sub_list_and_office(client):
    power("CG-XK-001", name="户外广告设置审批", sub_list="分表一", published_on=date(2012, 6, 8))
    power(
        "CG-XK-002",
        name="占用道路审批",
        sub_list="分表二",
        office_name="市政科",
        published_on=date(2012, 6, 8),
    )

    for asked in ({"sub_list": "分表二"}, {"office": "市政科"}, {"q": "占用"}):
        page = shown(client, "/powers/", **asked)
        assert "CG-XK-002" in page
        assert "CG-XK-001" not in page


def test_the_whole_list_fits_on_one_page_to_print(client):
    for number in range(30):
        power(f"CG-XK-{number:03}", published_on=date(2012, 6, 8))

    assert "CG-XK-029" not in shown(client, "/powers/")
    assert "CG-XK-029" in shown(client, "/powers/", all="1")


def test_a_power_tells_how_often_it_was_used(client):
    one = power(published_on=date(2012, 6, 8))
    assert "How it was used" not in shown(client, f"/powers/{one.code}/")

    licence_case(power=one, accepted_on=date(2012, 6, 8), status=Status.ACCEPTED)
    assert "How it was used" in shown(client, f"/powers/{one.code}/")


# Streets


def test_a_sign_is_found_by_its_street(client, settings):
    settings.SUNLIT_TODAY = date(2032, 1, 1)
    one = channels.sign(alley="第一巷")
    channels.sign(code="GP-002", alley="桥头巷")

    page = shown(client, "/complaints/signs/", q="桥头")

    assert "桥头巷" in page
    assert one.alley not in page
    assert agency().name in page
