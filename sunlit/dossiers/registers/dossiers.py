"""The registers of recruitment and tenders at the desk."""

from collections.abc import Sequence

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from sunlit.design.columns import choice, day, listed, number, quoted, text
from sunlit.design.registers import (
    ActAtDesk,
    Column,
    Field,
    Filter,
    Label,
    NamedClock,
    Register,
    register,
)
from sunlit.dossiers import forms, policies, selectors, services
from sunlit.dossiers.models import Appointment, Dossier, Kind, Lot, Stage
from sunlit.dossiers.seeing import Raised, doubts_about, doubts_of_agency
from sunlit.dossiers.telling import said, to_do
from sunlit.dossiers.waiting import stages_unpublished
from sunlit.organization.models import Official, Role
from sunlit.organization.selectors import office_day

ROLES = frozenset({Role.CLERK, Role.SECTION_HEAD, Role.APPROVER})
FIGURES: dict[str, Label] = {
    "posts": _("vacancies"),
    "places": _("places"),
    "applicants": _("applicants"),
    "qualified": _("qualified"),
    "sat": _("sat the written test"),
    "interviewed": _("interviewed"),
    "examined": _("medically examined"),
    "passed": _("passed"),
    "vetted": _("vetted"),
    "publicised": _("publicised"),
    "objections": _("objections"),
    "appointed": _("appointed"),
}
"""How the figures of a recruitment's stages are called; others are quoted as they are."""


def _dossiers(by: Official) -> QuerySet[Dossier]:
    dossiers = Dossier.objects.filter(agency=by.agency).annotate(
        stage_count=Count("stages", distinct=True),
        public_count=Count("stages", filter=Q(stages__is_public=True), distinct=True),
        vacancy_count=Count("vacancies", distinct=True),
        lot_count=Count("lots", distinct=True),
    )
    return dossiers.select_related("office", "template", "agency").order_by("-year", "code")


def _stages(by: Official) -> QuerySet[Stage]:
    stages = Stage.objects.filter(dossier__agency=by.agency).select_related(
        "dossier__template", "dossier__agency"
    )
    return stages.order_by("-dossier__year", "dossier__code", "seq")


def _appointments(by: Official) -> QuerySet[Appointment]:
    appointments = Appointment.objects.filter(dossier__agency=by.agency)
    return appointments.select_related("dossier", "vacancy__office").order_by(
        "-dossier__year", "dossier__code", "admission_number"
    )


def _lots(by: Official) -> QuerySet[Lot]:
    lots = Lot.objects.filter(dossier__agency=by.agency).select_related("dossier")
    return lots.order_by("-dossier__year", "dossier__code", "code")


def _kinds(_by: Official) -> Sequence[tuple[str, Label]]:
    return [(kind.value, kind.label) for kind in Kind]


def _titles(by: Official) -> Sequence[tuple[str, Label]]:
    return [(str(dossier.pk), dossier.title) for dossier in _dossiers(by)]


def _years(by: Official) -> Sequence[tuple[str, Label]]:
    years = _dossiers(by).order_by("-year").values_list("year", flat=True).distinct()
    return [(str(year), str(year)) for year in years]


def _publicity(_by: Official) -> Sequence[tuple[str, Label]]:
    return [("True", _("public")), ("False", _("not public"))]


def _award_choices(_by: Official) -> Sequence[tuple[str, Label]]:
    return [("False", _("awarded")), ("True", _("not awarded"))]


def _dossier_state(dossier: Dossier) -> tuple[str, Label]:
    waiting = dossier.public_count < dossier.stage_count  # type: ignore[attr-defined]
    return ("in_time", _("under way")) if waiting else ("done", _("completed"))


def _stage_state(stage: Stage) -> tuple[str, Label]:
    if stage.is_public:
        return "done", _("public")
    if stage.ends_on is None:
        return "neutral", _("to come")
    clock = selectors.publication_clock(stage)
    if clock and clock.overdue_on(office_day()):
        return "late", _("not published in time")
    return "paused", _("not public")


def _doubts(stage: Stage) -> list[str]:
    return [_told(one) for one in doubts_about(stage)]


def _doubts_of_dossier(dossier: Dossier) -> list[str]:
    raised = doubts_of_agency(dossier.agency)[dossier.pk]
    return [f"{one.doubt.seq} {one.doubt.name}: {_told(one)}" for one in raised]


