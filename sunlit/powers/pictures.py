"""How the list of powers is drawn."""

from django.utils.translation import gettext_lazy as _

from sunlit.measures.pictures import Kind, Picture, chosen, register_pictures, slots_of
from sunlit.powers.models import Kind as PowerKind

USUAL = (
    PowerKind.LICENCE,
    PowerKind.PENALTY,
    PowerKind.COERCION,
    PowerKind.REWARD,
    PowerKind.PLANNING,
    PowerKind.OTHER,
)
"""The kinds that are drawn even where an agency has none; others follow where it has some."""

register_pictures(
    Picture(
        code="powers.by_kind",
        title=_("Powers by kind"),
        counts="powers.total",
        kind=Kind.BARS,
        place=chosen("kind", PowerKind),
        slots=slots_of(USUAL),
        by=_("Kind of power"),
    )
)
