"""A party gets the letters of its case by links that hold for an hour."""

import pytest
from django.core import signing

from sunlit.approvals.letters.kinds import Kind
from sunlit.portal.letters import links_for_applicant
from tests.approvals.letters import cases
from tests.organization.factories import agency

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_a_link_of_the_cases_page_hands_the_letter_out(client, ending):
    (links,) = links_for_applicant(cases.written().case)

    answer = client.get(getattr(links, ending))

    assert answer.status_code == 200
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["X-Robots-Tag"] == "noindex"


def test_a_paper_of_the_file_has_no_link():
    assert links_for_applicant(cases.written(Kind.PENALTY_FILING).case) == []


@pytest.mark.parametrize("salt", ["another.purpose", ""])
def test_a_forged_link_leads_nowhere(client, salt):
    letter = cases.written()
    token = signing.dumps(letter.pk, salt=salt)

    assert client.get(f"/letters/{token}.pdf").status_code == 404


def test_a_link_leads_nowhere_after_an_hour(client, monkeypatch):
    (links,) = links_for_applicant(cases.written().case)
    monkeypatch.setattr("sunlit.portal.letters.HOLDS", -1)

    assert client.get(links.pdf).status_code == 404


def test_the_site_of_another_agency_hands_out_no_letter_of_this_one(client, settings):
    settings.ALLOWED_HOSTS = ["*"]
    (links,) = links_for_applicant(cases.written().case)
    other = agency("JGJ")
    other.site_host = "jgj.example.invalid"
    other.save()

    assert client.get(links.pdf, headers={"host": other.site_host}).status_code == 404
    assert client.get(links.pdf).status_code == 200
