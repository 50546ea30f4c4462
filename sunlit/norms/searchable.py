"""The library of normative documents can be searched."""

from collections.abc import Iterable, Mapping

from django.db.models import Min, Q
from django.utils.translation import gettext_lazy as _

from sunlit.disclosure.lifecycle import Status
from sunlit.norms.models import NormativeDocument
from sunlit.search.registry import Finding, Searchable, register


def _find(ids: Iterable[int]) -> Mapping[int, Finding]:
    first_public = Min("items__published_on", filter=Q(items__status=Status.PUBLISHED))
    documents = NormativeDocument.objects.filter(pk__in=ids).annotate(public_since=first_public)
    return {
        document.pk: Finding(
            agency_id=document.agency_id,
            number=document.document_number,
            title=document.title,
            url=document.get_absolute_url(),
            day=document.public_since,
        )
        for document in documents
    }


register(
    Searchable(model=NormativeDocument, kind="norm", label=_("normative document"), find=_find)
)
