"""The index: one document for each public record."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Document(models.Model):
    """A public record that can be found. A projection of the ledger, never an official record."""

    record = models.CharField(_("record"), max_length=96, unique=True)
    agency_id = models.BigIntegerField(_("agency"))
    kind = models.CharField(_("kind"), max_length=32)
    number = models.CharField(_("number"), max_length=96)
    title = models.CharField(_("title"), max_length=500)
    folded = models.CharField(_("title as it is searched"), max_length=600)
    url = models.CharField(_("address"), max_length=300)
    day = models.DateField(_("public since"), null=True)

    class Meta:
        ordering = ["-day", "record"]
        indexes = [models.Index(fields=["agency_id", "-day"], name="found_by_day")]
