"""The acts on recruitment and tenders: what they change, and that a refused one changes nothing."""

from datetime import date
from decimal import Decimal

import pytest

from sunlit.dossiers import services
from sunlit.dossiers.models import Appointment, Dossier, Lot, Stage, Vacancy
from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role
from tests.dossiers import factories
from tests.organization.factories import agency, office, official

pytestmark = pytest.mark.django_db

TODAY = date(2012, 7, 16)
FIRST = date(2012, 7, 9)


def publish(stage, **changes):
    """Publish a stage of 9 to 13 July, on 16 July, by a clerk, unless told otherwise."""
    terms = {
        "record_id": stage.pk,
        "today": TODAY,
        "starts_on": FIRST,
        "ends_on": date(2012, 7, 13),
        "result": "报名187人",
    }
    return services.publish_stage(**terms | changes)


def appoint(dossier, **changes):
    """Appoint a candidate to the vacancy CG01, by a leader, unless told otherwise."""
    terms = {
        "record_id": dossier.pk,
        "today": TODAY,
        "vacancy": "CG01",
        "admission_number": "CG2012-0104",
        "written_score": Decimal("76.5"),
        "interview_score": Decimal("82.4"),
        "total_score": Decimal("78.86"),
    }
    return services.appoint(**terms | changes)


def award(lot, **changes):
    """Award a lot to the bidder A-03, by a leader, unless told otherwise."""
    terms = {
        "record_id": lot.pk,
        "today": TODAY,
        "bidders": 6,
        "winner": "A-03",
        "price": Decimal(1316000),
    }
    return services.award_lot(**terms | changes)


def acts():
    """Return what the ledger says has happened since the dossier was opened."""
    return [*Entry.objects.exclude(event="DossierOpened").values_list("event", flat=True)]


def test_a_dossier_is_opened_with_the_stages_of_its_kind():
    dossier = factories.dossier("tender", "HW01")

    assert (dossier.year, dossier.opened_on) == (2012, factories.OPENED)
    names = dossier.stages.order_by("seq").values_list("name", flat=True)
    assert (names[0], names[9], len(names)) == ("设置规划公示", "结果公开", 10)
    assert not dossier.stages.filter(is_public=True).exists()
    assert Entry.objects.get().event == "DossierOpened"


@pytest.mark.parametrize(
    ("role", "code", "refusal"),
    [(Role.INVESTIGATOR, "XZ02", NotPermitted), (Role.CLERK, "XZ01", Unacceptable)],
    ids=["not a clerk", "the code is taken"],
)
def test_a_refused_dossier_is_not_opened(role, code, refusal):
    factories.dossier(code="XZ01")

    with pytest.raises(refusal):
        services.open_dossier(
            agency=agency(),
            by=official(role),
            today=TODAY,
            kind="recruitment",
            code=code,
            title="公开选招",
            office="",
            basis_document="",
        )

    assert Dossier.objects.count() == 1


def test_a_stage_is_published_with_its_days_and_result():
    stage = factories.dossier().stages.get(seq=1)

    publish(stage, by=official(Role.CLERK))

    stage.refresh_from_db()
    assert (stage.is_public, stage.published_on, stage.result) == (True, TODAY, "报名187人")
    assert acts() == ["StagePublished"]


@pytest.mark.parametrize(
    ("role", "seq", "changes", "refusal"),
    [
        (Role.SECTION_HEAD, 2, {}, NotPermitted),
        (Role.CLERK, 1, {}, WrongMoment),
        (Role.CLERK, 3, {}, WrongMoment),
        (Role.CLERK, 2, {"ends_on": date(2012, 7, 8)}, Unacceptable),
        (Role.CLERK, 2, {"starts_on": date(2012, 6, 19)}, Unacceptable),
        (
            Role.CLERK,
            2,
            {"starts_on": date(2012, 7, 17), "ends_on": date(2012, 7, 18)},
            Unacceptable,
        ),
    ],
    ids=[
        "not a clerk",
        "published already",
        "the stage before it is not published",
        "it ends before it starts",
        "it starts before the stage before it",
        "it has not begun",
    ],
)
def test_a_refused_publication_changes_nothing(role, seq, changes, refusal):
    dossier = factories.dossier()
    factories.publish_all(dossier, until=1)

    with pytest.raises(refusal):
        publish(dossier.stages.get(seq=seq), by=official(role), **changes)

    assert Stage.objects.filter(is_public=True).count() == 1
    assert acts() == []


