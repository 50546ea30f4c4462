"""What the screening finds in items, and what of it nobody has answered."""

from functools import lru_cache

from django.db.models import QuerySet

from sunlit.disclosure.models import Item
from sunlit.disclosure.selectors.items import published_items
from sunlit.organization.models import Agency, LeadingGroup, Office
from sunlit.organization.selectors.once import once
from sunlit.screening.kinds import Finding as Found
from sunlit.screening.kinds import Kind
from sunlit.screening.lexicons import Lexicon, lexicon
from sunlit.screening.rules import screen_text


def lexicon_of(agency: Agency) -> Lexicon:
    """Return the lexicon that an agency's texts are screened with: it knows its public numbers."""
    return _lexicon_with(once(_public_numbers, agency.pk))


@lru_cache(maxsize=16)
def _lexicon_with(numbers: frozenset[str]) -> Lexicon:
    return lexicon().with_public_numbers(numbers)


def _public_numbers(agency_id: int) -> frozenset[str]:
    fields = ("supervision_phone", "foi_phone", "complaint_phone", "hotline")
    own = Agency.objects.filter(pk=agency_id).values_list(*fields).get()
    offices = Office.objects.filter(agency=agency_id).order_by().values_list("phone", flat=True)
    groups = LeadingGroup.objects.filter(agency=agency_id).order_by()
    return frozenset(filter(None, (*own, *offices, *groups.values_list("office_phone", flat=True))))


def findings_in(item: Item, *, body: str | None = None) -> list[Found]:
    """Return what the screening finds in what an item says, or with another text for it."""
    words = lexicon_of(item.agency)
    *others, text = item.texts
    texts = (*others, text if body is None else body)
    return [one for said in texts for one in screen_text(said, words)]


def open_findings(item: Item, *, body: str | None = None) -> list[Found]:
    """Return what was found in an item and nobody has said may stand there.

    They are found anew each time, in the text as it is and by the lexicon as it is: nothing that
    was screened before can differ from what is published.
    """
    kept = {one.fingerprint for one in item.kept_findings.all()}
    return [one for one in findings_in(item, body=body) if one.fingerprint not in kept]


def open_to_section(item: Item) -> list[Found]:
    """Return the open findings but the secrecy marks, which only the secrecy reviewer answers."""
    return [one for one in open_findings(item) if one.kind is not Kind.SECRECY_MARK]


def public_not_screened(agency: Agency) -> QuerySet[Item]:
    """Return the items that are public and of which the lexicon as it is now knows nothing yet."""
    return published_items(agency).exclude(screened_with=lexicon().version)


def public_with_findings(agency: Agency) -> list[Item]:
    """Return the items that are public and in which the lexicon as it is now finds what is open."""
    words = lexicon_of(agency)
    items = public_not_screened(agency).select_related("office", "review", "agency")
    items = items.prefetch_related("kept_findings")
    found = [one for one in items if any(screen_text(text, words) for text in one.texts)]
    return [one for one in found if open_findings(one)]
