"""The registers of training and demonstration points."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.design.columns import choice, day, number, quoted
from sunlit.design.registers import ActAtDesk, Field, Filter, Label, Register
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
    number=Field("code"),
    title=Field("title"),
    columns=(
        choice("kind", _("Kind")),
        day("held_on", pgettext_lazy("training", "Held on")),
        number("attended", pgettext_lazy("training", "Attended")),
        number("hours", pgettext_lazy("training", "Hours")),
    ),
    facts=(
        choice("kind", _("Kind")),
        day("held_on", pgettext_lazy("training", "Held on")),
        quoted("office.name", _("Organised by")),
        quoted("audience", _("For whom")),
        number("attended", pgettext_lazy("training", "Attended")),
        number("hours", pgettext_lazy("training", "Hours")),
        quoted("content", _("Content")),
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
    number=Field("code"),
    title=Field("name"),
    columns=(
        quoted("kind", _("Kind")),
        quoted("level", pgettext_lazy("demonstration point", "Level")),
        day("accepted_on", pgettext_lazy("demonstration point", "Accepted on")),
    ),
    facts=(
        quoted("kind", _("Kind")),
        quoted("office.name", _("Office")),
        day("applied_on", pgettext_lazy("demonstration point", "Applied on")),
        day("accepted_on", pgettext_lazy("demonstration point", "Accepted on")),
        number("score", pgettext_lazy("demonstration point", "Score")),
        quoted("level", pgettext_lazy("demonstration point", "Level")),
        quoted("practice", _("What it shows")),
        number("peer_visits", _("Visits by others")),
    ),
    filters=(
        Filter(name="year", label=_("Year"), lookup="year", choices=years_of(DemonstrationPoint)),
        Filter(name="kind", label=_("Kind"), lookup="kind", choices=_point_kinds),
        Filter(name="office", label=_("Office"), lookup="office", choices=offices),
    ),
    searched=("code", "name", "practice"),
)

REGISTERS = (TRAININGS, POINTS)
