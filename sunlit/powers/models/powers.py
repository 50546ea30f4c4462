"""The powers themselves (行政职权)."""

from django.db import models
from django.db.models import Q, TextChoices
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sunlit.organization.belonging import OfAgency
from sunlit.organization.models import Office
from sunlit.powers.models.charts import FlowChart


class Kind(TextChoices):
    """What kind of power it is."""

    LICENCE = "licence", _("licence")
    PENALTY = "penalty", _("penalty")
    PLANNING = "planning", _("planning")
    REWARD = "reward", _("reward")
    COERCION = "coercion", _("coercion")
    OTHER = "other", _("other")


class Verification(TextChoices):
    """How far the legal basis was checked against the text in force."""

    DIRECT = "direct", _("read in the text")
    CONSOLIDATED = "consolidated", _("read in the consolidated text")
    INFERRED = "inferred", _("inferred")
    NONE = "none", _("not checked")


class Power(OfAgency):
    """A power that the agency may use, and answers for."""

    code = models.CharField(_("code"), max_length=32)
    kind = models.CharField(_("kind"), max_length=16, choices=Kind)
    sub_list = models.CharField(_("sub-list"), max_length=100)
    name = models.CharField(_("name"), max_length=500)
    full_name = models.CharField(_("full name"), max_length=500)
    legal_basis = models.TextField(_("legal basis"))
    content = models.TextField(_("content or range of penalty"), blank=True)
    implemented_by = models.CharField(_("implemented by"), max_length=100)
    office = models.ForeignKey(
        Office,
        on_delete=models.PROTECT,
        related_name="powers",
        null=True,
        blank=True,
        verbose_name=_("office"),
        help_text=_("Empty: all brigades, each in its area."),
    )
    office_name = models.CharField(_("handled by"), max_length=100)
    statutory_days = models.PositiveIntegerField(
        _("statutory limit in working days"), null=True, blank=True
    )
    promised_days = models.CharField(_("promised limit"), max_length=32, blank=True)
    fee = models.CharField(_("fee"), max_length=300, blank=True)
    flow_chart = models.ForeignKey(
        FlowChart,
        on_delete=models.PROTECT,
        related_name="powers",
        null=True,
        blank=True,
        verbose_name=_("flow chart"),
    )
    supervision_phone = models.CharField(_("supervision phone"), max_length=32, blank=True)
    duties = models.TextField(_("duties"), blank=True)
    accountability = models.TextField(_("accountability"), blank=True)
    in_service_window = models.BooleanField(_("handled at the service window"), default=False)
    is_public = models.BooleanField(_("public"), default=False)
    published_on = models.DateField(_("published on"), null=True, blank=True)
    cancelled_on = models.DateField(_("taken off the list on"), null=True, blank=True)
    verification = models.CharField(
        _("check of the legal basis"), max_length=16, choices=Verification
    )
    verification_source = models.TextField(_("source of the check"), blank=True)
    verification_note = models.TextField(_("note on the check"), blank=True)
    items = models.ManyToManyField("disclosure.Item", related_name="powers", blank=True)

    class Meta:
        ordering = ["code"]
        verbose_name = _("power")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "code"], name="an_agency_has_one_power_of_a_code"
            ),
            models.CheckConstraint(
                name="a_power_is_public_if_and_only_if_dated",
                condition=Q(is_public=True, published_on__isnull=False)
                | Q(is_public=False, published_on=None),
            ),
        ]

    def get_absolute_url(self) -> str:
        """Return the power's public address."""
        return reverse("portal:power", args=[self.code])
