"""How a published text changes: the revision asked for (修订、更正), and the versions (版本)."""

from django.db import models
from django.db.models import F, Q, TextChoices
from django.utils.translation import gettext_lazy as _

from sunlit.disclosure.models.items import Item


class RevisionKind(TextChoices):
    """Why a published text is changed."""

    REVISION = "revision", _("revision")
    CORRECTION = "correction", _("correction")


class EarlierGround(TextChoices):
    """Why the text before a correction may not stay readable."""

    PRIVACY = "privacy", _("it held personal data")
    SECRET = "secret", _("it held a state secret")
    BUSINESS = "business", _("it held a business secret")


class Revision(models.Model):
    """That a published text is to be changed, why, and the draft of its new words (修订、更正).

    The draft is an item with a review of its own, and passes the whole gate.
    """

    draft = models.OneToOneField(
        Item, on_delete=models.PROTECT, related_name="revision", verbose_name=_("draft")
    )
    kind = models.CharField(_("kind of change"), max_length=16, choices=RevisionKind)
    reason = models.CharField(_("reason"), max_length=500)
    earlier_ground = models.CharField(
        _("why the earlier text may not be public"),
        max_length=16,
        choices=EarlierGround,
        blank=True,
    )
    begun_on = models.DateField(_("begun on"))
    ended_on = models.DateField(_("ended on"), null=True, blank=True)

    class Meta:
        ordering = ["id"]
        verbose_name = _("revision")
        constraints = [
            models.CheckConstraint(name="a_text_is_changed_for_a_reason", condition=~Q(reason="")),
            models.CheckConstraint(
                name="only_a_correction_hides_the_earlier_text",
                condition=Q(earlier_ground="") | Q(kind=RevisionKind.CORRECTION),
            ),
            models.CheckConstraint(
                name="a_revision_ends_after_it_began",
                condition=Q(ended_on=None) | Q(ended_on__gte=F("begun_on")),
            ),
        ]

    @property
    def terms(self) -> tuple[str, str, str]:
        """What is decided on beside the text: which change it is, why, and what it hides."""
        return self.kind, self.reason, self.earlier_ground


class Version(models.Model):
    """What a published item said from one day to another (版本), once it has been revised.

    An item that was never revised has none: its text is its only version.
    """

    item = models.ForeignKey(
        Item, on_delete=models.PROTECT, related_name="versions", verbose_name=_("item")
    )
    number = models.PositiveSmallIntegerField(_("version"))
    title = models.CharField(_("title"), max_length=300)
    document_number = models.CharField(_("document number"), max_length=64, blank=True)
    body = models.TextField(_("text"))
    files = models.JSONField(_("attachments"), default=list, blank=True)
    """Name, digest and description of each attachment that the version had."""
    public_from = models.DateField(_("public from"))
    public_until = models.DateField(_("replaced on"), null=True, blank=True)
    revision = models.OneToOneField(
        Revision,
        on_delete=models.PROTECT,
        related_name="version",
        null=True,
        blank=True,
        verbose_name=_("revision"),
    )

    class Meta:
        ordering = ["item", "number"]
        verbose_name = _("version")
        constraints = [
            models.UniqueConstraint(
                fields=["item", "number"], name="an_item_has_one_version_of_a_number"
            ),
            models.UniqueConstraint(
                fields=["item"],
                condition=Q(public_until=None),
                name="an_item_has_one_version_at_a_time",
            ),
            models.CheckConstraint(
                name="every_version_but_the_first_came_by_a_revision",
                condition=Q(number=1, revision=None) | Q(number__gt=1, revision__isnull=False),
            ),
            models.CheckConstraint(
                name="a_version_is_replaced_after_it_is_public",
                condition=Q(public_until=None) | Q(public_until__gte=F("public_from")),
            ),
        ]

    @classmethod
    def first_of(cls, item: Item) -> "Version":
        """Return what an item has said since it was published, where it was never revised."""
        title, document_number, body = item.texts
        return cls(
            item=item,
            number=1,
            title=title,
            document_number=document_number,
            body=body,
            files=item.files_named,
            public_from=item.published_on or item.made_on,
        )

    @property
    def texts(self) -> tuple[str, str, str]:
        """What the version says: title, document number, text."""
        return self.title, self.document_number, self.body
