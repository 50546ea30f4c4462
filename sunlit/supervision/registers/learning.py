"""The registers of training and demonstration points."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.design.registers import ActAtDesk, Column, Filter, Label, Register
from sunlit.organization.models import Official
from sunlit.supervision import forms, policies
from sunlit.supervision.models import DemonstrationPoint, Training, TrainingKind
from sunlit.supervision.registers.choices import WATCHERS, offices, words, years_of
from sunlit.supervision.services import learning as services


def _trainings(by: Official) -> QuerySet[Training]:
    trainings = Training.objects.filter(agency=by.agency)
    return trainings.select_related("office").order_by("-held_on", "-code")


def _points(by: Official) -> QuerySet[DemonstrationPoint]:
    points = DemonstrationPoint.objects.filter(agency=by.agency)
    return points.select_related("office").order_by("-year", "code")


def _kinds(_by: Official) -> Sequence[tuple[str, Label]]:
    return list(TrainingKind.choices)


def _point_kinds(by: Official) -> Sequence[tuple[str, Label]]:
    return words(DemonstrationPoint.objects.filter(agency=by.agency), "kind")


TRAININGS = Register(
    name="trainings",
    label=_("Training"),
    intro=_("Occasions for study, exchange and training in open government."),
    model=Training,
    roles=WATCHERS,
    records=_trainings,
    number=lambda training: training.code,
    title=lambda training: training.title,
    columns=(
        Column(label=_("Kind"), value=lambda training: training.get_kind_display()),
        Column(
            label=pgettext_lazy("training", "Held on"),
            value=lambda training: training.held_on,
            kind="day",
        ),
        Column(
            label=pgettext_lazy("training", "Attended"),
            value=lambda training: training.attended,
            kind="number",
        ),
        Column(
            label=pgettext_lazy("training", "Hours"),
            value=lambda training: training.hours,
            kind="number",
        ),
    ),
    facts=(
        Column(label=_("Kind"), value=lambda training: training.get_kind_display()),
        Column(
            label=pgettext_lazy("training", "Held on"),
            value=lambda training: training.held_on,
            kind="day",
        ),
        Column(label=_("Organised by"), value=lambda training: training.office.name, kind="quoted"),
        Column(label=_("For whom"), value=lambda training: training.audience, kind="quoted"),
        Column(
            label=pgettext_lazy("training", "Attended"),
            value=lambda training: training.attended,
            kind="number",
        ),
        Column(
            label=pgettext_lazy("training", "Hours"),
            value=lambda training: training.hours,
            kind="number",
        ),
        Column(label=_("Content"), value=lambda training: training.content, kind="quoted"),
    ),
    filters=(
        Filter(name="year", label=_("Year"), lookup="year", choices=years_of(Training)),
        Filter(name="kind", label=_("Kind"), lookup="kind", choices=_kinds),
        Filter(name="office", label=_("Organised by"), lookup="office", choices=offices),
    ),
    searched=("code", "title", "audience", "content"),
    opening=(
        ActAtDesk(
            name="record",
            label=_("Record training"),
            basis="supervision.training",
            do=services.record_training,
            form=forms.TrainingForm,
            why_not=policies.why_not_record_training,
            done=_("The training has been recorded."),
        ),
    ),
)

POINTS = Register(
    name="demonstration-points",
    label=_("Demonstration points"),
    intro=_("Places that show other offices how open government is done."),
    model=DemonstrationPoint,
    roles=WATCHERS,
    records=_points,
    number=lambda point: point.code,
    title=lambda point: point.name,
    columns=(
        Column(label=_("Kind"), value=lambda point: point.kind, kind="quoted"),
        Column(
            label=pgettext_lazy("demonstration point", "Level"),
            value=lambda point: point.level,
            kind="quoted",
        ),
        Column(
            label=pgettext_lazy("demonstration point", "Accepted on"),
            value=lambda point: point.accepted_on,
            kind="day",
        ),
    ),
    facts=(
        Column(label=_("Kind"), value=lambda point: point.kind, kind="quoted"),
        Column(label=_("Office"), value=lambda point: point.office.name, kind="quoted"),
        Column(
            label=pgettext_lazy("demonstration point", "Applied on"),
            value=lambda point: point.applied_on,
            kind="day",
        ),
        Column(
            label=pgettext_lazy("demonstration point", "Accepted on"),
            value=lambda point: point.accepted_on,
            kind="day",
        ),
        Column(
            label=pgettext_lazy("demonstration point", "Score"),
            value=lambda point: point.score,
            kind="number",
        ),
        Column(
            label=pgettext_lazy("demonstration point", "Level"),
            value=lambda point: point.level,
            kind="quoted",
        ),
        Column(label=_("What it shows"), value=lambda point: point.practice, kind="quoted"),
        Column(label=_("Visits by others"), value=lambda point: point.peer_visits, kind="number"),
    ),
    filters=(
        Filter(name="year", label=_("Year"), lookup="year", choices=years_of(DemonstrationPoint)),
        Filter(name="kind", label=_("Kind"), lookup="kind", choices=_point_kinds),
        Filter(name="office", label=_("Office"), lookup="office", choices=offices),
    ),
    searched=("code", "name", "practice"),
)

REGISTERS = (TRAININGS, POINTS)
