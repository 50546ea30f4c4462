"""The acts of the register of coercion cases, in the order of the procedure."""

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from sunlit.approvals import forms as shared
from sunlit.approvals import running
from sunlit.approvals.forms import coercion as forms
from sunlit.approvals.models import CoercionCase
from sunlit.approvals.policies import coercion as policies
from sunlit.approvals.policies.steps import why_not_record_step
from sunlit.approvals.services import coercion as services
from sunlit.approvals.services import steps
from sunlit.design.registers import ActAtDesk
from sunlit.kernel.refusals import Refused
from sunlit.organization.models import Official

AT_ONCE = frozenset({"record-contest", "record-ruling"})
"""What the law allows before its place on the chart: a decision can be contested at once."""
CASE = (
    ActAtDesk(
        name="report-urgent",
        label=_("Report to a head"),
        basis="coercion.urgent",
        do=services.report_urgent,
        form=forms.ReportUrgentForm,
        why_not=policies.why_not_report_urgent,
        done=_("The report has been entered; a head approves the measure."),
    ),
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
)


def _held(act: ActAtDesk) -> ActAtDesk:
    """Return an act that is also held to the flow chart of its case."""

    def why_not(by: Official, case: CoercionCase) -> Refused | None:
        if refusal := act.why_not(by, case):
            return refusal
        if act.name in AT_ONCE and case.announced_on is None:
            return None
        return running.why_not(case, f"coercion-cases.{act.name}")

    return replace(act, why_not=why_not)


ACTS = (
    *map(_held, CASE),
    ActAtDesk(
        name="record-step",
        label=_("Enter a step of the chart"),
        basis="coercion.decide",
        do=steps.record_step_of_coercion,
        form=shared.RecordStepForm,
        why_not=why_not_record_step,
        done=_("The step has been entered."),
    ),
)