def test_a_candidate_is_appointed_when_all_stages_before_are_public():
    dossier = factories.dossier()
    factories.vacancy(dossier)
    factories.publish_all(dossier, until=8)

    appointment = appoint(dossier, by=official(Role.LEADER))

    assert (appointment.appointed_on, appointment.vacancy.code) == (TODAY, "CG01")
    assert acts() == ["CandidateAppointed"]


@pytest.mark.parametrize(
    ("role", "until", "changes", "refusal"),
    [
        (Role.CLERK, 8, {}, NotPermitted),
        (Role.LEADER, 7, {}, WrongMoment),
        (Role.LEADER, 8, {"vacancy": "CG99"}, Unacceptable),
        (Role.LEADER, 8, {"vacancy": "CG02"}, Unacceptable),
        (Role.LEADER, 8, {"admission_number": "CG2012-0001"}, Unacceptable),
    ],
    ids=[
        "not a leader",
        "not publicised yet",
        "no such vacancy",
        "no place left",
        "appointed already",
    ],
)
def test_a_refused_appointment_is_not_made(role, until, changes, refusal):
    dossier = factories.dossier()
    factories.vacancy(dossier, "CG01", places=2)
    Appointment.objects.create(
        dossier=dossier,
        vacancy=factories.vacancy(dossier, "CG02"),
        admission_number="CG2012-0001",
        written_score=80,
        interview_score=80,
        total_score=80,
        appointed_on=TODAY,
    )
    factories.publish_all(dossier, until=until)

    with pytest.raises(refusal):
        appoint(dossier, by=official(role), **changes)

    assert Appointment.objects.count() == 1
    assert acts() == []


def test_a_lot_is_awarded_when_the_candidates_were_made_public():
    dossier = factories.dossier("tender", "HW01")
    lot = factories.lot(dossier)
    factories.publish_all(dossier, until=7)

    award(lot, by=official(Role.LEADER))

    lot.refresh_from_db()
    assert (lot.winner, lot.price, lot.awarded_on) == ("A-03", Decimal(1316000), TODAY)
    entry = Entry.objects.get(event="LotAwarded")
    assert (entry.basis, entry.payload["price"]) == ("tender_1999:45", "1316000")


@pytest.mark.parametrize(
    ("role", "until", "is_awarded", "refusal"),
    [
        (Role.CLERK, 7, False, NotPermitted),
        (Role.LEADER, 6, False, WrongMoment),
        (Role.LEADER, 7, True, WrongMoment),
    ],
    ids=["not a leader", "the candidates are not public", "awarded already"],
)
def test_a_refused_award_changes_nothing(role, until, is_awarded, refusal):
    dossier = factories.dossier("tender", "HW01")
    lot = factories.lot(dossier)
    if is_awarded:
        lot.award(winner="A-01", price=Decimal(1), on=FIRST)
        lot.save()
    factories.publish_all(dossier, until=until)

    with pytest.raises(refusal):
        award(lot, by=official(role))

    lot.refresh_from_db()
    assert lot.winner == ("A-01" if is_awarded else "")
    assert acts() == []


def test_vacancies_belong_to_recruitment_and_lots_to_tenders():
    clerk = official(Role.CLERK)
    recruitment, tender = factories.dossier(), factories.dossier("tender", "HW01")
    vacancy = {
        "by": clerk,
        "today": TODAY,
        "code": "CG01",
        "name": "信息受理岗",
        "office": office().code,
        "places": 1,
        "requirement": "",
    }
    lot = {"by": clerk, "today": TODAY, "code": "A", "name": "立柱", "base_price": Decimal(1)}

    services.offer_vacancy(record_id=recruitment.pk, **vacancy)
    services.offer_lot(record_id=tender.pk, **lot)
    with pytest.raises(WrongMoment):
        services.offer_vacancy(record_id=tender.pk, **vacancy)
    with pytest.raises(WrongMoment):
        services.offer_lot(record_id=recruitment.pk, **lot)
    with pytest.raises(Unacceptable):
        services.offer_vacancy(record_id=recruitment.pk, **vacancy)
    with pytest.raises(Unacceptable):
        services.offer_lot(record_id=tender.pk, **lot)

    assert (Vacancy.objects.count(), Lot.objects.count()) == (1, 1)
    assert acts() == ["VacancyOffered", "LotOffered"]
