"""The agency's own limits: never longer than the law's, never backwards, each agency's own."""

from datetime import date, time

import pytest

from sunlit import statutes
from sunlit.approvals.selectors import days_promised
from sunlit.complaints import services as complaint_services
from sunlit.kernel.refusals import NoSuchRule, NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import PromisedLimit, Role
from sunlit.organization.selectors.limits import (
    limit_in_force,
    own_limit,
    rules_to_promise,
)
from sunlit.organization.services.limits import promise_limit
from tests.complaints import factories as complaints
from tests.organization.factories import agency, official
from tests.powers.factories import power

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 2)
DOCUMENT = "城管〔2026〕8号"


@pytest.fixture
def leader():
    """A leader of the agency."""
    return official(Role.LEADER, username="leader")


def promise(by, **changes):
    """Promise to decide on licences within twelve working days, unless told otherwise."""
    terms = {
        "agency": agency(),
        "by": by,
        "today": TODAY,
        "rule": "licence.decide",
        "amount": 12,
        "since": TODAY,
        "document": DOCUMENT,
    }
    return promise_limit(**terms | changes)


def test_a_promise_holds_from_its_day_on_and_names_its_document(leader):
    promise(leader, since=date(2026, 4, 1))
    key = agency().pk

    assert own_limit(key, "licence.decide", on=date(2026, 3, 31)) is None
    limit = own_limit(key, "licence.decide", on=date(2026, 4, 1))
    assert limit.amount == 12
    assert DOCUMENT in limit.basis[0].zh
    assert limit_in_force(key, "licence.decide", on=date(2026, 4, 1)).amount == 20
    entry = Entry.objects.get()
    assert (entry.event, entry.basis, entry.is_public) == ("LimitPromised", "own_promise:", True)
    assert entry.payload["amount"] == 12


def test_where_the_law_leaves_it_to_the_agency_its_own_limit_runs(leader):
    promise(leader, rule="complaint.handle", amount=3)
    promise(leader, rule="complaint.handle", amount=7, since=date(2026, 6, 1))
    key = agency().pk

    days = [date(2026, 3, 1), TODAY, date(2026, 5, 31), date(2026, 6, 1)]
    amounts = [limit_in_force(key, "complaint.handle", on=on).amount for on in days]
    assert amounts == [5, 3, 3, 7]


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"amount": 21}, Unacceptable),
        ({"amount": 20}, WrongMoment),
        ({"since": date(2026, 3, 1)}, Unacceptable),
        ({"rule": "penalty.pay", "amount": 10}, Unacceptable),
        ({"rule": "norms.comment", "amount": 10}, Unacceptable),
        ({"rule": "unheard.of"}, NoSuchRule),
    ],
    ids=["longer than the law's", "the law's", "backwards", "others' time", "least", "no rule"],
)
def test_what_cannot_be_promised_is_refused_and_changes_nothing(leader, changes, refusal):
    with pytest.raises(refusal):
        promise(leader, **changes)

    assert not PromisedLimit.objects.exists()
    assert not Entry.objects.exists()


def test_a_refusal_for_the_laws_sake_names_the_article(leader):
    with pytest.raises(Unacceptable) as refused:
        promise(leader, amount=21)
    assert refused.value.basis == statutes.limit("licence.decide", on=TODAY).basis[0]
    assert "20" in refused.value.reason.zh


@pytest.mark.parametrize("since", [TODAY, date(2026, 3, 10)], ids=["earlier", "the same day"])
def test_a_new_promise_begins_after_the_last_one(leader, since):
    promise(leader, since=date(2026, 3, 10))
    with pytest.raises(WrongMoment):
        promise(leader, amount=10, since=since)


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.LEADER, Role.ADMINISTRATOR}))
def test_nobody_else_promises_in_the_agencys_name(role):
    with pytest.raises(NotPermitted):
        promise(official(role))
    assert not PromisedLimit.objects.exists()


def test_the_promise_of_one_agency_binds_no_other(leader):
    promise(leader)
    assert own_limit(agency("OTHER").pk, "licence.decide", on=TODAY) is None


def test_a_complaint_accepted_before_the_promise_keeps_its_day(leader):
    by = complaints.operator()
    before = complaints.registered(today=TODAY)
    after = complaints.registered(today=TODAY, place="另一处")
    promise(leader, rule="complaint.handle", amount=2, since=date(2026, 3, 3))

    for one, on in ((before, TODAY), (after, date(2026, 3, 3))):
        complaint_services.accept(record_id=one.pk, by=by, today=on, at=time(10))
        one.refresh_from_db()

    assert (before.due_on, after.due_on) == (date(2026, 3, 9), date(2026, 3, 5))


def test_what_a_power_promises_prevails_over_what_the_agency_promises(leader):
    promise(leader)
    own = power(code="CG-XK-901")
    own.promised_days = "7个工作日"
    assert days_promised(own, on=TODAY) == 7
    own.promised_days = ""
    assert days_promised(own, on=TODAY) == 12
    assert days_promised(own, on=date(2026, 3, 1)) is None


def test_only_limits_that_bind_the_agency_or_are_left_to_it_are_offered():
    offered = {rule.name for rule in rules_to_promise(on=TODAY)}
    assert {"licence.decide", "complaint.handle", "supervision.opinion"} <= offered
    assert not {"penalty.pay", "norms.comment", "foi.third_party"} & offered


def test_a_leader_promises_a_limit_at_the_desk(client, leader, settings):
    settings.SUNLIT_TODAY = TODAY
    client.force_login(leader)
    page = "/desk/own-limits/open/promise-limit/"
    assert client.get(page).status_code == 200
    typed = {"rule": "licence.decide", "amount": 25, "since": "2026-03-02", "document": DOCUMENT}

    refused = client.post(page, typed)
    assert refused.status_code == 422
    assert DOCUMENT in refused.content.decode()

    done = client.post(page, typed | {"amount": 12})
    assert done.status_code == 302
    assert client.get(done["Location"]).status_code == 200
    assert "12" in client.get("/desk/own-limits/").content.decode()
