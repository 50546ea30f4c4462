"""The acts on the attachments of a draft, and the opening of an original."""

from datetime import date

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from sunlit.disclosure import events, policies
from sunlit.disclosure.models import Attachment, Item
from sunlit.disclosure.services.steps import enter, locked_item
from sunlit.disclosure.uploads import Upload
from sunlit.files import store
from sunlit.kernel.refusals import Missing
from sunlit.organization.models import Official


@transaction.atomic(durable=True)
def attach_file(
    *, record_id: int, by: Official, today: date, file: Upload, description: str = ""
) -> Item:
    """Attach a file to a draft: cleaned for the public, the original sealed beside it."""
    item = locked_item(record_id, by)
    if refusal := policies.why_not_attach(by, item):
        raise refusal
    add_attachment(item, file, description, by=by, on=today)
    return item


def add_attachment(
    item: Item, upload: Upload, description: str, *, by: Official, on: date
) -> Attachment:
    """Keep a file with a locked draft, after those that are there."""
    if refusal := policies.why_not_this_file(item, upload):
        raise refusal
    last = item.attachments.aggregate(last=Max("position"))["last"]
    cleaned = upload.cleaned
    attachment = Attachment.objects.create(
        item=item,
        position=(last or 0) + 1,
        name=cleaned.name,
        description=description,
        media_type=cleaned.media_type,
        size=len(cleaned.data),
        digest=store.put(cleaned.data),
        original_digest=store.seal(upload.original),
        removed=[{"kind": one.kind.value, "count": one.count} for one in cleaned.removed],
        added_on=on,
        by=by,
    )
    attached = events.FileAttached(
        review=item.review.code,
        item=item.code,
        digest=attachment.digest,
        original_digest=attachment.original_digest,
        removed=tuple(one.kind.value for one in cleaned.removed),
    )
    enter(attached, item.review, policies.REVIEW, by=by, on=on)
    return attachment


@transaction.atomic(durable=True)
def remove_attachment(*, record_id: int, by: Official, today: date, attachment: int) -> Item:
    """Take a file off a draft again; `attachment` is its place. The original stays sealed."""
    item = locked_item(record_id, by)
    if refusal := policies.why_not_remove_attachment(by, item):
        raise refusal
    found = item.attachments.filter(position=attachment).first()
    if found is None:
        raise _no_such_file()
    removed = events.AttachmentRemoved(item.review.code, item.code, found.digest)
    found.delete()
    enter(removed, item.review, policies.REVIEW, by=by, on=today)
    return item


@transaction.atomic(durable=True)
def open_original(
    *, record_id: int, by: Official, today: date, attachment: int, reason: str
) -> Attachment:
    """Open the original of an attachment, as it was before it was cleaned, for a reason.

    `attachment` is its place. The answer has what it holds in `original`.
    """
    item = locked_item(record_id, by)
    if refusal := policies.why_not_open_original(by, item):
        raise refusal
    found = item.attachments.filter(position=attachment).first()
    if found is None:
        raise _no_such_file()
    found.original = store.unseal(found.original_digest)
    opened = events.OriginalOpened(item.code, found.original_digest, reason)
    enter(opened, item, policies.REVIEW, by=by, on=today)
    return found


def copy_attachments(source: Item, target: Item) -> None:
    """Give an item the attachments of another one: the same files, in the same order."""
    for one in source.attachments.all():
        one.pk, one.item = None, target
        one.save(force_insert=True)


def _no_such_file() -> Missing:
    return Missing(_("There is no such attachment."), remedy=_("Choose one that is in the list."))
