"""The acts of the register of penalty cases, in the order of the procedure."""

from dataclasses import replace

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.approvals import forms, running
from sunlit.approvals.forms import penalties as typed
from sunlit.approvals.forms.publicity import FallenForm
from sunlit.approvals.models import PenaltyCase
from sunlit.approvals.policies import penalties as policies
from sunlit.approvals.policies import performance, proceedings
from sunlit.approvals.policies.steps import why_not_record_step
from sunlit.approvals.services import penalties as services
from sunlit.approvals.services import steps
from sunlit.design.registers import ActAtDesk
from sunlit.kernel.refusals import Refused
from sunlit.organization.models import Official

INVESTIGATION = (
    ActAtDesk(
        name="investigate",
        label=_("Name the officers"),
        basis="penalty.investigate",
        do=services.investigate,
        form=typed.OfficersForm,
        why_not=proceedings.why_not_investigate,
        done=_("The officers have been named."),
    ),
    ActAtDesk(
        name="add-evidence",
        label=_("Enter evidence"),
        basis="penalty.evidence",
        do=services.add_evidence,
        form=typed.EvidenceForm,
        why_not=proceedings.why_not_add_evidence,
        done=_("The evidence has been entered."),
    ),
    ActAtDesk(
        name="preserve-evidence",
        label=_("Keep evidence in advance"),
        basis="penalty.preserve",
        do=services.preserve,
        form=typed.PreserveForm,
        why_not=proceedings.why_not_preserve,
        done=_("The evidence is kept; what becomes of it must be decided within seven days."),
    ),
    ActAtDesk(
        name="settle-preservation",
        label=_("Decide on the evidence kept"),
        basis="penalty.preserve",
        do=services.settle_preservation,
        form=typed.SettleForm,
        why_not=proceedings.why_not_settle_preservation,
        done=_("It has been decided what becomes of the evidence."),
    ),
    ActAtDesk(
        name="end-investigation",
        label=_("End the investigation"),
        basis="penalty.end_investigation",
        do=services.end_investigation,
        form=typed.ReportForm,
        why_not=proceedings.why_not_end_investigation,
        done=_("The investigation has ended; the legal review comes next."),
    ),
    ActAtDesk(
        name="review",
        label=_("Give the legal review"),
        basis="penalty.review",
        do=services.review,
        form=typed.ReviewCaseForm,
        why_not=proceedings.why_not_review,
        done=_("The legal review has been entered."),
    ),
)
HEARING = (
    ActAtDesk(
        name="notify",
        label=_("Tell the party"),
        basis="penalty.notify",
        do=services.notify,
        form=typed.NoticeForm,
        why_not=policies.why_not_notify,
        done=_("It has been entered that the party was told."),
    ),
    ActAtDesk(
        name="hear-defence",
        label=_("Enter the defence"),
        basis="penalty.defence",
        do=services.hear_defence,
        form=typed.DefenceForm,
        why_not=proceedings.why_not_hear_defence,
        done=_("The defence and its answer have been entered."),
    ),
    ActAtDesk(
        name="ask-for-hearing",
        label=_("Enter the request for a hearing"),
        basis="penalty.ask_for_hearing",
        do=services.ask_for_hearing,
        form=typed.AskForHearingForm,
        why_not=proceedings.why_not_ask_for_hearing,
        done=_("The request has been entered; the hearing must be set."),
    ),
    ActAtDesk(
        name="set-hearing",
        label=_("Set the hearing"),
        basis="penalty.set_hearing",
        do=services.set_hearing,
        form=typed.SetHearingForm,
        why_not=proceedings.why_not_set_hearing,
        done=_("The hearing has been set."),
    ),
    ActAtDesk(
        name="hold-hearing",
        label=_("Enter the hearing"),
        basis="penalty.hearing",
        do=services.hold_hearing,
        form=typed.HearingForm,
        why_not=policies.why_not_enter_hearing,
        done=_("The hearing has been entered."),
    ),
    ActAtDesk(
        name="discuss",
        label=_("Enter the collective discussion"),
        basis="penalty.discuss",
        do=services.discuss,
        form=typed.DiscussForm,
        why_not=proceedings.why_not_discuss,
        done=_("The discussion has been entered."),
    ),
)
DECISION = (
    ActAtDesk(
        name="decide",
        label=_("Impose the penalty"),
        basis="penalty.decide",
        do=services.decide,
        form=forms.DecideForm,
        why_not=policies.why_not_decide,
        done=_("The penalty has been imposed."),
    ),
    ActAtDesk(
        name="drop",
        label=_("Drop the case"),
        basis="penalty.drop",
        do=services.drop,
        form=forms.ReasonForm,
        why_not=policies.why_not_drop,
        done=_("The case has been dropped."),
    ),
    ActAtDesk(
        name="waive",
        label=_("Impose no penalty"),
        basis="penalty.no_penalty",
        do=services.waive,
        form=forms.ReasonForm,
        why_not=policies.why_not_waive,
        done=_("It has been decided that no penalty is imposed."),
    ),
    ActAtDesk(
        name="transfer",
        label=_("Transfer to the police"),
        basis="penalty.transfer",
        do=services.transfer,
        form=forms.ReasonForm,
        why_not=policies.why_not_transfer,
        done=_("The case has been transferred."),
    ),
    ActAtDesk(
        name="serve",
        label=_("Enter the service"),
        basis="penalty.serve",
        do=services.serve,
        form=typed.ServeForm,
        why_not=policies.why_not_serve,
        done=_("The service has been entered."),
    ),
)
PAYMENT = (
    ActAtDesk(
        name="record-payment",
        label=_("Enter the payment"),
        basis="penalty.pay",
        do=services.record_payment,
        form=typed.PaymentForm,
        why_not=performance.why_not_record_payment,
        done=_("The payment has been entered."),
    ),
    ActAtDesk(
        name="collect-on-the-spot",
        label=_("Collect on the spot"),
        basis="penalty.collect_on_the_spot",
        do=services.collect_on_the_spot,
        form=typed.CollectForm,
        why_not=performance.why_not_collect,
        done=_("The fine has been collected; it must be handed in within two days."),
    ),
    ActAtDesk(
        name="put-on-file",
        label=_("Put on file with the agency"),
        basis="penalty.put_on_file",
        do=services.put_on_file,
        why_not=performance.why_not_put_on_file,
        done=_("The penalty has been put on file with the agency."),
    ),
    ActAtDesk(
        name="hand-in",
        label=_("Hand in the fine"),
        basis="penalty.hand_in",
        do=services.hand_in,
        why_not=performance.why_not_hand_in,
        done=_("The fine has been handed in."),
    ),
    ActAtDesk(
        name="apply-for-relief",
        label=_("Enter an application to pay later"),
        basis="penalty.relief",
        do=services.apply_for_relief,
        form=typed.ReliefForm,
        why_not=performance.why_not_apply_for_relief,
        done=_("The application has been entered."),
    ),
    ActAtDesk(
        name="answer-relief",
        label=_("Answer the application to pay later"),
        basis="penalty.relief",
        do=services.answer_relief,
        form=typed.AnswerReliefForm,
        why_not=performance.why_not_answer_relief,
        done=_("The application has been answered."),
    ),
)
PUBLICATION = (
    ActAtDesk(
        name="review-publication",
        label=_("Review the words to be published"),
        basis="penalty.review_publication",
        do=services.review_publication,
        form=typed.WordsForm,
        why_not=policies.why_not_review_publication,
        done=_("The words have been reviewed; the decision can be published."),
    ),
    ActAtDesk(
        name="publish",
        label=pgettext_lazy("penalty", "Publish the decision"),
        basis="penalty.publish",
        do=services.publish,
        why_not=policies.why_not_publish,
        done=_("The decision is public."),
    ),
    ActAtDesk(
        name="withdraw-publication",
        label=_("Withdraw the publication"),
        basis="penalty.withdraw_publication",
        do=services.withdraw_publication,
        form=FallenForm,
        why_not=policies.why_not_withdraw_publication,
        done=_("The publication has been withdrawn."),
    ),
    ActAtDesk(
        name="close",
        label=_("Close the case"),
        basis="penalty.close",
        do=services.close,
        form=forms.ReasonForm,
        why_not=policies.why_not_close,
        done=_("The case has been closed."),
    ),
)
CHART = (
    ActAtDesk(
        name="record-step",
        label=_("Enter a step of the chart"),
        basis="penalty.file",
        do=steps.record_step_of_penalty,
        form=forms.RecordStepForm,
        why_not=why_not_record_step,
        done=_("The step has been entered."),
    ),
)


def _held(act: ActAtDesk) -> ActAtDesk:
    """Return an act that is also held to the flow chart of its case."""

    def why_not(by: Official, case: PenaltyCase) -> Refused | None:
        return act.why_not(by, case) or running.why_not(case, f"penalty-cases.{act.name}")

    return replace(act, why_not=why_not)


ACTS = (
    *map(_held, (*INVESTIGATION, *HEARING, *DECISION, *PAYMENT, *PUBLICATION)),
    *CHART,
)
