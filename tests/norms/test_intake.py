"""The clean-up in a folder becomes documents, decisions and acts, or is refused."""

from datetime import date

import pytest

from sunlit.ledger.models import Entry
from sunlit.norms.models import CleanUp, CleanUpDecision, NormativeDocument
from tests.norms.factories import DECIDED, PUBLISHED, REVIEWED, TABLE, document, taken

pytestmark = pytest.mark.django_db

HEAD, *ROWS = TABLE.splitlines(keepends=True)


def test_documents_are_taken_in_with_what_was_decided_about_them(tmp_path):
    folder = taken(tmp_path)

    assert not folder.faults
    assert not folder.warnings
    documents = NormativeDocument.objects.order_by("code")
    assert [*documents.values_list("code", "repealed_on", "lapsed_on")] == [
        ("GF01", DECIDED, None),
        ("GF02", None, None),
        ("GF03", None, None),
        ("GF04", None, DECIDED),
    ]
    decisions = CleanUpDecision.objects.order_by("document__code")
    assert [*decisions.values_list("decision", "principle", "status")] == [
        ("repeal", "abolish", "published"),
        ("retain", "establish", "published"),
        ("revise", "amend", "decided"),
        ("lapse", "abolish", "published"),
    ]


def test_the_clean_up_is_the_one_of_the_document_that_states_its_result(tmp_path):
    taken(tmp_path)

    clean_up = CleanUp.objects.get()
    assert (clean_up.year, clean_up.document_number) == (2012, "城管〔2012〕36号")
    assert (clean_up.begun_on, clean_up.decided_on) == (REVIEWED, DECIDED)


def test_every_act_of_a_clean_up_has_its_day_and_provision(tmp_path):
    taken(tmp_path)

    def told(kind, record):
        entries = Entry.objects.filter(about_kind=kind, about_id=record.pk).order_by("id")
        return [(entry.event, entry.day, entry.basis) for entry in entries]

    repealed = NormativeDocument.objects.get(code="GF01")
    assert told("norms.cleanupdecision", repealed.decisions.get()) == [
        ("LegalityReviewed", REVIEWED, "rule_of_law_2008:"),
        ("DecisionTaken", DECIDED, "rule_of_law_2008:"),
        ("DecisionPublished", PUBLISHED, "ogi_2007:10.1"),
    ]
    assert told("norms.normativedocument", repealed) == [
        ("DocumentRegistered", REVIEWED, "rule_of_law_2008:"),
        ("DocumentEnded", DECIDED, "rule_of_law_2008:"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "column"),
    [
        ("2003-05-20,废止", "2003-05-20,取消", 2, "decision"),
        ("废止,废", "废止,留", 2, "principle"),
        ("GF02", "GF01", 3, "norm_id"),
        ("KS06", "KS99", 2, "unit"),
        ("2009-06-12", "2009-06-31", 3, "issued_on"),
        ("缺乏上位法依据", "", 2, "reason"),
        ("2012-09-14", "2012-09-01", 2, "published_on"),
        ("政策法规科科长,2012-09-07", "政策法规科科长,2012-08-01", 2, "decided_on"),
    ],
    ids=[
        "an unknown decision",
        "an unknown principle",
        "a document twice",
        "an unknown office",
        "a day that does not exist",
        "no reason",
        "published before it was decided",
        "decided before it was reviewed",
    ],
)
def test_a_mistake_in_a_clean_up_is_told_with_its_place(tmp_path, old, new, line, column):
    assert old in TABLE

    folder = taken(tmp_path, TABLE.replace(old, new, 1))

    told = [(fault.file, fault.line, fault.column) for fault in folder.faults]
    assert told == [("normative_documents.csv", line, column)]
    assert not Entry.objects.exists()


def test_a_principle_that_does_not_fit_the_decision_is_a_warning(tmp_path):
    folder = taken(tmp_path, TABLE.replace("废止,废", "废止,立"))

    assert not folder.faults
    assert [fault.column for fault in folder.warnings] == ["principle"]


def test_a_later_clean_up_leaves_an_earlier_end_alone(tmp_path):
    taken(tmp_path)

    folder = taken(tmp_path, HEAD + ROWS[0].replace("2012", "2013"), year=2013)

    assert not folder.faults
    repealed = NormativeDocument.objects.get(code="GF01")
    assert repealed.repealed_on == DECIDED
    assert repealed.decisions.count() == 2
    assert NormativeDocument.objects.count() == 4


def test_what_was_registered_at_the_desk_keeps_its_validity(tmp_path):
    document("GF02", valid_until=date(2014, 6, 11))

    taken(tmp_path)

    assert NormativeDocument.objects.get(code="GF02").valid_until == date(2014, 6, 11)


def test_a_clean_up_is_not_taken_in_twice(tmp_path):
    taken(tmp_path)

    folder = taken(tmp_path)

    assert [fault.column for fault in folder.faults] == ["cleanup_doc"]
