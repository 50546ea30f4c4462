"""What the public sees of a normative document in the making."""

import pytest

from sunlit.norms import services
from sunlit.norms.models import DraftNorm
from tests.norms import drafts
from tests.organization.factories import agency

pytestmark = pytest.mark.django_db


@pytest.fixture
def shown(client, settings):
    """Show a public page in English on a day."""

    def shown(address, on=drafts.BEGUN):
        settings.SUNLIT_TODAY = on
        answer = client.get(address, {"lang": "en"})
        assert answer.status_code == 200, address
        return answer.content.decode()

    return shown


def test_a_draft_is_open_to_everybody_until_its_last_day(shown):
    draft = drafts.opened()
    page = shown(draft.get_absolute_url())
    assert "Everybody can comment on this draft until 3 April 2025: 31 days left." in page
    for said in (draft.explanation, draft.comment_how, "制定本办法"):
        assert said in page
    assert draft.title in shown("/norms/drafts/")
    assert "1 draft is open to comments" in shown("/norms/")
    closed = shown(draft.get_absolute_url(), on=drafts.ANSWERED)
    assert "Comments could be made until 3 April 2025." in closed
    assert draft.comment_how not in closed


def test_what_became_of_the_comments_is_public(shown):
    draft = drafts.heard()
    page = shown(draft.get_absolute_url(), on=drafts.ANSWERED)
    assert "一条意见超出本办法的调整范围,未予采纳。" in page
    assert "What became of the comments" in page


def test_the_gates_stand_as_stations_and_no_opinion_within_the_office_is_told(shown):
    draft = drafts.published()
    services.file_document(
        record_id=draft.pk,
        by=drafts.clerk(),
        today=drafts.PUBLISHED,
        filed_with="市政府",
        receipt="",
    )
    page = shown(draft.get_absolute_url(), on=drafts.PUBLISHED)
    assert page.count('class="station"') == 9
    assert "内容合法。" not in page
    of_document = shown(draft.document.get_absolute_url(), on=drafts.PUBLISHED)
    assert "How it was made" in of_document
    assert draft.get_absolute_url() in of_document


def test_a_draft_in_review_says_where_it_is(shown):
    draft = drafts.handed_in()
    page = shown(draft.get_absolute_url(), on=drafts.ANSWERED)
    here = page.split("station--here")[1].split("</li>")[0]
    assert "Legality review" in here
    dropped = services.drop_draft(
        record_id=draft.pk, by=drafts.head(), today=drafts.ANSWERED, reason="上位法已作规定"
    )
    page = shown(dropped.get_absolute_url(), on=drafts.ANSWERED)
    assert "This draft was given up." in page
    assert "上位法已作规定" in page


def test_a_draft_that_is_not_open_yet_is_nobodys_business(client, settings):
    settings.SUNLIT_TODAY = drafts.BEGUN
    draft = drafts.begun()
    assert client.get(draft.get_absolute_url()).status_code == 404
    assert draft.title not in client.get("/norms/drafts/").content.decode()


def test_without_drafts_the_page_says_what_will_stand_there(shown):
    agency()
    assert "No draft is open to comments today." in shown("/norms/drafts/")


def test_a_draft_of_another_agency_is_not_there(client, settings):
    settings.SUNLIT_TODAY = drafts.BEGUN
    agency()
    another = agency("GTJ")
    draft = drafts.opened()
    DraftNorm.objects.update(agency=another)
    assert client.get(draft.get_absolute_url()).status_code == 404
    assert draft.title not in client.get("/norms/drafts/").content.decode()
    assert draft.title not in client.get("/norms/").content.decode()
