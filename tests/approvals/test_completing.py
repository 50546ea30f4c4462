"""The acts of dual publicity: completing a decision, and what is refused."""

from datetime import date
from decimal import Decimal

import pytest

from sunlit.approvals import certificates
from sunlit.approvals.models import PartyKind, PublicityRecord
from sunlit.approvals.selectors import publicity as selectors
from sunlit.approvals.services import licences, publicity
from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role
from sunlit.screening.numbers import is_credit_code, is_organisation_code
from tests.approvals.factories import licence_case
from tests.approvals.publicity import (
    CREDIT_CODE,
    DECIDED,
    ID_NUMBER,
    TODAY,
    clerk,
    granted,
    punished,
)
from tests.organization.factories import agency, official

pytestmark = pytest.mark.django_db


def test_a_decision_opens_its_record_with_the_day_by_which_it_must_be_public():
    day = date(2012, 6, 7)
    case = licence_case(accepted_on=day, surveyed_on=day, reviewed_on=day, status="reviewed")
    chief = official(Role.CHIEF_REPRESENTATIVE)

    licences.grant(record_id=case.pk, by=chief, today=DECIDED, document_number="1号")

    record = PublicityRecord.objects.get(licence=case)
    assert (record.decided_on, record.due_on) == (DECIDED, date(2012, 7, 9))


def test_since_dual_publicity_a_decision_is_due_in_seven_working_days():
    record = granted(decided=date(2017, 6, 8), public=None, year=2017, received_on=date(2017, 6, 7))

    assert record.due_on == date(2017, 6, 19)


def complete_licence(record, by=None, **parts):
    values = {
        "category": "ordinary",
        "valid_from": DECIDED,
        "valid_until": date(2013, 6, 7),
        "credit_code": CREDIT_CODE,
        "representative": "王建国",
    }
    return publicity.complete_licence(
        record_id=record.pk, by=by or clerk(), today=TODAY, **values | parts
    )


def complete_penalty(record, by=None, **parts):
    values = {"facts": "在路口摆摊。", "categories": ["fine"]}
    return publicity.complete_penalty(
        record_id=record.pk, by=by or clerk(), today=TODAY, **values | parts
    )


def test_a_completed_licence_lacks_nothing_but_the_agencys_own_code():
    record = complete_licence(granted())
    assert {column.code for column in selectors.missing_columns(record)} == {
        "XK_XKJGDM",
        "XK_LYDWDM",
    }

    office = agency()
    office.credit_code = CREDIT_CODE
    office.save()

    assert selectors.missing_columns(PublicityRecord.objects.get()) == ()


def test_the_ledger_says_what_is_missing_and_nothing_of_the_person():
    record = punished(party_kind=PartyKind.PERSON)

    complete_penalty(record, identity_document="resident", identity_number=ID_NUMBER)

    entry = Entry.objects.order_by("pk").last()
    assert entry.event == "PublicityCompleted"
    assert ID_NUMBER not in str(entry.payload)
    assert "CF_GSJZQ" in entry.payload["missing"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"credit_code": CREDIT_CODE[:-1] + ("0" if CREDIT_CODE[-1] != "0" else "1")},
        {"credit_code": "91330100"},
        {"organisation_code": "802100432"},
        {"identity_document": "resident", "identity_number": "330102199001011230"},
        {"identity_document": "resident", "identity_number": "330102199013011234"},
        {"identity_document": "resident"},
        {"identity_number": "E12345678"},
        {"valid_until": date(2012, 6, 1)},
    ],
)
def test_a_wrong_number_or_day_is_refused_and_changes_nothing(wrong):
    record = granted()
    entries = Entry.objects.count()

    with pytest.raises(Unacceptable):
        complete_licence(record, **wrong)

    record.refresh_from_db()
    assert record.completed_on is None
    assert Entry.objects.count() == entries


def test_numbers_are_known_by_their_check_signs():
    assert is_credit_code(CREDIT_CODE)
    assert is_credit_code("91350100M000100Y43")
    assert not is_credit_code("91350100M000100Y44")
    assert not is_credit_code("91350100I000100Y43")
    assert is_organisation_code("80210043-3")
    assert is_organisation_code("802100433")
    assert certificates.is_resident_number(ID_NUMBER)
    other = "1" if ID_NUMBER[-1] != "1" else "2"
    assert not certificates.is_resident_number(ID_NUMBER[:-1] + other)


@pytest.mark.parametrize(
    "wrong",
    [
        {"categories": ["warning"]},
        {"categories": ["fine", "confiscation"]},
        {"confiscated": Decimal(5)},
        {"categories": ["fine", "permit"]},
        {"categories": ["fine", "criticism"]},
        {"public_until": date(2012, 6, 1)},
    ],
)
def test_categories_fit_what_was_imposed_and_the_law_of_the_day(wrong):
    with pytest.raises(Unacceptable):
        complete_penalty(punished(), **wrong)


def test_since_2023_a_penalty_is_public_three_months_at_least_and_three_years_at_most():
    record = punished(decided=date(2024, 6, 7), public=date(2024, 6, 12), year=2024)
    assert record.public_until == date(2027, 6, 12)

    for day in (date(2024, 9, 11), date(2027, 6, 13)):
        with pytest.raises(Unacceptable, match="至少"):
            complete_penalty(record, public_until=day)
    assert complete_penalty(record, public_until=date(2024, 9, 12)).public_until


def test_a_penalty_is_not_completed_as_a_licence():
    with pytest.raises(WrongMoment):
        complete_licence(punished())
    with pytest.raises(WrongMoment):
        complete_penalty(granted())


def test_who_does_not_handle_decisions_does_not_complete_them():
    for record, complete in ((granted(), complete_licence), (punished(), complete_penalty)):
        with pytest.raises(NotPermitted):
            complete(record, by=official(Role.HOTLINE_OPERATOR, username=f"hotline{record.pk}"))


def test_a_withdrawn_decision_is_not_completed_any_more():
    record = granted()
    publicity.withdraw_licence(record_id=record.pk, by=clerk(), today=TODAY, reason="撤销")

    with pytest.raises(WrongMoment):
        complete_licence(record)


def test_the_category_of_several_licences_is_set_without_touching_the_rest():
    record = complete_licence(granted())

    publicity.set_category(record_id=record.pk, by=clerk(), today=TODAY, category="franchise")

    record.refresh_from_db()
    assert (record.category, record.credit_code) == ("franchise", CREDIT_CODE)


def test_the_register_shows_what_is_late_first():
    granted(public=None)
    done = granted("SP2012-002", decided=date(2012, 7, 2), public=date(2012, 7, 3))
    records = selectors.publicity_records(agency())

    assert selectors.late_first(records, on=date(2012, 7, 9)).first() == done
    assert selectors.late_first(records, on=date(2012, 7, 10)).first().number == "SP2012-001"
