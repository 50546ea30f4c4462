"""Who may take which step, asked directly: no page and no act in between."""

from datetime import date

import pytest

from sunlit.disclosure import policies
from sunlit.disclosure.models import Decision, SecrecyReview
from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.organization.models import Role
from tests.disclosure import factories

pytestmark = pytest.mark.django_db

EVERY_STEP = (Role.CLERK, Role.SECTION_HEAD, Role.SECRECY_REVIEWER, Role.APPROVER)
STEPS = {
    "section": (factories.drafted, policies.why_not_section_review),
    "secrecy": (factories.section_reviewed, policies.why_not_secrecy_review),
    "approval": (factories.secrecy_reviewed, policies.why_not_approve),
}
SIGNATURES = [
    ("section", "drafter"),
    ("secrecy", "drafter"),
    ("secrecy", "section_reviewer"),
    ("approval", "drafter"),
    ("approval", "section_reviewer"),
    ("approval", "secrecy_reviewer"),
]


@pytest.mark.parametrize(("step", "signature"), SIGNATURES)
def test_nobody_takes_two_steps_of_one_review_whatever_the_roles(step, signature):
    at_step, why_not = STEPS[step]
    item = at_step()
    jack = factories.staff("jack", *EVERY_STEP)
    assert why_not(jack, item) is None

    setattr(item.review, signature, jack)

    refusal = why_not(jack, item)
    assert isinstance(refusal, NotPermitted)
    assert refusal.basis.key == "ogi_2007:14"


@pytest.mark.parametrize("step", STEPS)
def test_a_step_needs_its_role(step):
    at_step, why_not = STEPS[step]

    refusal = why_not(factories.staff("other", Role.CLERK, Role.AUDITOR), at_step())

    assert isinstance(refusal, NotPermitted)
    assert refusal.basis.key == "ogi_2007:14"


@pytest.mark.parametrize("step", STEPS)
def test_a_step_has_its_moment(step):
    _at_step, why_not = STEPS[step]

    assert isinstance(
        why_not(factories.staff("jack", *EVERY_STEP), factories.approved()), WrongMoment
    )


def test_only_who_drafted_an_item_may_write_it_anew():
    item = factories.drafted()

    assert policies.why_not_revise(factories.clerk(), item) is None
    another = factories.staff("another", Role.CLERK)
    assert isinstance(policies.why_not_revise(another, item), NotPermitted)


def test_a_draft_is_sent_back_by_whose_step_it_is():
    item = factories.section_reviewed()

    assert policies.why_not_send_back(factories.reviewer(), item) is None
    assert isinstance(policies.why_not_send_back(factories.approver(), item), NotPermitted)
    assert isinstance(
        policies.why_not_send_back(factories.reviewer(), factories.drafted()), WrongMoment
    )


def test_whoever_belongs_to_no_office_drafts_nothing_but_the_clerk():
    stray = factories.staff("stray", Role.INVESTIGATOR)
    stray.office = None
    assert isinstance(policies.why_not_draft(stray, None), NotPermitted)

    roving_clerk = factories.clerk()
    roving_clerk.office = None
    assert policies.why_not_draft(roving_clerk, None) is None
    assert isinstance(policies.why_not_draft(factories.reviewer(), None), NotPermitted)


@pytest.mark.parametrize(
    ("finding", "decision", "ground", "refused"),
    [
        ("ok", Decision.PUBLISH, "", False),
        ("ok", Decision.WITHHOLD, "涉密", False),
        ("ok", Decision.WITHHOLD, "", True),
        ("ok", Decision.PUBLISH_CHANGED, "隐去", True),
        ("changes", Decision.PUBLISH_CHANGED, "隐去", False),
        ("changes", Decision.PUBLISH, "", True),
        ("withhold", Decision.WITHHOLD, "涉密", False),
        ("withhold", Decision.PUBLISH, "", True),
    ],
)
def test_a_decision_follows_from_the_finding_and_has_its_ground(finding, decision, ground, refused):
    item = factories.secrecy_reviewed(finding)

    refusal = policies.why_not_decide(item, decision, ground)

    assert isinstance(refusal, Unacceptable) == refused


@pytest.mark.parametrize(
    ("decision", "approved_on", "refusal", "basis"),
    [
        (Decision.PUBLISH, date(2012, 6, 8), None, ""),
        (Decision.PUBLISH_CHANGED, date(2012, 6, 1), None, ""),
        (Decision.WITHHOLD, date(2012, 6, 1), WrongMoment, "ogi_2007:14"),
        ("", None, WrongMoment, "ogi_2007:14"),
        (Decision.PUBLISH, date(2012, 6, 9), Unacceptable, "ogi_2007:14"),
    ],
    ids=["approved that day", "approved after changes", "withheld", "not decided", "too early"],
)
def test_the_gate_lets_pass_only_what_was_approved(decision, approved_on, refusal, basis):
    review = SecrecyReview(code="BM2012-0001", decision=decision, approved_on=approved_on)

    answer = policies.why_not_public(review, on=date(2012, 6, 8))

    assert (type(answer) if answer else None) is refusal
    assert (answer.basis.key if answer else "") == basis


def test_a_withheld_record_of_a_time_before_the_law_is_refused_all_the_same():
    review = SecrecyReview(code="BM2007-B01", decision=Decision.WITHHOLD)

    assert policies.why_not_public(review, on=date(2007, 6, 8)).basis.key == "ogi_2007:14"
