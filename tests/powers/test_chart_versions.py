from datetime import date

import pytest
from django.db import IntegrityError, transaction

from sunlit.disclosure import services as gate
from sunlit.disclosure.models import Item
from sunlit.flows.models import Run, StoredChart
from sunlit.flows.store import digest_of, stored
from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role
from sunlit.powers import services
from sunlit.powers.charts import chart_used, eras, running_on_earlier
from sunlit.powers.file_words import words_of
from sunlit.powers.lifecycle import ChartStatus
from sunlit.powers.models import ChartVersion
from tests.disclosure import factories as items
from tests.organization import factories as organization
from tests.organization.factories import agency
from tests.powers import versions

pytestmark = pytest.mark.django_db

NEXT_DAY = date(2012, 6, 16)


def used(on, code=versions.CODE):
    """Return the chart used on a day."""
    return chart_used(agency(), code, on)


def test_a_version_comes_into_force_through_the_gate_and_leaves_its_entries():
    version = versions.in_force()

    assert (version.number, version.status) == (1, ChartStatus.IN_FORCE)
    assert used(date(2012, 6, 14)).number == 0
    assert used(versions.IN_FORCE).number == 1
    assert used(versions.IN_FORCE).content == versions.redrawn()
    entries = Entry.objects.filter(event__startswith="Chart").order_by("id")
    assert [one.event for one in entries] == [
        "ChartUploaded", "ChartSentToGate", "ChartPutInForce",
    ]  # fmt: skip
    put = entries[2]
    assert put.is_public
    assert put.payload["digest"] == digest_of(versions.redrawn())
    assert put.payload["in_force_from"] == "2012-06-15"
    assert put.basis.startswith("openness_2011")


def test_the_item_at_the_gate_says_the_chart_in_words_and_holds_its_file():
    version = versions.at_gate()
    item = version.item

    assert item.title == "行政许可一般程序流程图（第1版）"
    assert "两人现场踏勘" in item.body
    assert version.chart.digest in item.body
    assert item.category.code == "ZQ03"
    attached = item.attachments.get()
    assert attached.name == "license_ordinary-1.txt"


@pytest.mark.parametrize(
    ("before", "hidden"),
    [
        ("</process>", "<!-- 13812345678 --></process>"),
        ("</laneSet>", "{}\n<!-- \u200b1381\u200b2345678 -->"),
        ('<startEvent id="start"', '{} xmlns:m="urn:modeller" m:phone="1381234&#x35;678"'),
    ],
    ids=["in a comment", "between signs that nobody sees", "in an attribute of a modeller"],
)
def test_what_is_hidden_in_the_file_is_found_at_the_gate(before, hidden):
    content = versions.redrawn((before, hidden.format(before)))
    version = versions.at_gate(content)

    assert "13812345678" not in version.item.body
    with pytest.raises(Unacceptable, match="手机号码"):
        versions.passed(version.item)


def test_signs_written_by_their_numbers_are_read_as_what_they_are():
    hidden = ('name="现场踏勘"', 'name="现场踏勘" xmlns:m="urn:m" m:to="1381234&#x35;678"')
    assert "to=13812345678" in words_of(versions.redrawn(hidden))


def test_a_published_chart_waits_for_its_day():
    versions.published()

    assert used(NEXT_DAY).number == 0


@pytest.mark.parametrize("stage", ["uploaded", "at_gate"])
def test_nothing_comes_into_force_before_its_item_is_public(stage):
    version = getattr(versions, stage)()

    with pytest.raises(WrongMoment):
        services.put_chart_in_force(
            record_id=version.pk,
            by=items.clerk(),
            today=versions.UPLOADED,
            in_force_from=versions.IN_FORCE,
        )

    assert used(NEXT_DAY).number == 0
    assert not Entry.objects.filter(event="ChartPutInForce").exists()


def test_a_chart_whose_item_was_written_anew_without_its_digest_does_not_come_into_force():
    version = versions.at_gate()
    gate.revise(
        record_id=version.item.pk,
        by=items.clerk(),
        today=versions.UPLOADED,
        category="ZQ03",
        title="流程图",
        body="另有一图。",
        made_on=versions.UPLOADED,
    )
    versions.passed(Item.objects.get(pk=version.item.pk))

    with pytest.raises(WrongMoment, match="文件摘要"):
        services.put_chart_in_force(
            record_id=version.pk,
            by=items.clerk(),
            today=versions.UPLOADED,
            in_force_from=versions.IN_FORCE,
        )


@pytest.mark.parametrize(
    ("today", "since", "said"),
    [
        (date(2012, 6, 20), date(2012, 6, 19), "已经过去"),
        (date(2012, 6, 8), date(2012, 6, 1), "已经过去"),
    ],
    ids=["yesterday", "before it was drawn"],
)
def test_a_chart_does_not_come_into_force_backwards(today, since, said):
    version = versions.published()

    with pytest.raises(Unacceptable, match=said):
        services.put_chart_in_force(
            record_id=version.pk, by=items.clerk(), today=today, in_force_from=since
        )


def test_a_later_version_does_not_come_into_force_before_or_with_the_one_before_it():
    versions.in_force()
    second = versions.published(versions.redrawn(("现场踏勘", "三人现场踏勘")))

    for day in (versions.IN_FORCE, date(2012, 6, 12)):
        with pytest.raises(Unacceptable, match="第1版"):
            services.put_chart_in_force(
                record_id=second.pk, by=items.clerk(), today=versions.UPLOADED, in_force_from=day
            )


