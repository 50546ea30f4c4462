"""The register of the office hours, in all their versions."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from sunlit.design.columns import day, quoted
from sunlit.design.registers import ActAtDesk, Column, Field, Label, Register, register
from sunlit.desk.forms.hours import HoursForm
from sunlit.organization.models import Official, Role, WorkingHours
from sunlit.organization.policies.hours import BASIS, why_not_set_hours
from sunlit.organization.rules.hours import WEEKDAYS
from sunlit.organization.selectors import office_day
from sunlit.organization.selectors.hours import hours_in_force
from sunlit.organization.services.hours import set_hours


def _versions(by: Official) -> QuerySet[WorkingHours]:
    return WorkingHours.objects.filter(agency=by.agency).order_by("-since")


def _number(one: WorkingHours) -> str:
    return one.since.isoformat()


def _state(one: WorkingHours) -> tuple[str, Label]:
    today = office_day()
    if one.since > today:
        return "neutral", _("to come")
    holds = hours_in_force(one.agency_id, on=today).version == one
    return ("in_time", _("in force")) if holds else ("neutral", _("replaced"))


def _day(number: int) -> Column:
    def spans(one: WorkingHours) -> str:
        return ", ".join(one.week[number])

    return Column(label=WEEKDAY_LABELS[number], value=spans)


WEEKDAY_LABELS = (
    _("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"),
    _("Sunday"),
)  # fmt: skip

register(
    Register(
        name="office-hours",
        label=_("Office hours"),
        intro=_("When the office works, in all versions; clocks in hours go by what holds on each "
                "day. Where nothing is set, the usual hours count."),
        model=WorkingHours,
        roles=frozenset(Role),
        records=_versions,
        number=_number,
        title=Field("document"),
        columns=(
            day("since", _("Since")),
            Column(label=_("State"), value=_state, kind="state"),
        ),
        facts=(
            day("since", _("Since")),
            quoted("document", _("Document that says so")),
            Column(label=_("State"), value=_state, kind="state"),
            *(_day(number) for number in range(len(WEEKDAYS))),
        ),
        opening=(
            ActAtDesk(
                name="set",
                label=_("Set the office hours"),
                basis=BASIS,
                do=set_hours,
                form=HoursForm,
                why_not=why_not_set_hours,
                done=_("The office hours have been set."),
            ),
        ),
    )
)  # fmt: skip
