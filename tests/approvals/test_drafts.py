"""Applications that are being filled in on the web: kept, found again, expired, held back."""

from datetime import date, timedelta

import pytest

from sunlit.approvals import applying
from sunlit.approvals.models import ApplicationDraft, DraftFile, LicenceCase
from sunlit.approvals.services import drafts
from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.powers.models import Kind
from tests.approvals import factories
from tests.approvals.applications import JUNE, draft
from tests.organization.factories import agency

pytestmark = pytest.mark.django_db
LATE = JUNE + timedelta(days=31)


def test_what_is_typed_is_found_again_by_its_code_however_that_is_typed():
    begun = draft(content="设置灯箱")

    drafts.keep(draft=begun, step="who", typed={"applicant": "甲"})
    found = applying.draft_by_code(agency(), begun.code.lower().replace("-", " "), on=JUNE)

    assert applying.typed_in(found)["what"]["content"] == "设置灯箱"
    assert applying.typed_in(found)["who"] == {"applicant": "甲"}


def test_neither_the_code_nor_what_was_typed_can_be_read_in_the_database():
    begun = draft(content="设置灯箱")
    drafts.keep_file(draft=begun, place=1, name="表.txt", data="身份证号".encode())

    row = str(ApplicationDraft.objects.values().get())
    file = DraftFile.objects.get()

    assert begun.code not in row
    assert "设置灯箱".encode() not in bytes(ApplicationDraft.objects.get().content)
    assert "身份证号".encode() not in bytes(file.content)


def test_an_application_that_expired_is_not_found_and_is_deleted_with_its_files():
    begun = draft()
    drafts.keep_file(draft=begun, place=1, name="表.txt", data=b"form")

    assert applying.draft_by_code(agency(), begun.code, on=LATE - timedelta(days=1))
    assert applying.draft_by_code(agency(), begun.code, on=LATE) is None
    assert applying.draft_by_code(agency("OTHER"), begun.code, on=JUNE) is None
    draft(on=LATE)
    assert ApplicationDraft.objects.count() == 1
    assert not DraftFile.objects.exists()


def test_a_draft_writes_nothing_into_the_ledger():
    begun = draft()
    drafts.keep_file(draft=begun, place=1, name="表.txt", data=b"form")

    assert not Entry.objects.exists()
    assert not LicenceCase.objects.exists()


def test_a_file_that_cannot_be_cleaned_is_refused_and_not_kept():
    begun = draft()
    for name, data in (("表.txt", b""), ("表.docm", b"PK\x03\x04"), ("表.exe", b"MZ")):
        with pytest.raises(Unacceptable):
            drafts.keep_file(draft=begun, place=1, name=name, data=data)

    assert not begun.files.exists()


def test_a_file_of_more_than_twenty_megabytes_is_refused():
    with pytest.raises(Unacceptable, match="20 MB"):
        drafts.keep_file(
            draft=draft(), place=1, name="大.txt", data=b"a" * (applying.MOST_BYTES + 1)
        )


def test_a_file_taken_out_is_gone_and_taking_it_out_twice_is_no_fault():
    begun = draft()
    kept = drafts.keep_file(draft=begun, place=1, name="表.txt", data=b"form")

    drafts.take_out_file(draft=begun, file_id=kept.pk)
    drafts.take_out_file(draft=begun, file_id=kept.pk)

    assert not DraftFile.objects.exists()


def test_one_address_begins_twenty_applications_an_hour_and_a_proxy_is_not_held_back():
    for _one in range(applying.MOST_BEGUN):
        draft(address="203.0.113.7")

    with pytest.raises(NotPermitted):
        draft(address="203.0.113.7")
    assert draft(address="203.0.113.8")
    for _one in range(applying.MOST_BEGUN + 1):
        draft(address="127.0.0.1")


def test_only_a_public_licence_that_is_still_on_the_list_can_be_applied_for():
    penalty = factories.power(Kind.PENALTY)
    gone = factories.power(code="CG-XK-009", cancelled_on=date(2012, 6, 1))
    hidden = factories.power(code="CG-XK-010", is_public=False, published_on=None)
    for power, refusal in ((penalty, Unacceptable), (gone, WrongMoment), (hidden, Unacceptable)):
        with pytest.raises(refusal):
            drafts.begin(agency=agency(), power=power, today=JUNE, address="", typed={})
