"""The registers of items, with the acts of the gate, and of secrecy reviews."""

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from sunlit.design.registers import (
    ActAtDesk,
    Column,
    Filter,
    Label,
    NamedClock,
    Register,
    register,
)
from sunlit.disclosure import forms, policies, selectors, services
from sunlit.disclosure.lifecycle import Status
from sunlit.disclosure.models import Decision, Item, SecrecyReview
from sunlit.disclosure.waiting import items_at_the_gate
from sunlit.organization.models import Office, Official, Role
from sunlit.organization.selectors import office_day

UNDER_WAY = (
    Status.DRAFT,
    Status.SECTION_REVIEWED,
    Status.SECRECY_REVIEWED,
    Status.APPROVED,
)


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
    return "done" if status == Status.PUBLISHED else "neutral", status.label


def _decision(review: SecrecyReview) -> tuple[str, Label]:
    if not review.decision:
        return "in_time", _("not decided yet")
    decision = Decision(review.decision)
    return "neutral" if decision == Decision.WITHHOLD else "done", decision.label


def _address(item: Item) -> str:
    return item.get_absolute_url() if item.status in selectors.SHOWN else ""


def _steps(review: Callable[[Any], SecrecyReview]) -> tuple[Column, ...]:
    """Return who took which step of a review, and when."""
    return (
        Column(label=_("Drafted on"), value=lambda one: review(one).drafted_on, kind="day"),
        Column(label=_("Drafted by"), value=lambda one: review(one).drafted_post, kind="quoted"),
        Column(
            label=_("Section agreed on"),
            value=lambda one: review(one).section_reviewed_on,
            kind="day",
        ),
        Column(
            label=_("Section agreed by"),
            value=lambda one: review(one).section_reviewed_post,
            kind="quoted",
        ),
        Column(
            label=_("Reviewed for secrecy on"),
            value=lambda one: review(one).secrecy_reviewed_on,
            kind="day",
        ),
        Column(
            label=_("Reviewed for secrecy by"),
            value=lambda one: review(one).secrecy_reviewed_post,
            kind="quoted",
        ),
        Column(label=_("Finding"), value=lambda one: review(one).get_finding_display()),
        Column(label=_("Decided on"), value=lambda one: review(one).approved_on, kind="day"),
        Column(label=_("Decided by"), value=lambda one: review(one).approved_post, kind="quoted"),
        Column(label=_("Conclusion"), value=lambda one: review(one).get_decision_display()),
        Column(label=_("Ground"), value=lambda one: review(one).ground, kind="quoted"),
    )


