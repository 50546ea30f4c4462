"""What officials keep for themselves at the desk. No official records."""

from django.conf import settings
from django.db import models
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from sunlit.organization.models import Office


class SavedFilter(models.Model):
    """A filter of a register that an official uses again, perhaps with the whole office."""

    official = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="saved_filters"
    )
    register = models.CharField(_("register"), max_length=64)
    name = models.CharField(_("name"), max_length=60)
    words = models.JSONField(_("what it asks for"), default=dict)
    shared_with = models.ForeignKey(
        Office,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("shared with"),
    )

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("saved filter")
        constraints = [
            models.UniqueConstraint(
                fields=["official", "register", "name"],
                name="an_official_has_one_filter_of_a_name_in_a_register",
            )
        ]

    @property
    def query(self) -> str:
        """The part of the register's address that asks for it."""
        return urlencode(self.words)
