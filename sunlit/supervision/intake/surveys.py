"""Taking in the rounds of social review."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from sunlit.intake.folder import Folder
from sunlit.intake.rows import Amount, Code, Count, Day, Row
from sunlit.supervision import events, rules
from sunlit.supervision.models import Survey, SurveyAnswer

BASIS = "supervision.social_review"


class AnswerRow(Row):
    """A row of surveys.csv: one group, one indicator."""

    survey_id: Code
    surveyed_on: Day
    published_on: Day | None = None
    group: str
    indicator: str
    distributed: Count
    valid: Count
    very_satisfied: Count
    satisfied: Count
    fair: Count
    dissatisfied: Count
    rate: Amount | None = None
    organiser: str
    rectification: str = ""


def take_surveys(folder: Folder) -> None:
    """Take in the rounds, then how each group judged each indicator."""
    rows = folder.table("surveys.csv", AnswerRow)
    first: dict[str, AnswerRow] = {}
    for row in rows:
        folder.in_order(row, "surveyed_on", "published_on")
        known = first.setdefault(row.survey_id, row)
        for column in ("surveyed_on", "published_on", "organiser"):
            if getattr(row, column) != getattr(known, column):
                reason = _("Line %(line)d of the same survey says otherwise, and is kept.")
                folder.warn(row, column, reason % {"line": known.line})
    surveys = {
        code: Survey(
            agency=folder.agency,
            year=folder.year,
            code=code,
            surveyed_on=row.surveyed_on,
            published_on=row.published_on,
            organiser=row.organiser,
        )
        for code, row in first.items()
    }
    folder.save(Survey, surveys.values())
    answers = _answers(folder, rows, surveys)
    folder.save(SurveyAnswer, answers)
    for code, row in first.items():
        count = sum(answer.survey is surveys[code] for answer in answers)
        held = events.SurveyHeld(code, row.organiser, count)
        folder.enter(held, surveys[code], day=row.surveyed_on, basis=BASIS, row=row)
        if row.published_on:
            shown = events.SurveyPublished(code)
            folder.enter(shown, surveys[code], day=row.published_on, basis=BASIS, row=row)


def _answers(
    folder: Folder, rows: list[AnswerRow], surveys: Mapping[str, Survey]
) -> list[SurveyAnswer]:
    answers: dict[tuple[str, str, str], SurveyAnswer] = {}
    for row in rows:
        key = row.survey_id, row.group, row.indicator
        if key in answers:
            folder.fault_twice(row, "indicator", " / ".join(key))
        _check_counts(folder, row)
        answers[key] = SurveyAnswer(
            survey=surveys[row.survey_id],
            group=row.group,
            indicator=row.indicator,
            distributed=row.distributed,
            valid=row.valid,
            very_satisfied=row.very_satisfied,
            satisfied=row.satisfied,
            fair=row.fair,
            dissatisfied=row.dissatisfied,
            rectification=row.rectification,
        )
    return list(answers.values())


def _check_counts(folder: Folder, row: AnswerRow) -> None:
    if row.valid > row.distributed:
        folder.warn(row, "valid", _("More questionnaires are valid than were given out."))
    parts = (row.very_satisfied, row.satisfied, row.fair, row.dissatisfied)
    if not rules.adds_up(parts, row.valid):
        reason = _("The answers add up to %(found)d, but %(stated)d are valid.")
        folder.warn(row, "valid", reason % {"found": sum(parts), "stated": row.valid})
    rate = rules.rate(row.very_satisfied + row.satisfied, row.valid)
    if row.rate is not None and row.rate != rate:
        reason = _("The answers make a rate of %(found)s, not of %(stated)s.")
        folder.warn(row, "rate", reason % {"found": rate, "stated": row.rate})
