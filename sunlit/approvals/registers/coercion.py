"""The register of coercion cases."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.approvals import forms as shared
from sunlit.approvals.forms import coercion as forms
from sunlit.approvals.lifecycle import CoercionStatus
from sunlit.approvals.models import CoercionCase, CoercionKind
from sunlit.approvals.policies import coercion as policies
from sunlit.approvals.registers.coercion_flow import coercion_shown
from sunlit.approvals.selectors import coercion as readings
from sunlit.approvals.services import coercion as services
from sunlit.design.columns import choice, day, quoted, text, yes_no
from sunlit.design.registers import (
    ActAtDesk,
    Column,
    Field,
    Filter,
    Label,
    NamedClock,
    Register,
    Waiting,
    register,
)
from sunlit.kernel.clock import Reading
from sunlit.organization.models import Agency, Official, Role
from sunlit.organization.selectors import office_day

TURNS: dict[str, frozenset[Role]] = {
    "approve-urgent": frozenset({Role.SECTION_HEAD, Role.APPROVER}),
    "record-ruling": frozenset({Role.LEGAL_REVIEWER}),
    "order": frozenset({Role.APPROVER, Role.LEADER}),
    "record-approval": frozenset({Role.LEGAL_REVIEWER}),
    "apply-to-court": frozenset({Role.LEGAL_REVIEWER}),
    "publish": frozenset({Role.CLERK}),
}
"""Whose turn an act is, wherever they work; of the others it is the brigade's."""
BRIGADE = frozenset({Role.INVESTIGATOR, Role.SECTION_HEAD})


def _statuses(_by: Official) -> Sequence[tuple[str, Label]]:
    return [(status.value, status.label) for status in CoercionStatus]


def _kinds(_by: Official) -> Sequence[tuple[str, Label]]:
    return [(kind.value, kind.label) for kind in CoercionKind]


def _state(case: CoercionCase) -> tuple[str, Label]:
    status = CoercionStatus(case.status)
    if status in (CoercionStatus.CLOSED, CoercionStatus.STOPPED, CoercionStatus.LIFTED):
        return "done", status.label
    clock = _running(case)
    is_late = clock is not None and clock.overdue_on(office_day())
    return "late" if is_late else "in_time", status.label


def _running(case: CoercionCase) -> Reading | None:
    return readings.holding_clock(case) or readings.court_clock(case)


def under_way(agency: Agency, _on: date) -> Iterable[Waiting]:
    """Yield the coercion cases that are not closed, the oldest first."""
    cases = readings.coercion_cases(agency).exclude(status=CoercionStatus.CLOSED)
    for case in cases.order_by("decided_on", "number"):
        act = readings.next_act(case)
        if act == "close" and case.carried_out_on:
            act = _after_enforcement(case)
        clock = _running(case) if case.ended_on is None else None
        due_on = clock.due_on if clock else None
        if act == "approve-urgent":
            clock, due_on = None, case.decided_on + timedelta(days=1)
        roles = TURNS.get(act, frozenset())
        yield Waiting(
            record=case,
            act=act,
            roles=roles,
            office=case.office,
            office_roles=frozenset() if roles else BRIGADE,
            due_on=due_on,
            clock=clock,
            since=case.carried_out_on or case.demanded_on or case.decided_on,
        )


def _after_enforcement(case: CoercionCase) -> str:
    if case.inventory and case.handed_over_on is None:
        return "hand-over"
    return "publish" if case.disclosed_on is None else "close"


