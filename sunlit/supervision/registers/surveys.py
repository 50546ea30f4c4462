"""The registers of social review: the rounds, and how each group judged each indicator."""

from collections.abc import Sequence

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.design.columns import day, number, quoted
from sunlit.design.faces import said
from sunlit.design.registers import Column, Field, Filter, Label, Register
from sunlit.organization.models import Official
from sunlit.supervision import selectors
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


def _verdict(answer: SurveyAnswer) -> tuple[str, Label] | None:
    passed = selectors.passes(answer, survey=answer.survey)
    if passed is None:
        return None
    return (
        ("done", pgettext_lazy("social review", "passed"))
        if passed
        else ("late", _("below the standard"))
    )


def _standard(answer: SurveyAnswer) -> str:
    found = selectors.threshold(answer.survey)
    facts = {"share": said(found.wording), "source": said(found.source)}
    if found.record:
        return _now("%(share)s (%(source)s)") % facts
    return _now("%(share)s (%(source)s; nothing set for the province)") % facts


SURVEYS = Register(
    name="surveys",
    label=_("Social reviews"),
    intro=_("The rounds in which the public was asked to judge the agency."),
    model=Survey,
    roles=WATCHERS,
    records=_surveys,
    number=Field("code"),
    title=Field("organiser"),
    columns=(
        day("surveyed_on", pgettext_lazy("social review", "Surveyed on")),
        day("published_on", _("Published on")),
        number("judged", pgettext_lazy("social review", "Answers")),
    ),
    facts=(
        day("surveyed_on", pgettext_lazy("social review", "Surveyed on")),
        day("published_on", _("Published on")),
        quoted("organiser", _("Organised by")),
        number("judged", pgettext_lazy("social review", "Answers")),
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
    number=Field("survey.code"),
    title=lambda answer: f"{answer.group} · {answer.indicator}",
    columns=(
        number("valid", _("Valid questionnaires")),
        number("rate", _("Satisfied in percent")),
        Column(label=_("Verdict"), value=_verdict, kind="state"),
        quoted("rectification", _("Rectification")),
    ),
    facts=(
        quoted("group", pgettext_lazy("social review", "Group")),
        quoted("indicator", _("Indicator")),
        number("distributed", _("Questionnaires given out")),
        number("valid", _("Valid questionnaires")),
        number("very_satisfied", _("Very satisfied")),
        number("satisfied", _("Satisfied")),
        number("fair", _("Fairly satisfied")),
        number("dissatisfied", _("Dissatisfied")),
        number("rate", _("Satisfied in percent")),
        Column(label=pgettext_lazy("social review", "Standard"), value=_standard),
        Column(label=_("Verdict"), value=_verdict, kind="state"),
        quoted("rectification", _("Rectification")),
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
