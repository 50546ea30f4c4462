"""The registers of social review: the rounds, and how each group judged each indicator."""

from collections.abc import Sequence

from django.db.models import Count, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.design.registers import Column, Filter, Label, Register
from sunlit.organization.models import Official
from sunlit.supervision.models import Survey, SurveyAnswer
from sunlit.supervision.registers.choices import WATCHERS, words, years_of


def _surveys(by: Official) -> QuerySet[Survey]:
    surveys = Survey.objects.filter(agency=by.agency).annotate(judged=Count("answers"))
    return surveys.order_by("-surveyed_on", "-code")


def _answers(by: Official) -> QuerySet[SurveyAnswer]:
    answers = SurveyAnswer.objects.filter(survey__agency=by.agency)
    return answers.select_related("survey").order_by("-survey__surveyed_on", "id")


def _rounds(by: Official) -> Sequence[tuple[str, Label]]:
    surveys = Survey.objects.filter(agency=by.agency).order_by("-surveyed_on")
    return [(str(survey.pk), survey.code) for survey in surveys]


def _groups(by: Official) -> Sequence[tuple[str, Label]]:
    return words(SurveyAnswer.objects.filter(survey__agency=by.agency), "group")


def _indicators(by: Official) -> Sequence[tuple[str, Label]]:
    return words(SurveyAnswer.objects.filter(survey__agency=by.agency), "indicator")


SURVEYS = Register(
    name="surveys",
    label=_("Social reviews"),
    intro=_("The rounds in which the public was asked to judge the agency."),
    model=Survey,
    roles=WATCHERS,
    records=_surveys,
    number=lambda survey: survey.code,
    title=lambda survey: survey.organiser,
    columns=(
        Column(
            label=pgettext_lazy("social review", "Surveyed on"),
            value=lambda survey: survey.surveyed_on,
            kind="day",
        ),
        Column(label=_("Published on"), value=lambda survey: survey.published_on, kind="day"),
        Column(
            label=pgettext_lazy("social review", "Answers"),
            value=lambda survey: survey.judged,
            kind="number",
        ),
    ),
    facts=(
        Column(
            label=pgettext_lazy("social review", "Surveyed on"),
            value=lambda survey: survey.surveyed_on,
            kind="day",
        ),
        Column(label=_("Published on"), value=lambda survey: survey.published_on, kind="day"),
        Column(label=_("Organised by"), value=lambda survey: survey.organiser, kind="quoted"),
        Column(
            label=pgettext_lazy("social review", "Answers"),
            value=lambda survey: survey.judged,
            kind="number",
        ),
    ),
    filters=(Filter(name="year", label=_("Year"), lookup="year", choices=years_of(Survey)),),
    searched=("code", "organiser"),
)

ANSWERS = Register(
    name="survey-answers",
    label=_("Answers in social reviews"),
    intro=_("How each group of people judged each indicator, round by round."),
    model=SurveyAnswer,
    roles=WATCHERS,
    records=_answers,
    number=lambda answer: answer.survey.code,
    title=lambda answer: f"{answer.group} · {answer.indicator}",
    columns=(
        Column(label=_("Valid questionnaires"), value=lambda answer: answer.valid, kind="number"),
        Column(label=_("Satisfied in percent"), value=lambda answer: answer.rate, kind="number"),
        Column(label=_("Rectification"), value=lambda answer: answer.rectification, kind="quoted"),
    ),
    facts=(
        Column(
            label=pgettext_lazy("social review", "Group"),
            value=lambda answer: answer.group,
            kind="quoted",
        ),
        Column(label=_("Indicator"), value=lambda answer: answer.indicator, kind="quoted"),
        Column(
            label=_("Questionnaires given out"),
            value=lambda answer: answer.distributed,
            kind="number",
        ),
        Column(label=_("Valid questionnaires"), value=lambda answer: answer.valid, kind="number"),
        Column(
            label=_("Very satisfied"), value=lambda answer: answer.very_satisfied, kind="number"
        ),
        Column(label=_("Satisfied"), value=lambda answer: answer.satisfied, kind="number"),
        Column(label=_("Fairly satisfied"), value=lambda answer: answer.fair, kind="number"),
        Column(label=_("Dissatisfied"), value=lambda answer: answer.dissatisfied, kind="number"),
        Column(label=_("Satisfied in percent"), value=lambda answer: answer.rate, kind="number"),
        Column(label=_("Rectification"), value=lambda answer: answer.rectification, kind="quoted"),
    ),
    filters=(
        Filter(name="survey", label=_("Social review"), lookup="survey", choices=_rounds),
        Filter(
            name="group",
            label=pgettext_lazy("social review", "Group"),
            lookup="group",
            choices=_groups,
        ),
        Filter(name="indicator", label=_("Indicator"), lookup="indicator", choices=_indicators),
    ),
    searched=("group", "indicator"),
)

REGISTERS = (SURVEYS, ANSWERS)