register(
    Register(
        name="coercion-cases",
        label=_("Coercion cases"),
        intro=_("Sealing, seizure, demolition and what else is enforced, step by step."),
        model=CoercionCase,
        roles=frozenset(
            {
                Role.INVESTIGATOR,
                Role.SECTION_HEAD,
                Role.APPROVER,
                Role.LEGAL_REVIEWER,
                Role.CLERK,
            }
        ),
        records=lambda by: readings.coercion_cases(by.agency),
        number=Field("number"),
        title=Field("cause"),
        columns=(
            choice("kind", _("Kind of coercion")),
            quoted("office.name", _("Office")),
            day("decided_on", _("Decided on")),
            Column(label=_("State"), value=_state, kind="state"),
        ),
        facts=(
            choice("kind", _("Kind of coercion")),
            text("power.code", _("Power")),
            quoted("power.legal_basis", _("Legal basis")),
            quoted("party", _("Party"), personal=True),
            choice("party_kind", _("Kind of party")),
            quoted("office.name", _("Office")),
            text("penalty.number", _("Penalty case")),
            quoted("target", _("Premises, things or duty"), personal=True),
            quoted("document_number", _("Document number")),
            yes_no("is_urgent", pgettext_lazy("coercion", "Urgent")),
            day("decided_on", _("Decided on")),
            quoted("approved_by", _("Approved by")),
            day("announced_on", _("Public notice on")),
            day("remove_by", _("To be removed by the party by")),
            Column(label=_("Can be contested until"), value=readings.remedies_over_on, kind="day"),
            day("contested_on", _("Contested on")),
            day("ruled_on", _("Ruled on")),
            day("demanded_on", _("Demanded in writing on")),
            day("perform_by", _("To be performed by")),
            quoted("defence", _("What the party said"), personal=True),
            quoted("defence_answer", pgettext_lazy("penalty", "Answer"), personal=True),
            day("ordered_on", _("Enforcement decided on")),
            quoted("order_number", _("Number of the enforcement decision")),
            day("government_approved_on", _("Approved by the government on")),
            quoted("government_document", _("Document of the government")),
            day("served_on", _("Served on")),
            day("set_for", _("To be carried out on")),
            text("set_at", _("To be carried out at")),
            day("inventoried_on", _("Inventory taken on")),
            quoted("inventory", _("Inventory"), personal=True),
            quoted("witness", _("Witness"), personal=True),
            day("carried_out_on", _("Carried out on")),
            quoted("record", _("Record of the scene"), personal=True),
            quoted("recording", _("Recording")),
            day("handed_over_on", _("Goods handed over on")),
            yes_no("is_extended", _("Extended")),
            quoted("extension_reason", _("Reason of the extension")),
            day("appraised_from", _("Appraisal from")),
            day("appraised_until", _("Appraisal until")),
            day("applied_on", _("Court applied to on")),
            day("ended_on", _("Ended on")),
            quoted("end_reason", _("Reason of the end"), personal=True),
            day("disclosed_on", _("Published on")),
        ),
        filters=(
            Filter(name="kind", label=_("Kind of coercion"), lookup="kind", choices=_kinds),
            Filter(name="status", label=_("Status"), lookup="status", choices=_statuses),
        ),
        searched=("number", "party", "cause", "target"),
        opening=(
            ActAtDesk(
                name="open",
                label=_("Begin a coercion case"),
                basis="coercion.decide",
                do=services.open_case,
                form=forms.CoercionForm,
                why_not=policies.why_not_open,
                done=_("The case has been begun and has its number."),
            ),
        ),
        acts=(
            ActAtDesk(
                name="approve-urgent",
                label=_("Approve what was done at once"),
                basis="coercion.urgent",
                do=services.approve_urgent,
                why_not=policies.why_not_approve_urgent,
                done=_("The measure has been approved."),
            ),
            ActAtDesk(
                name="extend",
                label=_("Hold for 30 days more"),
                basis="coercion.extend",
                do=services.extend,
                form=shared.ReasonForm,
                why_not=policies.why_not_extend,
                done=_("The time has been extended; the party must be told in writing."),
            ),
            ActAtDesk(
                name="enter-appraisal",
                label=_("Enter the appraisal"),
                basis="coercion.seal",
                do=services.enter_appraisal,
                form=forms.AppraisalForm,
                why_not=policies.why_not_appraise,
                done=_("The days of the appraisal do not count."),
            ),
            ActAtDesk(
                name="lift",
                label=_("Release what is held"),
                basis="coercion.lift",
                do=services.lift,
                form=shared.ReasonForm,
                why_not=policies.why_not_lift,
                done=_("It has been released."),
            ),
            ActAtDesk(
                name="announce",
                label=_("Give public notice"),
                basis="coercion.announce",
                do=services.announce,
                form=forms.AnnounceForm,
                why_not=policies.why_not_announce,
                done=_("The notice has been entered."),
            ),
            ActAtDesk(
                name="record-contest",
                label=_("Enter that the decision is contested"),
                basis="coercion.contest",
                do=services.contest,
                form=forms.ContestForm,
                why_not=policies.why_not_contest,
                done=_("The contest has been entered; enforcement waits for the ruling."),
            ),
            ActAtDesk(
                name="record-ruling",
                label=_("Enter that the decision stands"),
                basis="coercion.contest",
                do=services.rule,
                why_not=policies.why_not_rule,
                done=_("The ruling has been entered."),
            ),
            ActAtDesk(
                name="demand",
                label=_("Ask in writing to perform"),
                basis="coercion.demand",
                do=services.demand,
                form=forms.DemandForm,
                why_not=policies.why_not_demand,
                done=_("The demand has been entered."),
            ),
            ActAtDesk(
                name="hear-defence",
                label=_("Enter the defence"),
                basis="coercion.defence",
                do=services.hear_defence,
                form=forms.DefenceForm,
                why_not=policies.why_not_hear,
                done=_("The defence and its answer have been entered."),
            ),
            ActAtDesk(
                name="order",
                label=_("Decide the enforcement"),
                basis="coercion.order",
                do=services.order,
                form=forms.OrderForm,
                why_not=policies.why_not_order,
                done=_("The enforcement has been decided."),
            ),
            ActAtDesk(
                name="record-approval",
                label=_("Enter the government's approval"),
                basis="coercion.government",
                do=services.record_approval,
                form=forms.ApprovalForm,
                why_not=policies.why_not_record_approval,
                done=_("The approval has been entered."),
            ),
            ActAtDesk(
                name="set-day",
                label=_("Serve, and announce the day"),
                basis="coercion.set_day",
                do=services.set_day,
                form=forms.SetDayForm,
                why_not=policies.why_not_set_day,
                done=_("The day has been announced."),
            ),
            ActAtDesk(
                name="take-inventory",
                label=_("Take the inventory"),
                basis="coercion.inventory",
                do=services.take_inventory,
                form=forms.InventoryForm,
                why_not=policies.why_not_take_inventory,
                done=_("The inventory has been entered."),
            ),
            ActAtDesk(
                name="carry-out",
                label=_("Enter the enforcement"),
                basis="coercion.carry_out",
                do=services.carry_out,
                form=forms.CarryOutForm,
                why_not=policies.why_not_carry_out,
                done=_("The enforcement has been entered."),
            ),
            ActAtDesk(
                name="hand-over",
                label=_("Hand the goods over"),
                basis="coercion.inventory",
                do=services.hand_over,
                why_not=policies.why_not_hand_over,
                done=_("The goods have been handed over."),
            ),
            ActAtDesk(
                name="apply-to-court",
                label=_("Ask the court to enforce"),
                basis="coercion.apply_to_court",
                do=services.apply_to_court,
                why_not=policies.why_not_apply,
                done=_("The application has been entered."),
            ),
            ActAtDesk(
                name="stop",
                label=_("Stop the coercion"),
                basis="coercion.stop",
                do=services.stop,
                form=shared.ReasonForm,
                why_not=policies.why_not_stop,
                done=_("The coercion has been stopped."),
            ),
            ActAtDesk(
                name="publish",
                label=_("Enter the publication of the result"),
                basis="coercion.publish",
                do=services.publish,
                why_not=policies.why_not_publish,
                done=_("The publication has been entered."),
            ),
            ActAtDesk(
                name="close",
                label=_("Close the case"),
                basis="coercion.close",
                do=services.close,
                why_not=policies.why_not_close,
                done=_("The case has been closed."),
            ),
        ),
        clocks=(
            NamedClock(label=_("Things held"), read=readings.holding_clock),
            NamedClock(label=_("Time to contest"), read=readings.remedies_clock),
            NamedClock(label=_("Time of the demand"), read=readings.demand_clock),
            NamedClock(label=_("Application to the court"), read=readings.court_clock),
        ),
        flow=coercion_shown,
        waiting=under_way,
        follows=("penalty",),
    )
)
