"""A recruitment and a tender in a folder become records and acts, or are refused."""

from datetime import date
from decimal import Decimal

import pytest

from sunlit.dossiers.models import Appointment, Dossier, Lot, Objection, Stage
from sunlit.ledger.models import Entry
from tests.dossiers.factories import RECRUITMENT, TENDER, taken
from tests.organization.factories import agency

pytestmark = pytest.mark.django_db


def test_a_recruitment_is_taken_in_with_its_stages_and_appointments(tmp_path):
    taken(tmp_path)

    dossier = Dossier.objects.get(kind="recruitment")
    assert (dossier.year, dossier.code, dossier.opened_on) == (
        2012,
        "ZP01",
        date(2012, 6, 25),
    )
    public = dossier.stages.order_by("seq").values_list("seq", "is_public", "published_on")
    assert [*public] == [
        (1, True, date(2012, 6, 25)),
        (2, True, date(2012, 8, 10)),
        (3, False, None),
    ]
    appointed = Appointment.objects.order_by("admission_number").values_list(
        "admission_number", "vacancy__code", "total_score", "appointed_on"
    )
    assert [*appointed] == [
        ("CG2012-0104", "CG01", Decimal("78.86"), date(2012, 9, 21)),
        ("CG2012-0211", "CG02", Decimal("80.84"), date(2012, 9, 21)),
    ]


def test_a_tender_is_taken_in_with_prices_in_yuan_and_its_objection(tmp_path):
    taken(tmp_path)

    dossier = Dossier.objects.get(kind="tender")
    assert (dossier.code, dossier.office.code) == ("HWGG-01", "KS09")
    lots = Lot.objects.order_by("code").values_list("code", "base_price", "price", "awarded_on")
    assert [*lots] == [
        ("A", Decimal(960000), Decimal(1316500), date(2012, 8, 6)),
        ("B", Decimal(580000), None, None),
    ]
    assert Objection.objects.get().raised_by == "投标人 B-02"


def test_every_stage_has_an_entry_for_what_it_was_and_for_its_publication(tmp_path):
    taken(tmp_path)

    held = Stage.objects.get(dossier__kind="recruitment", seq=3)
    shown = Stage.objects.get(dossier__kind="recruitment", seq=2)
    entries = Entry.objects.filter(about_kind="dossiers.stage").order_by("id")

    def about(stage):
        return [(entry.event, entry.day) for entry in entries.filter(about_id=stage.pk)]

    assert about(held) == [("StageHeld", date(2012, 9, 21))]
    assert about(shown) == [
        ("StageHeld", date(2012, 8, 4)),
        ("StagePublished", date(2012, 8, 10)),
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "column"),
    [
        ("start: 2012-08-04", "start: 2012-08-99", 10, "stages.2.start"),
        ("public: false", "public: maybe", 11, "stages.3.public"),
        ("unit: DS01", "unit: DS99", 6, "unit"),
        ("{post: CG01", "{post: CG77", 13, "post"),
        ("CG2012-0211", "CG2012-0104", 14, "admission_no"),
        ("seq: 2", "seq: 1", 10, "seq"),
        ("end: 2012-07-06", "end: 2012-06-01", 9, "end"),
        ("published: 2012-08-10", "published: 2012-08-01", 10, "published"),
        ("published: 2012-08-10, ", "", 10, "published"),
        ("start: 2012-08-04", "start: 2012-06-04", 10, "start"),
        ("written: 76.5", "written: good", 13, "successful_candidates.1.written"),
    ],
    ids=[
        "a day that does not exist",
        "neither yes nor no",
        "an unknown office",
        "an unknown vacancy",
        "a candidate twice",
        "a stage twice",
        "a stage that ends before it starts",
        "a stage published before it starts",
        "a public stage without a day",
        "a stage that starts before an earlier one",
        "a score that is no number",
    ],
)
def test_a_mistake_in_a_recruitment_is_told_with_its_place(tmp_path, old, new, line, column):
    assert old in RECRUITMENT

    folder = taken(tmp_path, recruitment=RECRUITMENT.replace(old, new, 1))

    told = [(fault.file, fault.line, fault.column) for fault in folder.faults]
    assert told == [("recruitment.yaml", line, column)]
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    ("old", "new", "line", "column"),
    [
        ("handled_by: KS09", "handled_by: KS99", 1, "handled_by"),
        ("code: B", "code: A", 6, "code"),
        (", price_wan: 131.65", "", 5, "price_wan"),
        ("winner: 投标人 A-03, ", "", 5, "winner"),
        ("replied: 2012-08-03", "replied: 2012-07-03", 12, "replied"),
        ("  result: 异议不成立\n", "", 12, "result"),
    ],
    ids=[
        "an unknown office",
        "a lot twice",
        "a winner without a price",
        "a price without a winner",
        "an answer before the objection",
        "an answer without a result",
    ],
)
def test_a_mistake_in_a_tender_is_told_with_its_place(tmp_path, old, new, line, column):
    assert old in TENDER

    folder = taken(tmp_path, tender=TENDER.replace(old, new, 1))

    told = [(fault.file, fault.line, fault.column) for fault in folder.faults]
    assert told == [("tender.yaml", line, column)]
    assert not Entry.objects.exists()


def test_stated_counts_that_differ_and_short_stages_are_warnings(tmp_path):
    folder = taken(
        tmp_path,
        recruitment=RECRUITMENT.replace("hired: 2", "hired: 9"),
        tender=TENDER.replace("end: 2012-07-06", "end: 2012-07-05"),
    )

    assert not folder.faults
    told = [(fault.file, fault.column) for fault in folder.warnings]
    assert told == [("recruitment.yaml", "hired"), ("tender.yaml", "end")]


def test_a_tender_without_an_objection_is_taken_in(tmp_path):
    folder = taken(tmp_path, tender=TENDER[: TENDER.index("objection:")])

    assert not folder.faults
    assert not Objection.objects.exists()


def test_a_dossier_that_was_opened_at_the_desk_is_not_opened_twice(tmp_path):
    Dossier.objects.create(
        agency=agency(),
        year=2012,
        kind="tender",
        code="HWGG-01",
        title="招标",
        opened_on="2012-05-14",
    )

    folder = taken(tmp_path)

    assert [fault.column for fault in folder.faults] == ["project_no"]
