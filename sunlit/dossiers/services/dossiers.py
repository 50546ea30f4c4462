"""The acts on recruitment and tenders. The only code that writes one at the desk."""

from datetime import date
from decimal import Decimal

from django.db import models, transaction
from django.utils.translation import gettext as _

from sunlit import statutes
from sunlit.dossiers import events, policies, selectors
from sunlit.dossiers.keeping import template_in_force
from sunlit.dossiers.models import Appointment, Dossier, Lot, Stage, Vacancy
from sunlit.dossiers.services.stages import why_wrong_days
from sunlit.kernel.refusals import Unacceptable
from sunlit.ledger.events import Event
from sunlit.ledger.services import record
from sunlit.organization.models import Agency, Office, Official

AWARD = "tender.award"


@transaction.atomic(durable=True)
def open_dossier(
    *,
    agency: Agency,
    by: Official,
    today: date,
    kind: str,
    code: str,
    title: str,
    office: str,
    basis_document: str,
) -> Dossier:
    """Open a dossier with the stages of a template; `kind` is the template's code."""
    if refusal := policies.why_not_open(by, None):
        raise refusal
    template = template_in_force(agency, kind, on=today)
    if template is None:
        raise Unacceptable(
            _("No template of the code %(code)s holds today.") % {"code": kind},
            remedy=_("Choose one of those that hold."),
        )
    if selectors.dossiers_of_year(agency, today.year).filter(code=code).exists():
        raise _stands_already(code)
    dossier = Dossier.objects.create(
        agency=agency,
        year=today.year,
        kind=template.kind,
        template=template.record,
        asked=[stage.as_kept() for stage in template.stages],
        code=code,
        title=title,
        basis_documents=[basis_document] if basis_document else [],
        office=_office(agency, office) if office else None,
        opened_on=today,
    )
    Stage.objects.bulk_create(
        Stage(dossier=dossier, seq=seq, name=stage.name)
        for seq, stage in enumerate(template.stages, start=1)
    )
    _record(events.DossierOpened(template.kind, code, title), dossier, dossier, by=by, today=today)
    return dossier


@transaction.atomic(durable=True)
def offer_vacancy(
    *,
    record_id: int,
    by: Official,
    today: date,
    code: str,
    name: str,
    office: str,
    places: int,
    requirement: str,
) -> Vacancy:
    """Offer a vacancy in a recruitment."""
    dossier = _dossier(record_id, by)
    if refusal := policies.why_not_offer_vacancy(by, dossier):
        raise refusal
    if dossier.vacancies.filter(code=code).exists():
        raise _stands_already(code)
    vacancy = Vacancy.objects.create(
        dossier=dossier,
        code=code,
        name=name,
        office=_office(dossier.agency, office),
        places=places,
        requirement=requirement,
    )
    _record(events.VacancyOffered(code, name, places), vacancy, dossier, by=by, today=today)
    return vacancy


@transaction.atomic(durable=True)
def offer_lot(
    *, record_id: int, by: Official, today: date, code: str, name: str, base_price: Decimal
) -> Lot:
    """Put a lot out to tender, at a base price in yuan."""
    dossier = _dossier(record_id, by)
    if refusal := policies.why_not_offer_lot(by, dossier):
        raise refusal
    if dossier.lots.filter(code=code).exists():
        raise _stands_already(code)
    lot = Lot.objects.create(dossier=dossier, code=code, name=name, base_price=base_price)
    _record(events.LotOffered(code, name), lot, dossier, by=by, today=today)
    return lot


