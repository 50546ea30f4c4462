"""No file becomes public but the one that was screened and decided on: what was tried."""

from datetime import timedelta

import pytest

from sunlit.disclosure import selectors, services
from sunlit.disclosure.models import Attachment
from sunlit.disclosure.timing import carry_out
from sunlit.disclosure.uploads import take_in
from sunlit.files import store
from sunlit.files.storage import Folder
from sunlit.kernel.refusals import Unacceptable, WrongMoment
from sunlit.organization.selectors import office_time
from tests.disclosure import factories
from tests.disclosure.factories import LATER, TODAY
from tests.disclosure.files import attach, publish, through_the_gate, workbook
from tests.organization.factories import agency

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    """Keep files where nobody else does."""
    settings.DATA_DIR = tmp_path


def remove(item):
    """Take the first file off an item, as its drafter."""
    return services.remove_attachment(
        record_id=item.pk, by=factories.clerk(), today=TODAY, attachment=1
    )


@pytest.mark.parametrize("act", [remove, lambda item: attach(item, "另一份.txt", b"x")])
def test_no_file_is_swapped_once_the_section_has_agreed(act):
    item = factories.drafted()
    attach(item)
    services.section_review(record_id=item.pk, by=factories.head(), today=TODAY)

    with pytest.raises(WrongMoment):
        act(item)


@pytest.mark.parametrize(
    "change",
    [{"digest": "0" * 64}, {"name": "名单.xlsx"}, {"description": "全体住户名单"}],
    ids=["another file", "another name", "another description"],
)
def test_an_attachment_swapped_past_the_acts_after_the_decision_is_not_published(change):
    item = factories.drafted()
    attach(item)
    through_the_gate(item)
    if "digest" in change:
        change = {"digest": store.put(b"something else")}
    Attachment.objects.update(**change)

    with pytest.raises(Unacceptable):
        publish(item)
    assert not selectors.published_items(agency()).exists()


def test_an_attachment_added_past_the_acts_after_the_decision_is_not_published():
    item = factories.drafted()
    attach(item)
    through_the_gate(item)
    smuggled = Attachment.objects.get()
    smuggled.pk, smuggled.position, smuggled.name = None, 2, "名单.xlsx"
    smuggled.save()

    with pytest.raises(Unacceptable):
        publish(item)


def test_a_file_changed_in_the_store_is_not_published_and_not_handed_out(client, tmp_path):
    item = factories.drafted()
    attach(item)
    through_the_gate(item)
    digest = Attachment.objects.get().digest
    [path] = (tmp_path / "files").rglob(digest)
    path.chmod(0o600)
    path.write_bytes(b"another file")

    with pytest.raises(Unacceptable, match="检修表"):
        publish(item)


@pytest.fixture
def no_trace(monkeypatch):
    """Let who swaps a file leave no trace of it on the disk, not even to the clock."""
    monkeypatch.setattr(Folder, "stamp", lambda _folder, _name: (1,))
    monkeypatch.setattr(store, "_proved", {})


def swap(tmp_path):
    """Put another file in the place of the one that was attached."""
    [path] = (tmp_path / "files").rglob(Attachment.objects.get().digest)
    path.chmod(0o600)
    path.write_bytes(b"another file")


@pytest.mark.usefixtures("no_trace")
def test_a_file_swapped_without_a_trace_is_neither_reviewed_nor_decided_on(tmp_path):
    item = factories.drafted()
    attach(item)
    services.section_review(record_id=item.pk, by=factories.head(), today=TODAY)
    review = {"record_id": item.pk, "by": factories.reviewer(), "today": TODAY, "finding": "ok"}
    swap(tmp_path)

    with pytest.raises(Unacceptable, match="检修表"):
        services.secrecy_review(**review)

    Attachment.objects.update(digest=store.put(take_in("检修表.xlsx", workbook()).cleaned.data))
    services.secrecy_review(**review)
    swap(tmp_path)
    with pytest.raises(Unacceptable, match="检修表"):
        services.approve(
            record_id=item.pk, by=factories.approver(), today=TODAY, decision="publish"
        )


@pytest.mark.usefixtures("no_trace")
def test_a_file_swapped_without_a_trace_after_the_decision_is_not_published(tmp_path):
    item = factories.drafted()
    attach(item)
    through_the_gate(item)
    swap(tmp_path)

    with pytest.raises(Unacceptable, match="检修表"):
        publish(item)


def test_a_file_changed_in_the_store_after_publication_is_refused_to_readers(client, tmp_path):
    item = factories.drafted()
    attach(item)
    publish(through_the_gate(item))
    one = Attachment.objects.get()
    [path] = (tmp_path / "files").rglob(one.digest)
    path.chmod(0o600)
    path.write_bytes(b"another file")

    answer = client.get(one.get_absolute_url())

    assert answer.status_code == 409
    assert b"another file" not in answer.content


def test_a_scheduled_item_with_a_swapped_file_stays_where_it_is():
    item = factories.drafted()
    attach(item)
    through_the_gate(item)
    services.schedule(record_id=item.pk, by=factories.clerk(), today=TODAY, publish_on=LATER)
    Attachment.objects.update(digest=store.put(b"something else"))

    done = carry_out(agency(), on=LATER + timedelta(days=1), at=office_time())

    assert done.published == []
    assert [left for left, _refusal in done.refused] == [item]


def test_a_link_issued_for_other_files_decides_nothing():
    item = factories.drafted()
    attach(item)
    before = item.bound

    attach(item, "补充.txt", "补充说明".encode())
    item.refresh_from_db()

    assert item.bound != before
