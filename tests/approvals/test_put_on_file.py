"""What is decided on the spot is put on file with the agency, on the chart, before it is closed."""

from datetime import date

import pytest

from sunlit.approvals import running
from sunlit.approvals.models import PartyKind, PenaltyCase, PenaltyProcedure
from sunlit.approvals.selectors import penalties as readings
from sunlit.approvals.services import penalties as services
from sunlit.approvals.services import steps
from sunlit.approvals.waiting import penalties_under_way
from sunlit.kernel.refusals import NotPermitted, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role
from sunlit.powers.models import Kind
from tests.approvals import factories
from tests.approvals.test_proceedings import refused
from tests.organization.factories import office, official

pytestmark = pytest.mark.django_db

FRIDAY, WEDNESDAY = date(2012, 6, 8), date(2012, 6, 13)
ON_THE_SPOT = {"document_number": "当罚1号", "discretion": "", "fine": 20, "other_measure": ""}


@pytest.fixture
def brigade():
    return official(Role.INVESTIGATOR)


def decided(by, day=FRIDAY):
    case = services.file_case(
        agency=by.agency, by=by, today=day, power=factories.power(Kind.PENALTY),
        procedure=PenaltyProcedure.SIMPLE, party="当事人 001", party_kind=PartyKind.PERSON,
        office=office(), source="巡查发现",
    )  # fmt: skip
    on = {"record_id": case.pk, "by": by, "today": day}
    services.notify(**on, facts="占道", grounds="影响通行", legal_basis="条例", fine=20)
    services.decide(**on, **ON_THE_SPOT)
    return services.serve(**on)


def collected(by, day=FRIDAY):
    case = decided(by, day)
    services.collect_on_the_spot(record_id=case.pk, by=by, today=day)
    return services.hand_in(record_id=case.pk, by=by, today=day)


def put_on_file(case, by, day=WEDNESDAY):
    return services.put_on_file(record_id=case.pk, by=by, today=day)


@pytest.mark.parametrize(
    ("day", "due_on", "article"),
    [
        (FRIDAY, WEDNESDAY, "penalty_1996:34"),
        (date(2024, 3, 8), date(2024, 3, 13), "penalty_2021:52"),
    ],
)
def test_it_is_due_within_three_working_days_of_the_decision(brigade, day, due_on, article):
    case = collected(brigade, day)
    assert readings.put_on_file_clock(case).due_on == due_on

    case = put_on_file(case, brigade, due_on)

    assert case.put_on_file_on == due_on
    assert Entry.objects.latest("id").basis == article
    assert PenaltyCase.objects.get().run.is_ended


def test_a_late_filing_is_taken_in_and_shown_as_late(brigade):
    case = put_on_file(collected(brigade), brigade, date(2012, 6, 18))

    assert readings.put_on_file_clock(case).overdue_on(date(2012, 6, 18))


def test_the_chart_has_the_fine_collected_or_the_party_sent_to_the_bank_first(brigade):
    case = decided(brigade)

    refused(WrongMoment, "penalty_1996:34", put_on_file, case=case, by=brigade, day=FRIDAY)
    steps.record_step_of_penalty(
        record_id=case.pk, by=brigade, today=FRIDAY, task="S4", done_on=FRIDAY
    )

    assert put_on_file(case, brigade).put_on_file_on


def test_the_case_waits_for_its_filing_with_the_clerk(brigade):
    case = collected(brigade)

    (waits,) = penalties_under_way(case.agency, FRIDAY)
    assert (waits.act, waits.due_on) == ("put-on-file", WEDNESDAY)
    assert Role.CLERK in waits.roles
    put_on_file(case, official(Role.CLERK))
    assert list(penalties_under_way(case.agency, WEDNESDAY)) == []


def test_it_is_done_once_by_the_brigade_or_the_clerk(brigade):
    case = collected(brigade)

    refused(NotPermitted, "penalty_1996:34", put_on_file, case=case, by=official(Role.WINDOW_CLERK))
    put_on_file(case, brigade)
    refused(WrongMoment, "penalty_1996:34", put_on_file, case=case, by=brigade)


def test_a_case_of_the_ordinary_procedure_is_not_put_on_file(brigade):
    case = factories.penalty_case()

    refused(WrongMoment, "penalty_1996:34", put_on_file, case=case, by=brigade)
    assert readings.put_on_file_clock(case) is None


def test_a_case_is_closed_when_it_has_been_put_on_file(brigade):
    case = collected(brigade)
    close = {"record_id": case.pk, "by": brigade, "today": WEDNESDAY, "reason": "已履行"}

    refused(WrongMoment, "penalty_1996:34", services.close, **close)
    put_on_file(case, brigade)

    assert services.close(**close).status == "closed"
    assert running.possible(PenaltyCase.objects.get()) == []


def test_what_was_taken_in_with_a_year_waits_for_no_filing():
    case = factories.penalty_case(
        procedure=PenaltyProcedure.SIMPLE, status="served", notified_on=FRIDAY, decided_on=FRIDAY,
        served_on=FRIDAY, fine=20, paid_on=FRIDAY,
    )  # fmt: skip

    assert readings.put_on_file_clock(case) is None
    assert list(penalties_under_way(case.agency, WEDNESDAY)) == []
