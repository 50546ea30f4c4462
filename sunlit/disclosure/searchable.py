"""Published items can be searched."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext_lazy as _

from sunlit.disclosure.lifecycle import Status
from sunlit.disclosure.models import Item
from sunlit.search.registry import Finding, Searchable, register


def _find(ids: Iterable[int]) -> Mapping[int, Finding]:
    items = Item.objects.filter(pk__in=ids, status=Status.PUBLISHED)
    return {
        item.pk: Finding(
            agency_id=item.agency_id,
            number=item.index_number,
            title=item.title,
            url=item.get_absolute_url(),
            day=item.published_on,
        )
        for item in items
    }


register(Searchable(model=Item, kind="item", label=_("item"), find=_find))
