"""What an agency's province has settled, where provinces differ."""

from django.db import models
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from sunlit.organization.belonging import OfAgency


class Confidence(TextChoices):
    """How sure a value is."""

    VERIFIED = "verified", _("compared with the text")
    PAGE = "page", _("seen in an excerpt")
    MEMORY = "memory", _("from memory, to be compared")


class ProvincialNumber(OfAgency):
    """A value that differs by province, from a day on until a later one, with its source."""

    name = models.CharField(_("name"), max_length=64)
    value = models.CharField(_("value"), max_length=64)
    unit = models.CharField(_("unit"), max_length=16, blank=True)
    since = models.DateField(_("since"))
    document = models.CharField(_("document that says so"), max_length=200)
    article = models.CharField(_("article"), max_length=64, blank=True)
    confidence = models.CharField(
        _("how sure it is"), max_length=16, choices=Confidence, default=Confidence.MEMORY
    )

    class Meta:
        ordering = ["name", "since"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "name", "since"],
                name="a_province_settles_a_thing_once_since_a_day",
            )
        ]
