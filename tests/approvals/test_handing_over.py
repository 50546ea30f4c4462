"""What the credit platform gets: all names and numbers, by an act of those who may, once."""

import csv
import io
import zipfile
from datetime import date

import pytest

from sunlit.approvals.models import Handover, PartyKind, PublicityRecord
from sunlit.approvals.publicity.sheets import Decisions, sheet
from sunlit.approvals.selectors import publicity as selectors
from sunlit.approvals.selectors.handovers import of_handover
from sunlit.approvals.services import publicity
from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role
from tests.approvals.publicity import CREDIT_CODE, ID_NUMBER, TODAY, clerk, granted, punished
from tests.organization.factories import agency, official

pytestmark = pytest.mark.django_db

NAME = "尉迟建国"


def hand_over(kind="licences", by=None, today=TODAY, **parts):
    values = {"sheet": "2018", "form": "csv", "header": "codes", "also_incomplete": True}
    return publicity.hand_over(
        agency=agency(), by=by or clerk(), today=today, kind=kind, **values | parts
    )


def rows(handover):
    _name, _kind, content = of_handover(handover)
    return list(csv.DictReader(io.StringIO(content.decode().removeprefix("\ufeff"))))


def waiting(kind=Decisions.LICENCES):
    return [one.number for one in selectors.to_hand_over(agency(), kind, on=TODAY)]


@pytest.fixture
def of_a_person():
    record = granted(applicant=NAME, applicant_kind=PartyKind.PERSON)
    record.identity_document, record.identity_number = "resident", ID_NUMBER
    record.save()
    return record


def test_the_file_holds_the_name_and_the_number_unmasked_under_the_official_codes(of_a_person):
    [found] = rows(hand_over())

    assert tuple(found) == sheet(Decisions.LICENCES).codes
    assert (found["XK_XDR_MC"], found["XK_XDR_ZJHM"]) == (NAME, ID_NUMBER)


def test_a_workbook_holds_the_same(of_a_person):
    name, kind, content = of_handover(hand_over(form="xlsx", header="names"))
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        text = book.read("xl/worksheets/sheet1.xml").decode()

    assert name.endswith(".xlsx")
    assert "spreadsheetml" in kind
    assert NAME in text
    assert ID_NUMBER in text


def test_what_was_handed_over_is_not_handed_over_twice(of_a_person):
    handover = hand_over()
    of_a_person.refresh_from_db()

    assert (of_a_person.handover, of_a_person.is_to_hand_over) == (handover, False)
    assert (handover.handed_over_on, handover.decisions) == (TODAY, 1)
    assert waiting() == []
    with pytest.raises(WrongMoment, match="报送"):
        hand_over()


def test_the_ledger_keeps_who_handed_over_what_and_no_name(of_a_person):
    by = clerk()
    before = Entry.objects.count()
    handover = hand_over(by=by)
    entry = Entry.objects.latest("pk")

    assert Entry.objects.count() == before + 1
    assert entry.event == "DecisionsHandedOver"
    assert "SP2012-001" in str(entry.payload)
    assert NAME not in str(entry.payload)
    assert ID_NUMBER not in str(entry.payload)
    assert handover.handed_over_by == by.post


@pytest.mark.parametrize(
    "role", [Role.WINDOW_CLERK, Role.INVESTIGATOR, Role.APPROVER, Role.LEADER, Role.AUDITOR,
             Role.ADMINISTRATOR],
)  # fmt: skip
def test_others_do_not_take_the_file(of_a_person, role):
    with pytest.raises(NotPermitted):
        hand_over(by=official(role, username="other"))
    assert not Handover.objects.exists()
    assert waiting() == ["SP2012-001"]


def test_a_decision_that_changed_is_handed_over_again():
    record = granted()
    hand_over()
    publicity.complete_licence(
        record_id=record.pk, by=clerk(), today=TODAY, category="ordinary", credit_code=CREDIT_CODE
    )
    assert waiting() == ["SP2012-001"]
    assert hand_over().decisions == 1


def test_a_withdrawn_decision_is_handed_over_as_void_if_the_platform_had_it(of_a_person):
    never = granted("SP2012-002")
    publicity.withdraw_licence(record_id=never.pk, by=clerk(), today=TODAY, reason="撤销")
    hand_over()
    publicity.withdraw_licence(record_id=of_a_person.pk, by=clerk(), today=TODAY, reason="撤销")

    assert waiting() == ["SP2012-001"]
    [found] = rows(hand_over())
    assert (found["XK_ZT"], found["XK_XDR_MC"]) == ("无效", NAME)


def test_what_is_not_public_or_no_longer_public_is_not_handed_over():
    granted(public=None)
    punished()
    PublicityRecord.objects.filter(penalty__isnull=False).update(public_until=date(2012, 6, 13))

    assert waiting() == waiting(Decisions.PENALTIES) == []


def test_incomplete_decisions_stay_behind_unless_asked_for():
    granted()
    with pytest.raises(Unacceptable, match="缺少必填项"):
        hand_over(also_incomplete=False)
    assert hand_over(also_incomplete=True).decisions == 1


def test_the_desk_hands_the_file_out_by_a_form_and_shows_what_is_left(
    client, settings, of_a_person
):
    settings.SUNLIT_TODAY = TODAY
    granted("SP2012-002", public=None)
    client.force_login(clerk())
    address = "/desk/dual-publicity/open/hand-over/"
    left = "/desk/dual-publicity/?handed_over=no"
    assert client.get(left).context["page"].paginator.count == 1
    assert client.get(address).status_code == 200
    assert not Handover.objects.exists()

    wrong = client.post(address, {"kind": "all"})
    answer = client.post(
        address,
        {"kind": "licences", "sheet": "2018", "form": "csv", "header": "codes",
         "also_incomplete": "on"},
    )  # fmt: skip

    assert wrong.status_code == 422
    assert answer["Content-Disposition"].startswith("attachment")
    assert ID_NUMBER in answer.content.decode()
    assert client.get(left).context["page"].paginator.count == 0
    assert client.get("/desk/dual-publicity/?handed_over=yes").context["page"].paginator.count == 1


def test_a_role_without_the_right_is_told_so_at_the_desk(client, settings, of_a_person):
    settings.SUNLIT_TODAY = TODAY
    client.force_login(official(Role.INVESTIGATOR, username="investigator"))
    answer = client.post(
        "/desk/dual-publicity/open/hand-over/",
        {"kind": "licences", "sheet": "2018", "form": "csv", "header": "codes"},
    )
    assert answer.status_code == 403
    assert ID_NUMBER not in answer.content.decode()
