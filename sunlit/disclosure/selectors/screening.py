"""What the screening finds in items, and what of it nobody has answered."""

from django.db.models import QuerySet

from sunlit.design.markup import visible_text
from sunlit.disclosure.models import Item
from sunlit.disclosure.selectors.attachments import findings_in_attachments
from sunlit.disclosure.selectors.items import published_items
from sunlit.disclosure.selectors.lexicon import lexicon_of, lexicon_version
from sunlit.organization.models import Agency
from sunlit.screening.kinds import Finding as Found
from sunlit.screening.kinds import Kind
from sunlit.screening.rules import screen_text

MARKS = frozenset("*_`~[]\\&<#")
"""Without one of these a text is seen as it is written."""


def findings_in(item: Item, *, body: str | None = None) -> list[Found]:
    """Return what the screening finds in what an item says, in what is said of it, in its files.

    `body`: another text for it. What a reader sees of the text is screened as well as what is
    written: a mark in the midst of a number hides it from nobody.
    """
    words = lexicon_of(item.agency)
    *others, text = item.texts
    text = text if body is None else body
    texts = [*others, text, *_as_seen(text), *item.described]
    found = [one for said in texts for one in screen_text(said, words)]
    return [*found, *findings_in_attachments(item, words)]


def _as_seen(text: str) -> list[str]:
    """Return what a reader sees of a text, where marks stand in it; they hide nothing."""
    if MARKS.isdisjoint(text):
        return []
    seen = visible_text(text)
    return [] if seen == text else [seen]


def open_findings(item: Item, *, body: str | None = None) -> list[Found]:
    """Return what was found in an item and nobody has said may stand there.

    They are found anew each time, in the text as it is and by the lexicon as it is: nothing that
    was screened before can differ from what is published.
    """
    kept = _kept(item)
    found = [one for one in findings_in(item, body=body) if one.fingerprint not in kept]
    return list({(one.fingerprint, one.place.zh): one for one in found}.values())


def open_in_texts(item: Item) -> list[Found]:
    """Return the open findings that stand in the texts as they are written: they can be masked."""
    kept, words = _kept(item), lexicon_of(item.agency)
    found = [one for said in item.texts for one in screen_text(said, words)]
    return [one for one in found if one.fingerprint not in kept]


def open_to_section(item: Item) -> list[Found]:
    """Return the open findings but the secrecy marks, which only the secrecy reviewer answers."""
    return [one for one in open_findings(item) if one.kind is not Kind.SECRECY_MARK]


def _kept(item: Item) -> set[str]:
    return {one.fingerprint for one in item.kept_findings.all()}


def public_not_screened(agency: Agency) -> QuerySet[Item]:
    """Return the items that are public and of which the lexicon as it is now knows nothing yet."""
    return published_items(agency).exclude(screened_with=lexicon_version(agency))


def public_with_findings(agency: Agency) -> list[Item]:
    """Return the items that are public and in which the lexicon as it is now finds what is open."""
    items = public_not_screened(agency).select_related("office", "review", "agency")
    items = items.prefetch_related("kept_findings", "attachments")
    return [one for one in items if open_findings(one)]
