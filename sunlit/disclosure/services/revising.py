"""The acts by which a published text changes: a draft of its own passes the whole gate."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from sunlit.disclosure import events, policies, rules, selectors
from sunlit.disclosure.lifecycle import TRANSITIONS, Status
from sunlit.disclosure.models import Item, KeptFinding, Revision, RevisionKind, Version
from sunlit.disclosure.services.attachments import copy_attachments
from sunlit.disclosure.services.drafting import begin_review, next_code
from sunlit.disclosure.services.steps import enter, locked_item, refuse_day_before
from sunlit.kernel.refusals import Unacceptable
from sunlit.organization.models import Agency, Official

DESCRIBED = ("theme", "genre", "keywords", "summary", "source", "effective_on", "valid_until")
TAKEN = ("title", "document_number", "body", *DESCRIBED)
"""What a public item takes from the revision that replaces it."""


@transaction.atomic(durable=True)
def begin_revision(
    *, record_id: int, by: Official, today: date, kind: str, reason: str, earlier_ground: str = ""
) -> Item:
    """Begin a new version of a published item; returns the draft, with a review of its own.

    `earlier_ground`: why the text before a correction may not stay readable.
    """
    item = locked_item(record_id, by)
    if refusal := policies.why_not_begin_revision(by, item):
        raise refusal
    refuse_day_before(item.current_since, today)
    if refusal := policies.why_not_say(reason, item):
        raise refusal
    if earlier_ground and kind != RevisionKind.CORRECTION:
        raise Unacceptable(
            _("Only a correction can say that the earlier text may not be public."),
            remedy=_("Choose a correction, or leave the earlier text readable."),
        )
    draft = _draft_of(item, today=today)
    review = begin_review(draft, by=by, on=today)
    Revision.objects.create(
        draft=draft, kind=kind, reason=reason, earlier_ground=earlier_ground, begun_on=today
    )
    begun = events.RevisionBegun(
        review=review.code,
        item=draft.code,
        index_number=item.index_number,
        kind=kind,
        reason=reason,
    )
    enter(begun, review, policies.CORRECTION, by=by, on=today)
    return draft


@transaction.atomic(durable=True)
def drop_revision(*, record_id: int, by: Official, today: date, reason: str) -> Item:
    """Give up a new version before it becomes public; the public text stays as it is."""
    draft = locked_item(record_id, by)
    if refusal := policies.why_not_drop_revision(by, draft):
        raise refusal
    basis = TRANSITIONS[Status(draft.status), Status.DROPPED]
    refuse_day_before(draft.revision.begun_on, today)
    _end(draft, Status.DROPPED, on=today)
    dropped = events.RevisionDropped(review=draft.review.code, item=draft.code, reason=reason)
    enter(dropped, draft.review, basis, by=by, on=today)
    return draft


def replace_text(record_id: int, draft: Item, *, by: Official, on: date) -> Item:
    """Let an approved revision, locked, take the place of what a public item says."""
    item = locked_item(record_id, by)
    draft.revises = item
    if refusal := policies.why_not_replace(draft):
        raise refusal
    refuse_day_before(item.current_since, on)
    if refusal := policies.why_not_say(draft.revision.reason, item):
        raise refusal
    basis = TRANSITIONS[Status(draft.status), Status.MERGED]
    before = rules.digest_of(*item.bound)
    number = _keep_versions(item, draft, on=on)
    item.attachments.all().delete()
    copy_attachments(draft, item)
    item.take_text_of(draft, on=on, screened_with=selectors.lexicon_version(item.agency))
    item.save(update_fields=["revised_on", "screened_with", *TAKEN])
    _keep_answers(item, draft)
    _end(draft, Status.MERGED, on=on)
    changed = events.ItemChanged(
        index_number=item.index_number,
        version=number,
        kind=draft.revision.kind,
        reason=draft.revision.reason,
        digest=rules.digest_of(*item.bound),
        digest_before=before,
    )
    enter(changed, item, basis, by=by, on=on)
    return item


def _draft_of(item: Item, *, today: date) -> Item:
    """Draft what an item says now, under a register number of its own."""
    agency = Agency.objects.select_for_update(of=("self",)).get(pk=item.agency_id)
    draft = Item.objects.create(
        agency=agency,
        year=today.year,
        code=next_code(Item, rules.ITEM_PREFIX, agency, today.year),
        revises=item,
        title=item.title,
        document_number=item.document_number,
        body=item.body,
        category=item.category,
        office=item.office,
        zone=item.zone,
        scope=item.scope,
        stage=item.stage,
        channels=item.channels,
        made_on=today,
        due_on=selectors.publication_due_on(agency, today),
        elements=item.elements,
        **{name: getattr(item, name) for name in DESCRIBED},
    )
    copy_attachments(item, draft)
    return draft


def _keep_versions(item: Item, draft: Item, *, on: date) -> int:
    """Keep the version that ends and the one that begins; returns the number of the new one."""
    last = item.versions.order_by("number").last() or Version.first_of(item)
    last.public_until = on
    last.save()
    title, document_number, body = draft.texts
    return Version.objects.create(
        item=item,
        number=last.number + 1,
        title=title,
        document_number=document_number,
        body=body,
        files=draft.files_named,
        public_from=on,
        revision=draft.revision,
    ).number


def _keep_answers(item: Item, draft: Item) -> None:
    """Let the answers to what was found in the draft hold for the public text as well."""
    answered = set(item.kept_findings.values_list("fingerprint", flat=True))
    for one in draft.kept_findings.exclude(fingerprint__in=answered):
        KeptFinding.objects.create(
            item=item,
            kind=one.kind,
            fingerprint=one.fingerprint,
            reason=one.reason,
            kept_on=one.kept_on,
            by=one.by,
            post=one.post,
        )


def _end(draft: Item, status: Status, *, on: date) -> None:
    draft.move_to(status)
    draft.save(update_fields=["status", "publish_on", "publish_at"])
    draft.revision.ended_on = on
    draft.revision.save(update_fields=["ended_on"])
