"""The registers of items, with the acts of the gate, and of secrecy reviews."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from sunlit.design.columns import choice, column, day, listed, quoted, text
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
from sunlit.disclosure.afterwards import (
    documents_to_interpret,
    items_to_read_again,
    records_to_appraise,
)
from sunlit.disclosure.enclosed import enclosed_at_desk
from sunlit.disclosure.lifecycle import UNDER_WAY, Status
from sunlit.disclosure.models import Decision, Item, SecrecyReview
from sunlit.disclosure.registers import catalogue, interpreting, keeping, revising
from sunlit.disclosure.registers.acts import ACTS
from sunlit.disclosure.screened import screened_text
from sunlit.disclosure.waiting import (
    items_at_the_gate,
    items_not_published_when_due,
    public_items_with_findings,
)
from sunlit.organization.models import Agency, Office, Official, Role
from sunlit.organization.selectors import office_day


def _reviews(by: Official) -> QuerySet[SecrecyReview]:
    reviews = SecrecyReview.objects.filter(agency=by.agency)
    return reviews.select_related("office", "item").order_by("-drafted_on", "-year", "-code")


def _categories(by: Official) -> Sequence[tuple[str, Label]]:
    return [(str(one.pk), f"{one.group} / {one.name}") for one in selectors.catalogue(by.agency)]


def _offices(by: Official) -> Sequence[tuple[str, Label]]:
    offices = Office.objects.filter(agency=by.agency).order_by("code")
    return [(str(office.pk), office.name) for office in offices]


def _statuses(_by: Official) -> Sequence[tuple[str, Label]]:
    return [(status.value, status.label) for status in Status]


def _decisions(_by: Official) -> Sequence[tuple[str, Label]]:
    return [(decision.value, decision.label) for decision in Decision]


def _state(item: Item) -> tuple[str, Label]:
    status = Status(item.status)
    if status in UNDER_WAY:
        is_late = item.due_on is not None and item.due_on < office_day()
        return "late" if is_late else "in_time", status.label
    return "done" if status in (Status.PUBLISHED, Status.MERGED) else "neutral", status.label


def _decision(review: SecrecyReview) -> tuple[str, Label]:
    if not review.decision:
        return "in_time", _("not decided yet")
    decision = Decision(review.decision)
    return "neutral" if decision == Decision.WITHHOLD else "done", decision.label


def _countersigned(item: Item) -> str:
    signed = item.review.countersignatures.all()
    return "；".join(f"{one.title}：{one.post} {one.signed_on}" for one in signed)


def _waiting(agency: Agency, on: date) -> Iterable[Waiting]:
    return chain(
        items_at_the_gate(agency, on),
        items_not_published_when_due(agency, on),
        public_items_with_findings(agency, on),
        documents_to_interpret(agency, on),
        items_to_read_again(agency, on),
        records_to_appraise(agency, on),
    )


def _address(item: Item) -> str:
    public = item.revises if item.status == Status.MERGED and item.revises else item
    return public.get_absolute_url() if public.status in selectors.SHOWN else ""


def _steps(review: str = "") -> tuple[Column, ...]:
    """Return who took which step of a review, and when; `review`: the way to it, with its dot."""
    return (
        day(f"{review}drafted_on", _("Drafted on")),
        quoted(f"{review}drafted_post", _("Drafted by")),
        day(f"{review}section_reviewed_on", _("Section agreed on")),
        quoted(f"{review}section_reviewed_post", _("Section agreed by")),
        day(f"{review}secrecy_reviewed_on", _("Reviewed for secrecy on")),
        quoted(f"{review}secrecy_reviewed_post", _("Reviewed for secrecy by")),
        choice(f"{review}finding", _("Finding")),
        day(f"{review}approved_on", _("Decided on")),
        quoted(f"{review}approved_post", _("Decided by")),
        choice(f"{review}decision", _("Conclusion")),
        quoted(f"{review}ground", _("Ground")),
    )


register(
    Register(
        name="items",
        label=_("Items"),
        intro=_("What is published and what is on its way, drafted by the offices."),
        model=Item,
        roles=frozenset({*policies.DRAFTERS, Role.SECRECY_REVIEWER, Role.APPROVER}),
        records=selectors.items_open_to,
        number=lambda item: item.index_number or item.code,
        kin=(SecrecyReview,),
        others=lambda item: [item.review],
        title=Field("title"),
        columns=(
            quoted("category.name", _("Category")),
            quoted("office.name", _("Office")),
            day("made_on", _("Made on")),
            day("published_on", _("Published on")),
            Column(label=_("State"), value=_state, kind="state"),
        ),
        facts=(
            text("code", _("Register number")),
            text("index_number", _("Index number")),
            Column(label=_("State"), value=_state, kind="state"),
            quoted("category.name", _("Category")),
            quoted("office.name", _("Office")),
            quoted("zone.name", _("Area")),
            choice("scope", _("Importance")),
            choice("stage", _("Stage")),
            quoted("document_number", _("Document number")),
            listed("channels", _("Channels")),
            column("body", _("Text"), "markup"),
            quoted("rule.name", _("Publishes the rule")),
            day("made_on", _("Made on")),
            day("due_on", _("Publication due on")),
            day("publish_on", _("To be published on")),
            text("publish_at", _("At")),
            day("published_on", _("Published on")),
            day("expires_on", _("Public until")),
            *catalogue.ITEM_FACTS,
            *revising.FACTS,
            *interpreting.FACTS,
            *keeping.FACTS,
            day("withdrawn_on", _("No longer public since")),
            quoted("withdrawal_reason", _("Reason for withdrawal")),
            text("review.code", _("Secrecy review")),
            *_steps("review."),
            Column(label=_("Countersigned"), value=_countersigned, kind="quoted"),
        ),
        filters=(
            Filter(name="category", label=_("Category"), lookup="category", choices=_categories),
            Filter(name="office", label=_("Office"), lookup="office", choices=_offices),
            Filter(name="status", label=_("State"), lookup="status", choices=_statuses),
        ),
        searched=("code", "index_number", "title", "document_number"),
        opening=(
            ActAtDesk(
                name="draft",
                label=_("Draft an item"),
                basis="disclosure.content",
                do=services.draft,
                form=forms.DraftForm,
                why_not=policies.why_not_draft,
                done=_("The item has been drafted."),
            ),
            ActAtDesk(
                name="draft-from-word",
                label=_("Draft from a Word file"),
                basis="disclosure.content",
                do=services.draft_from_word,
                form=forms.WordForm,
                why_not=policies.why_not_draft,
                done=_("The item has been drafted from the file. Look it through."),
                tells=lambda done: done.notes,
            ),
        ),
        acts=(*ACTS, *catalogue.ITEM_ACTS, *revising.ACTS, *interpreting.ACTS, *keeping.ACTS),
        clocks=(
            NamedClock(label=_("Next step"), read=selectors.step_clock),
            NamedClock(label=_("Publication"), read=selectors.publication_clock),
            interpreting.CLOCK,
        ),
        waiting=_waiting,
        public_url=_address,
        files=enclosed_at_desk,
        text=screened_text,
    ),
    Register(
        name="secrecy-reviews",
        label=_("Secrecy reviews"),
        intro=_("Who took which step before something was published, or withheld."),
        model=SecrecyReview,
        roles=frozenset({Role.CLERK, Role.SECRECY_REVIEWER, Role.APPROVER}),
        records=_reviews,
        number=Field("code"),
        title=Field("title"),
        columns=(
            quoted("office.name", _("Office")),
            day("drafted_on", _("Drafted on")),
            day("approved_on", _("Decided on")),
            Column(label=_("Conclusion"), value=_decision, kind="state"),
        ),
        facts=(
            text("item.code", _("Item")),
            quoted("office.name", _("Office")),
            *_steps(),
            column("original_body", _("Text before the changes"), "markup"),
        ),
        filters=(
            Filter(name="decision", label=_("Conclusion"), lookup="decision", choices=_decisions),
            Filter(name="office", label=_("Office"), lookup="office", choices=_offices),
        ),
        searched=("code", "title", "ground"),
    ),
)
