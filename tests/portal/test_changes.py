"""The public reads how a text changed, and never what may not be public any more."""

from datetime import date

import pytest

from sunlit.disclosure import services
from sunlit.disclosure.models import Item, Version
from tests.disclosure import factories
from tests.disclosure.leaks import LEAK, PHONE
from tests.organization.factories import agency

pytestmark = pytest.mark.django_db

LATER = date(2012, 7, 2)
FIRST, SECOND = "共检修28台,车主手机已登记。", "共检修29台,车主手机已登记。"


@pytest.fixture(autouse=True)
def end_of_2012(settings):
    """Let it be the last day of 2012."""
    settings.SUNLIT_TODAY = date(2012, 12, 31)


@pytest.fixture
def shown(client):
    """Let a reader open the page of an item, or that of its changes."""

    def shown(item, part: str = "d", **asked: str) -> str:
        answer = client.get(f"/{part}/{item.index_number}/", {"lang": "en"} | asked)
        assert answer.status_code == 200
        return answer.content.decode()

    return shown


def test_a_corrected_item_says_so_above_its_text(shown):
    item = factories.revised(on=LATER, body=SECOND, reason="台数统计有误")

    page = shown(item)

    assert SECOND in page
    assert FIRST not in page
    assert "台数统计有误" in page
    assert "Correction of" in page
    assert "Version 2 of" in page
    assert f"/changes/{item.index_number}/" in page


def test_a_revised_item_names_its_version_and_has_no_notice(shown):
    item = factories.revised(on=LATER, body=SECOND, kind="revision", reason="补充数据")
    page = shown(item)
    assert "Version 2 of" in page
    assert "Correction of" not in page


def test_an_item_that_was_never_changed_says_so(shown):
    item = factories.published()
    assert "Version" not in shown(item)
    assert "has not been changed" in shown(item, "changes")


def test_the_history_has_every_version_with_reason_and_post(shown):
    item = factories.revised(on=LATER, body=SECOND, reason="台数统计有误")

    page = shown(item, "changes")

    for told in ("台数统计有误", "clerk岗", "approver岗", FIRST, "correction", "First publication"):
        assert told in page, told


def test_what_changed_is_shown_word_by_word(shown):
    item = factories.revised(on=LATER, body=SECOND)

    page = shown(item, "changes")

    assert "From version 1 to version 2" in page
    assert '<option value="1" selected>' in page
    assert '<option value="2" selected>' in page
    for mark in ("<del>", "<ins>"):
        assert page.count(mark) == 1


def test_any_two_versions_can_be_compared(shown):
    item = factories.revised(on=LATER, body=SECOND)
    item = factories.revised(item, on=date(2012, 7, 9), title="检修情况", kind="revision")

    page = shown(item, "changes", **{"from": "1", "to": "3"})

    assert "From version 1 to version 3" in page
    assert ">Title</h3>" in page
    assert ">Document number</h3>" not in page
    assert "say the same" in shown(item, "changes", **{"from": "2", "to": "2"})


@pytest.mark.parametrize("asked", [{"from": "9", "to": "1"}, {"from": "x"}, {"to": "1"}])
def test_a_version_that_is_not_there_is_said_to_be_none(shown, asked):
    item = factories.revised(on=LATER, body=SECOND)
    page = shown(item, "changes", **asked)
    assert "There is no such version to be read." in page or "This field is required" in page
    assert "From version 1 to version 2" in page


def test_where_one_version_can_be_read_none_can_be_compared(shown):
    item = factories.published()
    page = shown(item, "changes", **{"from": "1", "to": "2"})
    assert "There is no such version to be read." in page
    assert "From version" not in page


def test_a_hidden_version_cannot_be_compared_with_any(shown):
    item = factories.revised(on=LATER, body=SECOND)
    item = factories.revised(
        item, on=date(2012, 7, 9), body="共检修30台。", earlier_ground="secret"
    )
    item = factories.revised(item, on=date(2012, 7, 16), body="共检修31台。", kind="revision")

    page = shown(item, "changes", **{"from": "1", "to": "4"})

    assert "There is no such version to be read." in page
    assert "From version 3 to version 4" in page
    assert "车主" not in page