def _told(one: Raised) -> str:
    """A doubt in a line: what, the article, and the answer or what to do."""
    basis = f" ({one.basis.wording})" if one.basis else ""
    if one.answer:
        answered = _("Answered on %(day)s by %(post)s: %(reason)s") % {
            "day": one.answer.answered_on,
            "post": one.answer.post,
            "reason": one.answer.reason,
        }
        return f"{said(one.doubt)}{basis} {answered}"
    return f"{said(one.doubt)}{basis} {to_do(one.doubt)}"


def _lot_state(lot: Lot) -> tuple[str, Label]:
    return ("done", _("awarded")) if lot.awarded_on else ("in_time", _("not awarded"))


def _figures(stage: Stage) -> str:
    return " · ".join(
        f"{FIGURES.get(name, name)} {number}" for name, number in stage.figures.items()
    )


register(
    Register(
        name="dossiers",
        label=_("Recruitment and tenders"),
        intro=_("Each recruitment and tender, opened by the office that runs it."),
        model=Dossier,
        roles=ROLES,
        records=_dossiers,
        number=Field("code"),
        title=Field("title"),
        columns=(
            text("year", _("Year")),
            choice("kind", _("Kind")),
            day("opened_on", _("Opened on")),
            Column(label=_("State"), value=_dossier_state, kind="state"),
        ),
        facts=(
            choice("kind", _("Kind")),
            day("opened_on", _("Opened on")),
            quoted("office.name", _("Office")),
            listed("basis_documents", _("Documents that it rests on"), by="；"),
            number("stage_count", _("Stages")),
            Column(
                label=_("Stages published"),
                value=Field("public_count"),
                kind="number",
            ),
            Column(
                label=_("Vacancies"),
                value=Field("vacancy_count"),
                kind="number",
            ),
            number("lot_count", _("Lots")),
            quoted("template.name", _("Template of stages")),
            day("template.since", _("Version of")),
            Column(label=_("What may be half or fake"), value=_doubts_of_dossier, kind="quoted"),
            Column(label=_("State"), value=_dossier_state, kind="state"),
        ),
        filters=(
            Filter(name="year", label=_("Year"), lookup="year", choices=_years),
            Filter(name="kind", label=_("Kind"), lookup="kind", choices=_kinds),
        ),
        searched=("code", "title"),
        opening=(
            ActAtDesk(
                name="open",
                label=_("Open a dossier"),
                basis="recruitment.publicity",
                do=services.open_dossier,
                form=forms.DossierForm,
                why_not=policies.why_not_open,
                done=_("The dossier has been opened, with its stages."),
            ),
        ),
        acts=(
            ActAtDesk(
                name="offer-vacancy",
                label=_("Offer a vacancy"),
                basis="recruitment.publicity",
                do=services.offer_vacancy,
                form=forms.VacancyForm,
                why_not=policies.why_not_offer_vacancy,
                done=_("The vacancy has been offered."),
            ),
            ActAtDesk(
                name="offer-lot",
                label=_("Offer a lot"),
                basis="tender.publicity",
                do=services.offer_lot,
                form=forms.LotForm,
                why_not=policies.why_not_offer_lot,
                done=_("The lot has been offered."),
            ),
            ActAtDesk(
                name="appoint",
                label=_("Appoint a candidate"),
                basis="recruitment.publicity",
                do=services.appoint,
                form=forms.AppointmentForm,
                why_not=policies.why_not_appoint,
                done=_("The candidate has been appointed."),
            ),
        ),
        public_url=lambda dossier: dossier.get_absolute_url(),
    ),
    Register(
        name="stages",
        label=_("Stages of dossiers"),
        intro=_("Every stage of a recruitment or tender, published in its order by the clerk."),
        model=Stage,
        roles=ROLES,
        records=_stages,
        number=lambda stage: f"{stage.dossier.code}/{stage.seq}",
        title=Field("name"),
        columns=(
            quoted("dossier.title", _("Dossier")),
            day("starts_on", _("Starts on")),
            day("ends_on", _("Ends on")),
            day("published_on", _("Published on")),
            Column(label=_("State"), value=_stage_state, kind="state"),
        ),
        facts=(
            quoted("dossier.title", _("Dossier")),
            number("seq", _("Sequence number")),
            day("starts_on", _("Starts on")),
            day("ends_on", _("Ends on")),
            day("published_on", _("Published on")),
            quoted("result", _("Result")),
            Column(label=_("Figures"), value=_figures),
            quoted("post", _("Responsible post")),
            Column(label=_("What may be half or fake"), value=_doubts, kind="quoted"),
            Column(label=_("State"), value=_stage_state, kind="state"),
        ),
        filters=(
            Filter(name="dossier", label=_("Dossier"), lookup="dossier", choices=_titles),
            Filter(name="public", label=_("State"), lookup="is_public", choices=_publicity),
        ),
        searched=("name", "result", "dossier__title"),
        acts=(
            ActAtDesk(
                name="publish",
                label=_("Publish"),
                basis="disclosure.publish",
                do=services.publish_stage,
                form=forms.StageForm,
                why_not=policies.why_not_publish,
                done=_("The stage has been published."),
            ),
            ActAtDesk(
                name="schedule",
                label=_("Set its days"),
                basis="disclosure.publish",
                do=services.schedule_stage,
                form=forms.DaysForm,
                why_not=policies.why_not_schedule,
                done=_("The days of the stage have been set; its publication is due from them."),
            ),
            ActAtDesk(
                name="answer-doubt",
                label=_("Answer a doubt"),
                basis="disclosure.correction",
                do=services.answer_doubt,
                form=forms.DoubtForm,
                why_not=policies.why_not_answer_doubt,
                done=_("The answer has been entered."),
            ),
        ),
        clocks=(NamedClock(label=_("Publication"), read=selectors.publication_clock),),
        waiting=stages_unpublished,
        public_url=lambda stage: stage.dossier.get_absolute_url() if stage.is_public else "",
    ),
    Register(
        name="appointments",
        label=_("Appointments"),
        intro=_("Who was appointed to which vacancy, known by admission number alone."),
        model=Appointment,
        roles=ROLES,
        records=_appointments,
        number=Field("admission_number"),
        title=Field("vacancy.name"),
        columns=(
            quoted("vacancy.office.name", _("Office")),
            number("total_score", _("Total score")),
            day("appointed_on", _("Appointed on")),
        ),
        facts=(
            quoted("dossier.title", _("Dossier")),
            quoted("vacancy.name", _("Vacancy")),
            quoted("vacancy.requirement", _("Requirement")),
            quoted("vacancy.office.name", _("Office")),
            number("written_score", _("Written score")),
            number("interview_score", _("Interview score")),
            number("total_score", _("Total score")),
            day("appointed_on", _("Appointed on")),
            quoted("note", _("Note")),
        ),
        filters=(Filter(name="dossier", label=_("Dossier"), lookup="dossier", choices=_titles),),
        searched=("admission_number", "vacancy__name"),
    ),
    Register(
        name="lots",
        label=_("Lots"),
        intro=_("What is put out to tender, and to whom it went at which price."),
        model=Lot,
        roles=ROLES,
        records=_lots,
        number=lambda lot: f"{lot.dossier.code}/{lot.code}",
        title=Field("name"),
        columns=(
            number("base_price", _("Base price in yuan")),
            quoted("winner", _("Winner")),
            number("price", _("Price in yuan")),
            Column(label=_("State"), value=_lot_state, kind="state"),
        ),
        facts=(
            quoted("dossier.title", _("Dossier")),
            number("base_price", _("Base price in yuan")),
            number("bidders", _("Bidders")),
            quoted("winner", _("Winner")),
            number("price", _("Price in yuan")),
            day("awarded_on", _("Awarded on")),
            Column(label=_("State"), value=_lot_state, kind="state"),
        ),
        filters=(
            Filter(name="dossier", label=_("Dossier"), lookup="dossier", choices=_titles),
            Filter(
                name="awarded",
                label=_("State"),
                lookup="awarded_on__isnull",
                choices=_award_choices,
            ),
        ),
        searched=("code", "name", "winner"),
        acts=(
            ActAtDesk(
                name="award",
                label=_("Award"),
                basis="tender.award",
                do=services.award_lot,
                form=forms.AwardForm,
                why_not=policies.why_not_award,
                done=_("The lot has been awarded."),
            ),
        ),
    ),
)
