"""The letters of a case at the desk: listed, shown before they are written, handed out."""

import pytest

from sunlit.approvals.letters.kinds import Kind
from sunlit.approvals.models import Letter, LetterTemplate
from sunlit.organization.models import Role
from tests.approvals.letters import cases
from tests.organization.factories import official

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def the_day_of_the_letters(settings):
    settings.SUNLIT_TODAY = cases.day_for()


@pytest.fixture
def at_desk(client):
    """Log an official with these roles in."""

    def log_in(*roles):
        client.force_login(official(*roles))
        return client

    return log_in


def address(case, kind=""):
    registers = {"SP": "licence-cases", "CF": "penalty-cases", "QZ": "coercion-cases"}
    register = registers[case.number[:2]]
    return f"/desk/{register}/{case.pk}/letters/" + (f"{kind}/" if kind else "")


def typed(kind, **changes):
    values = {name: str(value) for name, value in cases.typed(kind).items()}
    return values | changes


def test_the_page_of_a_cases_letters_offers_what_is_due_and_says_why_not_the_rest(at_desk):
    case = cases.case_for(Kind.LICENCE_REFUSAL)

    page = at_desk(Role.WINDOW_CLERK).get(address(case))

    due = {one.kind for one in page.context["due"]}
    assert Kind.LICENCE_REFUSAL in due
    assert Kind.LICENCE_GRANT not in due
    assert all(one.refusal.basis for one in page.context["not_now"])
    assert page["Cache-Control"] == "private, no-store"


def test_a_letter_is_shown_first_and_nothing_is_kept_until_it_is_written(at_desk):
    cases.bodies()
    case = cases.case_for(Kind.PENALTY_DECISION)
    client = at_desk(Role.INVESTIGATOR)
    where = address(case, Kind.PENALTY_DECISION)

    shown = client.post(where, typed(Kind.PENALTY_DECISION, step="preview"))
    assert "伍佰元整" in shown.content.decode()
    assert not Letter.objects.exists()

    written = client.post(where, typed(Kind.PENALTY_DECISION, step="write"), follow=True)
    assert "城罚〔2012〕9号" in written.content.decode()
    assert Letter.objects.count() == 1


def test_a_letter_that_needs_nothing_typed_is_shown_at_once(at_desk):
    cases.bodies()
    case = cases.case_for(Kind.LICENCE_REFUSAL)

    page = at_desk(Role.WINDOW_CLERK).get(address(case, Kind.LICENCE_REFUSAL))

    assert "遮挡消防通道。" in page.content.decode()


def test_what_was_typed_stays_when_something_is_missing(at_desk):
    cases.bodies()
    case = cases.case_for(Kind.PENALTY_DECISION)
    sent = typed(Kind.PENALTY_DECISION, step="write", evidence="")

    page = at_desk(Role.INVESTIGATOR).post(address(case, Kind.PENALTY_DECISION), sent)

    assert page.status_code == 422
    assert "当事人占用道路经营。" in page.content.decode()
    assert page.context["refusal"].basis.key == "penalty_1996:39"
    assert not Letter.objects.exists()


def test_an_empty_form_is_refused_field_by_field(at_desk):
    case = cases.case_for(Kind.PENALTY_NOTICE)

    page = at_desk(Role.INVESTIGATOR).post(address(case, Kind.PENALTY_NOTICE), {"step": "write"})

    assert page.status_code == 422
    assert set(page.context["form"].errors) == {"facts", "grounds", "proposed"}


@pytest.mark.parametrize("kind", ["penalty_decision", "nonsense"])
def test_a_case_has_no_letters_of_another_sort(at_desk, kind):
    case = cases.case_for(Kind.LICENCE_REFUSAL)

    assert at_desk(Role.WINDOW_CLERK).get(address(case, kind)).status_code == 404


def test_records_that_are_no_cases_have_no_letters(at_desk):
    assert at_desk(Role.WINDOW_CLERK).get("/desk/letters/1/letters/").status_code == 404


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.LEADER, Role.HOTLINE_OPERATOR])
def test_who_does_not_handle_the_cases_reads_no_letter(at_desk, role):
    letter = cases.written()
    client = at_desk(role)

    assert client.get(address(letter.case)).status_code == 403
    assert client.get(f"/desk/letters/{letter.pk}/letter.pdf").status_code == 403


def test_the_window_gets_no_letter_of_a_penalty(at_desk):
    letter = cases.written(Kind.PENALTY_DECISION)

    page = at_desk(Role.WINDOW_CLERK).get(f"/desk/letters/{letter.pk}/letter.docx")

    assert page.status_code == 404


@pytest.mark.parametrize(("ending", "begins"), [("pdf", b"%PDF"), ("docx", b"PK")])
def test_who_handles_the_case_takes_the_letter_as_a_file(at_desk, ending, begins):
    letter = cases.written()

    answer = at_desk(Role.WINDOW_CLERK).get(f"/desk/letters/{letter.pk}/letter.{ending}")

    assert answer.content.startswith(begins)
    assert answer["Cache-Control"] == "private, no-store"


def test_the_record_of_a_case_lists_its_letters_to_who_handles_it(at_desk):
    letter = cases.written()
    link = f"/desk/letters/{letter.pk}/letter.pdf"
    record = f"/desk/licence-cases/{letter.licence_case_id}/"

    assert link in at_desk(Role.WINDOW_CLERK).get(record).content.decode()
    assert link not in at_desk(Role.AUDITOR).get(record).content.decode()


def test_a_template_begins_with_the_wording_in_force(at_desk):
    client = at_desk(Role.LEGAL_REVIEWER)
    where = "/desk/letter-templates/open/set/"

    page = client.post(where, {"kind": "licence_refusal", "text": "", "since": "2012-06-29"})

    assert page.status_code == 422
    form = page.context["form"]
    assert "{remedies}" in form["text"].value()
    changed = {"kind": "licence_refusal", "title": "不予许可决定书", "since": "2012-06-29"}
    page = client.post(where, changed | {"text": form["text"].value()})
    assert page.status_code == 302
    assert LetterTemplate.objects.get().version == 1


def test_every_fault_of_a_template_is_named_at_once(at_desk):
    sent = {
        "kind": "licence_refusal", "title": "决定书", "since": "2012-06-29",
        "text": "{nothing}\n{agency}\n{date}",
    }  # fmt: skip

    page = at_desk(Role.LEGAL_REVIEWER).post("/desk/letter-templates/open/set/", sent)

    faults = " ".join(page.context["form"].errors["text"])
    for part in ("{nothing}", "{reason}", "{remedies}", "{seal}"):
        assert part in faults


def test_a_letters_own_page_offers_no_letter_to_be_written(at_desk):
    letter = cases.written()
    client = at_desk(Role.WINDOW_CLERK)

    assert (
        f"/letters/{letter.pk}/letters/"
        not in client.get(f"/desk/letters/{letter.pk}/").content.decode()
    )
    case = f"/desk/licence-cases/{letter.licence_case_id}/"
    assert f"{case}letters/" in client.get(case).content.decode()
