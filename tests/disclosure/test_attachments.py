"""Attachments are cleaned, screened, bound by the decision, and proved whenever they are read."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from docx import Document
from python_calamine import CalamineWorkbook

from sunlit.disclosure import selectors, services
from sunlit.disclosure.lifecycle import Status
from sunlit.disclosure.models import Attachment
from sunlit.files import store
from sunlit.kernel.refusals import NotPermitted, Refused, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from tests.disclosure import factories
from tests.disclosure.factories import TODAY
from tests.disclosure.files import ID, PRIVATE, attach, picture, publish, through_the_gate, workbook

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    """Keep files where nobody else does."""
    settings.DATA_DIR = tmp_path


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
