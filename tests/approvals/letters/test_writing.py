"""The acts on letters: when they are due, by whom, once; what was written stays."""

from datetime import date
from io import BytesIO

import docx
import pypdfium2
import pytest
from django.db import IntegrityError, transaction

from sunlit.approvals.letters import selectors
from sunlit.approvals.letters.drawing import file_of
from sunlit.approvals.letters.kinds import NATURES, Kind
from sunlit.approvals.models import Letter
from sunlit.approvals.services import letters as services
from sunlit.kernel.refusals import NotPermitted, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role
from tests.approvals import factories
from tests.approvals.letters import cases
from tests.organization.factories import agency, official

pytestmark = pytest.mark.django_db

RARE = "㐂𠮷𬭸特别行政区" * 20


def write(kind, by=None, case=None, **changes):
    cases.bodies()
    case = case or cases.case_for(kind)
    by = by or official(Role.APPROVER)
    act = cases.act_for(kind)
    values = {
        "record_id": case.pk, "by": by, "today": cases.day_for(), "kind": kind,
        "typed": cases.typed(kind),
    }  # fmt: skip
    return act(**values | changes)


@pytest.mark.parametrize("kind", Kind)
def test_a_letter_that_is_due_is_written_and_stands_in_the_ledger(kind):
    letter = write(kind)

    entry = Entry.objects.get()
    assert (entry.event, entry.payload["number"]) == ("LetterWritten", letter.number)
    assert entry.payload["digest"] == services.digest_of(letter.said)
    assert letter.signed_by == "某岗位"


@pytest.mark.parametrize("kind", [kind for kind in Kind if NATURES[kind].once])
def test_a_letter_that_a_case_has_once_is_not_written_again(kind):
    letter = write(kind)
    by = official(Role.APPROVER, username="another")

    with pytest.raises(WrongMoment):
        write(kind, by=by, case=letter.case)


def test_a_demand_can_be_made_again_and_has_the_next_number():
    first = write(Kind.PENALTY_DEMAND)
    second = write(
        Kind.PENALTY_DEMAND, by=official(Role.APPROVER, username="another"), case=first.case
    )

    assert (first.number, second.number) == ("CF2012-001-01", "CF2012-001-02")


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind != Kind.LICENCE_RECEIPT])
def test_a_letter_that_is_not_due_is_refused(kind):
    """No kind but the receipt is due in every case."""
    if kind.is_of_licence:
        case = factories.licence_case()
    elif kind == Kind.COERCION_SUBSTITUTE:
        case = factories.coercion_case()
    elif kind.is_of_coercion:
        case = cases.coercion(Kind.COERCION_SUBSTITUTE)
    elif kind == Kind.PENALTY_FILING:
        case = cases.penalty(Kind.PENALTY_ON_THE_SPOT)
    elif kind == Kind.PENALTY_NOTICE:
        case = cases.penalty(Kind.PENALTY_DECISION)
    else:
        case = factories.penalty_case()

    with pytest.raises(WrongMoment):
        write(kind, case=case)
    assert not Letter.objects.exists()


@pytest.mark.parametrize(
    ("kind", "role"),
    [
        (Kind.LICENCE_REFUSAL, Role.INVESTIGATOR),
        (Kind.LICENCE_REFUSAL, Role.CLERK),
        (Kind.PENALTY_DECISION, Role.WINDOW_CLERK),
        (Kind.PENALTY_DECISION, Role.AUDITOR),
    ],
)
def test_who_does_not_handle_the_case_writes_no_letter(kind, role):
    with pytest.raises(NotPermitted):
        write(kind, by=official(role))
    assert not Letter.objects.exists()


def test_what_was_written_stays_when_the_case_changes():
    letter = write(Kind.LICENCE_REFUSAL)
    case = letter.case
    case.reason = "另一个理由"
    case.save()

    kept = Letter.objects.get()
    assert "遮挡消防通道。" in kept.said.plain
    assert services.digest_of(kept.said) == Entry.objects.get().payload["digest"]