def test_a_version_that_a_correction_hides_leaves_only_the_reason_why(shown):
    item = factories.revised(on=LATER, body=SECOND, earlier_ground="privacy")

    page = shown(item, "changes")

    assert FIRST not in page
    assert "it held personal data" in page
    assert Version.objects.get(item=item, number=1).body == FIRST


def test_what_the_screening_finds_today_in_an_old_version_is_not_shown(shown):
    item = factories.revised(on=LATER, body=SECOND)
    Version.objects.filter(item=item, number=1).update(body=LEAK)

    page = shown(item, "changes")

    assert PHONE not in page
    assert "until it has been checked" in page


def test_no_version_can_be_read_once_an_item_is_withdrawn(shown):
    item = factories.revised(on=LATER, body=SECOND)
    services.withdraw(record_id=item.pk, by=factories.approver(), today=LATER, reason="内容过时")

    page = shown(item, "changes")

    assert FIRST not in page
    assert SECOND not in page
    assert "内容过时" in page


@pytest.mark.parametrize("number", ["000201200/201201-99999", "XX2012-0001", "../../desk"])
def test_what_was_never_public_has_no_history(client, number):
    agency()
    factories.approved()
    assert client.get(f"/changes/{number}/").status_code == 404


def test_the_draft_of_a_revision_is_no_page_of_its_own(client, shown):
    draft = factories.reworded(factories.revising(), body=SECOND)

    assert client.get(f"/d/{draft.code}/").status_code == 404
    for part in ("d", "changes"):
        assert SECOND not in shown(draft.revises, part)


def test_the_file_of_a_revised_item_has_the_new_text_and_its_day(client):
    item = factories.revised(on=LATER, body=SECOND)
    content = client.get(f"/d/{item.index_number}/", {"format": "txt"}).content.decode()
    assert SECOND in content
    assert "2012-07-02" in content


# Looked after


def test_the_public_reads_when_a_text_was_last_checked(shown):
    item = factories.to_read_again()
    assert "Last checked on" not in shown(item)
    services.confirm_current(record_id=item.pk, by=factories.head(), today=LATER)
    page = shown(item)
    assert "Last checked on" in page
    assert "2 July 2012" in page


def test_the_page_of_a_record_in_an_archive_stays_and_says_where_it_is(shown):
    item = factories.published()
    services.hand_over(record_id=item.pk, by=factories.clerk(), today=LATER, archive="市档案馆")
    page = shown(item)
    assert "市档案馆" in page
    assert FIRST in page


def test_a_document_and_its_interpretation_lead_to_each_other(shown):
    document = factories.published(title="环境卫生管理办法")
    draft = factories.interpreting(document)
    assert "一图读懂" not in shown(document)

    factories.passed(draft)
    interpretation = services.publish(record_id=draft.pk, by=factories.clerk(), today=LATER)

    assert f'href="/d/{interpretation.index_number}/">' in shown(document)
    assert f'href="/d/{document.index_number}/">' in shown(interpretation)
    services.withdraw(record_id=document.pk, by=factories.approver(), today=LATER, reason="废止")
    assert "The document that it interprets" not in shown(interpretation)


def test_an_interpretation_that_is_late_is_seen_to_be_late(shown, settings):
    document = factories.published()
    day = date(2024, 9, 12)
    Item.objects.filter(pk=document.pk).update(made_on=day, published_on=day)
    services.ask_for_interpretation(record_id=document.pk, by=factories.clerk(), today=day)

    settings.SUNLIT_TODAY = date(2024, 9, 18)
    assert "18 September 2024" in shown(document)
    assert "Late" not in shown(document)
    settings.SUNLIT_TODAY = date(2024, 9, 19)
    assert "Late" in shown(document)


def test_a_withdrawn_item_says_why_and_does_not_say_it_as_advice(shown):
    item = factories.published()
    services.withdraw(
        record_id=item.pk, by=factories.approver(), today=LATER, reason="改由商务部门设置"
    )
    item.refresh_from_db()

    for part in ("d", "changes"):
        page = shown(item, part)
        assert "改由商务部门设置" in page
        assert "What to do:" not in page
