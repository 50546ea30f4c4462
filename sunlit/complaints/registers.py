"""The register of complaints at the desk."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.complaints import forms, policies, selectors, services
from sunlit.complaints.lifecycle import Satisfaction, Status
from sunlit.complaints.models import Complaint
from sunlit.complaints.waiting import complaints_open
from sunlit.design.columns import choice, day, listed, moment, quoted, yes_no
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
from sunlit.organization.models import Office, Official, Role

FINISHED = (Status.CLOSED, Status.TRANSFERRED, Status.REFUSED)


def _complaints(by: Official) -> QuerySet[Complaint]:
    complaints = Complaint.objects.filter(agency=by.agency)
    related = complaints.select_related("office", "zone", "subdistrict", "power")
    return related.order_by("-received_at", "-id")


def _offices(by: Official) -> Sequence[tuple[str, Label]]:
    offices = Office.objects.filter(agency=by.agency).order_by("code")
    return [(code, name) for code, name in offices.values_list("code", "name")]


def _statuses(_by: Official) -> Sequence[tuple[str, Label]]:
    return [(status.value, status.label) for status in Status]


def _satisfactions(_by: Official) -> Sequence[tuple[str, Label]]:
    return [(said.value, said.label) for said in Satisfaction]


def _sources(by: Official) -> Sequence[tuple[str, Label]]:
    return [(word, word) for word in selectors.words_used(by.agency, "source")]


def _categories(by: Official) -> Sequence[tuple[str, Label]]:
    return [(word, word) for word in selectors.words_used(by.agency, "category")]


def _state(complaint: Complaint) -> tuple[str, Label]:
    done = complaint.status in FINISHED
    return "done" if done else "neutral", complaint.get_status_display()


FACTS = (
    moment("received_at", pgettext_lazy("complaint", "Received")),
    quoted("source", pgettext_lazy("complaint", "Source")),
    quoted("category", pgettext_lazy("complaint", "Category")),
    quoted("complainant", _("Complainant"), personal=True),
    quoted("contact", _("Contact"), personal=True),
    quoted("query_code", _("Query code"), personal=True),
    quoted("zone.name", _("Zone")),
    quoted("subdistrict.name", _("Subdistrict")),
    quoted("place", pgettext_lazy("complaint", "Place")),
    quoted("text", pgettext_lazy("complaint", "What is wrong")),
    choice("decision", pgettext_lazy("complaint", "Decision")),
    moment("decided_at", pgettext_lazy("complaint", "Decided")),
    day("due_on", _("To be handled by")),
    quoted("office.name", _("Office")),
    moment("dispatched_at", pgettext_lazy("complaint", "Dispatched")),
    moment("resolved_at", pgettext_lazy("complaint", "Handled")),
    quoted("handling", _("How it was handled")),
    moment("replied_at", pgettext_lazy("complaint", "Replied")),
    quoted("reply_method", _("Way of reply")),
    listed("documents", pgettext_lazy("complaint", "Documents")),
    choice("satisfaction", _("Satisfaction")),
    yes_no("is_reopened", _("Sent back to be handled again")),
    moment("reopened_at", pgettext_lazy("complaint", "Sent back")),
    day("due_again_on", _("To be handled again by")),
    choice("satisfaction_after_reopening", _("Satisfaction in the end")),
    quoted("closing_note", _("How it was settled in the end")),
    moment("closed_at", pgettext_lazy("complaint", "Closed")),
    quoted("power.name", _("Power used")),
    choice("status", _("Status")),
)  # fmt: skip

ACTS = (
    ActAtDesk(
        name="accept",
        label=pgettext_lazy("complaint", "Accept"),
        basis="complaints.accept",
        do=services.accept,
        form=forms.AcceptForm,
        why_not=policies.why_not_accept,
        done=_("The complaint has been accepted."),
    ),
    ActAtDesk(
        name="transfer",
        label=pgettext_lazy("complaint", "Transfer"),
        basis="complaints.transfer",
        do=services.transfer,
        form=forms.TransferForm,
        why_not=policies.why_not_transfer,
        done=_("The complaint has been transferred."),
    ),
    ActAtDesk(
        name="refuse",
        label=_("Do not accept"),
        basis="complaints.refuse",
        do=services.refuse,
        form=forms.RefuseForm,
        why_not=policies.why_not_refuse,
        done=_("That the complaint is not accepted has been recorded."),
    ),
    ActAtDesk(
        name="dispatch",
        label=pgettext_lazy("complaint", "Dispatch"),
        basis="complaints.dispatch",
        do=services.dispatch,
        form=forms.DispatchForm,
        why_not=policies.why_not_dispatch,
        done=_("The complaint has been given to the office."),
    ),
    ActAtDesk(
        name="resolve",
        label=_("Record the handling"),
        basis="complaints.handle",
        do=services.resolve,
        form=forms.ResolveForm,
        why_not=policies.why_not_resolve,
        done=_("The handling has been recorded."),
    ),
    ActAtDesk(
        name="reply",
        label=_("Reply"),
        basis="complaints.reply",
        do=services.reply,
        form=forms.ReplyForm,
        why_not=policies.why_not_reply,
        done=_("The reply has been recorded."),
    ),
    ActAtDesk(
        name="record-satisfaction",
        label=_("Record the satisfaction"),
        basis="complaints.reply",
        do=services.record_satisfaction,
        form=forms.SatisfactionForm,
        why_not=policies.why_not_record_satisfaction,
        done=_("The satisfaction has been recorded."),
    ),
    ActAtDesk(
        name="reopen",
        label=_("Send back to the office"),
        basis="complaints.handle",
        do=services.reopen,
        form=forms.ReopenForm,
        why_not=policies.why_not_reopen,
        done=_("The complaint has been sent back to the office."),
    ),
    ActAtDesk(
        name="close",
        label=pgettext_lazy("complaint", "Close"),
        basis="complaints.reply",
        do=services.close,
        form=forms.CloseForm,
        why_not=policies.why_not_close,
        done=_("The complaint has been closed."),
    ),
)

register(
    Register(
        name="complaints",
        label=_("Complaints"),
        intro=_("What the public complains of, registered by the hotline, handled by the offices."),
        model=Complaint,
        roles=frozenset({Role.HOTLINE_OPERATOR, Role.SECTION_HEAD, Role.INVESTIGATOR}),
        records=_complaints,
        number=Field("number"),
        title=Field("place"),
        columns=(
            moment("received_at", pgettext_lazy("complaint", "Received")),
            quoted("source", pgettext_lazy("complaint", "Source")),
            quoted("category", pgettext_lazy("complaint", "Category")),
            quoted("office.name", _("Office")),
            Column(label=_("Status"), value=_state, kind="state"),
        ),
        facts=FACTS,
        filters=(
            Filter(name="status", label=_("Status"), lookup="status", choices=_statuses),
            Filter(name="office", label=_("Office"), lookup="office__code", choices=_offices),
            Filter(name="source", label=pgettext_lazy("complaint", "Source"), lookup="source",
                   choices=_sources),
            Filter(name="category", label=pgettext_lazy("complaint", "Category"),
                   lookup="category", choices=_categories),
            Filter(name="satisfaction", label=_("Satisfaction"), lookup="satisfaction",
                   choices=_satisfactions),
        ),
        searched=("number", "place", "text"),
        acts=ACTS,
        opening=(
            ActAtDesk(
                name="register-complaint",
                label=_("Register a complaint"),
                basis="complaints.receive",
                do=services.register_complaint,
                form=forms.ComplaintForm,
                why_not=policies.why_not_register,
                done=_("The complaint has been registered."),
            ),
        ),
        clocks=(NamedClock(label=_("Handling"), read=selectors.clock),),
        waiting=complaints_open,
    )
)  # fmt: skip
