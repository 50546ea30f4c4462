"""The registers of normative documents, clean-ups and their decisions at the desk."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from sunlit.design.columns import choice, day, listed, quoted, text
from sunlit.design.faces import said
from sunlit.design.registers import ActAtDesk, Column, Field, Filter, Label, Register, register
from sunlit.norms import forms, policies, selectors, services
from sunlit.norms.lifecycle import Status
from sunlit.norms.models import CleanUp, CleanUpDecision, Decision, NormativeDocument
from sunlit.norms.rules import Standing
from sunlit.norms.waiting import clean_ups_open, decisions_open, documents_ending
from sunlit.organization.models import Office, Official, Role
from sunlit.organization.selectors import office_day

ROLES = frozenset({Role.CLERK, Role.SECTION_HEAD, Role.APPROVER})
WORDS: dict[Standing, tuple[str, Label]] = {
    Standing.NOT_YET_ISSUED: ("paused", _("not yet issued")),
    Standing.IN_FORCE: ("done", _("in force")),
    Standing.REPEALED: ("neutral", _("repealed")),
    Standing.LAPSED: ("neutral", _("lapsed")),
}
STATES = {
    Status.PROPOSED: "in_time",
    Status.REVIEWED: "in_time",
    Status.DECIDED: "in_time",
    Status.PUBLISHED: "done",
}


def _documents(by: Official) -> QuerySet[NormativeDocument]:
    documents = NormativeDocument.objects.filter(agency=by.agency)
    return documents.select_related("office", "replaced_by").order_by("code")


def _clean_ups(by: Official) -> QuerySet[CleanUp]:
    return CleanUp.objects.filter(agency=by.agency).order_by("-year", "code")


def _decisions(by: Official) -> QuerySet[CleanUpDecision]:
    decisions = CleanUpDecision.objects.filter(clean_up__agency=by.agency)
    return decisions.select_related("clean_up", "document__office").order_by(
        "-clean_up__year", "document__code"
    )


def _offices(by: Official) -> Sequence[tuple[str, Label]]:
    offices = Office.objects.filter(agency=by.agency).order_by("code")
    return [(str(office.pk), office.name) for office in offices]


def _years(by: Official) -> Sequence[tuple[str, Label]]:
    years = _clean_ups(by).order_by("-year").values_list("year", flat=True).distinct()
    return [(str(year), str(year)) for year in years]


def _outcomes(_by: Official) -> Sequence[tuple[str, Label]]:
    return [(decision.value, decision.label) for decision in Decision]


def _statuses(_by: Official) -> Sequence[tuple[str, Label]]:
    return [(status.value, status.label) for status in Status]


def _repeals(_by: Official) -> Sequence[tuple[str, Label]]:
    return [("True", _("not repealed")), ("False", _("repealed"))]


def _standing(document: NormativeDocument) -> tuple[str, Label]:
    return WORDS[selectors.status_on(document, office_day())]


def _replaced_by(document: NormativeDocument) -> str:
    return _named(document.replaced_by) if document.replaced_by else ""


def _replaces(document: NormativeDocument) -> str:
    return "、".join(_named(one) for one in selectors.replaced(document))


def _named(document: NormativeDocument) -> str:
    return f"{document.title}({document.document_number})"


def _longest(document: NormativeDocument) -> str:
    title, start = document.title, document.issued_on
    return said(selectors.longest_validity(document.agency_id, title=title, start=start))


def _filing(document: NormativeDocument) -> str:
    return said(selectors.filing(document))


def _comments(document: NormativeDocument) -> str:
    return said(selectors.comment_period(document))


def _clean_up_state(clean_up: CleanUp) -> tuple[str, Label]:
    return ("done", _("completed")) if clean_up.decided_on else ("in_time", _("under way"))


def _decision_state(decision: CleanUpDecision) -> tuple[str, Label]:
    return STATES[Status(decision.status)], decision.get_status_display()


register(
    Register(
        name="norms",
        label=_("Normative documents"),
        intro=_("Every normative document of the agency, in force or no longer so."),
        model=NormativeDocument,
        roles=ROLES,
        records=_documents,
        number=Field("code"),
        title=Field("title"),
        columns=(
            quoted("document_number", _("Document number")),
            day("issued_on", _("Issued on")),
            quoted("office.name", _("Office")),
            Column(label=_("State"), value=_standing, kind="state"),
        ),
        facts=(
            quoted("document_number", _("Document number")),
            day("issued_on", _("Issued on")),
            quoted("office.name", _("Office")),
            day("valid_until", _("Valid until")),
            day("repealed_on", _("Repealed on")),
            day("lapsed_on", _("Lapsed on")),
            Column(label=_("Replaced by"), value=_replaced_by, kind="quoted"),
            Column(label=_("Replaces"), value=_replaces, kind="quoted"),
            Column(label=_("State"), value=_standing, kind="state"),
            Column(label=_("Valid for at most"), value=_longest),
            Column(label=_("To be filed for the record within"), value=_filing),
            Column(label=_("Public comments on the draft"), value=_comments),
        ),
        filters=(
            Filter(name="office", label=_("Office"), lookup="office", choices=_offices),
            Filter(
                name="repealed", label=_("State"), lookup="repealed_on__isnull", choices=_repeals
            ),
        ),
        searched=("code", "title", "document_number"),
        waiting=documents_ending,
        opening=(
            ActAtDesk(
                name="register",
                label=_("Register a document"),
                basis="norms.publish",
                do=services.register_document,
                form=forms.DocumentForm,
                why_not=policies.why_not_register,
                done=_("The document has been registered."),
            ),
        ),
        acts=(
            ActAtDesk(
                name="replace",
                label=_("Enter what replaced it"),
                basis="norms.repeal",
                do=services.replace_document,
                form=forms.SuccessorForm,
                why_not=policies.why_not_replace,
                done=_("Which document replaced it has been entered."),
            ),
        ),
        public_url=lambda document: document.get_absolute_url(),
    ),
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
            quoted("document_number", _("Document number of the result")),
            Column(
                label=_("Documents"),
                value=lambda clean_up: clean_up.decisions.count(),
                kind="number",
            ),
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
