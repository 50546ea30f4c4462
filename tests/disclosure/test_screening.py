"""The screening at the gate: nothing passes that was found and not answered."""

from datetime import date
from unittest.mock import patch

import pytest

from sunlit.disclosure import policies, selectors, services
from sunlit.disclosure.lifecycle import Status
from sunlit.disclosure.models import Item, KeptFinding
from sunlit.disclosure.screened import screened_text
from sunlit.disclosure.waiting import items_at_the_gate, public_items_with_findings
from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.selectors import history
from sunlit.screening.lexicons import lexicon
from sunlit.screening.rules import screen_text
from tests.disclosure import factories
from tests.organization.factories import agency

pytestmark = pytest.mark.django_db

TODAY = factories.TODAY
PHONE = "13812345678"
MASKED = "138****5678"
LEAK = f"来电人手机{PHONE}，反映夜间噪声。"
MARK = "本件为机密★一年，不得外传。"
CLEAN = "共检修28台。"


def fingerprints(item: Item) -> list[str]:
    return [one.fingerprint for one in selectors.open_findings(item)]


def keep(item: Item, by, *, findings: list[str] | None = None) -> Item:
    chosen = fingerprints(item) if findings is None else findings
    return services.keep_findings(
        record_id=item.pk, by=by, today=TODAY, findings=chosen, reason="属于公开电话"
    )


def mask(item: Item) -> Item:
    return services.mask_findings(
        record_id=item.pk, by=factories.clerk(), today=TODAY, findings=fingerprints(item)
    )


def overwrite(item: Item, **fields: str) -> None:
    """Change a record past all services, as somebody with the database could."""
    Item.objects.filter(pk=item.pk).update(**fields)


# Before the section


@pytest.mark.parametrize("where", ["body", "title"])
def test_a_section_cannot_agree_to_what_was_found_and_not_answered(where):
    item = factories.drafted(**{where: LEAK})

    with pytest.raises(Unacceptable) as refused:
        services.section_review(record_id=item.pk, by=factories.head(), today=TODAY)

    assert "手机号码" in str(refused.value)
    assert refused.value.basis


@pytest.mark.parametrize("where", ["body", "title"])
def test_what_is_masked_is_gone_from_the_text_and_the_draft_goes_on(where):
    item = mask(factories.drafted(**{where: LEAK}))

    assert MASKED in getattr(item, where)
    assert PHONE not in f"{item.title}{item.body}{item.review.title}"
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
    item = mask(factories.drafted(body=f"{LEAK}身份证号11010519491231002X。"))

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


# When the lexicon changes


def test_what_is_public_becomes_a_task_of_the_secrecy_reviewer_when_something_is_found():
    item = factories.published(body=CLEAN)
    assert list(public_items_with_findings(agency(), TODAY)) == []

    overwrite(item, body=LEAK, screened_with="")  # as if the lexicon had begun to know it
    [waiting] = public_items_with_findings(agency(), TODAY)

    assert waiting.record == item
    assert waiting.is_for(factories.reviewer())
    assert not waiting.is_for(factories.clerk())


def test_what_is_public_and_may_stand_is_no_task_any_more():
    item = factories.published(body=CLEAN)
    overwrite(item, body=LEAK, screened_with="")
    keep(Item.objects.get(pk=item.pk), factories.reviewer())

    assert list(public_items_with_findings(agency(), TODAY)) == []


def test_what_is_public_is_screened_once_for_each_lexicon():
    clean, leaking = (factories.published(body=CLEAN) for _one in range(2))
    overwrite(clean, screened_with="2000-01-01")
    overwrite(leaking, body=LEAK, screened_with="2000-01-01")

    assert services.screen_public_again(agency()) == 1

    assert [one.pk for one in selectors.public_not_screened(agency())] == [leaking.pk]
    clean.refresh_from_db()
    assert clean.screened_with == lexicon().version


def test_what_goes_through_the_gate_needs_no_second_screening():
    factories.published(body=CLEAN)

    assert not selectors.public_not_screened(agency()).exists()


def test_an_item_approved_before_the_lexicon_knew_it_is_not_published():
    item = factories.approved(body=CLEAN)
    newly_known = screen_text(LEAK, lexicon())

    with (
        patch.object(selectors, "screen_text", lambda _text, _words: newly_known),
        pytest.raises(Unacceptable),
    ):
        services.publish(record_id=item.pk, by=factories.clerk(), today=TODAY)


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

    assert "".join(run.text for run in shown.texts[1]) == LEAK
    assert [run.text for run in shown.texts[1] if run.kind] == [PHONE]
    assert [line.state for line in shown.findings] == ["late"]
    kept = screened_text(keep(item, factories.clerk()))
    assert [(line.state, line.reason) for line in kept.findings] == [("done", "属于公开电话")]


def test_a_clean_text_has_nothing_to_show():
    assert screened_text(factories.drafted(body=CLEAN)) is None


def test_the_agencys_own_telephones_are_no_findings():
    owner = agency()
    owner.complaint_phone = "0500-0000110"
    owner.save()

    item = factories.drafted(body="投诉人家庭电话0500-0000110。")

    assert selectors.open_findings(item) == []


@pytest.mark.parametrize("on", [date(2012, 6, 8), date(2024, 6, 7)])
def test_the_refusal_cites_the_article_of_the_day(on):
    item = factories.drafted(body=LEAK)
    item.review.drafted_on = on

    refusal = policies.why_not_as_it_stands(selectors.open_findings(item), item)

    assert ("711" if on.year > 2019 else "492") in str(refusal.basis)
