"""Ways around the gate, tried at the desk's own addresses by officials who are logged in."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from sunlit.disclosure.models import Attachment, Item, SecrecyReview
from sunlit.files import store
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role
from tests.disclosure import factories
from tests.disclosure.files import attach, through_the_gate
from tests.disclosure.leaks import LEAK, overwrite

pytestmark = pytest.mark.django_db

TODAY = factories.TODAY
OTHER = "没有人审查过的另一段文字。"
SAID = {"title": "另一标题", "made_on": "2012-06-04", "scope": "general", "stage": "result"}


@pytest.fixture(autouse=True)
def own_day_and_folder(settings, tmp_path):
    """Let it be the day on which the factories work, with files where nobody else has any."""
    settings.SUNLIT_TODAY = TODAY
    settings.DATA_DIR = tmp_path


@pytest.fixture
def post(client):
    """Send a form to the address of an act, whether or not a page offers it."""

    def post(by, item, act, **typed):
        client.force_login(by)
        return client.post(f"/desk/items/{item.pk}/{act}/", typed)

    return post


def assert_nothing_happened(item, answer, entries, *, status=(403, 409, 422)):
    """An act was refused: the item is as it was, and the ledger has no entry of it."""
    before = Item.objects.get(pk=item.pk)
    assert answer.status_code in status
    assert (before.status, before.texts) == (item.status, item.texts)
    assert before.published_on is None
    assert Entry.objects.count() == entries


@pytest.mark.parametrize("step", [factories.drafted, factories.section_reviewed])
@pytest.mark.parametrize("act", ["publish", "approve"])
def test_nothing_is_published_or_decided_on_without_a_secrecy_review(post, step, act):
    item = step()
    by = factories.clerk() if act == "publish" else factories.approver()
    entries = Entry.objects.count()

    answer = post(by, item, act, decision="publish", finding="ok", status="approved")

    assert_nothing_happened(item, answer, entries)


SECTION = factories.drafted, "section-review", {}
SECRECY = factories.section_reviewed, "secrecy-review", {"finding": "ok"}
DECISION = factories.secrecy_reviewed, "approve", {"decision": "publish"}


@pytest.mark.parametrize(
    ("attack", "signed_as"),
    [
        (SECTION, "drafter"),
        (SECRECY, "drafter"),
        (SECRECY, "section_reviewer"),
        (DECISION, "drafter"),
        (DECISION, "section_reviewer"),
        (DECISION, "secrecy_reviewer"),
    ],
)
def test_who_has_every_role_takes_one_step_of_a_review_only(post, attack, signed_as):
    step, act, typed = attack
    item = step()
    jack = factories.staff("jack", Role.SECTION_HEAD, Role.SECRECY_REVIEWER, Role.APPROVER)
    SecrecyReview.objects.filter(item=item).update(**{signed_as: jack})
    entries = Entry.objects.count()

    answer = post(jack, item, act, **typed, body=item.body)

    assert_nothing_happened(item, answer, entries, status=(403,))


@pytest.mark.parametrize("step", [factories.section_reviewed, factories.approved])
def test_a_text_is_not_written_anew_once_others_have_signed_it(post, step):
    item = step()
    entries = Entry.objects.count()
    filed = {"category": item.category.code, "body": OTHER, "document_number": "", "zone": ""}

    answer = post(item.review.drafter, item, "revise", **SAID, **filed)

    assert_nothing_happened(item, answer, entries, status=(409,))


@pytest.mark.parametrize("changed", [{"body": OTHER}, {"title": OTHER}, {"document_number": "1号"}])
def test_what_was_changed_past_the_acts_after_the_decision_is_not_published(post, changed):
    item = factories.approved()
    overwrite(item, **changed)
    item.refresh_from_db()
    entries = Entry.objects.count()

    for act, typed in (("publish", {}), ("schedule", {"publish_on": factories.LATER})):
        answer = post(factories.clerk(), item, act, **typed)
        assert_nothing_happened(item, answer, entries, status=(422,))


def test_no_file_is_attached_or_taken_off_after_the_decision(post):
    item = factories.drafted()
    attach(item)
    item = through_the_gate(item)
    entries = Entry.objects.count()
    drafter = item.review.drafter

    for act, typed in (
        ("attach-file", {"file": SimpleUploadedFile("名单.txt", "名单".encode())}),
        ("remove-attachment", {"attachment": "1"}),
    ):
        answer = post(drafter, item, act, **typed)
        assert_nothing_happened(item, answer, entries, status=(409,))
    assert [one.name for one in item.attachments.all()] == ["检修表.xlsx"]


def test_an_item_whose_attachment_was_swapped_after_the_decision_is_not_published(post):
    item = factories.drafted()
    attach(item)
    item = through_the_gate(item)
    Attachment.objects.update(digest=store.put(b"something else"))
    entries = Entry.objects.count()

    answer = post(factories.clerk(), item, "publish")

    assert_nothing_happened(item, answer, entries, status=(422,))


@pytest.mark.parametrize(
    "typed", [{"publish_on": "2012-06-07"}, {"publish_on": "2012-06-08", "publish_at": "00:00"}]
)
def test_nothing_is_scheduled_in_the_past(post, typed):
    item = factories.approved()
    entries = Entry.objects.count()

    answer = post(factories.clerk(), item, "schedule", **typed)

    assert_nothing_happened(item, answer, entries, status=(422,))


@pytest.mark.parametrize(
    ("step", "act", "by", "typed"),
    [
        (factories.drafted, "section-review", factories.head, {}),
        (factories.secrecy_reviewed, "approve", factories.approver, {"decision": "publish"}),
        (factories.approved, "publish", factories.clerk, {}),
    ],
)
def test_a_text_sent_along_with_a_step_is_not_taken(post, step, act, by, typed):
    item = step()
    before = item.texts

    answer = post(by(), item, act, **typed, body=OTHER, title=OTHER)

    assert answer.status_code == 302
    item.refresh_from_db()
    assert item.texts == before


@pytest.mark.parametrize("finding", ["ok", "changes"])
def test_the_secrecy_review_lets_no_text_pass_that_was_not_screened(post, finding):
    item = factories.section_reviewed()
    entries = Entry.objects.count()

    answer = post(
        factories.reviewer(), item, "secrecy-review", finding=finding, ground="略", body=LEAK
    )

    assert_nothing_happened(item, answer, entries, status=(422,))


def test_a_text_put_in_the_place_of_the_screened_one_is_not_decided_on(post):
    item = factories.secrecy_reviewed()
    overwrite(item, body=LEAK)
    item.refresh_from_db()
    entries = Entry.objects.count()

    answer = post(factories.approver(), item, "approve", decision="publish")

    assert_nothing_happened(item, answer, entries, status=(422,))
