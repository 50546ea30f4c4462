"""The registers of powers and flow charts at the desk."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.forms import Form
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.design.columns import choice, day, number, quoted, yes_no
from sunlit.design.pieces import FileLine
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
        return "neutral", power.status.label
    if power.suspended_on:
        return "paused", power.status.label
    return ("done", _("public")) if power.is_public else ("paused", _("not public"))


def _bases(power: Power) -> str:
    return "\n".join(str(one) for one in selectors.bases_on(power, office_day()))


def _materials(power: Power) -> str:
    return "\n".join(
        f"{one.position}. {one.name}({one.get_form_display()})"
        for one in selectors.materials_of(power)
    )


def _sheets(power: Power) -> list[FileLine]:
    if not power.is_public:
        return []
    return [
        FileLine(
            one.name,
            reverse("portal:power-sheet", args=[power.code, one.digest, one.name]),
            one.size,
            one.name.rpartition(".")[2].upper(),
            f"{one.material} · {one.get_kind_display()}",
        )
        for one in selectors.sheets_of(power)
    ]


def _duties(power: Power) -> str:
    return "\n".join(f"{one.stage}: {one.duty}" for one in selectors.stages_of(power))


def _situations(power: Power) -> str:
    return "\n".join(one.situation for one in selectors.situations_of(power))


def _risks(power: Power) -> str:
    return "\n".join(
        f"{one.stage}: {one.shows_as}" if one.shows_as else one.stage
        for one in selectors.risks_of(power)
    )


def _act(name: str, label: Label, do: Any, form: Any, why_not: Any, done: Label) -> ActAtDesk:
    return ActAtDesk(
        name=name, label=label, basis=BASES.get(name, "power.adjust"), do=do, form=form,
        why_not=why_not, done=done,
    )  # fmt: skip


BASES = {
    "publish": "power.list",
    "set-guide": "licence.guide",
    "set-material": "licence.guide",
    "remove-material": "licence.guide",
    "hand-in-sheet": "licence.guide",
    "take-off-sheet": "licence.guide",
    "set-duty": "power.responsibility",
    "set-situation": "power.responsibility",
    "set-risk": "power.responsibility",
}


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
            choice("source", pgettext_lazy("power", "Source")),
            Column(label=_("Legal basis, article by article"), value=_bases, kind="quoted"),
            quoted("conditions", pgettext_lazy("guide", "Conditions")),
            Column(label=_("Materials"), value=_materials, kind="quoted"),
            quoted("place", pgettext_lazy("guide", "Place")),
            quoted("office_hours", _("Office hours")),
            quoted("consulting_phone", _("Phone for questions")),
            quoted("duties", _("Duties")),
            Column(label=_("Duties at each stage"), value=_duties, kind="quoted"),
            quoted("accountability", _("Accountability")),
            Column(label=_("Situations of accountability"), value=_situations, kind="quoted"),
            Column(label=_("Integrity risk points"), value=_risks, kind="quoted"),
            day("suspended_on", _("Suspended since")),
            yes_no("in_service_window", _("At the service window")),
            choice("verification", _("Check of the legal basis")),
            day("published_on", _("Published on")),
        ),
        filters=(Filter(name="kind", label=_("Kind"), lookup="kind", choices=_kinds),),
        searched=("code", "name"),
        opening=(
            ActAtDesk(
                name="list",
                label=_("Put a power on the list"),
                basis="power.list",
                do=services.list_power,
                form=forms.ListForm,
                why_not=policies.why_not_list,
                done=_("The power has been put on the list."),
            ),
        ),
        acts=(
            _act(
                "publish",
                _("Publish"),
                services.publish_power,
                Form,
                policies.why_not_publish,
                _("The power has been published."),
            ),
            _act(
                "change",
                _("Change the entry"),
                services.change_power,
                forms.ChangeForm,
                policies.why_not_change,
                _("The entry has been changed."),
            ),
            _act(
                "set-guide",
                _("Set the guide"),
                services.set_guide,
                forms.GuideForm,
                policies.why_not_guide,
                _("The guide has been set."),
            ),
            _act(
                "set-material",
                _("Set a material"),
                services.set_material,
                forms.MaterialForm,
                policies.why_not_guide,
                _("The material has been set."),
            ),
            _act(
                "remove-material",
                _("Strike off a material"),
                services.remove_material,
                forms.RemoveMaterialForm,
                policies.why_not_remove_material,
                _("The material has been struck off."),
            ),
            _act(
                "hand-in-sheet",
                _("Hand in a blank form or a sample"),
                services.hand_in_sheet,
                forms.HandInSheetForm,
                policies.why_not_hand_in_sheet,
                _("The file is handed out with its material."),
            ),
            _act(
                "take-off-sheet",
                _("Take off a form or a sample"),
                services.take_off_sheet,
                forms.TakeOffSheetForm,
                policies.why_not_take_off_sheet,
                _("The file is handed out no longer."),
            ),
            _act(
                "set-article-text",
                _("Keep the text of an article"),
                services.set_article_text,
                forms.ArticleTextForm,
                policies.why_not_set_responsibilities,
                _("The text of the article has been kept."),
            ),
            _act(
                "set-duty",
                _("Set a duty"),
                services.set_duty,
                forms.DutyForm,
                policies.why_not_set_responsibilities,
                _("The duty has been set."),
            ),
            _act(
                "set-situation",
                _("Set a situation of accountability"),
                services.set_situation,
                forms.SituationForm,
                policies.why_not_set_responsibilities,
                _("The situation has been set."),
            ),
            _act(
                "set-risk",
                _("Set a risk point"),
                services.set_risk,
                forms.RiskForm,
                policies.why_not_set_responsibilities,
                _("The risk point has been set."),
            ),
            _act(
                "suspend",
                _("Suspend"),
                services.suspend,
                forms.ReasonForm,
                policies.why_not_suspend,
                _("The power has been suspended."),
            ),
            _act(
                "resume",
                pgettext_lazy("power", "Resume"),
                services.resume,
                forms.ReasonForm,
                policies.why_not_resume,
                _("The power can be used again."),
            ),
            _act(
                "hand-down",
                _("Hand down"),
                services.hand_down,
                forms.HandDownForm,
                policies.why_not_hand_down,
                _("The power has been handed down."),
            ),
            _act(
                "merge",
                _("Merge into another"),
                services.merge,
                forms.MergeForm,
                policies.why_not_merge,
                _("The power has been merged into another."),
            ),
            _act(
                "cancel",
                _("Take off the list"),
                services.cancel,
                forms.CancelForm,
                policies.why_not_cancel,
                _("The power has been taken off the list."),
            ),
        ),
        files=_sheets,
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
