"""The registers of powers and flow charts at the desk."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from sunlit.design.registers import ActAtDesk, Column, Filter, Label, Register, register
from sunlit.organization.models import Official, Role
from sunlit.powers import forms, policies, services
from sunlit.powers.models import FlowChart, Kind, Power


def _powers(by: Official) -> QuerySet[Power]:
    powers = Power.objects.filter(agency=by.agency)
    return powers.select_related("office", "flow_chart").order_by("code")


def _charts(by: Official) -> QuerySet[FlowChart]:
    charts = FlowChart.objects.filter(agency=by.agency)
    return charts.select_related("office", "procedure").order_by("code")


def _kinds(_by: Official) -> Sequence[tuple[str, Label]]:
    return [(kind.value, kind.label) for kind in Kind]


def _state(power: Power) -> tuple[str, Label]:
    if power.cancelled_on:
        return "neutral", _("off the list")
    return ("done", _("public")) if power.is_public else ("paused", _("not public"))


register(
    Register(
        name="powers",
        label=_("Powers"),
        intro=_("The list of powers and responsibilities, kept by the legal section."),
        model=Power,
        roles=frozenset(
            {
                Role.CLERK,
                Role.SECTION_HEAD,
                Role.APPROVER,
                Role.WINDOW_CLERK,
                Role.CHIEF_REPRESENTATIVE,
                Role.INVESTIGATOR,
            }
        ),
        records=_powers,
        number=lambda power: power.code,
        title=lambda power: power.name,
        columns=(
            Column(label=_("Kind"), value=lambda power: power.get_kind_display()),
            Column(label=_("Handled by"), value=lambda power: power.office_name, kind="quoted"),
            Column(label=_("Published on"), value=lambda power: power.published_on, kind="day"),
            Column(label=_("State"), value=_state, kind="state"),
        ),
        facts=(
            Column(label=_("Kind"), value=lambda power: power.get_kind_display()),
            Column(label=_("Sub-list"), value=lambda power: power.sub_list, kind="quoted"),
            Column(label=_("Legal basis"), value=lambda power: power.legal_basis, kind="quoted"),
            Column(label=_("Content"), value=lambda power: power.content, kind="quoted"),
            Column(label=_("Handled by"), value=lambda power: power.office_name, kind="quoted"),
            Column(
                label=_("Statutory limit in working days"),
                value=lambda power: power.statutory_days,
                kind="number",
            ),
            Column(
                label=_("Promised limit"), value=lambda power: power.promised_days, kind="quoted"
            ),
            Column(label=_("Fee"), value=lambda power: power.fee, kind="quoted"),
            Column(
                label=_("Flow chart"),
                kind="quoted",
                value=lambda power: power.flow_chart and power.flow_chart.name,
            ),
            Column(label=_("Duties"), value=lambda power: power.duties, kind="quoted"),
            Column(
                label=_("Accountability"), value=lambda power: power.accountability, kind="quoted"
            ),
            Column(
                label=_("At the service window"),
                value=lambda power: power.in_service_window,
                kind="yes_no",
            ),
            Column(
                label=_("Check of the legal basis"),
                value=lambda power: power.get_verification_display(),
            ),
            Column(label=_("Published on"), value=lambda power: power.published_on, kind="day"),
        ),
        filters=(Filter(name="kind", label=_("Kind"), lookup="kind", choices=_kinds),),
        searched=("code", "name"),
        acts=(
            ActAtDesk(
                name="cancel",
                label=_("Take off the list"),
                basis="power.list",
                do=services.cancel,
                form=forms.CancelForm,
                why_not=policies.why_not_cancel,
                done=_("The power has been taken off the list."),
            ),
        ),
        public_url=lambda power: power.get_absolute_url() if power.is_public else "",
    ),
    Register(
        name="flow-charts",
        label=_("Flow charts"),
        intro=_("The flow charts of all procedures, drawn by the offices that run them."),
        model=FlowChart,
        roles=frozenset({Role.CLERK, Role.SECTION_HEAD}),
        records=_charts,
        number=lambda chart: chart.code,
        title=lambda chart: chart.name,
        columns=(
            Column(label=_("Steps"), value=lambda chart: chart.steps, kind="number"),
            Column(label=_("Published on"), value=lambda chart: chart.published_on, kind="day"),
        ),
        facts=(
            Column(label=_("Office"), value=lambda chart: chart.office.name, kind="quoted"),
            Column(label=_("Steps"), value=lambda chart: chart.steps, kind="number"),
            Column(label=_("Risk points"), value=lambda chart: chart.risk_points, kind="number"),
            Column(label=_("Drawn on"), value=lambda chart: chart.drawn_on, kind="day"),
            Column(label=_("Published on"), value=lambda chart: chart.published_on, kind="day"),
        ),
        searched=("code", "name"),
    ),
)
