"""Readings of dossiers: stages published, stages overdue, people appointed, lots awarded."""

from collections.abc import Mapping
from datetime import date

from django.db.models import QuerySet

from sunlit import statutes
from sunlit.dossiers import rules, vocabulary
from sunlit.dossiers.models import Appointment, Dossier, Lot, Stage, Vacancy
from sunlit.dossiers.rules import StageRule
from sunlit.kernel.clock import Ended, Event, Reading, Started, run
from sunlit.kernel.limits import Limit
from sunlit.kernel.refusals import BeyondCalendar, NotYetLaw
from sunlit.organization.models import Agency
from sunlit.organization.selectors import official_calendar

PUBLICATION = "disclosure.publish"


def dossiers_of_year(agency: Agency, year: int) -> QuerySet[Dossier]:
    """Return the dossiers of a year, by kind and code."""
    dossiers = Dossier.objects.filter(agency=agency, year=year)
    return dossiers.select_related("office", "template").order_by("kind", "code")


def stages_published(agency: Agency, year: int) -> QuerySet[Stage]:
    """Return the stages of all dossiers that were published in a year."""
    stages = Stage.objects.filter(dossier__agency=agency, is_public=True, published_on__year=year)
    return stages.select_related("dossier").order_by("dossier__code", "seq")


def stages_ended(agency: Agency, year: int) -> QuerySet[Stage]:
    """Return the stages that ended in a year, published or not."""
    stages = Stage.objects.filter(dossier__agency=agency, ends_on__year=year)
    return stages.select_related("dossier").order_by("dossier__code", "seq")


def vacancies_of_year(agency: Agency, year: int) -> QuerySet[Vacancy]:
    """Return the vacancies that the recruitments of a year offered."""
    vacancies = Vacancy.objects.filter(dossier__agency=agency, dossier__year=year)
    return vacancies.select_related("dossier", "office").order_by("dossier__code", "code")


def lots_offered(agency: Agency, year: int) -> QuerySet[Lot]:
    """Return the lots that the tenders of a year offered, awarded or not."""
    lots = Lot.objects.filter(dossier__agency=agency, dossier__year=year)
    return lots.select_related("dossier").order_by("dossier__code", "code")


def appointments_of_year(agency: Agency, year: int) -> QuerySet[Appointment]:
    """Return the people appointed in a year."""
    appointments = Appointment.objects.filter(dossier__agency=agency, appointed_on__year=year)
    return appointments.select_related("dossier", "vacancy__office").order_by(
        "dossier__code", "admission_number"
    )


def lots_of_year(agency: Agency, year: int) -> QuerySet[Lot]:
    """Return the lots awarded in a year."""
    lots = Lot.objects.filter(dossier__agency=agency, awarded_on__year=year)
    return lots.select_related("dossier").order_by("dossier__code", "code")


def stage_days(dossier: Dossier) -> list[rules.StageDays]:
    """Return the days of a dossier's stages, as the rules take them."""
    return [stage.days for stage in dossier.stages.order_by("seq")]


def stage_rules(dossier: Dossier) -> Mapping[str, StageRule]:
    """Return what is asked of a dossier's stages, by their names: as of the day of its opening."""
    asked = map(StageRule.from_kept, dossier.asked)
    usual = vocabulary.stages().get(dossier.kind, ())
    return {rule.name: rule for rule in (asked if dossier.asked else usual)}


def deciding_names(dossier: Dossier) -> frozenset[str]:
    """Return the names of the stages with whose end a dossier is decided."""
    return frozenset(rule.name for rule in stage_rules(dossier).values() if rule.decides)


def optional_names(dossier: Dossier) -> frozenset[str]:
    """Return the names of the stages that a dossier may do without."""
    return frozenset(rule.name for rule in stage_rules(dossier).values() if not rule.is_required)


def undecided_because_of(dossier: Dossier) -> rules.StageDays | None:
    """Return the stage that must be published before a dossier can be decided, if one is not."""
    stages = stage_days(dossier)
    deciding = rules.deciding(stages, deciding_names(dossier))
    if deciding is None:
        return None
    return rules.unpublished_before(stages, deciding.seq, optional=optional_names(dossier))


def decision_is_public(dossier: Dossier, *, on: date) -> bool:
    """Say whether the stage that decides a dossier had been published by a day."""
    deciding = rules.deciding(stage_days(dossier), deciding_names(dossier))
    if deciding is None:
        return False
    published = dossier.stages.filter(seq=deciding.seq, is_public=True, published_on__lte=on)
    return published.exists()


def publication_limit(stage: Stage, ended_on: date) -> Limit:
    """Return how long a stage may wait for publication: as its template promises, or by law.

    A promise is never longer than the law allows: a template that gives more is not established.
    """
    by_law = statutes.limit(PUBLICATION, on=ended_on)
    rule = stage_rules(stage.dossier).get(stage.name)
    if rule is None or not rule.within:
        return by_law
    return Limit(rule.within, rule.unit, by_law.basis, roll_forward=by_law.roll_forward)


def publication_clock(stage: Stage) -> Reading | None:
    """Return the clock for a stage's publication: it runs from the day on which the stage ends.

    None for a stage that is still open, or that was published while it ran.
    """
    ends_on, published_on = stage.ends_on, stage.published_on
    if ends_on is None or (published_on and published_on <= ends_on):
        return None
    events: list[Event] = [Started(ends_on)]
    if published_on:
        events.append(Ended(published_on))
    try:
        calendar = official_calendar(stage.dossier.agency_id)
        return run(publication_limit(stage, ends_on), events, calendar)
    except (NotYetLaw, BeyondCalendar):
        return None


def stages_overdue(agency: Agency, *, on: date) -> list[Stage]:
    """Return the stages that should have been published before a day, and were not."""
    ended = Stage.objects.filter(dossier__agency=agency, ends_on__lt=on)
    open_stages = ended.exclude(published_on__lte=on).select_related("dossier__template")
    calendar = official_calendar(agency.pk)

    def is_overdue(stage: Stage) -> bool:
        def due(ended_on: date) -> date:
            limit = publication_limit(stage, ended_on)
            due_on = run(limit, [Started(ended_on)], calendar).due_on
            return due_on or date.max

        return any(rules.overdue([stage.days], on=on, due=due))

    waiting = open_stages.order_by("ends_on", "dossier__code", "seq")
    return [stage for stage in waiting if is_overdue(stage)]
