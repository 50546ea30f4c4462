"""The gates after the review: meeting, number, publication, filing; and drafts given up."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.norms import selectors, services
from sunlit.norms.lifecycle import DraftStatus
from sunlit.norms.models import DraftNorm, Gate, NormativeDocument
from sunlit.norms.waiting import drafts_open
from tests.norms import drafts
from tests.norms.drafts import refused, step
from tests.organization.factories import agency

pytestmark = pytest.mark.django_db


# Decision


@pytest.mark.parametrize(
    ("made", "by", "refusal"),
    [
        (drafts.handed_in, drafts.leader, WrongMoment),
        (drafts.begun, drafts.leader, WrongMoment),
        (drafts.reviewed, drafts.clerk, NotPermitted),
        (drafts.reviewed, drafts.lawyer, NotPermitted),
        (drafts.reviewed, drafts.drafter, NotPermitted),
        (drafts.decided, drafts.leader, WrongMoment),
    ],
    ids=["not reviewed yet", "just begun", "a clerk", "the reviewer", "the drafter", "twice"],
)
def test_a_refused_decision_changes_nothing(made, by, refusal):
    draft = made()
    refused(refusal, drafts.decide, draft=draft, by=by())
    assert DraftNorm.objects.get().status == draft.status


@pytest.mark.parametrize("met_on", [date(2025, 4, 14), date(2025, 4, 17)])
def test_a_meeting_is_held_after_the_review_and_not_on_a_day_to_come(met_on):
    refused(Unacceptable, drafts.decide, draft=drafts.reviewed(), met_on=met_on)


def test_the_dissent_is_kept():
    draft = drafts.decide(drafts.reviewed(), dissent="某副职认为处罚幅度过高")
    assert selectors.latest_step(draft, Gate.DECISION).dissent == "某副职认为处罚幅度过高"


def test_a_text_changed_after_its_review_is_not_put_to_the_meeting():
    draft = drafts.reviewed()
    DraftNorm.objects.update(body=drafts.BODY + "第三条　另行收费。")
    why = refused(WrongMoment, drafts.decide, draft=draft)
    assert why.basis.key == "norms_review_2018:"


@pytest.mark.parametrize(
    ("outcome", "status"), [("change", DraftStatus.HEARD), ("failed", DraftStatus.DROPPED)]
)
def test_a_meeting_may_send_a_draft_back_or_not_adopt_it(outcome, status):
    assert drafts.decide(drafts.reviewed(), outcome=outcome).status == status


# Number, publication, filing


def test_a_text_other_than_decided_is_neither_registered_nor_published():
    draft = drafts.decided()
    DraftNorm.objects.update(body="另一份文本")
    refused(WrongMoment, drafts.register, draft=draft)
    DraftNorm.objects.update(body=drafts.BODY)
    drafts.register(draft)
    DraftNorm.objects.update(body="另一份文本")
    other = drafts.item("另一份文本").index_number
    terms = step(draft, drafts.clerk(), drafts.PUBLISHED, item=other)
    refused(WrongMoment, services.publish_draft, **terms)


def test_an_item_that_says_something_else_is_not_the_document():
    draft = drafts.registered()
    other = drafts.item(drafts.BODY + "第三条　另行收费。").index_number
    why = refused(
        Unacceptable, services.publish_draft,
        **step(draft, drafts.clerk(), drafts.PUBLISHED, item=other),
    )  # fmt: skip
    assert other in str(why)
    unknown = step(draft, drafts.clerk(), drafts.PUBLISHED, item="000000000/202501-00001")
    refused(Unacceptable, services.publish_draft, **unknown)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"by": drafts.head}, NotPermitted),
        ({"valid_until": date(2031, 1, 1)}, Unacceptable),
        ({"in_force_from": date(2025, 4, 1)}, Unacceptable),
        ({"valid_until": date(2025, 4, 30)}, Unacceptable),
    ],
    ids=["not a clerk", "longer than five years", "before its issue", "ends before it begins"],
)
def test_a_refused_number_leaves_no_document(changes, refusal):
    by = changes.pop("by", drafts.clerk)()
    refused(refusal, drafts.register, draft=drafts.decided(), by=by, **changes)
    assert not NormativeDocument.objects.exists()


def test_steps_out_of_turn_are_refused():
    clerk, head = drafts.clerk(), drafts.head()
    begun = drafts.begun()
    refused(WrongMoment, drafts.register, draft=begun)
    refused(WrongMoment, services.hand_in, **step(begun, clerk))
    item = drafts.item().index_number
    refused(WrongMoment, services.publish_draft, **step(begun, clerk, item=item))
    filing = {"filed_with": "市政府", "receipt": ""}
    refused(WrongMoment, services.file_document, **step(begun, clerk, **filing))
    refused(NotPermitted, services.file_document, **step(begun, head, **filing))
    refused(NotPermitted, services.publish_draft, **step(begun, head, item=item))
    refused(NotPermitted, services.hand_in, **step(begun, drafts.leader()))
    drafts.open_up(begun)
    refused(WrongMoment, drafts.open_up, draft=begun)


def test_the_filing_has_a_clock_and_ends_it():
    draft = drafts.published()
    assert selectors.filing_clock(draft).due_on == date(2025, 5, 6)  # past the holidays
    (waiting,) = drafts_open(agency(), drafts.PUBLISHED)
    assert (waiting.act, waiting.due_on) == ("file", date(2025, 5, 6))
    services.file_document(
        **step(draft, drafts.clerk(), date(2025, 4, 21), filed_with="市政府", receipt="")
    )
    assert selectors.filing_clock(draft).ended_on == date(2025, 4, 21)
    assert list(drafts_open(agency(), drafts.PUBLISHED)) == []


# Given up


def test_a_draft_is_given_up_before_the_decision_only():
    draft = drafts.opened()
    refused(NotPermitted, services.drop_draft, **step(draft, drafts.clerk(), reason="不再需要"))
    services.drop_draft(**step(draft, drafts.head(), reason="上位法已作规定"))
    assert list(drafts_open(agency(), drafts.ANSWERED)) == []
    adopted = drafts.decided(code="CA02")
    refused(WrongMoment, services.drop_draft, **step(adopted, drafts.head(), reason="不再需要"))


def test_what_the_database_refuses():
    draft = drafts.begun()
    for wrong in (
        {"status": DraftStatus.DECIDED},
        {"status": DraftStatus.REGISTERED, "decided_digest": "a"},
        {"comment_from": drafts.BEGUN, "comment_until": drafts.BEGUN},
        {"comments_received": 1, "comments_adopted": 2, "feedback_on": drafts.BEGUN},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            DraftNorm.objects.filter(pk=draft.pk).update(**wrong)


def test_a_code_is_taken_once_and_only_drafters_begin():
    drafts.begun()
    refused(Unacceptable, drafts.begun)
    refused(NotPermitted, drafts.begun, code="CA02", by=drafts.leader())
    refused(Unacceptable, drafts.begun, code="CA02", office="KS99")


# At the desk


def test_the_desk_refuses_a_step_out_of_turn_and_by_whom_it_may_not(client, settings):
    settings.SUNLIT_TODAY = drafts.REVIEWED
    draft = drafts.fair()
    client.force_login(drafts.leader())
    meeting = {"meeting": "会议", "met_on": "2025-04-15", "outcome": "passed", "dissent": ""}
    answer = client.post(f"/desk/draft-norms/{draft.pk}/decide/", meeting)
    assert answer.status_code == 409
    services.hand_in(**step(draft, drafts.drafter(), date(2025, 4, 7)))
    drafts.review(draft)
    client.force_login(drafts.lawyer())
    answer = client.post(f"/desk/draft-norms/{draft.pk}/decide/", meeting)
    assert answer.status_code == 403
    draft.refresh_from_db()
    assert draft.status == DraftStatus.REVIEWED


def test_each_form_of_the_desk_opens_filled_in(client, settings):
    settings.SUNLIT_TODAY = drafts.BEGUN
    draft = drafts.begun()
    client.force_login(drafts.clerk())
    opened = client.get(f"/desk/draft-norms/{draft.pk}/open-to-comments/").content.decode()
    assert "2025-04-02" in opened, opened[opened.index("id_until") :][:900]
    rewriting = client.get(f"/desk/draft-norms/{draft.pk}/rewrite/").content.decode()
    assert draft.explanation in rewriting
    assert client.get(f"/desk/draft-norms/{draft.pk}/").status_code == 200


def test_at_the_desk_of_2012_nobody_is_offered_a_review_that_no_law_knew(client, settings):
    settings.SUNLIT_TODAY = date(2012, 9, 3)
    draft = drafts.begun(today=date(2012, 9, 3))
    client.force_login(drafts.head())
    page = client.get(f"/desk/draft-norms/{draft.pk}/")
    assert page.status_code == 200
    assert "/review-fairness/" not in page.content.decode()
    assert "/skip-comments/" in page.content.decode()
    answer = client.get(f"/desk/draft-norms/{draft.pk}/review-fairness/")
    assert answer.status_code == 422
    assert "2016-06-01" in answer.content.decode()
