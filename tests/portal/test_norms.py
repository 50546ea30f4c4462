"""What the public reads of normative documents: on each day, of each text, of each clean-up."""

from datetime import date

import pytest

from sunlit.norms import services
from sunlit.norms.lifecycle import Status
from tests.disclosure import factories as items
from tests.norms import drafts, factories
from tests.norms.test_texts import amend, later, repeal

pytestmark = pytest.mark.django_db


@pytest.fixture
def shown(client, settings):
    """Show a public page in English in the autumn of 2012."""
    settings.SUNLIT_TODAY = date(2012, 10, 10)

    def shown(address, **asked):
        answer = client.get(address, {"lang": "en"} | asked)
        assert answer.status_code == 200, address
        return answer.content.decode()

    return shown


def test_a_document_says_what_it_said_on_the_day_asked_for(shown):
    document = factories.with_text()
    amend(document, later())
    address = document.get_absolute_url()

    before, now = shown(address, on="2012-07-31"), shown(address)
    assert "As it stood on 31 July 2012" in before
    assert "处五十元罚款" in before.split("What it said, and since when")[0]
    assert "处一百元罚款" in now.split("What it said, and since when")[0]
    assert "In force, amended" in now
    assert "In force, amended" not in before.split("What it said, and since when")[0]
    assert "<del>" in now
    assert "五十" in now.split("<del>")[1].split("</del>")[0]
    assert "In force, amended" in shown("/norms/")
    assert "In force, amended" not in shown("/norms/", on="2012-07-31")


def test_two_texts_are_compared_as_asked_and_a_text_that_is_none_says_so(shown):
    document = factories.with_text()
    amend(document, later())
    address = document.get_absolute_url()
    assert "<ins>" in shown(address, **{"from": "2", "to": "1"})
    assert "There is no such version to be read." in shown(address, **{"from": "1", "to": "7"})


def test_what_acts_on_a_document_is_shown_both_ways(shown):
    document, actor = factories.document(), later()
    repeal(document, actor)
    assert actor.document_number in shown(document.get_absolute_url())
    assert document.document_number in shown(actor.get_absolute_url())
    assert "Repealed" in shown(document.get_absolute_url())
    stood = shown(document.get_absolute_url(), on="2012-07-31")
    assert "As it stood on 31 July 2012: " in stood


@pytest.mark.parametrize("day", ["2012-02-30", "yesterday", "2012/1"])
def test_a_day_that_is_none_is_said_in_a_sentence(shown, day):
    document = factories.document()
    for address in ("/norms/", document.get_absolute_url()):
        page = shown(address, on=day)
        assert "There is no such day. Write it as 2012-06-08." in page
        assert f'value="{day}"' in page


def test_a_document_before_its_issue_was_not_issued_yet(shown):
    document = factories.with_text()
    page = shown(document.get_absolute_url(), on="2009-06-11")
    assert "Not issued yet" in page
    assert "处五十元罚款" not in page


def test_a_text_that_was_taken_back_is_shown_nowhere(shown):
    document = factories.with_text()
    item = document.texts.get().item
    items.services.withdraw(
        record_id=item.pk, by=items.approver(), today=date(2012, 9, 3), reason="含有个人信息"
    )
    page = shown(document.get_absolute_url())
    assert "处五十元罚款" not in page
    assert "no longer shown" in page


def test_a_draft_stands_among_the_documents_while_it_is_open_to_comments(shown, settings):
    draft = drafts.opened()
    settings.SUNLIT_TODAY = drafts.PUBLISHED
    assert draft.get_absolute_url() in shown("/norms/", on="2025-03-10")
    assert "Under comment" in shown("/norms/", on="2025-03-10")
    assert draft.get_absolute_url() not in shown("/norms/", on="2025-03-02")


def test_the_result_of_a_clean_up_is_listed_and_handed_out(shown, client):
    decision = factories.proposal(status=Status.PUBLISHED)
    address = decision.clean_up.get_absolute_url()
    page = shown(address)
    assert "Documents repealed" in page
    assert decision.document.title in page
    assert address in shown("/norms/")
    assert address in shown(decision.document.get_absolute_url())
    file = client.get(address, {"format": "csv"})
    assert file["Content-Type"].startswith("text/csv")
    assert decision.document.document_number in file.content.decode("utf-8-sig")


def test_a_result_that_is_not_published_is_not_there(client):
    clean_up = factories.proposal(status=Status.DECIDED).clean_up
    assert client.get(clean_up.get_absolute_url()).status_code == 404


def test_a_renewed_document_leads_to_its_new_number(shown):
    document = factories.evaluated()
    services.renew_document(
        record_id=document.pk, by=items.approver(), today=date(2012, 10, 9), code="GF21",
        document_number="城管〔2012〕51号", valid_until=date(2017, 12, 31),
    )  # fmt: skip
    assert "城管〔2012〕51号" in shown(document.get_absolute_url())
    assert "Not yet in force" in shown("/norms/GF21/")
