"""The registers of clean-ups and of their decisions at the desk."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from sunlit.design.columns import choice, day, listed, quoted, text
from sunlit.design.registers import ActAtDesk, Column, Field, Filter, Label, Register, register
from sunlit.norms import forms, policies, selectors, services
from sunlit.norms.lifecycle import Status
from sunlit.norms.models import CleanUp, CleanUpDecision, Decision
from sunlit.norms.waiting import clean_ups_open, decisions_open
from sunlit.organization.models import Official, Role
from sunlit.organization.selectors import office_day

ROLES = frozenset({Role.CLERK, Role.SECTION_HEAD, Role.APPROVER})
STATES = {
    Status.PROPOSED: "in_time",
    Status.REVIEWED: "in_time",
    Status.DECIDED: "in_time",
    Status.PUBLISHED: "done",
}


def _clean_ups(by: Official) -> QuerySet[CleanUp]:
    return CleanUp.objects.filter(agency=by.agency).order_by("-year", "code")


def _decisions(by: Official) -> QuerySet[CleanUpDecision]:
    decisions = CleanUpDecision.objects.filter(clean_up__agency=by.agency)
    return decisions.select_related("clean_up", "document__office").order_by(
        "-clean_up__year", "document__code"
    )


def _years(by: Official) -> Sequence[tuple[str, Label]]:
    years = _clean_ups(by).order_by("-year").values_list("year", flat=True).distinct()
    return [(str(year), str(year)) for year in years]


def _outcomes(_by: Official) -> Sequence[tuple[str, Label]]:
    return [(decision.value, decision.label) for decision in Decision]


def _statuses(_by: Official) -> Sequence[tuple[str, Label]]:
    return [(status.value, status.label) for status in Status]


def _clean_up_state(clean_up: CleanUp) -> tuple[str, Label]:
    return ("done", _("completed")) if clean_up.decided_on else ("in_time", _("under way"))


def _without(clean_up: CleanUp) -> str:
    if clean_up.decided_on:
        return ""
    left = selectors.without_proposal(clean_up, on=office_day())
    return "、".join(f"{one.code} {one.title}" for one in left)


def _decision_state(decision: CleanUpDecision) -> tuple[str, Label]:
    return STATES[Status(decision.status)], decision.get_status_display()


register(
    Register(
        name="clean-ups",
        label=_("Clean-ups"),
        intro=_("Each clean-up of normative documents, begun by the legal section."),
        model=CleanUp,
        roles=ROLES,
        records=_clean_ups,
        number=Field("code"),
        title=lambda clean_up: clean_up.name or clean_up.document_number or clean_up.code,
        columns=(
            text("year", _("Year")),
            day("begun_on", _("Begun on")),
            day("decided_on", _("Decided on")),
            Column(label=_("State"), value=_clean_up_state, kind="state"),
        ),
        facts=(
            day("begun_on", _("Begun on")),
            day("decided_on", _("Decided on")),
            choice("kind", _("Scope")),
            quoted("subject", _("Subject")),
            quoted("document_number", _("Document number of the result")),
            Column(
                label=_("Documents"),
                value=lambda clean_up: clean_up.decisions.count(),
                kind="number",
            ),
            Column(label=_("Documents without a proposal"), value=_without, kind="quoted"),
            Column(label=_("State"), value=_clean_up_state, kind="state"),
        ),
        filters=(Filter(name="year", label=_("Year"), lookup="year", choices=_years),),
        searched=("code", "name", "document_number"),
        waiting=clean_ups_open,
        opening=(
            ActAtDesk(
                name="begin",
                label=_("Begin a clean-up"),
                basis="norms.clean_up",
                do=services.begin_clean_up,
                form=forms.CleanUpForm,
                why_not=policies.why_not_register,
                done=_("The clean-up has been begun."),
            ),
        ),
        acts=(
            ActAtDesk(
                name="propose",
                label=_("Propose a decision"),
                basis="norms.clean_up",
                do=services.propose,
                form=forms.ProposalForm,
                why_not=policies.why_not_propose,
                done=_("The decision has been proposed."),
            ),
            ActAtDesk(
                name="conclude",
                label=_("Conclude"),
                basis="norms.clean_up",
                do=services.conclude,
                form=forms.ConclusionForm,
                why_not=policies.why_not_conclude,
                done=_("The clean-up has been concluded."),
            ),
        ),
        public_url=lambda clean_up: clean_up.get_absolute_url() if clean_up.decided_on else "",
    ),
    Register(
        name="clean-up-decisions",
        label=_("Decisions on documents"),
        intro=_("What each clean-up decides about each document, and why."),
        model=CleanUpDecision,
        roles=ROLES,
        records=_decisions,
        number=Field("document.code"),
        title=Field("document.title"),
        columns=(
            choice("decision", _("Decision")),
            choice("principle", _("Principle")),
            day("decided_on", _("Decided on")),
            Column(label=_("State"), value=_decision_state, kind="state"),
        ),
        facts=(
            Column(
                label=_("Clean-up"),
                value=lambda decision: decision.clean_up.name or decision.clean_up.code,
                kind="quoted",
            ),
            quoted("document.document_number", _("Document number")),
            choice("decision", _("Decision")),
            choice("principle", _("Principle")),
            quoted("reason", _("Reason")),
            quoted("opinion", _("Opinion of the office")),
            day("reviewed_on", _("Legality reviewed on")),
            quoted("legal_review_by", _("Legality reviewed by")),
            day("decided_on", _("Decided on")),
            day("published_on", _("Published on")),
            listed("channels", _("Channels"), by="；"),
        ),
        filters=(
            Filter(name="year", label=_("Year"), lookup="clean_up__year", choices=_years),
            Filter(name="decision", label=_("Decision"), lookup="decision", choices=_outcomes),
            Filter(name="status", label=_("State"), lookup="status", choices=_statuses),
        ),
        searched=("document__code", "document__title", "reason"),
        waiting=decisions_open,
        acts=(
            ActAtDesk(
                name="review",
                label=_("Confirm legality"),
                basis="norms.legal_review",
                do=services.review_legality,
                why_not=policies.why_not_review,
                done=_("The legality review has been recorded."),
            ),
            ActAtDesk(
                name="decide",
                label=_("Decide as proposed"),
                basis="norms.clean_up",
                do=services.decide,
                why_not=policies.why_not_decide,
                done=_("The decision has been taken."),
            ),
            ActAtDesk(
                name="publish",
                label=_("Publish the result"),
                basis="norms.publish",
                do=services.publish_result,
                form=forms.PublicationForm,
                why_not=policies.why_not_publish,
                done=_("The result has been published."),
            ),
        ),
        public_url=lambda decision: decision.document.get_absolute_url(),
    ),
)
