"""The acts that answer what the screening found."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from sunlit.design.markup import visible_text
from sunlit.disclosure import events, policies, selectors
from sunlit.disclosure.lifecycle import Status
from sunlit.disclosure.models import Item, KeptFinding
from sunlit.disclosure.services.steps import enter, locked_item
from sunlit.kernel.refusals import Unacceptable
from sunlit.organization.models import Official
from sunlit.screening.kinds import Finding as Found
from sunlit.screening.masking import Masking, masked
from sunlit.screening.rules import screen_text


@transaction.atomic(durable=True)
def mask_findings(*, record_id: int, by: Official, today: date, findings: Collection[str]) -> Item:
    """Mask in a draft what the screening found there, as far as its fingerprint is given."""
    item = locked_item(record_id, by)
    if refusal := policies.why_not_mask(by, item):
        raise refusal
    chosen = _chosen(selectors.open_in_texts(item), findings)
    words = selectors.lexicon_of(item.agency)
    how = selectors.masking_of(item.agency, on=today)
    title, document_number, body = (
        (text, [one for one in screen_text(text, words) if one.fingerprint in findings])
        for text in item.texts
    )
    item.title = masked(*title, how=how)
    item.document_number = masked(*document_number, how=how)
    item.body = _masked_markup(*body, how=how)
    item.save(update_fields=["title", "document_number", "body"])
    item.review.title = item.title
    item.review.save(update_fields=["title"])
    event = events.FindingsMasked(
        review=item.review.code, item=item.code, kinds=_kinds(chosen), lexicon=words.version
    )
    enter(event, item.review, policies.REVIEW, by=by, on=today)
    return item


@transaction.atomic(durable=True)
def keep_findings(
    *, record_id: int, by: Official, today: date, findings: Collection[str], reason: str
) -> Item:
    """Let stand in an item what the screening found there, for a reason."""
    item = locked_item(record_id, by)
    if refusal := policies.why_not_keep(by, item):
        raise refusal
    is_draft = item.status == Status.DRAFT
    open_now = selectors.open_to_section(item) if is_draft else selectors.open_findings(item)
    chosen = _chosen(open_now, findings)
    for one in {one.fingerprint: one for one in chosen}.values():
        KeptFinding.objects.create(
            item=item,
            kind=one.kind,
            fingerprint=one.fingerprint,
            reason=reason,
            kept_on=today,
            by=by,
            post=by.post,
        )
    words = selectors.lexicon_of(item.agency)
    event = events.FindingsKept(
        item=item.code, kinds=_kinds(chosen), reason=reason, lexicon=words.version
    )
    enter(event, item, policies.REVIEW, by=by, on=today)
    return item


def _masked_markup(text: str, findings: Sequence[Found], *, how: Masking) -> str:
    """Mask in a text with light markup; mask signs that would be read as marks are escaped."""
    written = masked(text, findings, how=how)
    escaped = masked(text, findings, how=replace(how, escaped=True))
    return written if visible_text(written) == visible_text(escaped) else escaped


def _chosen(findings: Iterable[Found], fingerprints: Collection[str]) -> list[Found]:
    """Return the findings that were chosen; one that is none, or is answered, is refused."""
    chosen = [one for one in findings if one.fingerprint in fingerprints]
    if {one.fingerprint for one in chosen} != set(fingerprints) or not chosen:
        raise Unacceptable(
            _("The text has changed: something chosen is not found there any more."),
            remedy=_("Look at the findings as they are now, and choose again."),
        )
    return chosen


def _kinds(findings: Iterable[Found]) -> tuple[str, ...]:
    return tuple(sorted({str(one.kind) for one in findings}))
