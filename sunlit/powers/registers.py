"""The registers of powers and flow charts at the desk."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from sunlit.design.columns import choice, day, number, quoted, text, yes_no
from sunlit.design.registers import (
    ActAtDesk,
    Column,
    Field,
    Filter,
    Label,
    Register,
    Waiting,
    register,
)
from sunlit.organization.models import Agency, Official, Role
from sunlit.organization.selectors import office_day
from sunlit.powers import forms, policies, services
from sunlit.powers.lifecycle import ChartStatus
from sunlit.powers.models import ChartVersion, FlowChart, Kind, Power
from sunlit.powers.selectors import versions_open
from sunlit.powers.showing import state_of, version_shown


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
        number=Field("code"),
        title=Field("name"),
        columns=(
            choice("kind", _("Kind")),
            quoted("office_name", _("Handled by")),
            day("published_on", _("Published on")),
            Column(label=_("State"), value=_state, kind="state"),
        ),
        facts=(
            choice("kind", _("Kind")),
            quoted("sub_list", _("Sub-list")),
            quoted("legal_basis", _("Legal basis")),
            quoted("content", _("Content")),
            quoted("office_name", _("Handled by")),
            number("statutory_days", _("Statutory limit in working days")),
            quoted("promised_days", _("Promised limit")),
            quoted("fee", _("Fee")),
            quoted("flow_chart.name", _("Flow chart")),
            quoted("duties", _("Duties")),
            quoted("accountability", _("Accountability")),
            yes_no("in_service_window", _("At the service window")),
            choice("verification", _("Check of the legal basis")),
            day("published_on", _("Published on")),
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
        number=Field("code"),
        title=Field("name"),
        columns=(
            number("steps", _("Steps")),
            day("published_on", _("Published on")),
        ),
        facts=(
            quoted("office.name", _("Office")),
            number("steps", _("Steps")),
            number("risk_points", _("Risk points")),
            day("drawn_on", _("Drawn on")),
            day("published_on", _("Published on")),
        ),
        searched=("code", "name"),
    ),
)


def _versions(by: Official) -> QuerySet[ChartVersion]:
    versions = ChartVersion.objects.filter(agency=by.agency)
    related = versions.select_related("procedure", "chart", "item", "uploaded_by")
    return related.order_by("procedure__code", "-number")


def _version_state(version: ChartVersion) -> tuple[str, Label]:
    return state_of(version, today=office_day())


def _version_states(_by: Official) -> Sequence[tuple[str, Label]]:
    return [(status.value, status.label) for status in ChartStatus]


def _version_waiting(agency: Agency, _on: date) -> Iterable[Waiting]:
    """Yield the versions to be sent to the gate, and the published ones to be put in force."""
    for version in versions_open(agency):
        is_new = version.status == ChartStatus.UPLOADED
        if not is_new and not (version.item and version.item.is_public):
            continue  # the item itself waits at the gate
        yield Waiting(
            record=version,
            act="send-to-gate" if is_new else "put-in-force",
            roles=frozenset({Role.CLERK}),
            since=version.uploaded_on,
        )


register(
    Register(
        name="chart-versions",
        label=_("Versions of flow charts"),
        intro=_(
            "The charts that the agency drew itself, from upload through the gate to the day on "
            "which they come into force."
        ),
        model=ChartVersion,
        roles=frozenset(
            {*policies.CHARTERS, Role.SECRECY_REVIEWER, Role.LEGAL_REVIEWER, Role.APPROVER}
        ),
        records=_versions,
        number=Field("code"),
        title=Field("procedure.name"),
        columns=(
            number("number", _("Version")),
            day("uploaded_on", _("Uploaded on")),
            day("in_force_from", _("In force from")),
            Column(label=_("State"), value=_version_state, kind="state"),
        ),
        facts=(
            Column(label=_("State"), value=_version_state, kind="state"),
            quoted("note", _("What changed, and why")),
            quoted("uploaded_by.post", _("Uploaded by")),
            text("item.code", _("Item")),
            text("chart.digest", _("Digest (SHA-256)")),
            day("uploaded_on", _("Uploaded on")),
            day("item.published_on", _("Published on")),
            day("in_force_from", _("In force from")),
        ),
        filters=(
            Filter(name="status", label=_("State"), lookup="status", choices=_version_states),
        ),
        searched=("procedure__code", "procedure__name", "note"),
        opening=(
            ActAtDesk(
                name="upload",
                label=_("Upload a flow chart"),
                basis=services.FLOW_CHART,
                do=services.upload_chart,
                form=forms.UploadChartForm,
                why_not=policies.why_not_upload,
                done=_("The chart is well drawn and keeps what the law asks for. Look at it here."),
            ),
        ),
        acts=(
            ActAtDesk(
                name="send-to-gate",
                label=_("Send to the gate"),
                basis=services.FLOW_CHART,
                do=services.send_chart_to_gate,
                form=forms.ToGateForm,
                why_not=policies.why_not_send_to_gate,
                done=_(
                    "The item that publishes the chart has been drafted; it is reviewed among "
                    "the items."
                ),
            ),
            ActAtDesk(
                name="put-in-force",
                label=_("Put in force"),
                basis=services.FLOW_CHART,
                do=services.put_chart_in_force,
                form=forms.InForceForm,
                why_not=policies.why_not_put_in_force,
                done=_("New cases run by this chart from its day on."),
            ),
            ActAtDesk(
                name="withdraw",
                label=_("Take back"),
                basis=services.FLOW_CHART,
                do=services.withdraw_chart,
                form=forms.WithdrawChartForm,
                why_not=policies.why_not_withdraw_version,
                done=_("The version has been taken back."),
            ),
        ),
        waiting=_version_waiting,
        follows=("item",),
        flow=version_shown,
        public_url=lambda version: (
            version.get_absolute_url()
            if version.status == ChartStatus.IN_FORCE and version.item.is_public
            else ""
        ),
    )
)