ACTS = (
    ActAtDesk(
        name="revise",
        label=_("Write anew"),
        basis="disclosure.secrecy_review",
        do=services.revise,
        form=forms.ReviseForm,
        why_not=policies.why_not_revise,
        done=_("The draft has been written anew."),
    ),
    ActAtDesk(
        name="section-review",
        label=_("Agree for the section"),
        basis="disclosure.secrecy_review",
        do=services.section_review,
        why_not=policies.why_not_section_review,
        done=_("The section has agreed to the draft."),
    ),
    ActAtDesk(
        name="secrecy-review",
        label=_("Review for secrecy"),
        basis="disclosure.secrecy_review",
        do=services.secrecy_review,
        form=forms.SecrecyReviewForm,
        why_not=policies.why_not_secrecy_review,
        done=_("The draft has been reviewed for secrecy."),
    ),
    ActAtDesk(
        name="approve",
        label=_("Decide"),
        basis="disclosure.secrecy_review",
        do=services.approve,
        form=forms.ApproveForm,
        why_not=policies.why_not_approve,
        done=_("It has been decided whether the item is published."),
    ),
    ActAtDesk(
        name="send-back",
        label=_("Send the draft back"),
        basis="disclosure.secrecy_review",
        do=services.send_back,
        form=forms.SendBackForm,
        why_not=policies.why_not_send_back,
        done=_("The draft has been sent back."),
    ),
    ActAtDesk(
        name="publish",
        label=_("Publish"),
        basis="disclosure.publish",
        do=services.publish,
        why_not=policies.why_not_publish,
        done=_("The item has been published."),
    ),
    ActAtDesk(
        name="withdraw",
        label=_("Withdraw from publication"),
        basis="disclosure.correction",
        do=services.withdraw,
        form=forms.WithdrawForm,
        why_not=policies.why_not_withdraw,
        done=_("The item has been withdrawn."),
    ),
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
        others=lambda item: [item.review],
        title=lambda item: item.title,
        columns=(
            Column(label=_("Category"), value=lambda item: item.category.name, kind="quoted"),
            Column(label=_("Office"), value=lambda item: item.office.name, kind="quoted"),
            Column(label=_("Made on"), value=lambda item: item.made_on, kind="day"),
            Column(label=_("Published on"), value=lambda item: item.published_on, kind="day"),
            Column(label=_("State"), value=_state, kind="state"),
        ),
        facts=(
            Column(label=_("Register number"), value=lambda item: item.code),
            Column(label=_("Index number"), value=lambda item: item.index_number),
            Column(label=_("State"), value=_state, kind="state"),
            Column(label=_("Category"), value=lambda item: item.category.name, kind="quoted"),
            Column(label=_("Office"), value=lambda item: item.office.name, kind="quoted"),
            Column(label=_("Area"), value=lambda item: item.zone and item.zone.name, kind="quoted"),
            Column(label=_("Importance"), value=lambda item: item.get_scope_display()),
            Column(label=_("Stage"), value=lambda item: item.get_stage_display()),
            Column(
                label=_("Document number"), value=lambda item: item.document_number, kind="quoted"
            ),
            Column(label=_("Channels"), value=lambda item: "、".join(item.channels), kind="quoted"),
            Column(label=_("Text"), value=lambda item: item.body, kind="quoted"),
            Column(
                label=_("Publishes the rule"),
                value=lambda item: item.rule and item.rule.name,
                kind="quoted",
            ),
            Column(label=_("Made on"), value=lambda item: item.made_on, kind="day"),
            Column(label=_("Publication due on"), value=lambda item: item.due_on, kind="day"),
            Column(label=_("Published on"), value=lambda item: item.published_on, kind="day"),
            Column(
                label=_("No longer public since"), value=lambda item: item.withdrawn_on, kind="day"
            ),
            Column(
                label=_("Reason for withdrawal"),
                value=lambda item: item.withdrawal_reason,
                kind="quoted",
            ),
            Column(label=_("Secrecy review"), value=lambda item: item.review.code),
            *_steps(lambda item: item.review),
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
        ),
        acts=ACTS,
        clocks=(NamedClock(label=_("Publication"), read=selectors.publication_clock),),
        waiting=items_at_the_gate,
        public_url=_address,
    ),
    Register(
        name="secrecy-reviews",
        label=_("Secrecy reviews"),
        intro=_("Who took which step before something was published, or withheld."),
        model=SecrecyReview,
        roles=frozenset({Role.CLERK, Role.SECRECY_REVIEWER, Role.APPROVER}),
        records=_reviews,
        number=lambda review: review.code,
        title=lambda review: review.title,
        columns=(
            Column(label=_("Office"), value=lambda review: review.office.name, kind="quoted"),
            Column(label=_("Drafted on"), value=lambda review: review.drafted_on, kind="day"),
            Column(label=_("Decided on"), value=lambda review: review.approved_on, kind="day"),
            Column(label=_("Conclusion"), value=_decision, kind="state"),
        ),
        facts=(
            Column(label=_("Item"), value=lambda review: review.item and review.item.code),
            Column(label=_("Office"), value=lambda review: review.office.name, kind="quoted"),
            *_steps(lambda review: review),
            Column(
                label=_("Text before the changes"),
                value=lambda review: review.original_body,
                kind="quoted",
            ),
        ),
        filters=(
            Filter(name="decision", label=_("Conclusion"), lookup="decision", choices=_decisions),
            Filter(name="office", label=_("Office"), lookup="office", choices=_offices),
        ),
        searched=("code", "title", "ground"),
    ),
)
