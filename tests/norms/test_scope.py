"""Which documents a clean-up goes through: all in force on its first day, or one subject."""

from datetime import date

import pytest

from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.norms import selectors, services
from sunlit.norms.lifecycle import Status
from sunlit.norms.models import CleanUp, CleanUpDecision
from sunlit.norms.waiting import clean_ups_open, decisions_open
from sunlit.organization.models import Role
from tests.disclosure.factories import staff
from tests.norms import factories
from tests.norms.drafts import refused
from tests.organization.factories import agency

pytestmark = pytest.mark.django_db

TODAY = date(2012, 9, 10)


def leader():
    """Return the leader who concludes."""
    return staff("leader", Role.LEADER)


def begin(**changes):
    """Begin a clean-up of all documents, as the clerk, unless told otherwise."""
    terms = {
        "agency": agency(),
        "by": staff("clerk", Role.CLERK),
        "today": factories.BEGUN,
        "code": "2012-2",
        "name": "规范性文件清理",
        "kind": "general",
        "subject": "",
    }
    return services.begin_clean_up(**terms | changes)


def conclude(clean_up):
    """Conclude a clean-up, as the leader."""
    return services.conclude(
        record_id=clean_up.pk, by=leader(), today=TODAY, document_number="城管〔2012〕36号"
    )


def decided(clean_up, document):
    """Decide to retain a document."""
    return CleanUpDecision.objects.create(
        clean_up=clean_up, document=document, decision="retain", principle="amend",
        reason="依据充分", status=Status.DECIDED, reviewed_on=TODAY, decided_on=TODAY,
    )  # fmt: skip


def test_a_clean_up_is_not_concluded_before_it_has_looked_at_each_document():
    clean_up = begin()
    decided(clean_up, factories.document("GF08"))
    left = factories.document("GF09")
    factories.document("GF10", repealed_on=date(2012, 7, 31))  # out of force on the first day
    factories.document("GF11", issued_on=date(2012, 8, 2))  # issued after it
    factories.document("GF12", valid_until=date(2012, 9, 1))  # ended meanwhile by itself

    why = refused(WrongMoment, conclude, clean_up=clean_up)
    assert "GF09" in str(why)
    for other in ("GF08", "GF10", "GF11", "GF12"):
        assert other not in str(why)
    (waiting,) = clean_ups_open(agency(), TODAY)
    assert waiting.act == "propose"
    decided(clean_up, left)
    (waiting,) = clean_ups_open(agency(), TODAY)
    assert waiting.act == "conclude"
    assert conclude(clean_up).decided_on == TODAY


def test_a_clean_up_on_one_subject_leaves_the_others_out():
    clean_up = begin(kind="special", subject="行政强制法施行")
    decided(clean_up, factories.document("GF08"))
    factories.document("GF09")
    assert not selectors.without_proposal(clean_up, on=TODAY).exists()
    conclude(clean_up)


@pytest.mark.parametrize(("kind", "subject"), [("special", " "), ("general", "行政强制法施行")])
def test_the_scope_of_a_clean_up_is_said_clearly(kind, subject):
    staff("clerk", Role.CLERK)
    refused(Unacceptable, begin, kind=kind, subject=subject)
    assert not CleanUp.objects.exists()


def test_the_desk_names_what_the_clean_up_has_still_to_look_at(client, settings):
    settings.SUNLIT_TODAY = TODAY
    clean_up = begin()
    document = factories.document()
    client.force_login(staff("clerk", Role.CLERK))
    assert document.code in client.get(f"/desk/clean-ups/{clean_up.pk}/").content.decode()
    form = client.get(f"/desk/clean-ups/{clean_up.pk}/propose/").content.decode()
    assert f'value="{document.code}"' in form
    decided(clean_up, document)
    form = client.get(f"/desk/clean-ups/{clean_up.pk}/propose/").content.decode()
    assert f'value="{document.code}"' not in form


def test_the_opinion_of_the_office_stands_with_the_proposal():
    clean_up = begin()
    factories.document()
    services.propose(
        record_id=clean_up.pk, by=staff("clerk", Role.CLERK), today=TODAY, document="GF08",
        decision="retain", principle="amend", reason="依据充分", opinion="实施中未遇问题",
    )  # fmt: skip
    assert CleanUpDecision.objects.get().opinion == "实施中未遇问题"


def test_who_proposed_a_decision_does_not_review_its_legality():
    factories.document()
    both = staff("both", Role.CLERK, Role.LEGAL_REVIEWER)
    decision = services.propose(
        record_id=begin().pk, by=both, today=TODAY, document="GF08",
        decision="retain", principle="amend", reason="依据充分",
    )  # fmt: skip
    step = {"record_id": decision.pk, "today": TODAY}

    refused(NotPermitted, services.review_legality, by=both, **step)
    [waiting] = decisions_open(agency(), TODAY)
    assert not waiting.is_for(both)
    other = staff("legal", Role.LEGAL_REVIEWER)
    assert waiting.is_for(other)
    assert services.review_legality(by=other, **step).status == Status.REVIEWED
