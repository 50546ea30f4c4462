"""Searching."""

from django.db.models import QuerySet

from sunlit.organization.models import Agency
from sunlit.search import rules
from sunlit.search.models import Document


def search(agency: Agency, query: str, *, kind: str = "") -> QuerySet[Document]:
    """Return what is public and has all words of the question in its title or number.

    The newest stands first. A question without words finds nothing.
    """
    words = rules.words_of(query)
    found = Document.objects.filter(agency_id=agency.pk)
    if not words:
        return found.none()
    for word in words:
        found = found.filter(folded__contains=word)
    if kind:
        found = found.filter(kind=kind)
    return found.order_by("-day", "record")
