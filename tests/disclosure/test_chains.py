"""A category's drafts pass the chain that is set for it: never less than law and four eyes ask."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from sunlit.disclosure import forms, selectors, services
from sunlit.disclosure.models import Countersignature
from sunlit.disclosure.rules import USUAL_CHAIN, ChainFault, ChainStep, StepKind, chain_fault
from sunlit.disclosure.waiting import items_at_the_gate
from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role
from tests.disclosure import factories
from tests.disclosure.factories import LEGAL, TODAY, chain
from tests.organization.factories import DAY, agency

pytestmark = pytest.mark.django_db

SECTION, SECRECY, DECISION = USUAL_CHAIN


def legal_reviewer():
    """Return who takes the further step."""
    return factories.staff("leader", Role.LEADER)


def review(item, by=None):
    """Review an item for secrecy, and find nothing against its publication."""
    by = by or factories.reviewer()
    return services.secrecy_review(record_id=item.pk, by=by, today=TODAY, finding="ok")


@pytest.mark.parametrize(
    ("steps", "fault"),
    [
        ((SECTION, SECRECY, DECISION), None),
        ((SECTION, LEGAL, SECRECY, LEGAL, DECISION), None),
        ((SECTION, DECISION), ChainFault.FLOOR),
        ((SECRECY, SECTION, DECISION), ChainFault.FLOOR),
        ((SECTION, SECRECY, DECISION, LEGAL), ChainFault.FLOOR),
        ((LEGAL, SECTION, SECRECY, DECISION), ChainFault.FLOOR),
        ((SECTION, SECRECY, SECRECY, DECISION), ChainFault.FLOOR),
        ((), ChainFault.FLOOR),
        ((SECTION, ChainStep(StepKind.COUNTERSIGN, 1), SECRECY, DECISION), ChainFault.UNNAMED),
        ((SECTION, ChainStep(StepKind.SECRECY, 17), DECISION), ChainFault.TOO_LONG),
        ((SECTION, ChainStep(StepKind.SECRECY, 16), DECISION), None),
    ],
)
def test_no_chain_leaves_out_what_the_law_and_four_eyes_ask_for(steps, fault):
    assert chain_fault(steps) is fault


def test_a_further_step_comes_before_the_secrecy_review_and_is_another_persons():
    item = factories.to_countersign()

    with pytest.raises(WrongMoment, match="法制审核"):
        review(item)
    with pytest.raises(NotPermitted):
        services.countersign(record_id=item.pk, by=factories.reviewer(), today=TODAY)
    services.countersign(record_id=item.pk, by=legal_reviewer(), today=TODAY)

    review(item)
    assert Entry.objects.get(event="Countersigned").payload["step"] == "法制审核"


def test_who_countersigned_signs_nothing_else():
    item = factories.to_countersign()
    both = factories.staff("both", Role.LEADER, Role.SECRECY_REVIEWER)
    services.countersign(record_id=item.pk, by=both, today=TODAY)

    with pytest.raises(NotPermitted):
        review(item, by=both)


def test_who_signed_before_does_not_countersign():
    chain(LEGAL)
    both = factories.staff("both", Role.LEADER, Role.SECTION_HEAD)
    item = factories.drafted()
    services.section_review(record_id=item.pk, by=both, today=TODAY)

    with pytest.raises(NotPermitted):
        services.countersign(record_id=item.pk, by=both, today=TODAY)


def test_a_further_step_can_come_before_the_decision():
    chain(before_decision=[LEGAL])
    item = factories.secrecy_reviewed()

    with pytest.raises(WrongMoment):
        services.approve(
            record_id=item.pk, by=factories.approver(), today=TODAY, decision="publish"
        )
    services.countersign(record_id=item.pk, by=legal_reviewer(), today=TODAY)
    done = services.approve(
        record_id=item.pk, by=factories.approver(), today=TODAY, decision="publish"
    )

    assert done.review.next_step is None


def test_a_step_is_countersigned_once():
    item = factories.to_countersign()
    services.countersign(record_id=item.pk, by=legal_reviewer(), today=TODAY)

    with pytest.raises(WrongMoment):
        services.countersign(record_id=item.pk, by=legal_reviewer(), today=TODAY)
    signed = Countersignature.objects.get()
    signed.pk, signed.position = None, 9
    with pytest.raises(IntegrityError), transaction.atomic():
        signed.save()


def test_what_is_sent_back_is_countersigned_anew():
    item = factories.to_countersign()
    services.countersign(record_id=item.pk, by=legal_reviewer(), today=TODAY)
    services.send_back(record_id=item.pk, by=factories.reviewer(), today=TODAY, reason="补充")

    services.section_review(record_id=item.pk, by=factories.head(), today=TODAY)

    with pytest.raises(WrongMoment):
        review(item)


def test_whose_further_step_it_is_may_send_the_draft_back():
    item = factories.to_countersign()

    services.send_back(record_id=item.pk, by=legal_reviewer(), today=TODAY, reason="依据不足")

    with pytest.raises(WrongMoment):
        services.countersign(record_id=item.pk, by=legal_reviewer(), today=TODAY)


def test_what_is_under_way_keeps_its_chain():
    item = factories.section_reviewed()
    services.set_chain(
        agency=agency(),
        by=factories.staff("admin", Role.ADMINISTRATOR),
        today=TODAY,
        category="",
        since=TODAY,
        steps=[SECTION, LEGAL, SECRECY, DECISION],
        document="局发〔2012〕9号",
    )

    review(item)


def test_a_draft_that_is_moved_to_another_category_takes_its_chain():
    chain(LEGAL)
    factories.category("TZ01", name="通知公告")
    item = factories.drafted(category="TZ01")
    assert len(item.review.steps) == len(USUAL_CHAIN)

    services.revise(
        record_id=item.pk, by=factories.clerk(), today=TODAY, category="DT01", title=item.title,
        body=item.body, made_on=item.made_on,
    )  # fmt: skip
    services.section_review(record_id=item.pk, by=factories.head(), today=TODAY)

    with pytest.raises(WrongMoment):
        review(item)


def test_a_chain_of_its_own_goes_before_that_of_the_rest():
    chain(LEGAL)
    admin = factories.staff("admin", Role.ADMINISTRATOR)
    services.set_chain(
        agency=agency(), by=admin, today=TODAY, category="", since=TODAY,
        steps=[SECTION, SECRECY, DECISION], document="局发〔2012〕9号",
    )  # fmt: skip

    assert len(selectors.chain_for(factories.category(), on=TODAY)) == 4
    assert len(selectors.chain_for(factories.category("TZ01"), on=TODAY)) == 3
    assert selectors.chain_for(factories.category("TZ01"), on=DAY) == USUAL_CHAIN


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"by": "clerk"}, NotPermitted),
        ({"steps": [SECTION, DECISION]}, Unacceptable),
        ({"since": TODAY - timedelta(days=1)}, Unacceptable),
        ({"category": "ZZ99"}, Unacceptable),
    ],
    ids=["not an administrator", "no secrecy review", "in the past", "no such category"],
)
def test_a_chain_that_cannot_be_followed_is_not_set(changes, refusal):
    terms = {
        "agency": agency(),
        "by": factories.staff("admin", Role.ADMINISTRATOR),
        "today": TODAY,
        "category": "",
        "since": TODAY,
        "steps": USUAL_CHAIN,
        "document": "局发〔2012〕8号",
    }
    if changes.get("by") == "clerk":
        changes = {"by": factories.clerk()}

    with pytest.raises(refusal) as refused:
        services.set_chain(**terms | changes)

    assert str(refused.value)
    assert not Entry.objects.filter(event="ChainSet").exists()


def test_a_chain_is_not_set_twice_since_the_same_day():
    chain(LEGAL)

    with pytest.raises(WrongMoment):
        chain()


def test_the_next_step_waits_for_whose_it_is_with_its_own_last_day():
    item = factories.to_countersign()

    [waiting] = [one for one in items_at_the_gate(agency(), TODAY) if one.record == item]

    assert waiting.act == "countersign"
    assert waiting.is_for(legal_reviewer())
    assert not waiting.is_for(factories.reviewer())
    # Friday the 8th: three working days end on Wednesday, long before the publication is due.
    assert waiting.due_on == date(2012, 6, 13)
    reading = selectors.step_clock(item)
    assert reading is not None
    assert reading.due_on == date(2012, 6, 13)


def test_the_form_puts_the_steps_in_their_order():
    typed = {
        "since": "2012-06-08", "document": "局发〔2012〕8号", "section_days": "1",
        "secrecy_days": "2", "decision_days": "3", "title_1": "分管领导会签", "role_1": "leader",
        "place_1": "before_decision", "days_1": "2", "title_2": "法制审核",
        "role_2": "section_head", "place_2": "before_secrecy", "days_2": "",
    }  # fmt: skip
    form = forms.ChainForm(typed, by=factories.clerk())

    assert form.is_valid(), form.errors
    steps = form.cleaned_data["steps"]
    assert [step.title or step.kind.value for step in steps] == [
        "section", "法制审核", "secrecy", "分管领导会签", "decision",
    ]  # fmt: skip
    assert [step.days for step in steps] == [1, 1, 2, 2, 3]


def test_the_form_says_where_a_further_step_is_not_whole():
    typed = {
        "since": "2012-06-08", "document": "局发〔2012〕8号", "section_days": "1",
        "secrecy_days": "2", "decision_days": "3", "title_1": "法制审核",
    }  # fmt: skip
    form = forms.ChainForm(typed, by=factories.clerk())

    assert not form.is_valid()
    assert list(form.errors) == ["role_1"]
