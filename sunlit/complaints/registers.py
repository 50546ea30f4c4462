"""The register of complaints at the desk."""

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.complaints import forms, policies, selectors, services
from sunlit.complaints.lifecycle import Satisfaction, Status
from sunlit.complaints.models import Complaint
from sunlit.complaints.waiting import complaints_open
from sunlit.design.registers import ActAtDesk, Column, Filter, Label, NamedClock, Register, register
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


def _fact(label: Label, value: Callable[[Complaint], Any], kind: Any = "text") -> Column:
    return Column(label=label, value=value, kind=kind)


FACTS = (
    _fact(pgettext_lazy("complaint", "Received"), lambda one: one.received_at, "moment"),
    _fact(pgettext_lazy("complaint", "Source"), lambda one: one.source, "quoted"),
    _fact(pgettext_lazy("complaint", "Category"), lambda one: one.category, "quoted"),
    _fact(_("Complainant"), lambda one: one.complainant, "quoted"),
    _fact(_("Contact"), lambda one: one.contact, "quoted"),
    _fact(_("Query code"), lambda one: one.query_code, "quoted"),
    _fact(_("Zone"), lambda one: one.zone.name, "quoted"),
    _fact(_("Subdistrict"), lambda one: one.subdistrict.name, "quoted"),
    _fact(pgettext_lazy("complaint", "Place"), lambda one: one.place, "quoted"),
    _fact(pgettext_lazy("complaint", "What is wrong"), lambda one: one.text, "quoted"),
    _fact(pgettext_lazy("complaint", "Decision"), lambda one: one.get_decision_display()),
    _fact(pgettext_lazy("complaint", "Decided"), lambda one: one.decided_at, "moment"),
    _fact(_("To be handled by"), lambda one: one.due_on, "day"),
    _fact(_("Office"), lambda one: one.office and one.office.name, "quoted"),
    _fact(pgettext_lazy("complaint", "Dispatched"), lambda one: one.dispatched_at, "moment"),
    _fact(pgettext_lazy("complaint", "Handled"), lambda one: one.resolved_at, "moment"),
    _fact(_("How it was handled"), lambda one: one.handling, "quoted"),
    _fact(pgettext_lazy("complaint", "Replied"), lambda one: one.replied_at, "moment"),
    _fact(_("Way of reply"), lambda one: one.reply_method, "quoted"),
    _fact(pgettext_lazy("complaint", "Documents"), lambda one: "、".join(one.documents), "quoted"),
    _fact(_("Satisfaction"), lambda one: one.get_satisfaction_display()),
    _fact(_("Sent back to be handled again"), lambda one: one.is_reopened, "yes_no"),
    _fact(pgettext_lazy("complaint", "Sent back"), lambda one: one.reopened_at, "moment"),
    _fact(_("To be handled again by"), lambda one: one.due_again_on, "day"),
    _fact(_("Satisfaction in the end"),
          lambda one: one.get_satisfaction_after_reopening_display()),
    _fact(_("How it was settled in the end"), lambda one: one.closing_note, "quoted"),
    _fact(pgettext_lazy("complaint", "Closed"), lambda one: one.closed_at, "moment"),
    _fact(_("Power used"), lambda one: one.power and one.power.name, "quoted"),
    _fact(_("Status"), lambda one: one.get_status_display()),
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
        number=lambda complaint: complaint.number,
        title=lambda complaint: complaint.place,
        columns=(
            _fact(pgettext_lazy("complaint", "Received"), lambda one: one.received_at, "moment"),
            _fact(pgettext_lazy("complaint", "Source"), lambda one: one.source, "quoted"),
            _fact(pgettext_lazy("complaint", "Category"), lambda one: one.category, "quoted"),
            _fact(_("Office"), lambda one: one.office and one.office.name, "quoted"),
            _fact(_("Status"), _state, "state"),
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