def test_each_day_has_the_version_of_that_day():
    versions.in_force()
    versions.in_force(
        versions.redrawn(("现场踏勘", "三人现场踏勘")), on=NEXT_DAY, since=date(2012, 7, 1)
    )

    assert [used(day).number for day in (date(2012, 6, 14), NEXT_DAY, date(2012, 7, 1))] == [
        0, 1, 2,
    ]  # fmt: skip
    told = eras(agency(), versions.CODE, on=date(2012, 7, 2))
    assert [(era.number, era.since, era.until) for era in told] == [
        (2, date(2012, 7, 1), None),
        (1, date(2012, 6, 15), date(2012, 6, 30)),
        (0, versions.LAW, date(2012, 6, 14)),
    ]


def test_a_new_law_ends_the_versions_that_followed_the_old_one():
    versions.in_force()

    assert used(date(2019, 4, 22)).number == 1
    assert used(date(2019, 4, 23)).number == 0
    assert used(date(2019, 4, 23)).since == date(2019, 4, 23)


def test_a_chart_whose_item_is_withdrawn_is_no_longer_used():
    version = versions.in_force()
    gate.withdraw(
        record_id=version.item.pk, by=items.approver(), today=date(2012, 6, 20), reason="有误"
    )

    assert used(date(2012, 6, 19)).number == 1
    assert used(date(2012, 6, 20)).number == 0


def test_a_version_of_one_agency_is_none_of_anothers():
    versions.in_force()

    assert chart_used(organization.agency("OTHER"), versions.CODE, NEXT_DAY).number == 0


def test_a_running_case_keeps_its_chart():
    before = used(versions.UPLOADED)
    Run.objects.create(
        agency=agency(),
        chart=stored(before.content),
        procedure=versions.CODE,
        since=before.since,
        state={},
    )
    assert running_on_earlier(agency(), before) == 0

    versions.in_force()

    assert bytes(Run.objects.get().chart.content) == before.content
    assert running_on_earlier(agency(), used(NEXT_DAY)) == 1


def test_the_same_file_is_kept_once():
    first = versions.uploaded()
    second = versions.uploaded()

    assert (first.number, second.number) == (1, 2)
    assert first.chart_id == second.chart_id
    assert StoredChart.objects.count() == 1


def test_what_the_acts_do_never_changes_a_chart():
    version = versions.uploaded()
    before = version.content
    services.withdraw_chart(
        record_id=version.pk, by=items.clerk(), today=versions.UPLOADED, reason="另绘"
    )

    assert ChartVersion.objects.get().content == before


@pytest.mark.parametrize("role", [Role.INVESTIGATOR, Role.APPROVER, Role.ADMINISTRATOR])
def test_a_chart_is_handed_in_by_the_clerk_or_a_section_head_only(role):
    versions.procedure()

    with pytest.raises(NotPermitted):
        services.upload_chart(
            agency=agency(),
            by=organization.official(role),
            today=versions.UPLOADED,
            procedure=versions.CODE,
            content=versions.law(),
            note="",
        )
    assert not ChartVersion.objects.exists()


def test_a_section_head_uploads_and_the_clerk_puts_in_force():
    version = versions.published()

    with pytest.raises(NotPermitted):
        services.put_chart_in_force(
            record_id=version.pk,
            by=items.head(),
            today=versions.UPLOADED,
            in_force_from=versions.IN_FORCE,
        )


def test_a_chart_is_refused_for_a_procedure_that_the_agency_does_not_have():
    with pytest.raises(Unacceptable, match="没有编号为reward"):
        services.upload_chart(
            agency=agency(),
            by=items.clerk(),
            today=versions.UPLOADED,
            procedure="reward",
            content=versions.law(),
            note="",
        )


def test_a_version_goes_to_the_gate_once():
    version = versions.at_gate()

    with pytest.raises(WrongMoment):
        services.send_chart_to_gate(
            record_id=version.pk, by=items.clerk(), today=versions.UPLOADED, category="ZQ03"
        )
    assert Item.objects.count() == 1


def test_what_is_in_force_is_not_taken_back():
    version = versions.in_force()

    with pytest.raises(WrongMoment):
        services.withdraw_chart(
            record_id=version.pk, by=items.clerk(), today=NEXT_DAY, reason="有误"
        )
    assert used(NEXT_DAY).number == 1


def test_a_version_taken_back_goes_nowhere():
    version = versions.uploaded()
    services.withdraw_chart(
        record_id=version.pk, by=items.clerk(), today=versions.UPLOADED, reason="另绘"
    )

    with pytest.raises(WrongMoment):
        services.send_chart_to_gate(
            record_id=version.pk, by=items.clerk(), today=versions.UPLOADED, category="ZQ03"
        )


@pytest.mark.parametrize(
    "wrong",
    [
        {"status": ChartStatus.IN_FORCE},
        {"in_force_from": versions.IN_FORCE},
        {"status": ChartStatus.AT_GATE},
    ],
    ids=["in force without an item", "a day but not in force", "at the gate without an item"],
)
def test_the_database_keeps_a_version_out_of_force_without_its_item(wrong):
    version = versions.uploaded()

    with pytest.raises(IntegrityError), transaction.atomic():
        ChartVersion.objects.filter(pk=version.pk).update(**wrong)


def test_two_versions_do_not_bear_one_number():
    version = versions.uploaded()
    second = versions.uploaded()

    with pytest.raises(IntegrityError), transaction.atomic():
        ChartVersion.objects.filter(pk=second.pk).update(number=version.number)
