"""What must be handed in with an application (申请材料)."""

from django.db import models
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.powers.models.powers import Power


class MaterialForm(TextChoices):
    """In which form a material is handed in."""

    FILLED_IN = "filled_in", pgettext_lazy("material", "form filled in")
    ORIGINAL = "original", pgettext_lazy("material", "original")
    COPY = "copy", pgettext_lazy("material", "copy")
    DRAWING = "drawing", pgettext_lazy("material", "drawing")


class Material(models.Model):
    """One paper that an application needs; all of them are published (Licensing Law, art. 30)."""

    power = models.ForeignKey(
        Power, on_delete=models.PROTECT, related_name="materials", verbose_name=_("power")
    )
    position = models.PositiveIntegerField(_("position"))
    name = models.CharField(pgettext_lazy("material", "material"), max_length=200)
    form = models.CharField(
        pgettext_lazy("material", "form"), max_length=16, choices=MaterialForm,
        default=MaterialForm.ORIGINAL,
    )  # fmt: skip
    is_required = models.BooleanField(pgettext_lazy("material", "required"), default=True)
    note = models.CharField(pgettext_lazy("material", "note"), max_length=500, blank=True)

    class Meta:
        ordering = ["power", "position"]
        verbose_name = _("application material")
        constraints = [
            models.UniqueConstraint(
                fields=["power", "position"], name="a_power_has_one_material_at_a_place"
            ),
            models.UniqueConstraint(
                fields=["power", "name"], name="a_power_asks_for_a_material_once"
            ),
        ]
