"""Attachments are cleaned, screened, bound by the decision, and proved whenever they are read."""

import io
from datetime import timedelta

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from docx import Document
from PIL import Image
from python_calamine import CalamineWorkbook

from sunlit.disclosure import selectors, services
from sunlit.disclosure.lifecycle import Status
from sunlit.disclosure.models import Attachment
from sunlit.disclosure.timing import carry_out
from sunlit.disclosure.uploads import take_in
from sunlit.files import store
from sunlit.kernel.refusals import NotPermitted, Refused, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.selectors import office_time
from tests.disclosure import factories
from tests.disclosure.factories import LATER, TODAY
from tests.organization.factories import agency

pytestmark = pytest.mark.django_db

ID = "11010519491231002X"  # a valid checksum, of nobody
PRIVATE = "不予公开的名单"


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    """Keep files where nobody else does."""
    settings.DATA_DIR = tmp_path


def workbook(*cells, hidden=(PRIVATE,)):
    """Return a workbook with a sheet to be seen and one that is hidden."""
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    sheet = book.add_worksheet("检修表")
    for row, cell in enumerate(cells or ("车辆", "状况")):
        sheet.write(row, 0, cell)
    if hidden:
        other = book.add_worksheet("底稿")
        other.write(0, 0, hidden[0])
        other.hide()
    book.close()
    return content.getvalue()


def picture(colour="white"):
    """Return a small picture."""
    content = io.BytesIO()
    Image.new("RGB", (8, 8), colour).save(content, "PNG")
    return content.getvalue()


def attach(item, name="检修表.xlsx", content=None, description="", by=None):
    """Attach a file to an item, as its drafter."""
    upload = take_in(name, workbook() if content is None else content)
    by = by or item.review.drafter
    return services.attach_file(
        record_id=item.pk, by=by, today=TODAY, file=upload, description=description
    )


def through_the_gate(item):
    """Take an item to its approval."""
    services.section_review(record_id=item.pk, by=factories.head(), today=TODAY)
    services.secrecy_review(record_id=item.pk, by=factories.reviewer(), today=TODAY, finding="ok")
    return services.approve(
        record_id=item.pk, by=factories.approver(), today=TODAY, decision="publish"
    )


def publish(item):
    """Publish an item."""
    return services.publish(record_id=item.pk, by=factories.clerk(), today=TODAY)


def test_what_its_readers_would_not_see_is_taken_out_and_the_original_is_sealed():
    item = factories.drafted()
    original = workbook()

    attach(item, content=original)

    one = Attachment.objects.get()
    assert one.original_digest != one.digest
    book = CalamineWorkbook.from_filelike(io.BytesIO(store.get(one.digest)))
    assert book.sheet_names == ["检修表"]
    assert PRIVATE.encode() not in store.get(one.digest)
    assert store.unseal(one.original_digest) == original
    assert "hidden_sheets" in [removed["kind"] for removed in one.removed]
    assert PRIVATE not in str(one.removed)
    entry = Entry.objects.get(event="FileAttached")
    assert entry.payload["digest"] == one.digest
    assert PRIVATE not in str(entry.payload)


def test_what_stands_in_a_file_is_found_and_holds_the_item_back():
    item = factories.drafted()
    attach(item, content=workbook("住户", ID))

    [found] = selectors.open_findings(item)
    assert (found.kind, found.text) == ("id_number", ID)
    assert "检修表.xlsx" in found.place.zh
    with pytest.raises(Unacceptable):
        services.section_review(record_id=item.pk, by=factories.head(), today=TODAY)


def test_what_stands_in_a_file_cannot_be_masked_and_may_stand_for_a_reason():
    item = factories.drafted()
    attach(item, content=workbook("住户", ID))
    [found] = selectors.open_findings(item)

    with pytest.raises(WrongMoment):
        services.mask_findings(
            record_id=item.pk, by=factories.clerk(), today=TODAY, findings=[found.fingerprint]
        )
    services.keep_findings(
        record_id=item.pk, by=factories.clerk(), today=TODAY, findings=[found.fingerprint],
        reason="本人书面同意公开",
    )  # fmt: skip

    assert publish(through_the_gate(item)).status == Status.PUBLISHED


def test_the_name_and_the_description_of_a_file_are_screened():
    item = factories.drafted()
    attach(item, name=f"{ID}.txt", content="检修情况".encode(), description="来电13812345678")

    assert {found.kind for found in selectors.open_findings(item)} == {"id_number", "mobile"}


def test_a_mark_in_the_midst_of_a_number_hides_it_from_nobody():
    item = factories.drafted(body="住户证件号码1101051949&#49;231002X。")

    assert [found.kind for found in selectors.open_findings(item)] == ["id_number"]
    assert not selectors.open_in_texts(item)
    with pytest.raises(Unacceptable):
        services.section_review(record_id=item.pk, by=factories.head(), today=TODAY)


def test_a_published_item_hands_its_files_out_and_a_draft_does_not(client):
    item = factories.drafted()
    attach(item, description="逐车检修情况")
    address = Attachment.objects.get().get_absolute_url()
    assert client.get(address).status_code == 404

    item = publish(through_the_gate(item))

    page = client.get(item.get_absolute_url()).text
    assert address in page
    assert "逐车检修情况" in page
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"].startswith("attachment")
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer.content == store.get(Attachment.objects.get().digest)


def test_a_withdrawn_item_hands_nothing_out(client):
    item = factories.drafted()
    attach(item)
    publish(through_the_gate(item))
    services.withdraw(record_id=item.pk, by=factories.approver(), today=TODAY, reason="内容有误")

    assert client.get(Attachment.objects.get().get_absolute_url()).status_code == 404


