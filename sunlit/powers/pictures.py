"""How the list of powers is drawn."""

from django.utils.translation import gettext_lazy as _

from sunlit.measures.pictures import Kind, Picture, chosen, register_pictures, slots_of
from sunlit.powers.models import Kind as PowerKind

register_pictures(
    Picture(
        code="powers.by_kind",
        title=_("Powers by kind"),
        counts="powers.total",
        kind=Kind.BARS,
        place=chosen("kind", PowerKind),
        slots=slots_of(PowerKind),
        by=_("Kind of power"),
    )
)
