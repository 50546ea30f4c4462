"""The register of penalty cases."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.approvals import flowing, forms, selectors
from sunlit.approvals.lifecycle import PenaltyStatus
from sunlit.approvals.models import PenaltyCase, PenaltyProcedure
from sunlit.approvals.policies import penalties as policies
from sunlit.approvals.policies.steps import why_not_record_step
from sunlit.approvals.services import penalties as services
from sunlit.approvals.services import steps
from sunlit.approvals.waiting import penalties_under_way
from sunlit.design.columns import choice, day, number, quoted, text, yes_no
from sunlit.design.registers import (
    ActAtDesk,
    Column,
    Field,
    Filter,
    Label,
    NamedClock,
    Register,
    register,
)
from sunlit.organization.models import Official, Role
from sunlit.organization.selectors import office_day


def _cases(by: Official) -> QuerySet[PenaltyCase]:
    cases = selectors.penalty_cases(by.agency)
    cases = cases.select_related("zone", "subdistrict")
    return cases.order_by("-filed_on", "-number")


def _statuses(_by: Official) -> Sequence[tuple[str, Label]]:
    return [(status.value, status.label) for status in PenaltyStatus]


def _procedures(_by: Official) -> Sequence[tuple[str, Label]]:
    return [(procedure.value, procedure.label) for procedure in PenaltyProcedure]


def _offices(by: Official) -> Sequence[tuple[str, Label]]:
    used = selectors.penalty_cases(by.agency).order_by("office__code", "office__name")
    return list(used.values_list("office__code", "office__name").distinct())


def _state(case: PenaltyCase) -> tuple[str, Label]:
    status = PenaltyStatus(case.status)
    if case.publication_withdrawn_on:
        return "neutral", _("publication withdrawn")
    simple = case.procedure == PenaltyProcedure.SIMPLE
    is_done = status == PenaltyStatus.PUBLISHED or (simple and status == PenaltyStatus.SERVED)
    if is_done:
        return "done", status.label
    clock = selectors.penalty_clock(case)
    is_late = clock is not None and clock.overdue_on(office_day())
    return "late" if is_late else "in_time", status.label


register(
    Register(
        name="penalty-cases",
        label=_("Penalty cases"),
        intro=_("Penalty cases, filed by the brigades and kept until they are published."),
        model=PenaltyCase,
        roles=frozenset({Role.INVESTIGATOR, Role.SECTION_HEAD, Role.APPROVER, Role.CLERK}),
        records=_cases,
        number=Field("number"),
        title=Field("cause"),
        columns=(
            quoted("office.name", _("Office")),
            day("filed_on", _("Filed on")),
            day("decided_on", _("Decided on")),
            number("fine", _("Fine in yuan")),
            Column(label=_("State"), value=_state, kind="state"),
        ),
        facts=(
            text("power.code", _("Power")),
            quoted("power.legal_basis", _("Legal basis")),
            quoted("party", _("Party"), personal=True),
            choice("party_kind", _("Kind of party")),
            quoted("zone.name", _("Zone")),
            quoted("subdistrict.name", _("Subdistrict")),
            quoted("office.name", _("Office")),
            quoted("source", _("How it came to light")),
            text("complaint.number", _("Complaint")),
            choice("procedure", pgettext_lazy("penalty", "Procedure")),
            day("filed_on", _("Filed on")),
            day("notified_on", _("Party told on")),
            day("hearing_on", _("Hearing held on")),
            day("decided_on", _("Decided on")),
            quoted("document_number", _("Document number")),
            quoted("discretion", _("Grade of discretion")),
            number("fine", _("Fine in yuan")),
            quoted("other_measure", _("Other measure")),
            day("served_on", _("Served on")),
            day("paid_on", _("Paid on")),
            yes_no("is_performed", _("Complied with")),
            day("disclosed_on", _("Published on")),
            day("publication_withdrawn_on", _("Publication withdrawn on")),
            quoted("remark", _("Remark")),
        ),
        filters=(
            Filter(name="status", label=_("Status"), lookup="status", choices=_statuses),
            Filter(
                name="procedure",
                label=pgettext_lazy("penalty", "Procedure"),
                lookup="procedure",
                choices=_procedures,
            ),
            Filter(name="office", label=_("Office"), lookup="office__code", choices=_offices),
        ),
        searched=("number", "party", "cause", "document_number"),
        opening=(
            ActAtDesk(
                name="file",
                label=_("File a case"),
                basis="penalty.file",
                do=services.file_case,
                form=forms.FileForm,
                why_not=policies.why_not_file,
                done=_("The case has been filed and has its number."),
            ),
        ),
        acts=(
            ActAtDesk(
                name="notify",
                label=_("Tell the party"),
                basis="penalty.notify",
                do=services.notify,
                why_not=policies.why_not_notify,
                done=_("It has been entered that the party was told."),
            ),
            ActAtDesk(
                name="hold-hearing",
                label=_("Enter the hearing"),
                basis="penalty.hearing",
                do=services.hold_hearing,
                why_not=policies.why_not_hold_hearing,
                done=_("The hearing has been entered."),
            ),
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
                name="serve",
                label=_("Enter the service"),
                basis="penalty.serve",
                do=services.serve,
                why_not=policies.why_not_serve,
                done=_("The service has been entered."),
            ),
            ActAtDesk(
                name="record-payment",
                label=_("Enter the payment"),
                basis="penalty.pay",
                do=services.record_payment,
                why_not=policies.why_not_record_payment,
                done=_("The payment has been entered."),
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
                form=forms.ReasonForm,
                why_not=policies.why_not_withdraw_publication,
                done=_("The publication has been withdrawn."),
            ),
            ActAtDesk(
                name="record-step",
                label=_("Enter a step of the chart"),
                basis="penalty.file",
                do=steps.record_step_of_penalty,
                form=forms.RecordStepForm,
                why_not=why_not_record_step,
                done=_("The step has been entered."),
            ),
        ),
        flow=flowing.penalty_shown,
        clocks=(NamedClock(label=_("Limit of this step"), read=selectors.penalty_clock),),
        waiting=penalties_under_way,
        follows=("complaint",),
    )
)
