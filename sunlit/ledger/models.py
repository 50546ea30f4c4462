"""The ledger's records: entries that never change, the tree over them, the worker's lease."""

import uuid as uuids

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from sunlit.kernel import tiles


class Entry(models.Model):
    """One official act, written in the act's own transaction and never changed."""

    uuid = models.UUIDField(_("identifier"), default=uuids.uuid4, unique=True, editable=False)
    day = models.DateField(_("day of the act"))
    event = models.CharField(_("what happened"), max_length=64)
    about_kind = models.CharField(_("kind of record"), max_length=64)
    about_id = models.BigIntegerField(_("record"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("by"),
    )
    basis = models.CharField(_("legal basis"), max_length=64)
    payload = models.JSONField(_("facts"))
    is_public = models.BooleanField(_("open to strangers"), default=False)
    salt = models.BinaryField(_("salt"), max_length=16)
    leaf_hash = models.CharField(_("leaf hash"), max_length=64)

    class Meta:
        ordering = ["id"]
        verbose_name = _("ledger entry")
        indexes = [models.Index(fields=["about_kind", "about_id"], name="ledger_by_record")]

    @property
    def about(self) -> str:
        """Return the name of the record in the ledger: its kind and its number in the database."""
        return f"{self.about_kind}/{self.about_id}"


class Leaf(models.Model):
    """The place of one entry in the tree, given by the worker, in an order without gaps."""

    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="leaf")
    index = models.BigIntegerField(_("index"), unique=True)

    class Meta:
        ordering = ["index"]
        verbose_name = _("leaf")


class Waiting(models.Model):
    """An entry that has no place in the tree yet: written with it, removed when it has one."""

    entry = models.OneToOneField(
        Entry, on_delete=models.PROTECT, primary_key=True, related_name="waiting"
    )

    class Meta:
        ordering = ["entry_id"]
        verbose_name = _("entry without a place")


class Tile(models.Model):
    """Up to 256 hashes of the tree, end to end; see `sunlit.kernel.tiles`. Made of the leaves."""

    level = models.PositiveSmallIntegerField(_("level of the tile"))
    index = models.BigIntegerField(_("index"))
    hashes = models.BinaryField(_("hashes"), max_length=tiles.FULL)

    class Meta:
        ordering = ["level", "index"]
        verbose_name = _("tile of the tree")
        constraints = [
            models.UniqueConstraint(fields=["level", "index"], name="ledger_one_tile_at_each_place")
        ]


class Lease(models.Model):
    """Who is the one worker now, and until when."""

    name = models.CharField(_("name"), max_length=32, unique=True)
    holder = models.CharField(_("holder"), max_length=64)
    until = models.DateTimeField(_("until"))

    class Meta:
        verbose_name = _("lease")


class Progress(models.Model):
    """Up to which leaf one reaction has been carried out."""

    reaction = models.CharField(_("reaction"), max_length=64, unique=True)
    next_index = models.BigIntegerField(_("next leaf"), default=0)

    class Meta:
        verbose_name = _("progress of a reaction")
