"""Taking in the year's recruitment: vacancies, stages, people appointed."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from sunlit.dossiers import events
from sunlit.dossiers.intake.documents import RecruitmentDocument, VacancyPart
from sunlit.dossiers.intake.stages import decided_on, enter, take_dossier
from sunlit.dossiers.models import Appointment, Dossier, Kind, Vacancy
from sunlit.intake.folder import Folder

FILE = "recruitment.yaml"


def take(folder: Folder) -> None:
    """Take in the recruitment of the year."""
    document = folder.document(FILE, RecruitmentDocument)
    if document is None:
        folder.take_links(Kind.RECRUITMENT)  # which stages there are, nobody knows
        return
    supervision = document.supervision
    dossier = Dossier(
        agency=folder.agency,
        year=folder.year,
        kind=Kind.RECRUITMENT,
        code=document.project_no,
        title=document.project,
        basis_documents=[text for text in (document.plan_doc, document.approved_by) if text],
        facts={
            "planned": document.planned,
            "scoring": document.scoring,
            "supervision": supervision.model_dump() if supervision else {},
        },
    )
    take_dossier(folder, dossier, document, document.stages)
    vacancies = _take_vacancies(folder, dossier, document.posts)
    _take_appointments(folder, dossier, vacancies, document)


def _take_vacancies(
    folder: Folder, dossier: Dossier, parts: Iterable[VacancyPart]
) -> Mapping[str, Vacancy]:
    vacancies: dict[str, Vacancy] = {}
    rows: dict[str, VacancyPart] = {}
    for part in parts:
        if part.code in rows:
            folder.fault_twice(part, "code", part.code)
        rows[part.code] = part
        if office := folder.find("office", part.unit, part, "unit"):
            vacancies[part.code] = Vacancy(
                dossier=dossier,
                code=part.code,
                name=part.name,
                office=office,
                places=part.number,
                requirement=part.requirement,
            )
    folder.save(Vacancy, vacancies.values())
    folder.promise("vacancy", rows)
    folder.shelve("vacancy", vacancies)
    for code, vacancy in vacancies.items():
        offered = events.VacancyOffered(code, vacancy.name, vacancy.places)
        enter(folder, dossier, offered, vacancy, day=dossier.opened_on, row=rows[code])
    return vacancies


def _take_appointments(
    folder: Folder,
    dossier: Dossier,
    vacancies: Mapping[str, Vacancy],
    document: RecruitmentDocument,
) -> None:
    day = decided_on(folder, dossier, document.stages)
    appointments: dict[str, Appointment] = {}
    for part in document.successful_candidates:
        if part.admission_no in appointments:
            folder.fault_twice(part, "admission_no", part.admission_no)
        if vacancy := folder.find("vacancy", part.post, part, "post"):
            appointments[part.admission_no] = Appointment(
                dossier=dossier,
                vacancy=vacancy,
                admission_number=part.admission_no,
                written_score=part.written,
                interview_score=part.interview,
                total_score=part.total,
                appointed_on=day,
                note=part.note,
            )
    folder.save(Appointment, appointments.values())
    for part in document.successful_candidates:
        if appointment := appointments.get(part.admission_no):
            event = events.CandidateAppointed(part.post, part.admission_no)
            enter(folder, dossier, event, appointment, day=day, row=part)
    _warn_of_counts(folder, vacancies, document)


def _warn_of_counts(
    folder: Folder, vacancies: Mapping[str, Vacancy], document: RecruitmentDocument
) -> None:
    candidates = document.successful_candidates
    if document.hired is not None and document.hired != len(candidates):
        reason = _("%(stated)d people are stated, but the list has %(found)d.")
        values = {"stated": document.hired, "found": len(candidates)}
        folder.warn(document, "hired", reason % values)
    for part in document.posts:
        found = sum(candidate.post == part.code for candidate in candidates)
        if part.code in vacancies and found > part.number:
            reason = _("%(found)d people were appointed to %(places)d places.")
            folder.warn(part, "number", reason % {"found": found, "places": part.number})
