"""The register of licence cases."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.approvals import flowing, forms, selectors, warnings
from sunlit.approvals.letters.selectors import letters_of
from sunlit.approvals.lifecycle import Status
from sunlit.approvals.models import LicenceCase, PartyKind, Result
from sunlit.approvals.policies import licences as policies
from sunlit.approvals.policies.steps import why_not_record_step
from sunlit.approvals.registers import handed_in, handling, issued
from sunlit.approvals.registers.progress import on_chart
from sunlit.approvals.services import licences as services
from sunlit.approvals.services import steps
from sunlit.approvals.waiting import licences_under_way
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

ENDED = (Status.PUBLISHED, Status.WITHDRAWN, Status.ABANDONED, Status.DECLINED)


def _cases(by: Official) -> QuerySet[LicenceCase]:
    cases = selectors.licence_cases(by.agency).select_related(
        "zone", "subdistrict", "application__joint"
    )
    return cases.prefetch_related("materials").order_by("-received_on", "-number")


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
    if status == Status.AWAITING_SUPPLEMENT and case.supplied_on is None:
        return "paused", status.label
    if selectors.accepted_in_silence_now(case):
        return warnings.state_of(case, on=office_day()), _("counts as accepted")
    word = _("supplement came in") if status == Status.AWAITING_SUPPLEMENT else status.label
    return warnings.state_of(case, on=office_day()), word


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
        number=Field("number"),
        title=Field("power.name"),
        columns=(
            day("received_on", _("Received on")),
            day("promised_due_on", _("Promised by")),
            day("decided_on", _("Decided on")),
            choice("result", _("Result")),
            Column(label=_("State"), value=_state, kind="state"),
        ),
        facts=(
            text("query_code", _("Query code"), personal=True),
            text("power.code", _("Licence")),
            quoted("applicant", _("Applicant"), personal=True),
            choice("applicant_kind", _("Kind of applicant")),
            *handed_in.APPLICANT,
            quoted("content", pgettext_lazy("licence", "Applied for")),
            quoted("zone.name", _("Zone")),
            quoted("subdistrict.name", _("Subdistrict")),
            quoted("received_at", pgettext_lazy("licence", "Received at")),
            yes_no("at_window", _("Received at the service window")),
            *handed_in.RECEIPT,
            day("received_on", _("Received on")),
            *handed_in.PAPERS,
            day("supplement_notice_on", _("Supplement asked for on")),
            quoted("supplement_notice", _("To be supplemented")),
            day("supplied_on", _("Supplemented on")),
            day("accepted_on", _("Accepted on")),
            day("surveyed_on", _("Surveyed on")),
            day("reviewed_on", _("Reviewed on")),
            quoted("review_opinion", pgettext_lazy("licence", "Opinion")),
            number("promised_days", _("Promised limit in working days")),
            day("promised_due_on", _("Promised by")),
            Column(label=_("Working days used"), value=selectors.working_days_used, kind="number"),
            yes_no("is_extended", pgettext_lazy("licence", "Extended")),
            quoted("extension_reason", _("Reason of the extension")),
            day("decided_on", _("Decided on")),
            quoted("decided_by", _("Decided by")),
            choice("result", _("Result")),
            quoted("reason", _("Reason of the refusal")),
            quoted("document_number", _("Document number")),
            day("ended_on", _("Ended without a decision on")),
            day("delivered_on", _("Delivered on")),
            day("published_on", _("Published on")),
            *handling.FACTS,
            *issued.FACTS,
        ),
        filters=(
            Filter(name="status", label=_("Status"), lookup="status", choices=_statuses),
            Filter(name="result", label=_("Result"), lookup="result", choices=_results),
            Filter(name="licence", label=_("Licence"), lookup="power__code", choices=_licences),
            handed_in.BY_CHANNEL,
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
            *handed_in.ACTS,
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
            handling.SURVEY,
            *handling.ACTS,
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
            ActAtDesk(
                name="record-step",
                label=_("Enter a step of the chart"),
                basis="licence.apply",
                do=steps.record_step_of_licence,
                form=forms.RecordStepForm,
                why_not=why_not_record_step,
                done=_("The step has been entered."),
            ),
            *issued.ACTS,
        ),
        letters=letters_of,
        files=handed_in.files,
        files_are_personal=True,
        flow=flowing.licence_shown,
        on_chart=on_chart,
        clocks=(
            NamedClock(label=_("Limit of the law"), read=selectors.licence_clock),
            NamedClock(label=_("Promise of the agency"), read=selectors.promised_clock),
        ),
        waiting=licences_under_way,
    )
)
