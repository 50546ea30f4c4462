"""The register of documents at source (公文公开属性源头认定): what becomes of each of them."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.disclosure.models.genres import Genre
from sunlit.disclosure.models.items import Item
from sunlit.organization.belonging import OfYear
from sunlit.organization.models import Office


class Matter(TextChoices):
    """What it is about, as far as the time limit for its publication goes by that."""

    GENERAL = "general", _("any matter")
    LICENCE_PENALTY = "licence_penalty", _("decision on a licence or a penalty")


class Attribute(TextChoices):
    """Whether a document is disclosed (公开属性)."""

    UNDECIDED = "undecided", pgettext_lazy("document", "not decided yet")
    OPEN = "open", _("open to all")
    ON_APPLICATION = "on_application", _("on application")
    WITHHELD = "withheld", pgettext_lazy("document", "withheld")


class Ground(TextChoices):
    """Why a document is not open to all."""

    SECRET = "secret", _("state secret")
    SAFETY = "safety", _("harm to the safety of the state, the public, the economy, society")
    THIRD_PARTY = "third_party", _("business secret or privacy of a third party")
    INTERNAL = "internal", _("internal affairs of the agency")
    PROCESS = "process", _("discussion on the way to a decision")
    ENFORCEMENT_FILE = "enforcement_file", _("file of an enforcement case")
    ON_APPLICATION = "on_application", _("of need to particular persons only")

    @property
    def provision(self) -> str:
        """The provision that gives the ground, by its name in `statutes`."""
        return f"disclosure.ground_{self.value}"


class SourceDocument(OfYear):
    """A document that the agency made, with the decision whether it is disclosed, and on what."""

    code = models.CharField(_("register number"), max_length=64)
    title = models.CharField(_("title"), max_length=300)
    document_number = models.CharField(_("document number"), max_length=64, blank=True)
    genre = models.CharField(
        pgettext_lazy("document", "kind of document"), max_length=16, choices=Genre
    )
    matter = models.CharField(
        pgettext_lazy("document", "matter"), max_length=16, choices=Matter, default=Matter.GENERAL
    )
    made_on = models.DateField(_("made on"))
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, related_name="+", verbose_name=_("office")
    )
    registered_on = models.DateField(_("registered on"))
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    attribute = models.CharField(
        _("disclosure"), max_length=16, choices=Attribute, default=Attribute.UNDECIDED
    )
    ground = models.CharField(
        _("ground of the conclusion"), max_length=24, choices=Ground, blank=True
    )
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    decided_post = models.CharField(_("decided by"), max_length=200, blank=True)
    reassessed_on = models.DateField(_("looked at again on"), null=True, blank=True)
    """When what was withheld was last looked at again; empty since it was decided on anew."""
    item = models.OneToOneField(
        Item,
        on_delete=models.PROTECT,
        related_name="source_document",
        null=True,
        blank=True,
        verbose_name=_("item"),
    )

    class Meta:
        ordering = ["-made_on", "-code"]
        verbose_name = _("document at source")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year", "code"], name="a_year_has_one_source_document_of_a_code"
            ),
            models.CheckConstraint(
                name="a_document_is_decided_on_if_and_only_if_dated",
                condition=Q(attribute=Attribute.UNDECIDED, decided_on=None, decided_by=None)
                | ~Q(attribute=Attribute.UNDECIDED)
                & Q(decided_on__isnull=False, decided_by__isnull=False),
            ),
            models.CheckConstraint(
                name="what_is_looked_at_again_was_decided_on",
                condition=Q(reassessed_on=None) | Q(decided_on__isnull=False),
            ),
            models.CheckConstraint(
                name="what_is_not_open_to_all_has_a_ground",
                condition=Q(
                    attribute__in=[Attribute.ON_APPLICATION, Attribute.WITHHELD],
                )
                & ~Q(ground="")
                | Q(attribute__in=[Attribute.UNDECIDED, Attribute.OPEN], ground=""),
            ),
        ]

    @property
    def last_looked_at_on(self) -> date | None:
        """The day on which it was decided on, or looked at again, whichever is later."""
        return max((day for day in (self.decided_on, self.reassessed_on) if day), default=None)
