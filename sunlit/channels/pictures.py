"""How what appeared in the media is drawn."""

from django.utils.translation import gettext_lazy as _

from sunlit.channels.models import Placement, PlacementKind
from sunlit.measures.pictures import Kind, Picture, Slot, chosen, register_pictures, slots_of


def _outlet(placement: Placement) -> Slot:
    return Slot(placement.outlet.name, placement.outlet.name)


register_pictures(
    Picture(
        code="channels.placements_by_outlet",
        title=_("Appearances in the media by outlet and form"),
        counts="channels.placements",
        kind=Kind.BARS,
        place=_outlet,
        layer=chosen("kind", PlacementKind),
        layers=slots_of(PlacementKind),
        by=_("Outlet"),
    )
)