def test_a_letter_is_delivered_once_and_papers_of_the_file_go_to_nobody():
    letter = write(Kind.LICENCE_REFUSAL)
    by = official(Role.WINDOW_CLERK)
    services.deliver(record_id=letter.pk, by=by, today=cases.day_for(), how="直接送达")
    with pytest.raises(WrongMoment):
        services.deliver(record_id=letter.pk, by=by, today=cases.day_for(), how="邮寄")

    filing = write(Kind.PENALTY_FILING, by=official(Role.SECTION_HEAD))
    with pytest.raises(WrongMoment):
        services.deliver(
            record_id=filing.pk,
            by=official(Role.INVESTIGATOR),
            today=cases.day_for(),
            how="直接送达",
        )

    letter.refresh_from_db()
    assert (letter.delivered_on, letter.delivered_how) == (cases.day_for(), "直接送达")


def test_the_party_gets_its_letters_and_no_paper_of_the_file():
    decision = write(Kind.PENALTY_DECISION)
    by = official(Role.SECTION_HEAD)
    write(Kind.PENALTY_SERVICE, by=by, case=decision.case)
    write(Kind.PENALTY_FILING, by=by, case=decision.case)

    assert [one.kind for one in selectors.letters_for_applicant(decision.case)] == [
        Kind.PENALTY_DECISION
    ]
    assert selectors.letters_of(decision.case).count() == 3


def test_the_database_keeps_no_letter_without_a_case():
    with pytest.raises(IntegrityError), transaction.atomic():
        Letter.objects.create(
            agency=agency(), kind=Kind.LICENCE_GRANT, number="1", template="t",
            dated_on=date(2012, 6, 1), written_on=date(2012, 6, 1), words={}, signed_by="x",
        )  # fmt: skip


def squeezed(text):
    return "".join(text.split())


@pytest.mark.parametrize("kind", Kind)
def test_the_document_says_the_words_of_the_letter_and_is_the_same_each_time(kind):
    letter = write(kind)
    name, _media, content = file_of(letter, "docx")

    document = docx.Document(BytesIO(content))
    texts = [one.text for one in document.paragraphs]
    texts += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    told = squeezed("".join(texts))
    assert name == f"{letter.said.title} {letter.number}.docx"
    for line in letter.said.lines:
        assert squeezed(line.text) in told
        assert squeezed(line.label) in told
    assert content == file_of(letter, "docx")[2]


@pytest.mark.parametrize(
    "kind", [Kind.LICENCE_REFUSAL, Kind.PENALTY_DECISION, Kind.PENALTY_SERVICE]
)
def test_the_pdf_says_the_words_of_the_letter_and_is_the_same_each_time(kind):
    letter = write(kind)
    _name, _media, content = file_of(letter, "pdf")

    pages = pypdfium2.PdfDocument(content)
    told = squeezed("".join(page.get_textpage().get_text_range() for page in pages))
    for line in letter.said.lines:
        assert squeezed(line.text)[:18] in told
    assert squeezed(letter.said.title) in told
    assert content == file_of(letter, "pdf")[2]


def test_long_names_empty_fields_and_rare_characters_break_no_letter():
    case = cases.licence(Kind.LICENCE_REFUSAL)
    case.applicant, case.content, case.document_number = RARE[:200], "\x0b", ""
    case.save()
    letter = write(Kind.LICENCE_REFUSAL, case=case)

    assert letter.number == "SP2012-001-01"
    assert file_of(letter, "pdf")[2].startswith(b"%PDF")
    assert file_of(letter, "docx")[2].startswith(b"PK")


def test_the_agency_names_its_review_bodies_each_time_from_a_later_day():
    by = official(Role.LEADER)
    values = {
        "agency": by.agency, "by": by, "today": date(2012, 6, 1), "government": "市人民政府",
        "department": "", "court": "区人民法院", "since": date(2012, 1, 1),
    }  # fmt: skip
    services.name_review_bodies(**values)

    with pytest.raises(WrongMoment):
        services.name_review_bodies(**values)
    with pytest.raises(NotPermitted):
        services.name_review_bodies(**values | {"by": official(Role.CLERK)})
    services.name_review_bodies(**values | {"since": date(2012, 3, 1)})

    assert [one.since for one in selectors.bodies_named(agency())] == [
        date(2012, 3, 1),
        date(2012, 1, 1),
    ]
