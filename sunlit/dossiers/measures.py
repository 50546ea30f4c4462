"""The figures that recruitment and tenders can give."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sunlit.dossiers import selectors
from sunlit.dossiers.models import Appointment, Kind, Lot, Stage, Vacancy
from sunlit.measures.registry import Amount, Face, Measure, register


def _stage(stage: Stage) -> Face:
    number = f"{stage.dossier.code}/{stage.seq}"
    facts = ((_("starts on"), stage.starts_on), (_("ends on"), stage.ends_on))
    return Face(
        id=number,
        number=number,
        title=stage.name,
        url=stage.dossier.get_absolute_url(),
        day=stage.published_on,
        facts=facts,
    )


def _appointment(appointment: Appointment) -> Face:
    number, vacancy = appointment.admission_number, appointment.vacancy
    facts = ((_("office"), vacancy.office.name), (_("total score"), appointment.total_score))
    return Face(
        id=number,
        number=number,
        title=vacancy.name,
        url=appointment.dossier.get_absolute_url(),
        day=appointment.appointed_on,
        facts=facts,
    )


def _vacancy(vacancy: Vacancy) -> Face:
    number = f"{vacancy.dossier.code}/{vacancy.code}"
    facts = ((_("office"), vacancy.office.name), (_("places"), vacancy.places))
    return Face(
        id=number,
        number=number,
        title=vacancy.name,
        url=vacancy.dossier.get_absolute_url(),
        facts=facts,
    )


def _lot(lot: Lot) -> Face:
    number = f"{lot.dossier.code}/{lot.code}"
    facts = ((_("winner"), lot.winner), (_("price in yuan"), lot.price))
    return Face(
        id=number,
        number=number,
        title=lot.name,
        url=lot.dossier.get_absolute_url(),
        day=lot.awarded_on,
        facts=facts,
    )


register(
    Measure(
        code="dossiers.vacancies",
        label=_("Vacancies offered"),
        counts=_("vacancies that the recruitments of the year offered"),
        basis="recruitment.publicity",
        population=selectors.vacancies_of_year,
        face=_vacancy,
        amounts={"places": Amount("places", _("places"))},
    ),
    Measure(
        code="dossiers.recruited",
        label=_("People recruited"),
        counts=_("people appointed in the year by open recruitment"),
        basis="recruitment.publicity",
        population=selectors.appointments_of_year,
        face=_appointment,
    ),
    Measure(
        code="dossiers.recruitment_stages",
        label=_("Stages of recruitment that ended"),
        counts=_("stages of recruitment that ended in the year, published or not"),
        basis="recruitment.publicity",
        population=selectors.stages_ended,
        meets=Q(dossier__kind=Kind.RECRUITMENT),
        face=_stage,
    ),
    Measure(
        code="dossiers.tender_stages",
        label=_("Stages of tenders that ended"),
        counts=_("stages of tenders that ended in the year, published or not"),
        basis="tender.publicity",
        population=selectors.stages_ended,
        meets=Q(dossier__kind=Kind.TENDER),
        face=_stage,
    ),
    Measure(
        code="dossiers.recruitment_stages_public",
        label=_("Stages of recruitment published"),
        counts=_("stages of recruitment that were published in the year"),
        basis="recruitment.publicity",
        population=selectors.stages_published,
        meets=Q(dossier__kind=Kind.RECRUITMENT),
        face=_stage,
    ),
    Measure(
        code="dossiers.tender_stages_public",
        label=_("Stages of tenders published"),
        counts=_("stages of tenders that were published in the year"),
        basis="tender.publicity",
        population=selectors.stages_published,
        meets=Q(dossier__kind=Kind.TENDER),
        face=_stage,
    ),
    Measure(
        code="dossiers.lots",
        label=_("Lots offered"),
        counts=_("lots that the tenders of the year offered, awarded or not"),
        basis="tender.award",
        population=selectors.lots_offered,
        face=_lot,
    ),
    Measure(
        code="dossiers.lots_awarded",
        label=_("Lots awarded"),
        counts=_("lots that were awarded in the year by public tender"),
        basis="tender.award",
        population=selectors.lots_of_year,
        face=_lot,
    ),
)
