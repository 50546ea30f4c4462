"""The registers of powers and flow charts at the desk."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.design.columns import choice, day, number, quoted, yes_no
from sunlit.design.registers import ActAtDesk, Column, Field, Filter, Label, Register, register
from sunlit.organization.models import Official, Role
from sunlit.organization.selectors import office_day
from sunlit.powers import forms, policies, selectors, services
from sunlit.powers.models import Delegation, FlowChart, Kind, Power


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


def _holds(delegation: Delegation) -> tuple[str, Label]:
    over = delegation.until is not None and delegation.until < office_day()
    return ("neutral", _("ended")) if over else ("done", _("in force"))


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
    Register(
        name="delegations",
        label=_("Delegations to the window"),
        intro=_(
            "Which licences the window's chief representative decides alone, by which document. "
            "What is not delegated, an approver or a leader decides."
        ),
        model=Delegation,
        roles=frozenset({Role.CHIEF_REPRESENTATIVE, Role.SECTION_HEAD, Role.APPROVER}),
        records=lambda by: selectors.delegations(by.agency),
        number=Field("power.code"),
        title=Field("power.name"),
        columns=(
            quoted("post", _("Delegated to")),
            day("since", pgettext_lazy("delegation", "Since")),
            day("until", pgettext_lazy("delegation", "Until")),
            Column(label=_("State"), value=_holds, kind="state"),
        ),
        facts=(
            quoted("post", _("Delegated to")),
            quoted("document", _("Document")),
            day("since", pgettext_lazy("delegation", "Since")),
            day("until", pgettext_lazy("delegation", "Until")),
        ),
        searched=("power__code", "power__name", "document"),
        opening=(
            ActAtDesk(
                name="delegate",
                label=_("Delegate to the window"),
                basis="licence.delegation",
                do=services.delegate,
                form=forms.DelegateForm,
                why_not=policies.why_not_delegate,
                done=_("The window may decide on this licence from today."),
            ),
        ),
        acts=(
            ActAtDesk(
                name="end",
                label=_("End the delegation"),
                basis="licence.delegation",
                do=services.end_delegation,
                form=forms.EndDelegationForm,
                why_not=policies.why_not_end_delegation,
                done=_("The delegation ends today."),
            ),
        ),
    ),
)
