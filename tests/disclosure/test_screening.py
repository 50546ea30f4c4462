"""The screening at the gate: nothing passes that was found and not answered."""

import re
from datetime import date

import pytest
from django.utils.html import strip_tags

from sunlit.design.markup import to_html
from sunlit.disclosure import policies, selectors, services
from sunlit.disclosure.lifecycle import Status
from sunlit.disclosure.models import Item, KeptFinding
from sunlit.disclosure.screened import screened_text
from sunlit.disclosure.waiting import items_at_the_gate
from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.selectors import history
from sunlit.organization.models import Agency, Official, Role
from sunlit.organization.services import give_roles
from tests.design.pages import Page
from tests.disclosure import factories
from tests.disclosure.leaks import (
    CLEAN,
    LEAK,
    MARK,
    MASKED,
    PHONE,
    TODAY,
    fingerprints,
    keep,
    mask,
    overwrite,
)
from tests.organization.factories import agency

pytestmark = pytest.mark.django_db

# Before the section


@pytest.mark.parametrize("where", ["body", "title", "document_number"])
def test_a_section_cannot_agree_to_what_was_found_and_not_answered(where):
    item = factories.drafted(**{where: LEAK})

    with pytest.raises(Unacceptable) as refused:
        services.section_review(record_id=item.pk, by=factories.head(), today=TODAY)

    assert "手机号码" in str(refused.value)
    assert refused.value.basis


@pytest.mark.parametrize("where", ["body", "title", "document_number"])
def test_what_is_masked_is_gone_from_the_text_and_the_draft_goes_on(where):
    item = mask(factories.drafted(**{where: LEAK}))

    assert MASKED in getattr(item, where)
    assert PHONE not in f"{item.texts}{item.review.title}"
    gone_on = services.section_review(record_id=item.pk, by=factories.head(), today=TODAY)
    assert gone_on.status == Status.SECTION_REVIEWED


def test_the_same_number_is_masked_wherever_it_stands():
    item = mask(factories.drafted(title=LEAK, body=f"{LEAK}\n再次来电{PHONE}。"))

    assert PHONE not in f"{item.title}{item.body}"


def test_only_what_is_chosen_is_masked():
    other = "13987654321"
    item = factories.drafted(body=f"来电人手机{PHONE}，转接手机{other}。")
    [first, _second] = selectors.open_findings(item)

    item = services.mask_findings(
        record_id=item.pk, by=factories.clerk(), today=TODAY, findings=[first.fingerprint]
    )

    assert PHONE not in item.body
    assert other in item.body
    assert len(fingerprints(item)) == 1


def test_what_may_stand_keeps_its_reason_and_the_draft_goes_on():
    item = keep(factories.drafted(body=LEAK), factories.clerk())

    assert PHONE in item.body
    kept = KeptFinding.objects.get(item=item)
    assert (kept.reason, kept.post, kept.kept_on) == ("属于公开电话", "clerk岗", TODAY)
    assert services.section_review(record_id=item.pk, by=factories.head(), today=TODAY)


def test_another_number_in_its_place_is_to_be_answered_anew():
    item = keep(factories.drafted(body=LEAK), factories.clerk())

    services.revise(
        record_id=item.pk,
        by=factories.clerk(),
        today=TODAY,
        category=item.category.code,
        title=item.title,
        body=LEAK.replace(PHONE, "13987654321"),
        made_on=item.made_on,
    )

    assert len(fingerprints(Item.objects.get(pk=item.pk))) == 1


def test_the_ledger_keeps_what_was_done_and_nothing_of_what_was_found():
    item = mask(factories.drafted(title=LEAK, body=f"{LEAK}身份证号11010519491231002X。"))

    entries = list(history(item, item.review))
    assert not any(PHONE in str(one.payload) for one in entries)
    [entry] = [one for one in history(item.review) if one.event == "FindingsMasked"]

    assert set(entry.payload["kinds"]) == {"mobile", "id_number"}
    assert PHONE not in str(entry.payload)
    assert "11010519491231002X" not in str(entry.payload)


@pytest.mark.parametrize("findings", [[], ["0" * 32]])
@pytest.mark.parametrize("act", [services.mask_findings, services.keep_findings])
def test_what_is_not_found_any_more_cannot_be_answered(act, findings):
    item = factories.drafted(body=LEAK)
    typed = {"reason": "公开电话"} if act is services.keep_findings else {}

    with pytest.raises(Unacceptable):
        act(record_id=item.pk, by=factories.clerk(), today=TODAY, findings=findings, **typed)

    assert Item.objects.get(pk=item.pk).body == LEAK


