"""The register of documents at source at the desk."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.design.columns import choice, day, quoted, text
from sunlit.design.registers import (
    ActAtDesk,
    Column,
    Field,
    Filter,
    Label,
    NamedClock,
    Register,
    Waiting,
    register,
)
from sunlit.disclosure import forms, policies, selectors, services
from sunlit.disclosure.models import Attribute, SourceDocument
from sunlit.disclosure.sources import documents_to_reassess, documents_waiting
from sunlit.kernel.reading import Reading
from sunlit.organization.models import Agency, Office, Official, Role
from sunlit.organization.selectors import office_day


def _offices(by: Official) -> Sequence[tuple[str, Label]]:
    offices = Office.objects.filter(agency=by.agency).order_by("code")
    return [(str(office.pk), office.name) for office in offices]


def _attributes(_by: Official) -> Sequence[tuple[str, Label]]:
    return [(one.value, one.label) for one in Attribute]


def _state(document: SourceDocument) -> tuple[str, Label]:
    attribute = Attribute(document.attribute)
    if attribute in (Attribute.ON_APPLICATION, Attribute.WITHHELD):
        return "neutral", attribute.label
    if document.item and document.item.published_on:
        return "done", _("published")
    reading = selectors.document_clock(document)
    is_late = reading is not None and reading.due_on is not None and reading.due_on < office_day()
    word = attribute.label if attribute is Attribute.UNDECIDED else _("open to all, not public yet")
    return "late" if is_late else "in_time", word


def _waiting(agency: Agency, on: date) -> Iterable[Waiting]:
    yield from documents_waiting(agency, on)
    yield from documents_to_reassess(agency, on)


def _reassessment(document: SourceDocument) -> Reading | None:
    return selectors.reassessment_clock(document, on=office_day())


register(
    Register(
        name="documents",
        label=_("Documents at source"),
        intro=_(
            "Every document that the agency makes, with the decision whether it is disclosed. The "
            "office that made it registers it."
        ),
        model=SourceDocument,
        roles=frozenset({*policies.DRAFTERS, Role.SECRECY_REVIEWER, Role.APPROVER}),
        records=selectors.documents_open_to,
        number=Field("code"),
        title=Field("title"),
        columns=(
            quoted("document_number", _("Document number")),
            quoted("office.name", _("Office")),
            day("made_on", _("Made on")),
            Column(label=_("State"), value=_state, kind="state"),
        ),
        facts=(
            text("code", _("Register number")),
            quoted("document_number", _("Document number")),
            choice("genre", pgettext_lazy("document", "Kind of document")),
            choice("matter", pgettext_lazy("document", "Matter")),
            quoted("office.name", _("Office")),
            Column(label=_("State"), value=_state, kind="state"),
            choice("attribute", pgettext_lazy("document", "Disclosure")),
            choice("ground", pgettext_lazy("document", "Ground")),
            quoted("reason", _("Reason")),
            quoted("decided_post", _("Decided by")),
            text("item.code", _("Item")),
            day("made_on", _("Made on")),
            day("registered_on", _("Registered on")),
            day("decided_on", _("Decided on")),
            day("reassessed_on", pgettext_lazy("document", "Looked at again on")),
        ),
        filters=(
            Filter(
                name="attribute",
                label=pgettext_lazy("document", "Disclosure"),
                lookup="attribute",
                choices=_attributes,
            ),
            Filter(name="office", label=_("Office"), lookup="office", choices=_offices),
        ),
        searched=("code", "title", "document_number"),
        opening=(
            ActAtDesk(
                name="register",
                label=pgettext_lazy("document", "Register a document"),
                basis="disclosure.secrecy_review",
                do=services.register_document,
                form=forms.RegisterForm,
                why_not=policies.why_not_register,
                done=_("The document has been registered. Decide now whether it is disclosed."),
            ),
        ),
        acts=(
            ActAtDesk(
                name="decide-disclosure",
                label=_("Decide whether it is disclosed"),
                basis="disclosure.secrecy_review",
                do=services.decide_disclosure,
                form=forms.DecideDisclosureForm,
                why_not=policies.why_not_decide_disclosure,
                done=_("It has been decided whether the document is disclosed."),
            ),
            ActAtDesk(
                name="reassess",
                label=_("Look again at what is withheld"),
                basis=policies.REASSESS,
                do=services.reassess,
                form=forms.ReassessForm,
                why_not=policies.why_not_reassess,
                done=_("The document has been looked at again."),
            ),
            ActAtDesk(
                name="draft-item",
                label=_("Draft the item that publishes it"),
                basis="disclosure.content",
                do=services.draft_from_document,
                form=forms.DraftFromDocumentForm,
                why_not=policies.why_not_draft_from,
                done=_("The item has been drafted; it stands among the items."),
            ),
            ActAtDesk(
                name="link-item",
                label=_("Name the item that publishes it"),
                basis="disclosure.content",
                do=services.link_item,
                form=forms.LinkItemForm,
                why_not=policies.why_not_draft_from,
                done=_("The item has been named."),
            ),
        ),
        clocks=(
            NamedClock(label=_("Publication"), read=selectors.document_clock),
            NamedClock(label=_("To be looked at again"), read=_reassessment),
        ),
        waiting=_waiting,
        follows=("item",),
    )
)
