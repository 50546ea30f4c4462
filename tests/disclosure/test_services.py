"""The gate, step by step: what each act changes, and that a refused one changes nothing."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from sunlit.disclosure import selectors, services
from sunlit.disclosure.lifecycle import Status
from sunlit.disclosure.models import Decision, Item, SecrecyReview
from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role
from tests.disclosure import factories
from tests.disclosure.factories import MADE, TODAY
from tests.organization.factories import agency, office

pytestmark = pytest.mark.django_db

LATER = date(2012, 6, 11)


def told():
    """Return what the ledger says, in order."""
    entries = Entry.objects.order_by("id").values_list("event", "about_kind", "basis")
    return [(event, about.removeprefix("disclosure."), basis) for event, about, basis in entries]


def standing(item):
    """Return how an item and its review stand in the database."""
    review = SecrecyReview.objects.filter(item=item).values().get()
    return Item.objects.filter(pk=item.pk).values().get(), review


def test_an_item_passes_the_gate_by_four_officials_and_gets_its_index_number():
    item = factories.published()

    item.refresh_from_db()
    review = item.review
    assert (item.code, review.code) == ("XX2012-0001", "BM2012-0001")
    assert (item.index_number, item.published_on) == ("000201200/201206-00001", TODAY)
    assert (item.due_on, item.channels) == (date(2012, 7, 3), ["局网站"])
    assert len(review.signed_by) == 4
    assert [review.drafted_post, review.section_reviewed_post] == ["clerk岗", "head岗"]
    assert [review.secrecy_reviewed_post, review.approved_post] == ["reviewer岗", "approver岗"]
    assert (review.decision, review.approved_on) == (Decision.PUBLISH, TODAY)
    assert told() == [
        ("ItemDrafted", "secrecyreview", "ogi_2007:14"),
        ("SectionReviewed", "secrecyreview", "ogi_2007:14"),
        ("SecrecyReviewed", "secrecyreview", "ogi_2007:14"),
        ("ItemApproved", "secrecyreview", "ogi_2007:14"),
        ("ItemPublished", "item", "ogi_2007:18"),
    ]
    public = Entry.objects.get(is_public=True)
    assert public.payload == {"index_number": item.index_number, "title": item.title}


def test_the_next_item_gets_the_next_numbers():
    factories.published()

    item = factories.published()

    assert (item.code, item.review.code) == ("XX2012-0002", "BM2012-0002")
    assert item.index_number == "000201200/201206-00002"


def test_a_changed_text_is_published_and_the_first_one_is_kept():
    item = factories.secrecy_reviewed("changes")

    services.approve(
        record_id=item.pk, by=factories.approver(), today=TODAY, decision="publish_changed"
    )
    item = services.publish(record_id=item.pk, by=factories.clerk(), today=LATER)

    assert item.body == "共检修28台。"
    assert item.review.original_body == "共检修28台,车主手机已登记。"
    assert (item.review.decision, item.review.ground) == ("publish_changed", "隐去手机")


def test_a_withheld_item_is_never_published():
    item = factories.secrecy_reviewed("withhold")
    item = services.approve(
        record_id=item.pk, by=factories.approver(), today=TODAY, decision="withhold"
    )
    assert (item.status, item.review.ground) == (Status.WITHHELD, "涉密")
    assert told()[-1] == ("ItemWithheld", "secrecyreview", "ogi_2007:14")
    before = standing(item)

    with pytest.raises(WrongMoment):
        services.publish(record_id=item.pk, by=factories.clerk(), today=LATER)

    assert standing(item) == before
    assert selectors.publication_clock(item).ended_on == TODAY


@pytest.mark.parametrize(
    "at_step", [factories.drafted, factories.section_reviewed, factories.secrecy_reviewed]
)
def test_nothing_is_published_before_it_is_approved(at_step):
    item = at_step()
    before, entries = standing(item), told()

    with pytest.raises(WrongMoment):
        services.publish(record_id=item.pk, by=factories.clerk(), today=LATER)

    assert standing(item) == before
    assert told() == entries


def test_an_item_is_published_once():
    item = factories.published()

    with pytest.raises(WrongMoment):
        services.publish(record_id=item.pk, by=factories.clerk(), today=LATER)


def test_only_a_clerk_publishes():
    item = factories.approved()

    with pytest.raises(NotPermitted):
        services.publish(record_id=item.pk, by=factories.approver(), today=TODAY)


def test_a_draft_sent_back_is_written_anew_and_reviewed_again():
    item = factories.secrecy_reviewed("changes")

    item = services.send_back(
        record_id=item.pk, by=factories.approver(), today=TODAY, reason="数字有误"
    )
    assert (item.status, item.body) == (Status.DRAFT, "共检修28台,车主手机已登记。")
    review = SecrecyReview.objects.get(item=item)
    assert review.signed_by == {factories.clerk().pk}
    assert (review.finding, review.ground, review.original_body) == ("", "", "")

    item = services.revise(
        record_id=item.pk,
        by=factories.clerk(),
        today=LATER,
        category=factories.category().code,
        title="清运车辆检修完成",
        body="共检修29台。",
        made_on=LATER,
    )
    assert item.due_on == date(2012, 7, 10)
    item = services.section_review(record_id=item.pk, by=factories.head(), today=LATER)
    assert item.status == Status.SECTION_REVIEWED
    assert [event for event, _about, _basis in told()[-3:]] == [
        "SentBack",
        "ItemRevised",
        "SectionReviewed",
    ]


def test_a_withdrawn_item_keeps_its_address_with_the_reason():
    item = factories.published()

    services.withdraw(record_id=item.pk, by=factories.approver(), today=LATER, reason="内容过时")

    found = selectors.item_by_index_number(agency(), item.index_number)
    assert (found.status, found.withdrawn_on) == (Status.WITHDRAWN, LATER)
    assert found.withdrawal_reason == "内容过时"
    assert not selectors.published_items(agency()).exists()
    entry = Entry.objects.order_by("id").last()
    assert (entry.event, entry.basis, entry.is_public) == ("ItemWithdrawn", "ogi_2007:6", True)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"made_on": date(2012, 6, 9)}, Unacceptable),
        ({"category": "XX99"}, Unacceptable),
        ({"category": "SQ01"}, Unacceptable),
        ({"office": "KS99"}, Unacceptable),
        ({"by": "reviewer"}, NotPermitted),
    ],
    ids=["made tomorrow", "no such category", "on application", "no such office", "no drafter"],
)
def test_a_refused_draft_leaves_nothing_behind(changes, refusal):
    factories.category("SQ01", name="案卷材料", is_proactive=False)
    if "by" in changes:
        changes = {"by": factories.reviewer()}

    with pytest.raises(refusal):
        factories.drafted(**changes)

    assert not Item.objects.exists()
    assert not Entry.objects.exists()


def test_staff_draft_for_their_own_office_and_the_clerk_for_any():
    office("KS04")
    head = factories.head()

    assert factories.drafted(by=head).office.code == "KS01"
    with pytest.raises(Unacceptable):
        factories.drafted(by=head, office="KS04")
    assert factories.drafted(office="KS04").office.code == "KS04"


@pytest.mark.parametrize(
    "found",
    [
        {"finding": "changes", "ground": "隐去手机"},
        {"finding": "changes", "body": "共检修28台。"},
        {"finding": "withhold"},
        {"finding": "ok", "body": "另一段正文。"},
    ],
    ids=["changes without text", "changes without ground", "no ground", "text changed silently"],
)
def test_a_finding_that_is_not_whole_is_refused(found):
    item = factories.section_reviewed()
    before = standing(item)

    with pytest.raises(Unacceptable):
        services.secrecy_review(record_id=item.pk, by=factories.reviewer(), today=TODAY, **found)

    assert standing(item) == before


def test_the_text_as_the_form_sends_it_back_counts_as_unchanged():
    item = factories.section_reviewed(body="第一段。\n第二段。")

    item = services.secrecy_review(
        record_id=item.pk,
        by=factories.reviewer(),
        today=TODAY,
        finding="ok",
        body="第一段。\r\n第二段。\r\n",
    )

    assert item.review.original_body == ""


def test_no_step_is_taken_before_the_one_that_it_follows():
    item = factories.drafted()

    with pytest.raises(Unacceptable):
        services.section_review(record_id=item.pk, by=factories.head(), today=MADE)


def test_an_item_of_another_agency_is_out_of_reach():
    item = factories.drafted()
    stranger = factories.staff("stranger", Role.SECTION_HEAD)
    stranger.agency = agency("WSJ")

    with pytest.raises(Item.DoesNotExist):
        services.section_review(record_id=item.pk, by=stranger, today=TODAY)


@pytest.mark.parametrize(
    "changes",
    [
        {"approver_id": "drafter_id"},
        {"decision": ""},
        {"finding": ""},
        {"decision": "withhold", "ground": ""},
        {"section_reviewed_on": None},
        {"approved_on": MADE},
    ],
    ids=[
        "two signatures of one official",
        "a day without a decision",
        "a day without a finding",
        "withheld without a ground",
        "a step left out",
        "a step before its cause",
    ],
)
def test_the_database_holds_no_review_that_contradicts_itself(changes):
    review = factories.approved().review
    values = {name: getattr(review, value) if value == "drafter_id" else value
              for name, value in changes.items()}  # fmt: skip

    with pytest.raises(IntegrityError), transaction.atomic():
        SecrecyReview.objects.filter(pk=review.pk).update(**values)


def test_the_clock_runs_from_the_day_on_which_an_item_was_made():
    reading = selectors.publication_clock(factories.drafted())
    assert (reading.start, reading.due_on, reading.ended_on) == (MADE, date(2012, 7, 3), None)

    assert selectors.publication_clock(factories.published()).ended_on == TODAY
    assert selectors.publication_due_on(factories.agency(), date(2007, 6, 4)) is None


def test_who_keeps_no_gate_sees_no_drafts_of_others():
    draft, public = factories.drafted(office=office("KS04").code), factories.published()
    by = factories.staff("hotline", Role.HOTLINE_OPERATOR)

    assert [*selectors.items_open_to(by)] == [public]
    assert {*selectors.items_open_to(factories.reviewer())} == {draft, public}
