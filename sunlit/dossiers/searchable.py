"""Recruitment and tenders can be searched."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext_lazy as _

from sunlit.dossiers.models import Dossier
from sunlit.search.registry import Finding, Searchable, register


def _find(ids: Iterable[int]) -> Mapping[int, Finding]:
    dossiers = Dossier.objects.filter(pk__in=ids)
    return {
        dossier.pk: Finding(
            agency_id=dossier.agency_id,
            number=dossier.code,
            title=dossier.title,
            url=dossier.get_absolute_url(),
            day=dossier.opened_on,
        )
        for dossier in dossiers
    }


register(Searchable(model=Dossier, kind="dossier", label=_("dossier"), find=_find))
