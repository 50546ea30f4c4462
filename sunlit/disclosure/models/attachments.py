"""Attachments (附件): files and pictures that belong to an item, cleaned; originals stay sealed."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sunlit.disclosure.models.items import Item


class Attachment(models.Model):
    """A file of an item as the public gets it, and what had to be taken out of it."""

    item = models.ForeignKey(
        Item, on_delete=models.PROTECT, related_name="attachments", verbose_name=_("item")
    )
    position = models.PositiveSmallIntegerField(_("position"))
    name = models.CharField(_("file name"), max_length=200)
    description = models.CharField(_("what it shows or holds"), max_length=300, blank=True)
    media_type = models.CharField(_("kind of file"), max_length=100)
    size = models.PositiveIntegerField(_("size"))
    """In bytes."""
    digest = models.CharField(_("digest"), max_length=64)
    """SHA-256 of the cleaned file, by which the store knows it."""
    original_digest = models.CharField(_("digest of the original"), max_length=64)
    removed = models.JSONField(_("taken out"), default=list, blank=True)
    """Kinds of what was taken out, each with how often; what it was stays in the original."""
    added_on = models.DateField(_("added on"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    original = b""
    """What was handed in: on an attachment whose original was just opened, and nowhere else."""

    class Meta:
        ordering = ["item", "position"]
        verbose_name = _("attachment")
        constraints = [
            models.UniqueConstraint(
                fields=["item", "position"], name="an_item_has_one_attachment_at_a_place"
            ),
            models.UniqueConstraint(
                fields=["item", "name"], name="an_item_has_one_attachment_of_a_name"
            ),
        ]

    def get_absolute_url(self) -> str:
        """Return the public address of the file: it changes with what the file holds."""
        return reverse("portal:attachment", args=[self.digest, self.name])

    @property
    def is_picture(self) -> bool:
        """Whether it can stand in the text as a picture."""
        return self.media_type.startswith("image/")

    @property
    def bound(self) -> str:
        """What a decision binds of it: name, description and content."""
        return "\0".join((self.name, self.description, self.digest))