def test_where_nothing_is_found_there_is_nothing_to_answer():
    item = factories.drafted(body=CLEAN)

    assert isinstance(policies.why_not_mask(factories.clerk(), item), WrongMoment)
    assert isinstance(policies.why_not_keep(factories.clerk(), item), WrongMoment)


@pytest.mark.parametrize("who", [factories.head, factories.reviewer, factories.approver])
def test_a_draft_is_answered_for_by_its_drafter_alone(who):
    item = factories.drafted(body=LEAK)

    assert isinstance(policies.why_not_mask(who(), item), NotPermitted)
    assert isinstance(policies.why_not_keep(who(), item), NotPermitted)


# The secrecy reviewer


def test_a_secrecy_mark_is_answered_by_the_secrecy_reviewer_alone():
    item = factories.drafted(body=MARK)

    assert isinstance(policies.why_not_keep(factories.clerk(), item), WrongMoment)
    item = services.section_review(record_id=item.pk, by=factories.head(), today=TODAY)
    with pytest.raises(Unacceptable):
        services.secrecy_review(
            record_id=item.pk, by=factories.reviewer(), today=TODAY, finding="ok"
        )
    assert isinstance(policies.why_not_keep(factories.clerk(), item), NotPermitted)
    keep(item, factories.reviewer())
    assert services.secrecy_review(
        record_id=item.pk, by=factories.reviewer(), today=TODAY, finding="ok"
    )


def test_what_bears_a_secrecy_mark_can_always_be_withheld():
    item = factories.section_reviewed(body=MARK)

    withheld = services.secrecy_review(
        record_id=item.pk,
        by=factories.reviewer(),
        today=TODAY,
        finding="withhold",
        ground="涉及国家秘密",
    )

    assert withheld.status == Status.SECRECY_REVIEWED


def test_the_text_that_the_secrecy_reviewer_changes_is_screened_too():
    item = factories.section_reviewed(body=CLEAN)

    with pytest.raises(Unacceptable):
        services.secrecy_review(
            record_id=item.pk,
            by=factories.reviewer(),
            today=TODAY,
            finding="changes",
            ground="补充",
            body=LEAK,
        )

    assert Item.objects.get(pk=item.pk).body == CLEAN


# Attacks


def test_a_text_that_is_not_the_one_decided_on_is_not_published():
    item = factories.approved(body=CLEAN)
    overwrite(item, body="共检修82台。")

    with pytest.raises(Unacceptable) as refused:
        services.publish(record_id=item.pk, by=factories.clerk(), today=TODAY)

    assert item.code in str(refused.value)
    assert Item.objects.get(pk=item.pk).status == Status.APPROVED


def test_a_text_that_was_never_screened_is_not_published():
    """Even where the digest is overwritten with the text: the screening is of the text as it is."""
    item = factories.approved(body=CLEAN)
    overwrite(item, body=LEAK)
    item.review.approved_digest = ""
    item.review.save(update_fields=["approved_digest"])

    with pytest.raises(Unacceptable):
        services.publish(record_id=item.pk, by=factories.clerk(), today=TODAY)


def test_a_decision_without_a_digest_publishes_nothing():
    item = factories.approved(body=CLEAN)
    overwrite(item, body="共检修82台。")
    item.review.approved_digest = ""
    item.review.save(update_fields=["approved_digest"])

    with pytest.raises(Unacceptable):
        services.publish(record_id=item.pk, by=factories.clerk(), today=TODAY)


def test_a_number_for_the_document_swapped_after_the_decision_is_not_published():
    item = factories.approved(body=CLEAN)
    overwrite(item, document_number="城管〔2012〕99号")

    with pytest.raises(Unacceptable):
        services.publish(record_id=item.pk, by=factories.clerk(), today=TODAY)


def test_what_might_stand_is_answered_anew_when_the_draft_is_sent_back():
    item = factories.section_reviewed(body=MARK)
    keep(item, factories.reviewer())

    item = services.send_back(
        record_id=item.pk, by=factories.reviewer(), today=TODAY, reason="改写"
    )

    assert not KeptFinding.objects.filter(item=item).exists()
    item = services.section_review(record_id=item.pk, by=factories.head(), today=TODAY)
    with pytest.raises(Unacceptable):
        services.secrecy_review(
            record_id=item.pk, by=factories.reviewer(), today=TODAY, finding="ok"
        )


def test_who_drafted_an_item_does_not_answer_its_secrecy_marks_in_another_role():
    item = factories.section_reviewed(body=MARK)
    give_roles(factories.clerk(), [Role.SECRECY_REVIEWER], since=TODAY)
    both = Official.objects.get(pk=factories.clerk().pk)

    assert isinstance(policies.why_not_keep(both, item), NotPermitted)


