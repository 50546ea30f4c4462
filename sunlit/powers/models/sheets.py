"""Files that an agency hands out for a material: a blank form, and one that is filled in."""

from django.db import models
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.powers.models.powers import Power


class SheetKind(TextChoices):
    """What a file for a material is."""

    BLANK = "blank", pgettext_lazy("sheet", "blank form")
    SAMPLE = "sample", pgettext_lazy("sheet", "sample, filled in")


class MaterialSheet(models.Model):
    """A blank form (空白表格) or a filled-in sample (示范文本) of a material, as it was cleaned.

    It stands by the material's name, so that a list of materials that is taken in anew keeps it.
    """

    power = models.ForeignKey(
        Power, on_delete=models.PROTECT, related_name="sheets", verbose_name=_("power")
    )
    material = models.CharField(pgettext_lazy("material", "material"), max_length=200)
    kind = models.CharField(_("kind"), max_length=16, choices=SheetKind)
    name = models.CharField(_("file name"), max_length=255)
    media_type = models.CharField(_("kind of file"), max_length=100)
    size = models.PositiveIntegerField(_("size in bytes"))
    digest = models.CharField(_("digest"), max_length=64)
    original_digest = models.CharField(max_length=64)
    """Of the file as it was handed in, which lies sealed."""
    removed = models.JSONField(default=list, blank=True)
    handed_in_on = models.DateField(_("handed in on"))
    post = models.CharField(_("post"), max_length=200)

    class Meta:
        ordering = ["power", "material", "kind"]
        verbose_name = _("form or sample of a material")
        constraints = [
            models.UniqueConstraint(
                fields=["power", "material", "kind"],
                name="a_material_has_one_blank_form_and_one_sample",
            )
        ]
