"""The register of requests for information at the desk."""

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import QuerySet
from django.forms import Form
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.design.registers import ActAtDesk, Column, Filter, Label, NamedClock, Register, register
from sunlit.foi import forms, policies, selectors, services
from sunlit.foi.lifecycle import UNDECIDED, Outcome, Status
from sunlit.foi.models import ApplicantKind, Channel, InformationRequest
from sunlit.foi.waiting import requests_without_reply
from sunlit.organization.models import Office, Official, Role


def _requests(by: Official) -> QuerySet[InformationRequest]:
    requests = InformationRequest.objects.filter(agency=by.agency)
    related = requests.select_related("office").prefetch_related("clock_events")
    return related.order_by("-received_on", "-number")


def _offices(by: Official) -> Sequence[tuple[str, Label]]:
    offices = Office.objects.filter(agency=by.agency).order_by("code")
    return [(code, name) for code, name in offices.values_list("code", "name")]


def _statuses(_by: Official) -> Sequence[tuple[str, Label]]:
    return [(one.value, one.label) for one in Status]


def _outcomes(_by: Official) -> Sequence[tuple[str, Label]]:
    return [(one.value, one.label) for one in Outcome]


def _channels(_by: Official) -> Sequence[tuple[str, Label]]:
    return [(one.value, one.label) for one in Channel]


def _kinds(_by: Official) -> Sequence[tuple[str, Label]]:
    return [(one.value, one.label) for one in ApplicantKind]


def _state(one: InformationRequest) -> tuple[str, Label]:
    if one.status == Status.REGISTERED:
        return "neutral", one.get_status_display()
    return "paused" if one.status in UNDECIDED else "done", one.get_status_display()


def _fact(label: Label, value: Callable[[InformationRequest], Any], kind: Any = "text") -> Column:
    return Column(label=label, value=value, kind=kind)


FACTS = (
    _fact(_("Applicant"), lambda one: one.applicant, "quoted"),
    _fact(_("Kind of applicant"), lambda one: one.get_applicant_kind_display()),
    _fact(_("Contact"), lambda one: one.contact, "quoted"),
    _fact(_("Query code"), lambda one: one.query_code, "quoted"),
    _fact(pgettext_lazy("information request", "Received on"), lambda one: one.received_on, "day"),
    _fact(pgettext_lazy("information request", "Channel"), lambda one: one.get_channel_display()),
    _fact(_("Information sought"), lambda one: one.content, "quoted"),
    _fact(pgettext_lazy("information request", "Purpose"), lambda one: one.purpose, "quoted"),
    _fact(_("Form of supply"), lambda one: one.form_of_supply, "quoted"),
    _fact(_("Office"), lambda one: one.office.name, "quoted"),
    _fact(_("Registered on"), lambda one: one.registered_on, "day"),
    _fact(_("Third party asked on"), lambda one: one.third_party_sent_on, "day"),
    _fact(_("Third party answered on"), lambda one: one.third_party_replied_on, "day"),
    _fact(_("Answer of the third party"), lambda one: one.get_third_party_answer_display()),
    _fact(_("Clarification asked for on"), lambda one: one.clarification_asked_on, "day"),
    _fact(_("To be clarified by"), lambda one: one.clarify_by, "day"),
    _fact(_("Clarified on"), lambda one: one.clarified_on, "day"),
    _fact(_("Extension notified on"), lambda one: one.extension_notice_on, "day"),
    _fact(_("Reply due on"), selectors.due_on, "day"),
    _fact(_("Replied on"), lambda one: one.replied_on, "day"),
    _fact(_("Ended without a reply on"), lambda one: one.ended_on, "day"),
    _fact(_("Outcome"), lambda one: one.get_outcome_display()),
    _fact(_("Legal basis"), lambda one: one.legal_basis, "quoted"),
    _fact(_("Number of the reply"), lambda one: one.reply_number, "quoted"),
    _fact(_("Fee in yuan"), lambda one: one.fee, "number"),
    _fact(_("Note"), lambda one: one.note, "quoted"),
    _fact(_("Status"), lambda one: one.get_status_display()),
)

