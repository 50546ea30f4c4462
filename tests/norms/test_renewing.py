"""Before a document ends: it is evaluated, and goes on under a new number or lapses."""

from datetime import date, timedelta

import pytest

from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.norms import selectors, services
from sunlit.norms.models import NormativeDocument
from sunlit.norms.rules import Standing
from sunlit.norms.waiting import documents_ending
from sunlit.organization.models import Role
from sunlit.organization.rules.provincial import EVALUATION
from sunlit.organization.services.provincial import set_provincial_number
from tests.disclosure import factories as items
from tests.disclosure.factories import staff
from tests.norms import factories
from tests.norms.drafts import refused
from tests.organization.factories import agency, official

pytestmark = pytest.mark.django_db

END = date(2012, 12, 31)
FIRST = date(2012, 6, 30)
"""Six months before the end."""
TODAY = date(2012, 10, 10)


def evaluate(document, **changes):
    """Evaluate a document, as the head of the section; it is to be renewed."""
    terms = {"by": items.head(), "today": FIRST, "outcome": "renew", "finding": "实施有效"}
    return services.evaluate_document(record_id=document.pk, **terms | changes)


def renew(document, **changes):
    """Renew a document for five years under a new number, as the leader."""
    terms = {
        "by": staff("leader", Role.LEADER),
        "today": TODAY,
        "code": "GF21",
        "document_number": "城管〔2012〕51号",
        "valid_until": date(2018, 1, 1),
    }
    return services.renew_document(record_id=document.pk, **terms | changes)


def test_a_renewed_document_goes_on_under_a_new_number_when_the_old_one_ends():
    document = factories.with_text(valid_until=END)
    evaluate(document)
    renew(document, valid_until=date(2018, 1, 1))

    new = NormativeDocument.objects.get(code="GF21")
    last, first = END, END + timedelta(days=1)
    assert [selectors.status_on(document, day) for day in (last, first)] == [
        Standing.IN_FORCE, Standing.LAPSED,
    ]  # fmt: skip
    assert [selectors.status_on(new, day) for day in (last, first)] == [
        Standing.NOT_YET_IN_FORCE, Standing.IN_FORCE,
    ]  # fmt: skip
    assert selectors.replacement(document) == new
    assert selectors.text_on(new, first).body == factories.BODY


def test_a_document_is_evaluated_in_its_last_six_months_only():
    document = factories.document(valid_until=END)
    early = FIRST - timedelta(days=1)
    assert selectors.evaluation_from(document) == FIRST
    why = refused(WrongMoment, evaluate, document=document, today=early)
    assert why.basis.key == "provincial_norms:"
    refused(WrongMoment, evaluate, document=document, today=date(2013, 1, 1))
    refused(NotPermitted, evaluate, document=document, by=items.clerk())
    refused(WrongMoment, evaluate, document=factories.document("GF09"))
    assert selectors.is_to_be_evaluated(document, on=FIRST)
    assert not selectors.is_to_be_evaluated(document, on=early)


def test_the_province_says_how_long_before_its_end_a_document_is_evaluated():
    set_provincial_number(
        agency=agency(), by=official(Role.ADMINISTRATOR), today=date(2012, 1, 6), name=EVALUATION,
        value="3", since=date(2012, 2, 1), document="省规范性文件管理办法", article="第二十三条",
    )  # fmt: skip
    document = factories.document(valid_until=END)
    assert selectors.evaluation_from(document) == date(2012, 9, 30)


@pytest.mark.parametrize(
    ("outcome", "changes", "refusal"),
    [
        ("", {}, WrongMoment),
        ("lapse", {}, WrongMoment),
        ("renew", {"by": items.clerk}, NotPermitted),
        ("renew", {"today": date(2013, 1, 2)}, WrongMoment),
        ("renew", {"valid_until": date(2018, 1, 2)}, Unacceptable),
        ("renew", {"code": "GF08"}, Unacceptable),
    ],
    ids=["not evaluated", "advised to lapse", "a clerk", "it has ended", "for too long",
         "the code is taken"],
)  # fmt: skip
def test_a_refused_renewal_changes_nothing(outcome, changes, refusal):
    document = factories.document(valid_until=END)
    if outcome:
        evaluate(document, outcome=outcome)
    made = {name: value() if callable(value) else value for name, value in changes.items()}
    refused(refusal, renew, document=document, **made)
    assert NormativeDocument.objects.count() == 1


def test_who_evaluated_does_not_renew_and_nothing_is_renewed_twice():
    both = staff("both", Role.SECTION_HEAD, Role.APPROVER)
    document = factories.document(valid_until=END)
    evaluate(document, by=both)
    refused(NotPermitted, renew, document=document, by=both)
    renew(document)
    refused(WrongMoment, renew, document=document, code="GF22")


def test_a_document_waits_for_its_evaluation_then_for_its_renewal():
    document = factories.document(valid_until=END)
    (waiting,) = documents_ending(agency(), FIRST)
    assert (waiting.act, waiting.due_on) == ("evaluate", END)
    assert waiting.is_for(items.head())
    evaluate(document)
    (waiting,) = documents_ending(agency(), TODAY)
    assert waiting.act == "renew"
    assert not waiting.is_for(items.head())
    renew(document)
    assert list(documents_ending(agency(), TODAY)) == []


def test_a_document_that_is_let_lapse_warns_ninety_days_before():
    document = factories.document(valid_until=END)
    evaluate(document, outcome="lapse")
    assert list(documents_ending(agency(), date(2012, 10, 1))) == []
    (waiting,) = documents_ending(agency(), date(2012, 10, 2))
    assert (waiting.act, waiting.record) == ("", document)
