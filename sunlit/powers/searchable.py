"""The public list of powers can be searched."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext_lazy as _

from sunlit.powers.models import Power
from sunlit.search.registry import Finding, Searchable, register


def _find(ids: Iterable[int]) -> Mapping[int, Finding]:
    powers = Power.objects.filter(pk__in=ids, is_public=True, cancelled_on=None)
    return {
        power.pk: Finding(
            agency_id=power.agency_id,
            number=power.code,
            title=power.name,
            url=power.get_absolute_url(),
            day=power.published_on,
        )
        for power in powers
    }


register(Searchable(model=Power, kind="power", label=_("power"), find=_find))
