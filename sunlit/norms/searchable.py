"""The library of normative documents can be searched."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext_lazy as _

from sunlit.norms.models import NormativeDocument
from sunlit.search.registry import Finding, Searchable, register


def _find(ids: Iterable[int]) -> Mapping[int, Finding]:
    documents = NormativeDocument.objects.filter(pk__in=ids)
    return {
        document.pk: Finding(
            agency_id=document.agency_id,
            number=document.document_number,
            title=document.title,
            url=document.get_absolute_url(),
            day=document.issued_on,
        )
        for document in documents
    }


register(
    Searchable(model=NormativeDocument, kind="norm", label=_("normative document"), find=_find)
)