@transaction.atomic(durable=True)
def publish_stage(
    *, record_id: int, by: Official, today: date, starts_on: date, ends_on: date, result: str
) -> Stage:
    """Show a stage to the public: when it ran, and what came of it; in the order of stages."""
    stages = Stage.objects.select_for_update(of=("self",)).select_related("dossier__template")
    stage = stages.get(pk=record_id, dossier__agency=by.agency)
    if refusal := policies.why_not_publish(by, stage):
        raise refusal
    if refusal := _why_wrong_days(stage, starts_on=starts_on, ends_on=ends_on, today=today):
        raise refusal
    stage.publish(starts_on=starts_on, ends_on=ends_on, result=result, on=today)
    stage.save()
    event = events.StagePublished(stage.seq, stage.name)
    _record(event, stage, stage.dossier, by=by, today=today)
    return stage


@transaction.atomic(durable=True)
def appoint(
    *,
    record_id: int,
    by: Official,
    today: date,
    vacancy: str,
    admission_number: str,
    written_score: Decimal,
    interview_score: Decimal,
    total_score: Decimal,
) -> Appointment:
    """Appoint a candidate to a vacancy, by admission number, when all stages are public."""
    dossier = _dossier(record_id, by)
    if refusal := policies.why_not_appoint(by, dossier):
        raise refusal
    offered = dossier.vacancies.filter(code=vacancy).first()
    if offered is None:
        raise Unacceptable(_("The dossier has no vacancy %(code)s.") % {"code": vacancy})
    if offered.appointments.count() >= offered.places:
        raise Unacceptable(_("All places of the vacancy %(code)s are taken.") % {"code": vacancy})
    if dossier.appointments.filter(admission_number=admission_number).exists():
        reason = _("The candidate %(number)s has already been appointed.")
        raise Unacceptable(reason % {"number": admission_number})
    appointment = Appointment.objects.create(
        dossier=dossier,
        vacancy=offered,
        admission_number=admission_number,
        written_score=written_score,
        interview_score=interview_score,
        total_score=total_score,
        appointed_on=today,
    )
    event = events.CandidateAppointed(vacancy, admission_number)
    _record(event, appointment, dossier, by=by, today=today)
    return appointment


@transaction.atomic(durable=True)
def award_lot(
    *, record_id: int, by: Official, today: date, bidders: int, winner: str, price: Decimal
) -> Lot:
    """Award a lot to a bidder, at a price in yuan, when the candidates were made public."""
    lots = Lot.objects.select_for_update(of=("self",)).select_related("dossier")
    lot = lots.get(pk=record_id, dossier__agency=by.agency)
    if refusal := policies.why_not_award(by, lot):
        raise refusal
    lot.bidders = bidders
    lot.award(winner=winner, price=price, on=today)
    lot.save(update_fields=["bidders", "winner", "price", "awarded_on"])
    record(
        events.LotAwarded(lot.code, winner, price),
        about=lot,
        by=by,
        day=today,
        basis=statutes.provision(AWARD, on=today),
    )
    return lot


def _why_wrong_days(
    stage: Stage, *, starts_on: date, ends_on: date, today: date
) -> Unacceptable | None:
    if starts_on > today:
        return Unacceptable(
            _("The stage has not begun yet."), remedy=_("Publish it on its first day or later.")
        )
    return why_wrong_days(stage, starts_on=starts_on, ends_on=ends_on)


def _dossier(record_id: int, by: Official) -> Dossier:
    dossiers = Dossier.objects.select_for_update(of=("self",)).select_related("agency", "template")
    return dossiers.get(pk=record_id, agency=by.agency)


def _office(agency: Agency, code: str) -> Office:
    if office := Office.objects.filter(agency=agency, code=code).first():
        return office
    raise Unacceptable(_("The agency has no office %(code)s.") % {"code": code})


def _stands_already(code: str) -> Unacceptable:
    return Unacceptable(
        _("The code %(code)s is taken.") % {"code": code}, remedy=_("Choose another one.")
    )


def _record(
    event: Event, about: models.Model, dossier: Dossier, *, by: Official, today: date
) -> None:
    basis = statutes.provision(dossier.basis, on=today)
    record(event, about=about, by=by, day=today, basis=basis)
