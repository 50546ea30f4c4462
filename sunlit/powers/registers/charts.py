"""The register of the flow charts that an agency drew itself."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from sunlit.design.columns import day, number, quoted, text
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
from sunlit.powers.models import ChartVersion
from sunlit.powers.policies.charts import CHARTERS
from sunlit.powers.selectors import versions_open
from sunlit.powers.services.charts import FLOW_CHART
from sunlit.powers.showing import state_of, version_shown


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
        roles=frozenset({*CHARTERS, Role.SECRECY_REVIEWER, Role.LEGAL_REVIEWER, Role.APPROVER}),
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
                basis=FLOW_CHART,
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
                basis=FLOW_CHART,
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
                basis=FLOW_CHART,
                do=services.put_chart_in_force,
                form=forms.InForceForm,
                why_not=policies.why_not_put_in_force,
                done=_("New cases run by this chart from its day on."),
            ),
            ActAtDesk(
                name="withdraw",
                label=_("Take back"),
                basis=FLOW_CHART,
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
