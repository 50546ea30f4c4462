"""The register of licence cases."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.approvals import forms, selectors
from sunlit.approvals.lifecycle import Status
from sunlit.approvals.models import LicenceCase, PartyKind, Result
from sunlit.approvals.policies import licences as policies
from sunlit.approvals.services import licences as services
from sunlit.approvals.waiting import licences_under_way
from sunlit.design.registers import ActAtDesk, Column, Filter, Label, NamedClock, Register, register
from sunlit.organization.models import Official, Role
from sunlit.organization.selectors import office_day

ENDED = (Status.PUBLISHED, Status.WITHDRAWN, Status.ABANDONED)


def _cases(by: Official) -> QuerySet[LicenceCase]:
    cases = selectors.licence_cases(by.agency).select_related("zone", "subdistrict")
    return cases.order_by("-received_on", "-number")


def _statuses(_by: Official) -> Sequence[tuple[str, Label]]:
    return [(status.value, status.label) for status in Status]


def _results(_by: Official) -> Sequence[tuple[str, Label]]:
    return [(result.value, result.label) for result in Result]


def _applicants(_by: Official) -> Sequence[tuple[str, Label]]:
    return [(kind.value, kind.label) for kind in PartyKind]


def _licences(by: Official) -> Sequence[tuple[str, Label]]:
    used = selectors.licence_cases(by.agency).order_by("power__code", "power__name")
    return list(used.values_list("power__code", "power__name").distinct())


def _state(case: LicenceCase) -> tuple[str, Label]:
    status = Status(case.status)
    if status in ENDED:
        return "done" if status == Status.PUBLISHED else "neutral", status.label
    if status == Status.AWAITING_SUPPLEMENT:
        return "paused", status.label
    clock = selectors.licence_clock(case)
    is_late = clock is not None and clock.overdue_on(office_day())
    return "late" if is_late else "in_time", status.label


register(
    Register(
        name="licence-cases",
        label=_("Licence cases"),
        intro=_("Applications for licences, entered at the service window and decided there."),
        model=LicenceCase,
        roles=frozenset(
            {
                Role.WINDOW_CLERK,
                Role.CHIEF_REPRESENTATIVE,
                Role.SECTION_HEAD,
                Role.APPROVER,
                Role.CLERK,
                Role.INVESTIGATOR,
            }
        ),
        records=_cases,
        number=lambda case: case.number,
        title=lambda case: case.power.name,
        columns=(
            Column(label=_("Received on"), value=lambda case: case.received_on, kind="day"),
            Column(label=_("Promised by"), value=lambda case: case.promised_due_on, kind="day"),
            Column(label=_("Decided on"), value=lambda case: case.decided_on, kind="day"),
            Column(label=_("Result"), value=lambda case: case.get_result_display()),
            Column(label=_("State"), value=_state, kind="state"),
        ),
        facts=(
            Column(label=_("Query code"), value=lambda case: case.query_code),
            Column(label=_("Licence"), value=lambda case: case.power.code),
            Column(label=_("Applicant"), value=lambda case: case.applicant, kind="quoted"),
            Column(
                label=_("Kind of applicant"), value=lambda case: case.get_applicant_kind_display()
            ),
            Column(
                label=pgettext_lazy("licence", "Applied for"),
                value=lambda case: case.content,
                kind="quoted",
            ),
            Column(label=_("Zone"), value=lambda case: case.zone and case.zone.name, kind="quoted"),
            Column(
                label=_("Subdistrict"),
                value=lambda case: case.subdistrict and case.subdistrict.name,
                kind="quoted",
            ),
            Column(
                label=pgettext_lazy("licence", "Received at"),
                value=lambda case: case.received_at,
                kind="quoted",
            ),
            Column(
                label=_("Received at the service window"),
                value=lambda case: case.at_window,
                kind="yes_no",
            ),
            Column(label=_("Received on"), value=lambda case: case.received_on, kind="day"),
            Column(
                label=_("Supplement asked for on"),
                value=lambda case: case.supplement_notice_on,
                kind="day",
            ),
            Column(
                label=_("To be supplemented"),
                value=lambda case: case.supplement_notice,
                kind="quoted",
            ),
            Column(label=_("Accepted on"), value=lambda case: case.accepted_on, kind="day"),
            Column(label=_("Surveyed on"), value=lambda case: case.surveyed_on, kind="day"),
            Column(label=_("Reviewed on"), value=lambda case: case.reviewed_on, kind="day"),
            Column(
                label=pgettext_lazy("licence", "Opinion"),
                value=lambda case: case.review_opinion,
                kind="quoted",
            ),
            Column(
                label=_("Promised limit in working days"),
                value=lambda case: case.promised_days,
                kind="number",
            ),
            Column(label=_("Promised by"), value=lambda case: case.promised_due_on, kind="day"),
            Column(label=_("Working days used"), value=selectors.working_days_used, kind="number"),
            Column(
                label=pgettext_lazy("licence", "Extended"),
                value=lambda case: case.is_extended,
                kind="yes_no",
            ),
            Column(
                label=_("Reason of the extension"),
                value=lambda case: case.extension_reason,
                kind="quoted",
            ),
            Column(label=_("Decided on"), value=lambda case: case.decided_on, kind="day"),
            Column(label=_("Decided by"), value=lambda case: case.decided_by, kind="quoted"),
            Column(label=_("Result"), value=lambda case: case.get_result_display()),
            Column(label=_("Reason of the refusal"), value=lambda case: case.reason, kind="quoted"),
            Column(
                label=_("Document number"), value=lambda case: case.document_number, kind="quoted"
            ),
            Column(
                label=_("Withdrawn or abandoned on"), value=lambda case: case.ended_on, kind="day"
            ),
            Column(label=_("Delivered on"), value=lambda case: case.delivered_on, kind="day"),
            Column(label=_("Published on"), value=lambda case: case.published_on, kind="day"),
        ),
        filters=(
            Filter(name="status", label=_("Status"), lookup="status", choices=_statuses),
            Filter(name="result", label=_("Result"), lookup="result", choices=_results),
            Filter(name="licence", label=_("Licence"), lookup="power__code", choices=_licences),
            Filter(
                name="applicant",
                label=_("Kind of applicant"),
                lookup="applicant_kind",
                choices=_applicants,
            ),
        ),
        searched=("number", "applicant", "content", "document_number"),
        opening=(
            ActAtDesk(
                name="receive",
                label=_("Receive an application"),
                basis="licence.apply",
                do=services.receive,
                form=forms.ReceiveForm,
                why_not=policies.why_not_receive,
                done=_("The application has been received and has its number."),
            ),
        ),
        acts=(
            ActAtDesk(
                name="ask-for-supplement",
                label=_("Ask for a supplement"),
                basis="licence.correction_notice",
                do=services.ask_for_supplement,
                form=forms.SupplementForm,
                why_not=policies.why_not_ask_for_supplement,
                done=_("The applicant is told what is missing."),
            ),
            ActAtDesk(
                name="accept",
                label=pgettext_lazy("licence", "Accept"),
                basis="licence.accept",
                do=services.accept,
                why_not=policies.why_not_accept,
                done=_("The application has been accepted."),
            ),
            ActAtDesk(
                name="survey",
                label=_("Enter the survey"),
                basis="licence.survey",
                do=services.survey,
                why_not=policies.why_not_survey,
                done=_("The survey has been entered."),
            ),
            ActAtDesk(
                name="review",
                label=_("Give the opinion"),
                basis="licence.survey",
                do=services.review,
                form=forms.ReviewForm,
                why_not=policies.why_not_review,
                done=_("The opinion has been given."),
            ),
            ActAtDesk(
                name="extend",
                label=_("Extend the time"),
                basis="licence.extend",
                do=services.extend,
                form=forms.ReasonForm,
                why_not=policies.why_not_extend,
                done=_("The time for the decision has been extended."),
            ),
            ActAtDesk(
                name="grant",
                label=pgettext_lazy("licence", "Grant"),
                basis="licence.decide",
                do=services.grant,
                form=forms.GrantForm,
                why_not=policies.why_not_decide,
                done=_("The licence has been granted."),
            ),
            ActAtDesk(
                name="refuse",
                label=pgettext_lazy("licence", "Refuse"),
                basis="licence.refuse",
                do=services.refuse,
                form=forms.RefuseForm,
                why_not=policies.why_not_decide,
                done=_("The licence has been refused."),
            ),
            ActAtDesk(
                name="deliver",
                label=pgettext_lazy("licence", "Deliver"),
                basis="licence.deliver",
                do=services.deliver,
                why_not=policies.why_not_deliver,
                done=_("The delivery has been entered."),
            ),
            ActAtDesk(
                name="publish",
                label=pgettext_lazy("licence", "Publish the result"),
                basis="licence.publish",
                do=services.publish_result,
                why_not=policies.why_not_publish,
                done=_("The result is public."),
            ),
            ActAtDesk(
                name="withdraw",
                label=_("Enter the withdrawal"),
                basis="licence.withdraw",
                do=services.withdraw,
                why_not=policies.why_not_withdraw,
                done=_("The application has been withdrawn."),
            ),
            ActAtDesk(
                name="close-as-abandoned",
                label=_("Close as abandoned"),
                basis="licence.correction_notice",
                do=services.close_as_abandoned,
                why_not=policies.why_not_abandon,
                done=_("The application has been closed."),
            ),
        ),
        clocks=(
            NamedClock(label=_("Limit of the law"), read=selectors.licence_clock),
            NamedClock(label=_("Promise of the agency"), read=selectors.promised_clock),
        ),
        waiting=licences_under_way,
    )
)
