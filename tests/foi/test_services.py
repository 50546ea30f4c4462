"""The acts on requests for information: what they change; a refused one changes nothing."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from sunlit.foi import policies, selectors, services
from sunlit.foi.lifecycle import TRANSITIONS, Outcome, Status
from sunlit.foi.models import ClockEvent, InformationRequest
from sunlit.kernel.refusals import NotPermitted, NotYetLaw, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.statutes import provision_names
from tests.foi import factories
from tests.foi.factories import RECEIVED, RECEIVED_TODAY, approver, clerk, head
from tests.organization.factories import agency

pytestmark = pytest.mark.django_db


def extend(information_request, **changes):
    """Put a reply off by fifteen working days on 7 August 2012, unless told otherwise."""
    terms = {"by": head(), "today": date(2012, 8, 7), "days": 15, "reason": "档案检索"}
    return services.extend_deadline(record_id=information_request.pk, **terms | changes)


def reply(information_request, **changes):
    """Reply on 26 July 2012 by disclosing, unless told otherwise."""
    terms = {
        "by": clerk(),
        "today": date(2012, 7, 26),
        "outcome": "disclosed",
        "legal_basis": "《政府信息公开条例》第二十一条第(一)项",
        "reply_number": "城管公开〔2012〕14号",
    }
    return services.reply(record_id=information_request.pk, **terms | changes)


def events(information_request):
    """Return what happened to the clock of a request."""
    happened = ClockEvent.objects.filter(information_request=information_request)
    return [*happened.order_by("position").values_list("kind", "on", "amount")]


def test_a_registered_request_has_the_next_number_and_its_clock_runs(tmp_path):
    factories.taken(tmp_path, {"foi_id": "YSQ2012-022"})

    information_request = factories.registered()

    assert information_request.number == "YSQ2012-023"
    assert len(information_request.query_code) == 8
    assert selectors.due_on(information_request) == date(2012, 8, 8)
    entry = Entry.objects.get(about_id=information_request.pk)
    assert (entry.event, entry.basis) == ("InformationRequestRegistered", "ogi_2007:20")
    assert "content" not in entry.payload
    assert "applicant" not in entry.payload


def test_a_request_is_found_by_number_and_query_code_only(tmp_path):
    factories.taken(tmp_path)
    request = factories.registered()
    number, code = request.number, request.query_code

    assert selectors.tracked(agency(), number=number, query_code=code.lower()) == request
    assert selectors.tracked(agency(), number="YSQ2012-001", query_code="") is None
    assert selectors.tracked(agency("OTHER"), number=number, query_code=code) is None


def test_only_a_clerk_registers_requests():
    with pytest.raises(NotPermitted):
        factories.registered(by=head())

    assert not InformationRequest.objects.exists()


def test_a_request_is_not_registered_before_it_is_received():
    with pytest.raises(Unacceptable):
        factories.registered(received_on=RECEIVED + timedelta(days=1))

    assert not InformationRequest.objects.exists()


def test_an_extension_moves_the_reply_date_and_cites_the_article():
    information_request = extend(factories.registered())

    assert selectors.due_on(information_request) == date(2012, 8, 29)
    assert information_request.extension_notice_on == date(2012, 8, 7)
    entry = Entry.objects.latest("id")
    assert (entry.event, entry.basis) == ("DeadlineExtended", "ogi_2007:24")
    assert entry.payload["was_due_on"] == "2012-08-08"
    assert entry.payload["now_due_on"] == "2012-08-29"


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"by": clerk}, NotPermitted),
        ({"days": 16}, Unacceptable),
        ({"days": 0}, Unacceptable),
        ({"today": date(2012, 8, 9)}, WrongMoment),
    ],
    ids=["by a clerk", "by a day too many", "by nothing", "after the last day"],
)
def test_a_refused_extension_changes_nothing(changes, refusal):
    information_request = factories.registered()
    acts = Entry.objects.count()
    told = {name: value() if callable(value) else value for name, value in changes.items()}

    with pytest.raises(refusal):
        extend(information_request, **told)

    assert events(information_request) == []
    assert Entry.objects.count() == acts


def test_a_reply_is_put_off_only_once():
    information_request = extend(factories.registered(), days=5)

    with pytest.raises(WrongMoment):
        extend(information_request, days=5)

    assert len(events(information_request)) == 1


def test_the_law_of_2019_allows_twenty_days_more():
    information_request = factories.registered(RECEIVED_TODAY)

    extend(information_request, days=20, today=date(2026, 3, 20))

    assert selectors.clock(information_request).total == 40
    assert Entry.objects.latest("id").basis == "ogi_2019:33"


def test_the_clock_stands_still_while_a_third_party_is_asked():
    information_request = factories.registered(date(2012, 5, 29))
    key = information_request.pk

    asked = services.consult_third_party(record_id=key, by=clerk(), today=date(2012, 5, 31))
    assert asked.status == Status.AWAITING_THIRD_PARTY
    assert selectors.clock(asked).paused
    assert policies.why_not_reply(clerk(), asked, on=date(2012, 6, 1)).status == 409

    answered = services.third_party_replied(
        record_id=key, by=clerk(), today=date(2012, 6, 12), answer="objects"
    )
    assert answered.status == Status.REGISTERED
    assert selectors.due_on(answered) == date(2012, 7, 2)
    assert answered.third_party_sent_on == date(2012, 5, 31)
    assert answered.third_party_replied_on == date(2012, 6, 12)


def test_a_third_party_counts_as_silent_only_after_its_fifteen_working_days():
    information_request = factories.registered(RECEIVED_TODAY)
    terms = {"record_id": information_request.pk, "by": clerk()}
    services.consult_third_party(**terms, today=RECEIVED_TODAY)

    with pytest.raises(WrongMoment):
        services.third_party_replied(**terms, today=date(2026, 3, 23), answer="silent")
    services.third_party_replied(**terms, today=date(2026, 3, 24), answer="silent")

    information_request.refresh_from_db()
    assert information_request.status == Status.REGISTERED


def test_the_case_page_says_why_the_clock_runs_again(client, settings):
    information_request = factories.registered(RECEIVED_TODAY)
    services.consult_third_party(record_id=information_request.pk, by=clerk(), today=RECEIVED_TODAY)
    client.force_login(clerk())
    page = f"/desk/information-requests/{information_request.pk}/"
    why = "《中华人民共和国政府信息公开条例》(国务院令第711号)第三十二条"

    settings.SUNLIT_TODAY = date(2026, 3, 23)
    assert "依法继续计算" not in client.get(page).content.decode()
    settings.SUNLIT_TODAY = date(2026, 3, 24)
    shown = client.get(page).content.decode()
    assert f"书面征求第三方意见的最长期限已满,依法继续计算({why})" in shown


def test_under_the_law_of_2007_nobody_is_asked_to_clarify():
    information_request = factories.registered()

    with pytest.raises(NotYetLaw) as refusal:
        services.ask_for_clarification(
            record_id=information_request.pk,
            by=clerk(),
            today=date(2012, 7, 19),
            what="名称",
            clarify_by=date(2012, 7, 30),
        )

    assert refusal.value.since == date(2019, 5, 15)
    assert refusal.value.basis.instrument == "ogi_2007"
    assert events(information_request) == []


def ask(information_request, **changes):
    """Ask the applicant on 4 March 2026 to clarify by 18 March, unless told otherwise."""
    terms = {"by": clerk(), "today": date(2026, 3, 4)}
    terms |= {"what": "信息名称", "clarify_by": date(2026, 3, 18)}
    return services.ask_for_clarification(record_id=information_request.pk, **terms | changes)


def test_a_clarified_request_begins_anew_and_is_not_asked_about_twice():
    information_request = ask(factories.registered(RECEIVED_TODAY))
    assert selectors.clock(information_request).paused

    clarified = services.clarified(
        record_id=information_request.pk,
        by=clerk(),
        today=date(2026, 3, 10),
        content="2025年道路清扫经费决算",
    )

    assert selectors.clock(clarified).start == date(2026, 3, 10)
    assert clarified.content == "2025年道路清扫经费决算"
    with pytest.raises(WrongMoment):
        ask(clarified, today=date(2026, 3, 11))


def test_the_applicant_is_asked_to_clarify_within_seven_working_days():
    information_request = factories.registered(RECEIVED_TODAY)

    with pytest.raises(WrongMoment):
        ask(information_request, today=date(2026, 3, 12))
    ask(information_request, today=date(2026, 3, 11))

    assert len(events(information_request)) == 1


def test_a_request_lapses_when_it_is_not_clarified_in_time():
    information_request = ask(factories.registered(RECEIVED_TODAY))
    terms = {"record_id": information_request.pk, "by": clerk()}

    with pytest.raises(WrongMoment):
        services.lapse(**terms, today=date(2026, 3, 18))
    services.lapse(**terms, today=date(2026, 3, 19))

    information_request.refresh_from_db()
    assert information_request.status == Status.LAPSED
    assert information_request.outcome == Outcome.LAPSED


def test_a_reply_ends_the_clock():
    information_request = reply(factories.registered(), fee=Decimal("1.20"))

    assert information_request.status == Status.REPLIED
    assert selectors.clock(information_request).ended_on == date(2012, 7, 26)
    assert selectors.is_in_time(information_request)
    assert policies.why_not_withdraw(clerk(), information_request).status == 409


@pytest.mark.parametrize("outcome", ["refused", "partly"])
def test_what_keeps_information_back_needs_an_approver(outcome):
    information_request = factories.registered()

    with pytest.raises(NotPermitted):
        reply(information_request, outcome=outcome)
    reply(information_request, outcome=outcome, by=approver())

    information_request.refresh_from_db()
    assert information_request.outcome == outcome


def test_a_withdrawal_is_no_reply():
    information_request = factories.registered()

    with pytest.raises(Unacceptable):
        reply(information_request, outcome="withdrawn")
    services.withdraw(record_id=information_request.pk, by=clerk(), today=date(2012, 7, 20))

    information_request.refresh_from_db()
    assert information_request.status == Status.WITHDRAWN
    assert information_request.replied_on is None


def test_a_reply_has_a_number_of_its_own():
    reply(factories.registered())

    with pytest.raises(Unacceptable):
        reply(factories.registered())

    assert InformationRequest.objects.filter(status=Status.REPLIED).count() == 1


def test_a_reply_cannot_be_dated_before_the_request():
    information_request = factories.registered()

    with pytest.raises(Unacceptable):
        reply(information_request, today=RECEIVED - timedelta(days=1))


def test_another_agencys_request_is_out_of_reach():
    information_request = factories.registered()
    by = clerk()
    by.agency = agency("OTHER")

    with pytest.raises(InformationRequest.DoesNotExist):
        reply(information_request, by=by)


@pytest.mark.parametrize(
    "changes",
    [
        {"status": "replied"},
        {"outcome": "disclosed"},
        {"replied_on": date(2012, 7, 20)},
        {"registered_on": date(2012, 7, 1)},
    ],
)
def test_the_database_refuses_a_request_that_contradicts_itself(changes):
    information_request = factories.registered()

    with pytest.raises(IntegrityError), transaction.atomic():
        InformationRequest.objects.filter(pk=information_request.pk).update(**changes)


def test_the_database_refuses_a_second_extension():
    information_request = extend(factories.registered())
    again = ClockEvent.objects.get(information_request=information_request)
    again.pk, again.position = None, 2

    with pytest.raises(IntegrityError), transaction.atomic():
        again.save()


def test_every_step_rests_on_a_provision():
    assert set(TRANSITIONS.values()) <= set(provision_names())