def test_the_reason_of_a_withdrawal_is_screened_too():
    item = factories.published(body=CLEAN)

    with pytest.raises(Unacceptable):
        services.withdraw(record_id=item.pk, by=factories.approver(), today=TODAY, reason=LEAK)

    assert Item.objects.get(pk=item.pk).status == Status.PUBLISHED


def test_what_is_found_after_the_review_waits_for_the_secrecy_reviewer():
    item = factories.approved(body=CLEAN)
    overwrite(item, body=LEAK)  # as if the lexicon had begun to know what stands there

    [waiting] = items_at_the_gate(agency(), TODAY)

    assert (waiting.act, waiting.is_for(factories.reviewer())) == ("keep-findings", True)
    assert not waiting.is_for(factories.clerk())


def test_a_text_swapped_before_the_decision_is_screened_at_the_decision():
    item = factories.secrecy_reviewed(body=CLEAN)
    overwrite(item, body=LEAK)

    with pytest.raises(Unacceptable):
        services.approve(
            record_id=item.pk, by=factories.approver(), today=TODAY, decision="publish"
        )


@pytest.mark.parametrize("at", ["section_reviewed", "secrecy_reviewed", "approved", "published"])
def test_nobody_writes_an_item_anew_after_the_section_agreed(at):
    item = getattr(factories, at)(body=CLEAN)

    with pytest.raises(WrongMoment):
        services.revise(
            record_id=item.pk,
            by=factories.clerk(),
            today=TODAY,
            category=item.category.code,
            title=item.title,
            body=LEAK,
            made_on=item.made_on,
        )


def test_a_decision_taken_back_is_taken_anew_from_the_beginning():
    item = factories.approved(body=CLEAN)

    item = services.send_back(
        record_id=item.pk, by=factories.approver(), today=TODAY, reason="数字有误"
    )

    review = item.review
    assert item.status == Status.DRAFT
    assert (review.approver, review.decision, review.approved_digest) == (None, "", "")
    assert review.signed_by == {factories.clerk().pk}


# Whose turn, and what the desk shows


def test_a_draft_with_findings_waits_for_its_drafter_and_then_for_the_section():
    item = factories.drafted(body=LEAK)
    [before] = items_at_the_gate(agency(), TODAY)
    mask(item)
    [after] = items_at_the_gate(agency(), TODAY)

    assert (before.act, before.is_for(factories.clerk())) == ("mask-findings", True)
    assert not before.is_for(factories.head())
    assert (after.act, after.is_for(factories.head())) == ("section-review", True)


def test_the_text_is_shown_whole_with_what_was_found_marked():
    item = factories.drafted(title="通报", body=LEAK)

    shown = screened_text(item)

    page = Page(shown.body)
    assert strip_tags(shown.body).replace(page.named("span")[0].words[0], "") == LEAK
    assert page.named("mark")[0].words[0] == PHONE
    assert [line.state for line in shown.findings] == ["late"]
    kept = screened_text(keep(item, factories.clerk()))
    assert [(line.state, line.reason) for line in kept.findings] == [("done", "属于公开电话")]


def test_at_the_desk_a_text_looks_as_on_its_page_and_what_is_found_is_marked_in_its_cell():
    cell = f"**{PHONE[:3]}**`{PHONE[3:]}`"
    body = f"## 登记\n\n- 甲\n- 乙\n\n| 项目 | 电话 |\n|---|---|\n| 来访 | {cell} |"
    item = factories.drafted(body=body)

    shown = screened_text(item).body

    page = Page(shown)
    assert [page.named(tag)[0].words for tag in ("h3", "li")] == [["登记"], ["甲"]]
    assert "".join(one.words[0] for one in page.named("mark")) == PHONE
    assert re.sub(r"</?mark[^>]*>|<span class=.found-kind.>.*?</span>", "", shown) == to_html(
        body, lambda _name: None, top=3
    )


def test_a_clean_text_is_shown_without_a_mark():
    shown = screened_text(factories.drafted(body=CLEAN))
    assert "<mark" not in shown.body
    assert shown.findings == []


def test_the_agencys_own_telephones_are_no_findings():
    item = factories.drafted(body="投诉人家庭电话0571-87654321。")
    before = selectors.open_findings(item)

    Agency.objects.update(complaint_phone="0571-87654321")

    assert [str(one.kind) for one in before] == ["landline"]
    assert selectors.open_findings(item) == []


@pytest.mark.parametrize("on", [date(2012, 6, 8), date(2024, 6, 7)])
def test_the_refusal_cites_the_article_of_the_day(on):
    item = factories.drafted(body=LEAK)
    item.review.drafted_on = on

    refusal = policies.why_not_as_it_stands(selectors.open_findings(item), item)

    assert ("711" if on.year > 2019 else "492") in str(refusal.basis)
