"""A published text changes by a draft that passes the whole gate, and every version is kept."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from sunlit.disclosure import policies, selectors, services
from sunlit.disclosure.lifecycle import UNDER_WAY, Status
from sunlit.disclosure.models import Item, KeptFinding, Revision, Version
from sunlit.disclosure.rules import digest_of
from sunlit.disclosure.waiting import items_at_the_gate
from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.ledger.worker import catch_up
from sunlit.measures.selectors import measure_all
from sunlit.organization.models import Role
from sunlit.search.selectors import search
from tests.disclosure import factories
from tests.disclosure.factories import TODAY
from tests.disclosure.leaks import LEAK, PHONE, keep, overwrite
from tests.organization.factories import agency, office

pytestmark = pytest.mark.django_db

LATER = date(2012, 7, 2)
FIRST, SECOND = "共检修28台,车主手机已登记。", "共检修29台。"


def standing():
    """Return how all items and versions stand in the database."""
    return [list(model.objects.order_by("pk").values()) for model in (Item, Version, Revision)]


def refused(act, refusal, **typed):
    """Do an act that is refused and must change nothing; return the refusal."""
    before, entries = standing(), Entry.objects.count()
    with pytest.raises(refusal) as caught:
        act(**typed)
    assert standing() == before
    assert Entry.objects.count() == entries
    return caught.value


# Beginning


def test_a_revision_is_a_draft_of_its_own_with_a_review_of_its_own():
    item = factories.published(document_number="城管〔2012〕7号")

    draft = factories.revising(item)

    assert (draft.status, draft.revises) == (Status.DRAFT, item)
    assert draft.texts == item.texts
    assert (draft.category, draft.office) == (item.category, item.office)
    assert (draft.code, draft.index_number) == ("XX2012-0002", "")
    assert draft.review.code == "BM2012-0002"
    assert draft.review.signed_by == {factories.clerk().pk}
    assert (draft.revision.kind, draft.revision.reason) == ("correction", "台数有误")
    assert draft.due_on == selectors.publication_due_on(agency(), TODAY)
    entry = Entry.objects.order_by("id").last()
    assert (entry.event, entry.basis, entry.is_public) == ("RevisionBegun", "ogi_2007:6", False)
    assert entry.payload["index_number"] == item.index_number


@pytest.mark.parametrize(
    "made",
    [factories.drafted, factories.approved, factories.revising],
    ids=lambda one: one.__name__,
)
def test_only_what_is_public_is_revised(made):
    refused(
        services.begin_revision,
        WrongMoment,
        record_id=made().pk,
        by=factories.clerk(),
        today=TODAY,
        kind="revision",
        reason="补充",
    )


def test_what_was_withdrawn_is_not_revised():
    item = factories.published()
    services.withdraw(record_id=item.pk, by=factories.approver(), today=TODAY, reason="过时")
    item.refresh_from_db()
    assert isinstance(policies.why_not_begin_revision(factories.clerk(), item), WrongMoment)


def test_an_item_has_one_revision_under_way_at_a_time():
    item = factories.published()
    draft = factories.revising(item)

    refusal = refused(
        services.begin_revision,
        WrongMoment,
        record_id=item.pk,
        by=factories.clerk(),
        today=TODAY,
        kind="revision",
        reason="补充",
    )

    assert draft.code in str(refusal)
    other, by = factories.drafted(), factories.clerk()
    for status in UNDER_WAY:
        day = LATER if status == Status.SCHEDULED else None
        with pytest.raises(IntegrityError, match="revis"), transaction.atomic():
            overwrite(other, revises=item, status=status, publish_on=day, timed_by=by)


def test_the_office_that_answers_or_the_clerk_begins_a_revision():
    item = factories.published()
    office("KS04")
    stranger = factories.staff("stranger", Role.SECTION_HEAD, at="KS04")

    assert isinstance(policies.why_not_begin_revision(stranger, item), NotPermitted)
    assert isinstance(policies.why_not_begin_revision(factories.reviewer(), item), NotPermitted)
    assert policies.why_not_begin_revision(factories.head(), item) is None
    assert policies.why_not_begin_revision(factories.clerk(), item) is None


@pytest.mark.parametrize(
    "typed",
    [
        {"reason": f"按{PHONE}来电更正"},
        {"kind": "revision", "earlier_ground": "privacy"},
        {"today": date(2012, 6, 7)},
    ],
    ids=["a telephone in the reason", "a revision hides nothing", "before the publication"],
)
def test_a_revision_is_refused_for_what_was_typed(typed):
    item = factories.published()
    terms = {"kind": "correction", "reason": "有误", "by": factories.clerk(), "today": TODAY}
    refused(services.begin_revision, Unacceptable, record_id=item.pk, **terms | typed)


# At the gate


@pytest.mark.parametrize("changed", [{"category": "GK03"}, {"scope": "key"}, {"stage": "process"}])
def test_a_revision_changes_words_and_is_filed_as_before(changed):
    factories.category("GK03", name="制度文件")
    draft = factories.revising()
    refused(factories.reworded, Unacceptable, draft=draft, **changed)


def test_a_revision_of_an_item_in_an_ended_category_can_still_be_written():
    draft = factories.revising()
    type(draft.category).objects.update(ended_on=TODAY)
    assert factories.reworded(draft, body=SECOND).body == SECOND


def test_a_revision_is_screened_like_any_draft():
    draft = factories.reworded(factories.revising(), body=LEAK)
    refusal = refused(
        services.section_review, Unacceptable, record_id=draft.pk, by=factories.head(), today=TODAY
    )
    assert "手机号码" in str(refusal)


@pytest.mark.parametrize("steps", [0, 1, 2])
def test_no_revision_is_published_before_it_is_decided(steps):
    draft = factories.revising()
    acts = (
        lambda: services.section_review(record_id=draft.pk, by=factories.head(), today=TODAY),
        lambda: services.secrecy_review(
            record_id=draft.pk, by=factories.reviewer(), today=TODAY, finding="ok"
        ),
    )
    for act in acts[:steps]:
        act()
    refused(services.publish, WrongMoment, record_id=draft.pk, by=factories.clerk(), today=TODAY)


def test_a_revision_that_does_not_say_what_was_decided_is_not_published():
    draft = factories.passed(factories.reworded(factories.revising(), body=SECOND))
    overwrite(draft, body="共检修30台。")
    refused(services.publish, Unacceptable, record_id=draft.pk, by=factories.clerk(), today=TODAY)


def test_a_decided_revision_replaces_no_other_text_and_for_no_other_reason():
    other = factories.published()
    draft = factories.passed(factories.reworded(factories.revising(), body=SECOND))
    public = draft.revises

    def publish():
        refused(
            services.publish, Unacceptable, record_id=draft.pk, by=factories.clerk(), today=TODAY
        )

    overwrite(draft, revises=other)
    publish()
    overwrite(draft, revises=public)
    for change in ({"reason": "另有原因"}, {"kind": "revision"}, {"earlier_ground": "privacy"}):
        before = Revision.objects.filter(draft=draft).values(*change).get()
        Revision.objects.filter(draft=draft).update(**change)
        publish()
        Revision.objects.filter(draft=draft).update(**before)
    assert services.publish(record_id=draft.pk, by=factories.clerk(), today=TODAY) == public


def test_a_revision_of_what_was_withdrawn_meanwhile_is_given_up():
    draft = factories.passed(factories.reworded(factories.revising(), body=SECOND))
    services.withdraw(
        record_id=draft.revises_id, by=factories.approver(), today=TODAY, reason="过时"
    )

    refusal = refused(
        services.publish, WrongMoment, record_id=draft.pk, by=factories.clerk(), today=TODAY
    )

    assert refusal.remedy
    (waiting,) = items_at_the_gate(agency(), TODAY)
    assert (waiting.act, waiting.is_for(factories.clerk())) == ("drop-revision", True)
    assert not waiting.is_for(factories.head())
    dropped = services.drop_revision(
        record_id=draft.pk, by=factories.clerk(), today=TODAY, reason="原件已撤下"
    )
    assert (dropped.status, dropped.revision.ended_on) == (Status.DROPPED, TODAY)
    assert list(items_at_the_gate(agency(), TODAY)) == []


def test_a_revision_given_up_changes_nothing_public_and_another_can_begin():
    item = factories.published()
    draft = factories.revising(item)
    another = factories.staff("another", Role.SECTION_HEAD)
    assert isinstance(policies.why_not_drop_revision(another, draft), NotPermitted)
    assert isinstance(policies.why_not_drop_revision(factories.clerk(), item), WrongMoment)

    services.drop_revision(record_id=draft.pk, by=factories.clerk(), today=LATER, reason="无误")

    item.refresh_from_db()
    assert (item.body, item.revised_on) == (FIRST, None)
    assert Entry.objects.order_by("id").last().event == "RevisionDropped"
    assert factories.revising(item, today=LATER).status == Status.DRAFT
    draft.refresh_from_db()
    refused(
        services.drop_revision, WrongMoment,
        record_id=draft.pk, by=factories.clerk(), today=LATER, reason="无误",
    )  # fmt: skip


# Public


def test_the_new_text_takes_the_place_of_the_old_and_both_are_kept():
    item = factories.published()

    changed = factories.revised(item, on=LATER, body=SECOND)

    assert (changed.pk, changed.index_number) == (item.pk, item.index_number)
    assert (changed.body, changed.published_on, changed.revised_on) == (SECOND, TODAY, LATER)
    first, second = item.versions.order_by("number")
    assert (first.number, first.body, first.public_from, first.public_until) == (
        1, FIRST, TODAY, LATER,
    )  # fmt: skip
    assert (second.number, second.body, second.public_until) == (2, SECOND, None)
    draft = second.revision.draft
    assert (draft.status, draft.published_on, draft.index_number) == (Status.MERGED, None, "")
    assert selectors.publication_clock(draft).ended_on == LATER
    entry = Entry.objects.order_by("id").last()
    assert (entry.event, entry.basis, entry.is_public) == ("ItemChanged", "ogi_2007:6", True)
    assert (entry.about_kind, entry.about_id) == ("disclosure.item", item.pk)
    assert entry.payload == {
        "index_number": item.index_number,
        "version": 2,
        "kind": "correction",
        "reason": "台数有误",
        "digest": digest_of(*changed.texts),
        "digest_before": digest_of(item.title, "", FIRST),
    }


def test_versions_are_numbered_on_and_the_last_one_says_what_the_item_says():
    item = factories.revised(on=TODAY, body=SECOND)
    item = factories.revised(item, on=LATER, title="检修情况", kind="revision", reason="补充")

    versions = list(item.versions.order_by("number"))

    assert [one.number for one in versions] == [1, 2, 3]
    assert [one.public_until for one in versions] == [TODAY, LATER, None]
    assert versions[-1].texts == item.texts
    assert [one.texts for one in versions[:2]] == [
        ("清运车辆检修", "", FIRST),
        ("清运车辆检修", "", SECOND),
    ]


def test_a_revision_published_twice_is_refused():
    item = factories.revised()
    draft = item.drafted_revisions.get()
    refused(services.publish, WrongMoment, record_id=draft.pk, by=factories.clerk(), today=TODAY)


def test_a_revision_is_published_on_its_day_but_has_no_last_day_of_its_own():
    draft = factories.passed(factories.reworded(factories.revising(), body=SECOND))
    by = factories.clerk()
    day = date(2012, 6, 12)
    refused(
        services.schedule, Unacceptable,
        record_id=draft.pk, by=by, today=TODAY, publish_on=day, expires_on=LATER,
    )  # fmt: skip
    services.schedule(record_id=draft.pk, by=by, today=TODAY, publish_on=day)

    services.publish_when_due(record_id=draft.pk, by=by, today=day)

    item = Item.objects.get(pk=draft.revises_id)
    assert (item.body, item.revised_on) == (SECOND, day)


def test_what_may_stand_in_the_new_text_may_stand_in_the_public_one():
    item = factories.published()
    draft = factories.reworded(factories.revising(item), body=f"{FIRST}{LEAK}")
    keep(draft, factories.clerk())

    services.publish(record_id=factories.passed(draft).pk, by=factories.clerk(), today=TODAY)

    item.refresh_from_db()
    assert PHONE in item.body
    assert selectors.open_findings(item) == []
    assert KeptFinding.objects.filter(item=item).count() == 1


def test_no_figure_counts_a_revision_as_a_publication():
    item = factories.published()
    before = {code: found.value for code, found in measure_all(agency(), 2012).items()}

    factories.revised(item, on=LATER, body=SECOND)

    after = {code: found.value for code, found in measure_all(agency(), 2012).items()}
    changed = {code for code, value in after.items() if value != before[code]}
    # The review of a revision is one more review that was held and decided.
    assert changed == {"disclosure.reviews"}
    assert after["disclosure.reviews"] == before["disclosure.reviews"] + 1


def test_the_search_finds_the_new_title_and_no_longer_the_old():
    item = factories.published(title="清运车辆检修通告")
    factories.revised(item, title="环卫车辆检修公告")
    catch_up()

    assert [one.title for one in search(agency(), "检修")] == ["环卫车辆检修公告"]
    assert not search(agency(), "通告").exists()


def test_the_search_finds_no_version_of_what_was_withdrawn():
    item = factories.revised(title="环卫车辆检修公告")
    services.withdraw(record_id=item.pk, by=factories.approver(), today=TODAY, reason="过时")
    catch_up()
    assert not search(agency(), "检修").exists()


def test_nothing_is_withdrawn_on_a_day_before_its_text_was_changed():
    item = factories.revised(on=LATER)
    refused(
        services.withdraw, Unacceptable,
        record_id=item.pk, by=factories.approver(), today=TODAY, reason="过时",
    )  # fmt: skip


def test_a_draft_of_a_revision_is_never_public_beside_its_item():
    draft = factories.revising()
    with pytest.raises(IntegrityError), transaction.atomic():
        overwrite(draft, status=Status.PUBLISHED, published_on=TODAY, index_number="X/201206-9")