ACTS = (
    ActAtDesk(
        name="consult-third-party",
        label=_("Ask a third party"),
        basis="foi.third_party",
        do=services.consult_third_party,
        form=forms.ConsultForm,
        why_not=policies.why_not_consult_third_party,
        done=_("That a third party is asked has been recorded; the clock stands still."),
    ),
    ActAtDesk(
        name="third-party-replied",
        label=_("Enter the third party's answer"),
        basis="foi.third_party",
        do=services.third_party_replied,
        form=forms.AnswerForm,
        why_not=policies.why_not_enter_answer,
        done=_("The answer has been entered; the clock runs on."),
    ),
    ActAtDesk(
        name="extend-deadline",
        label=_("Extend the time limit"),
        basis="foi.extend",
        do=services.extend_deadline,
        form=forms.ExtendForm,
        why_not=policies.why_not_extend,
        done=_("The reply date has been put off."),
    ),
    ActAtDesk(
        name="ask-for-clarification",
        label=_("Ask for clarification"),
        basis="foi.clarify",
        do=services.ask_for_clarification,
        form=forms.ClarificationForm,
        why_not=policies.why_not_ask_for_clarification,
        done=_("The applicant has been asked to clarify."),
    ),
    ActAtDesk(
        name="clarified",
        label=_("Take the clarified request in"),
        basis="foi.clarify",
        do=services.clarified,
        form=forms.ClarifiedForm,
        why_not=policies.why_not_clarified,
        done=_("The clarified request has been taken in; the clock begins anew."),
    ),
    ActAtDesk(
        name="lapse",
        label=_("Let the request lapse"),
        basis="foi.clarify",
        do=services.lapse,
        form=Form,
        why_not=policies.why_not_lapse,
        done=_("The request has lapsed."),
    ),
    ActAtDesk(
        name="reply",
        label=_("Reply"),
        basis="foi.kinds_of_reply",
        do=services.reply,
        form=forms.ReplyForm,
        why_not=policies.why_not_reply,
        done=_("The reply has been recorded."),
    ),
    ActAtDesk(
        name="withdraw",
        label=_("Enter a withdrawal"),
        basis="foi.withdraw",
        do=services.withdraw,
        form=Form,
        why_not=policies.why_not_withdraw,
        done=_("The withdrawal has been entered."),
    ),
)

register(
    Register(
        name="information-requests",
        label=_("Requests for information"),
        intro=_("Requests for government information, kept by the disclosure office."),
        model=InformationRequest,
        roles=frozenset({Role.CLERK, Role.SECTION_HEAD, Role.APPROVER}),
        records=_requests,
        number=lambda information_request: information_request.number,
        title=lambda information_request: information_request.content,
        columns=(
            _fact(pgettext_lazy("information request", "Received on"),
                  lambda one: one.received_on, "day"),
            _fact(_("Office"), lambda one: one.office.name, "quoted"),
            _fact(_("Reply due on"), selectors.due_on, "day"),
            _fact(_("Outcome"), lambda one: one.get_outcome_display()),
            _fact(_("Status"), _state, "state"),
        ),
        facts=FACTS,
        filters=(
            Filter(name="status", label=_("Status"), lookup="status", choices=_statuses),
            Filter(name="outcome", label=_("Outcome"), lookup="outcome", choices=_outcomes),
            Filter(name="office", label=_("Office"), lookup="office__code", choices=_offices),
            Filter(name="channel", label=pgettext_lazy("information request", "Channel"),
                   lookup="channel", choices=_channels),
            Filter(name="applicant_kind", label=_("Kind of applicant"), lookup="applicant_kind",
                   choices=_kinds),
        ),
        searched=("number", "content", "reply_number"),
        acts=ACTS,
        opening=(
            ActAtDesk(
                name="register-request",
                label=pgettext_lazy("information request", "Register a request"),
                basis="foi.register",
                do=services.register_request,
                form=forms.RegisterForm,
                why_not=policies.why_not_register,
                done=_("The request has been registered."),
            ),
        ),
        clocks=(
            NamedClock(label=_("Reply"), read=selectors.clock),
            NamedClock(label=_("Answer of the third party"), read=selectors.third_party_clock),
        ),
        waiting=requests_without_reply,
    )
)  # fmt: skip
