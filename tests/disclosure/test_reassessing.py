"""What is withheld is looked at again, since the law of 2019 asks for it."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from sunlit.disclosure import selectors, services
from sunlit.disclosure.sources import documents_to_reassess
from sunlit.kernel.refusals import NotPermitted, NotYetLaw, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role
from sunlit.organization.services.limits import promise_limit
from tests.disclosure import factories
from tests.disclosure.factories import TODAY
from tests.organization.factories import agency

pytestmark = pytest.mark.django_db

FIRST_DAY = date(2019, 5, 15)
"""Since when the law asks to look again."""
DUE = date(2020, 5, 15)
WITHHELD_ON, LATER = date(2024, 3, 4), date(2025, 2, 10)


def look(document, attribute="withheld", *, by=None, on=LATER):
    """Look again at a document, as the head of its office, unless told otherwise."""
    return services.reassess(
        record_id=document.pk, by=by or factories.head(), today=on, attribute=attribute,
        reason="第三方已同意公开" if attribute == "open" else "仍涉及第三方商业秘密",
    )  # fmt: skip


def waiting(on):
    return list(documents_to_reassess(agency(), on))


def test_what_was_withheld_before_the_law_is_due_a_year_after_it_began():
    document = factories.withheld_document()

    assert waiting(date(2020, 4, 14)) == []
    [one] = waiting(date(2020, 4, 15))
    assert (one.record, one.act, one.due_on) == (document, "reassess", DUE)


@pytest.mark.parametrize("on", [TODAY, date(2019, 5, 14)])
def test_nothing_waits_and_nothing_is_done_before_there_is_a_law(on):
    document = factories.withheld_document(on=date(2012, 6, 7))

    assert selectors.reassessment_clock(document, on=on) is None
    assert waiting(on) == []
    with pytest.raises(NotYetLaw) as refused:
        look(document, on=on)
    assert refused.value.since == FIRST_DAY
    assert not Entry.objects.filter(event="DocumentReassessed").exists()


def test_it_waits_for_the_head_of_its_office_and_a_secret_for_the_reviewer():
    factories.withheld_document()
    factories.withheld_document(ground="secret")

    private, secret = sorted(waiting(DUE), key=lambda one: one.record.code)

    assert private.is_for(factories.head())
    assert not private.is_for(factories.staff("far", Role.SECTION_HEAD, at="KS04"))
    assert secret.is_for(factories.reviewer())
    assert not secret.is_for(factories.head())


def test_what_is_still_withheld_is_due_again_a_year_later():
    document = look(factories.withheld_document(on=WITHHELD_ON))

    assert (document.attribute, document.ground) == ("withheld", "third_party")
    assert document.decided_on == WITHHELD_ON
    assert selectors.reassessment_clock(document, on=LATER).due_on == date(2026, 2, 10)
    entry = Entry.objects.get(event="DocumentReassessed")
    assert entry.basis == "ogi_2019:18"
    assert entry.payload["reason"] == "仍涉及第三方商业秘密"


def test_the_rhythm_is_the_agencys_own_where_it_has_set_one():
    promise_limit(
        agency=agency(), by=factories.staff("admin", Role.ADMINISTRATOR), today=WITHHELD_ON,
        rule="disclosure.reassess", amount=6, since=WITHHELD_ON, document="8号",
    )  # fmt: skip
    document = factories.withheld_document(on=WITHHELD_ON)

    assert selectors.reassessment_clock(document, on=LATER).due_on == date(2024, 9, 4)


def test_what_is_found_to_be_open_is_to_be_public_within_the_limit_from_that_day():
    document = look(factories.withheld_document(on=WITHHELD_ON), "open")

    assert (document.attribute, document.ground, document.decided_on) == ("open", "", LATER)
    clock = selectors.document_clock(document)
    assert clock.due_on == date(2025, 3, 10)  # 20 working days after 10 February
    assert waiting(date(2026, 3, 3)) == []
    assert document in selectors.documents_unsettled(agency())


def test_what_is_found_to_be_for_some_is_given_on_application():
    document = look(factories.withheld_document(on=WITHHELD_ON), "on_application")

    assert (document.attribute, document.ground) == ("on_application", "on_application")
    assert selectors.document_clock(document).ended_on is not None


def test_a_decision_taken_anew_begins_the_year_anew_and_gives_no_new_time_to_publish():
    document = look(factories.withheld_document(on=WITHHELD_ON))

    opened = services.decide_disclosure(
        record_id=document.pk, by=factories.clerk(), today=date(2025, 3, 3), attribute="open"
    )

    assert opened.reassessed_on is None
    assert selectors.document_clock(opened).due_on == date(2012, 7, 3)


def test_to_decide_again_that_it_is_open_takes_no_time_away():
    document = look(factories.withheld_document(on=WITHHELD_ON), "open")

    again = services.decide_disclosure(
        record_id=document.pk, by=factories.clerk(), today=date(2025, 2, 11), attribute="open"
    )

    assert selectors.document_clock(again).due_on == date(2025, 3, 10)


def test_who_neither_heads_its_office_nor_reviews_secrecy_looks_at_nothing_again():
    document = factories.withheld_document(on=WITHHELD_ON)
    others = (
        factories.clerk(),
        factories.approver(),
        factories.staff("far", Role.SECTION_HEAD, at="KS04"),
    )

    for by in others:
        with pytest.raises(NotPermitted):
            look(document, "open", by=by)


def test_a_state_secret_is_opened_by_no_head_of_an_office():
    secret = factories.withheld_document(on=WITHHELD_ON, ground="secret")

    with pytest.raises(NotPermitted):
        look(secret, "open")

    assert look(secret, "open", by=factories.reviewer()).attribute == "open"


@pytest.mark.parametrize("on", [WITHHELD_ON, date(2024, 3, 1)])
def test_withholding_and_looking_again_on_one_day_gives_no_new_time(on):
    with pytest.raises(WrongMoment):
        look(factories.withheld_document(on=WITHHELD_ON), "open", on=on)


def test_it_is_not_looked_at_twice_on_one_day():
    document = look(factories.withheld_document(on=WITHHELD_ON))

    with pytest.raises(WrongMoment):
        look(document, "open")


def test_only_what_is_withheld_is_looked_at_again():
    for document in (factories.document(), factories.open_document()):
        with pytest.raises(WrongMoment):
            look(document, "open")


def test_to_look_again_is_to_find_something():
    with pytest.raises(Unacceptable):
        look(factories.withheld_document(on=WITHHELD_ON), "undecided")


def test_the_database_holds_no_look_at_what_was_never_decided_on():
    document = factories.document()
    document.reassessed_on = TODAY

    with pytest.raises(IntegrityError), transaction.atomic():
        document.save()


def test_it_is_done_at_the_desk_and_offered_only_under_its_law(client, settings):
    document = factories.withheld_document()
    client.force_login(factories.head())
    settings.SUNLIT_TODAY = TODAY
    assert "reassess" not in client.get(f"/desk/documents/{document.pk}/").text

    settings.SUNLIT_TODAY = LATER
    assert "reassess" in client.get(f"/desk/documents/{document.pk}/").text
    client.post(
        f"/desk/documents/{document.pk}/reassess/", {"attribute": "open", "reason": "已同意公开"}
    )

    document.refresh_from_db()
    assert document.reassessed_on == LATER