def test_a_picture_stands_in_the_text_and_not_among_the_files(client):
    item = factories.drafted(body="检修现场：\n\n![检修车间](attachment:现场.png)")
    attach(item, "现场.png", picture(), "检修车间")
    item = publish(through_the_gate(item))

    page = client.get(item.get_absolute_url()).text

    assert f'src="{Attachment.objects.get().get_absolute_url()}"' in page
    assert 'alt="检修车间"' in page
    assert 'class="files"' not in page


def test_a_picture_that_is_not_there_is_shown_as_its_words(client):
    item = publish(factories.approved(body="![检修车间](attachment:现场.png)"))

    assert "<img" not in client.get(item.get_absolute_url()).text.partition("检修车间")[0][-200:]
    assert "attachment:" not in client.get(item.get_absolute_url()).text


# Attacks


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


# Refusals


def test_only_who_drafted_the_item_attaches_to_it():
    with pytest.raises(NotPermitted):
        attach(factories.drafted(), by=factories.head())


def test_two_files_of_one_name_are_refused():
    item = factories.drafted()
    attach(item)

    with pytest.raises(Unacceptable, match="检修表"):
        attach(item)
    twin = Attachment.objects.get()
    twin.pk, twin.position = None, 9
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save()


def test_an_attachment_is_taken_off_a_draft_and_its_original_stays_sealed():
    item = factories.drafted()
    attach(item)
    original = Attachment.objects.get().original_digest

    services.remove_attachment(record_id=item.pk, by=factories.clerk(), today=TODAY, attachment=1)

    assert not Attachment.objects.exists()
    assert store.unseal(original)
    with pytest.raises(Refused):
        services.remove_attachment(
            record_id=item.pk, by=factories.clerk(), today=TODAY, attachment=1
        )


def test_an_original_is_opened_for_a_reason_by_who_reviews_and_the_ledger_keeps_it():
    item = factories.drafted()
    original = workbook()
    attach(item, content=original)
    terms = {"record_id": item.pk, "today": TODAY, "attachment": 1, "reason": "核对隐藏内容"}

    with pytest.raises(NotPermitted):
        services.open_original(by=factories.clerk(), **terms)
    opened = services.open_original(by=factories.reviewer(), **terms)

    assert opened.original == original
    assert Entry.objects.get(event="OriginalOpened").payload["reason"] == "核对隐藏内容"


# At the desk


def test_a_file_is_attached_at_the_desk_and_the_page_says_what_was_taken_out(client):
    item = factories.drafted()
    client.force_login(factories.clerk())
    file = SimpleUploadedFile("检修表.xlsx", workbook())

    done = client.post(f"/desk/items/{item.pk}/attach-file/", {"file": file}, follow=True)

    assert done.status_code == 200
    assert "检修表.xlsx" in done.text
    assert "隐藏的工作表" in done.text or "hidden sheets" in done.text
    assert client.get(f"/desk/items/{item.pk}/files/1/").content.startswith(b"PK")


@pytest.mark.parametrize(
    ("name", "content"),
    [("表.xls", b"\xd0\xcf\x11\xe0"), ("程序.exe", b"MZ"), ("假.docx", b"not a zip")],
)
def test_a_file_that_cannot_be_cleaned_is_refused_with_a_sentence(client, name, content):
    item = factories.drafted()
    client.force_login(factories.clerk())
    typed = {"file": SimpleUploadedFile(name, content), "description": "留下的说明"}

    answer = client.post(f"/desk/items/{item.pk}/attach-file/", typed)

    assert answer.status_code == 422
    assert "留下的说明" in answer.text
    assert not Attachment.objects.exists()


def test_an_original_is_handed_out_at_the_desk(client):
    item = factories.drafted()
    original = workbook()
    attach(item, content=original)
    client.force_login(factories.reviewer())
    typed = {"attachment": "1", "reason": "核对隐藏内容"}

    answer = client.post(f"/desk/items/{item.pk}/open-original/", typed)

    assert answer.content == original
    assert answer["Content-Disposition"].startswith("attachment")


def test_files_of_a_draft_are_closed_to_strangers(client):
    item = factories.drafted()
    attach(item)

    assert client.get(f"/desk/items/{item.pk}/files/1/").status_code == 302


# Versions


def test_a_new_version_has_its_own_files_and_the_old_ones_are_named():
    item = factories.drafted()
    attach(item)
    item = publish(through_the_gate(item))
    draft = services.begin_revision(
        record_id=item.pk, by=factories.clerk(), today=TODAY, kind="revision", reason="补充附件"
    )
    assert [one.name for one in draft.attachments.all()] == ["检修表.xlsx"]

    attach(draft, "补充.txt", "补充说明".encode())
    publish(through_the_gate(draft))

    assert [one.name for one in item.attachments.all()] == ["检修表.xlsx", "补充.txt"]
    versions = item.versions.order_by("number")
    assert [len(one.files) for one in versions] == [1, 2]


def test_what_word_says_of_who_wrote_it_is_gone():
    content = io.BytesIO()
    document = Document()
    document.add_paragraph("检修情况")
    document.core_properties.author = "某某"
    document.save(content)
    item = factories.drafted()

    attach(item, "说明.docx", content.getvalue())

    clean = Document(io.BytesIO(store.get(Attachment.objects.get().digest)))
    assert clean.paragraphs[0].text == "检修情况"
    assert clean.core_properties.author == ""
