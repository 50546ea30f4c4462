"""A party gets the letters of its case by links that hold for an hour."""

import re

import pytest
from django.core import signing

from sunlit.approvals import applying
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


def test_who_applied_reads_the_letters_on_the_page_of_the_case_and_takes_them_as_files(client):
    letter = cases.written(Kind.LICENCE_GRANT)
    case = letter.case
    token = applying.token_of(case.number, case.query_code)

    shown = client.get(f"/track/{case.number}/?t={token}").content.decode()

    assert letter.said.title in shown
    assert letter.said.lines[-1].text in shown
    [link] = re.findall(r'href="(/letters/[^"]+\.pdf)"', shown)
    assert client.get(link).content.startswith(b"%PDF")


def test_a_paper_of_the_file_is_not_on_the_page_of_the_case(client):
    letter = cases.written(Kind.LICENCE_DELIVERY)
    case = letter.case
    token = applying.token_of(case.number, case.query_code)

    shown = client.get(f"/track/{case.number}/?t={token}").content.decode()

    assert "letters-title" not in shown
    assert "/letters/" not in shown


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
