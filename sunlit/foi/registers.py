"""The register of requests for information at the desk."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.forms import Form
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.design.columns import choice, day, number, quoted
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


FACTS = (
    quoted("applicant", _("Applicant"), personal=True),
    choice("applicant_kind", _("Kind of applicant")),
    quoted("contact", _("Contact"), personal=True),
    quoted("query_code", _("Query code"), personal=True),
    day("received_on", pgettext_lazy("information request", "Received on")),
    choice("channel", pgettext_lazy("information request", "Channel")),
    quoted("content", _("Information sought")),
    quoted("purpose", pgettext_lazy("information request", "Purpose")),
    quoted("form_of_supply", _("Form of supply")),
    quoted("office.name", _("Office")),
    day("registered_on", _("Registered on")),
    day("third_party_sent_on", _("Third party asked on")),
    day("third_party_replied_on", _("Third party answered on")),
    choice("third_party_answer", _("Answer of the third party")),
    day("clarification_asked_on", _("Clarification asked for on")),
    day("clarify_by", _("To be clarified by")),
    day("clarified_on", _("Clarified on")),
    day("extension_notice_on", _("Extension notified on")),
    Column(label=_("Reply due on"), value=selectors.due_on, kind="day"),
    day("replied_on", _("Replied on")),
    day("ended_on", _("Ended without a reply on")),
    choice("outcome", _("Outcome")),
    quoted("legal_basis", _("Legal basis")),
    quoted("reply_number", _("Number of the reply")),
    number("fee", _("Fee in yuan")),
    quoted("note", _("Note")),
    choice("status", _("Status")),
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
        number=Field("number"),
        title=Field("content"),
        columns=(
            day("received_on", pgettext_lazy("information request", "Received on")),
            quoted("office.name", _("Office")),
            Column(label=_("Reply due on"), value=selectors.due_on, kind="day"),
            choice("outcome", _("Outcome")),
            Column(label=_("Status"), value=_state, kind="state"),
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
