"""Searching."""

from django.db.models import Count, F, QuerySet

from sunlit.organization.models import Agency
from sunlit.search import rules
from sunlit.search.models import Document


def search(agency: Agency, query: str, *, kind: str = "") -> QuerySet[Document]:
    """Return what is public and has all words of the question in its title or number.

    The newest stands first, what has no day last; those of one day by their number. A question
    without words finds nothing.
    """
    words = rules.words_of(query)
    found = Document.objects.filter(agency_id=agency.pk)
    if not words:
        return found.none()
    for word in words:
        found = found.filter(folded__contains=word)
    if kind:
        found = found.filter(kind=kind)
    return found.order_by(F("day").desc(nulls_last=True), "number", "record")


def kinds_found(found: QuerySet[Document]) -> dict[str, int]:
    """Return how many of what was found are of each kind, the most frequent first."""
    counted = found.order_by().values_list("kind").annotate(count=Count("id"))
    return dict(counted.order_by("-count", "kind"))
