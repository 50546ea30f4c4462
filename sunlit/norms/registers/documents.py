"""The register of normative documents at the desk."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from sunlit.design.columns import day, quoted
from sunlit.design.faces import day as in_words
from sunlit.design.faces import said
from sunlit.design.registers import ActAtDesk, Column, Field, Filter, Label, Register, register
from sunlit.norms import forms, policies, selectors, services
from sunlit.norms.models import NormativeDocument
from sunlit.norms.rules import Standing
from sunlit.norms.waiting import documents_ending
from sunlit.organization.models import Office, Official, Role
from sunlit.organization.selectors import office_day

ROLES = frozenset({Role.CLERK, Role.SECTION_HEAD, Role.LEGAL_REVIEWER, Role.APPROVER})
WORDS: dict[Standing, tuple[str, Label]] = {
    Standing.NOT_YET_ISSUED: ("paused", _("not yet issued")),
    Standing.NOT_YET_IN_FORCE: ("paused", _("not yet in force")),
    Standing.IN_FORCE: ("done", _("in force")),
    Standing.REPEALED: ("neutral", _("repealed")),
    Standing.LAPSED: ("neutral", _("lapsed")),
}


def _documents(by: Official) -> QuerySet[NormativeDocument]:
    documents = NormativeDocument.objects.filter(agency=by.agency)
    return documents.select_related("office").order_by("code")


def _offices(by: Official) -> Sequence[tuple[str, Label]]:
    offices = Office.objects.filter(agency=by.agency).order_by("code")
    return [(str(office.pk), office.name) for office in offices]


def _repeals(_by: Official) -> Sequence[tuple[str, Label]]:
    return [("True", _("not repealed")), ("False", _("repealed"))]


def _standing(document: NormativeDocument) -> tuple[str, Label]:
    return WORDS[selectors.status_on(document, office_day())]


def _replaced_by(document: NormativeDocument) -> str:
    found = selectors.replacement(document)
    return _named(found) if found else ""


def _replaces(document: NormativeDocument) -> str:
    return "、".join(_named(one) for one in selectors.replaced(document))


def _done_to(document: NormativeDocument) -> str:
    return "\n".join(
        f"{in_words(one.since)} {one.get_kind_display()}: {_named(one.actor)}"
        for one in selectors.done_to(document)
    )


def _done_by(document: NormativeDocument) -> str:
    return "\n".join(
        f"{in_words(one.since)} {one.get_kind_display()}: {_named(one.target)}"
        for one in selectors.done_by(document)
    )


def _texts(document: NormativeDocument) -> str:
    return "\n".join(
        f"{one.number}. {in_words(one.valid_from)} {one.item.index_number}"
        for one in selectors.texts_of(document)
    )


def _evaluation(document: NormativeDocument) -> str:
    found = selectors.latest_evaluation(document)
    if found is None:
        return ""
    return f"{in_words(found.evaluated_on)} {found.get_outcome_display()}: {found.finding}"


def _named(document: NormativeDocument) -> str:
    return f"{document.title}({document.document_number})"


def _longest(document: NormativeDocument) -> str:
    title, start = document.title, document.begins_on
    return said(selectors.longest_validity(document.agency_id, title=title, start=start))


def _filing(document: NormativeDocument) -> str:
    return said(selectors.filing(document))


def _comments(document: NormativeDocument) -> str:
    return said(selectors.comment_period(document))


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
            day("in_force_from", _("In force from")),
            day("valid_until", _("Valid until")),
            day("repealed_on", _("Repealed on")),
            day("lapsed_on", _("Lapsed on")),
            Column(label=_("Replaced by"), value=_replaced_by, kind="quoted"),
            Column(label=_("Replaces"), value=_replaces, kind="quoted"),
            Column(label=_("State"), value=_standing, kind="state"),
            Column(label=_("Texts"), value=_texts, kind="quoted"),
            Column(label=_("Done to it by"), value=_done_to, kind="quoted"),
            Column(label=_("Does to others"), value=_done_by, kind="quoted"),
            Column(label=_("To be evaluated from"), value=selectors.evaluation_from, kind="day"),
            Column(label=_("Evaluation"), value=_evaluation, kind="quoted"),
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
            ActAtDesk(
                name="enter-text",
                label=_("Enter its text"),
                basis="norms.publish",
                do=services.enter_text,
                form=forms.TextForm,
                why_not=policies.why_not_enter_text,
                done=_("What the document says has been entered."),
            ),
            ActAtDesk(
                name="amend",
                label=_("Enter an amendment"),
                basis="norms.repeal",
                do=services.amend_document,
                form=forms.AmendForm,
                why_not=policies.why_not_amend,
                done=_("The amendment has been entered."),
            ),
            ActAtDesk(
                name="repeal",
                label=_("Enter what repealed it"),
                basis="norms.repeal",
                do=services.repeal_document,
                form=forms.RepealForm,
                why_not=policies.why_not_repeal,
                done=_("Which document repealed it has been entered."),
            ),
            ActAtDesk(
                name="evaluate",
                label=_("Evaluate"),
                basis="norms.evaluate",
                do=services.evaluate_document,
                form=forms.EvaluationForm,
                why_not=policies.why_not_evaluate,
                done=_("The evaluation has been entered."),
            ),
            ActAtDesk(
                name="renew",
                label=_("Renew under a new number"),
                basis="norms.renew",
                do=services.renew_document,
                form=forms.RenewalForm,
                why_not=policies.why_not_renew,
                done=_("The document goes on under its new number."),
            ),
        ),
        public_url=lambda document: document.get_absolute_url(),
    ),
)
