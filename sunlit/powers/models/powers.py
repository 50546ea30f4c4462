"""The powers themselves (行政职权)."""

from django.db import models
from django.db.models import Q, TextChoices
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.organization.belonging import OfAgency
from sunlit.organization.models import Office
from sunlit.powers.lifecycle import ENDS, PowerStatus
from sunlit.powers.models.charts import FlowChart
from sunlit.powers.models.guides import Guided


class Kind(TextChoices):
    """What kind of power it is: the nine national kinds, and what stands beside them."""

    LICENCE = "licence", _("licence")
    PENALTY = "penalty", _("penalty")
    COERCION = "coercion", _("coercion")
    LEVY = "levy", pgettext_lazy("power", "levy")
    PAYMENT = "payment", pgettext_lazy("power", "benefit")
    INSPECTION = "inspection", pgettext_lazy("power", "inspection")
    CONFIRMATION = "confirmation", pgettext_lazy("power", "confirmation")
    REWARD = "reward", _("reward")
    ADJUDICATION = "adjudication", pgettext_lazy("power", "adjudication")
    PLANNING = "planning", _("planning")
    OTHER = "other", _("other")
    SERVICE = "service", pgettext_lazy("power", "public service")


class Source(TextChoices):
    """Where the agency has a power from."""

    STATUTORY = "statutory", pgettext_lazy("power", "by statute")
    AUTHORISED = "authorised", pgettext_lazy("power", "by authorisation")
    DELEGATED = "delegated", pgettext_lazy("power", "by delegation")
    HANDED_DOWN = "handed_down", pgettext_lazy("power", "handed down from above")


class Level(TextChoices):
    """The level of government at which a power is used."""

    STATE = "state", pgettext_lazy("power", "state")
    PROVINCE = "province", pgettext_lazy("power", "province")
    CITY = "city", pgettext_lazy("power", "city")
    COUNTY = "county", pgettext_lazy("power", "county or district")
    TOWNSHIP = "township", pgettext_lazy("power", "township or street")


class Verification(TextChoices):
    """How far the legal basis was checked against the text in force."""

    DIRECT = "direct", _("read in the text")
    CONSOLIDATED = "consolidated", _("read in the consolidated text")
    INFERRED = "inferred", _("inferred")
    NONE = "none", _("not checked")


class Power(Guided, OfAgency):
    """A power that the agency may use, and answers for."""

    code = models.CharField(_("code"), max_length=32)
    kind = models.CharField(_("kind"), max_length=16, choices=Kind)
    sub_list = models.CharField(_("sub-list"), max_length=100)
    name = models.CharField(_("name"), max_length=500)
    full_name = models.CharField(_("full name"), max_length=500)
    legal_basis = models.TextField(_("legal basis"))
    content = models.TextField(_("content or range of penalty"), blank=True)
    source = models.CharField(
        pgettext_lazy("power", "source"), max_length=16, choices=Source, default=Source.STATUTORY
    )
    level = models.CharField(
        pgettext_lazy("power", "level"), max_length=16, choices=Level, blank=True
    )
    joint_units = models.CharField(_("units that take part"), max_length=200, blank=True)
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
    suspended_on = models.DateField(_("suspended since"), null=True, blank=True)
    cancelled_on = models.DateField(_("taken off the list on"), null=True, blank=True)
    ended_as = models.CharField(
        pgettext_lazy("power", "how it ended"), max_length=16, choices=PowerStatus, blank=True
    )
    """How a power left the list; empty for one that a year's folder no longer names."""
    successor = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        related_name="predecessors",
        null=True,
        blank=True,
        verbose_name=_("merged into"),
    )
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
            models.CheckConstraint(
                name="a_power_ends_only_when_it_is_off_the_list",
                condition=Q(ended_as="")
                | Q(cancelled_on__isnull=False, ended_as__in=[one.value for one in ENDS]),
            ),
            models.CheckConstraint(
                name="only_a_merged_power_has_a_successor",
                condition=Q(successor=None) | Q(ended_as=PowerStatus.MERGED),
            ),
        ]

    @property
    def status(self) -> PowerStatus:
        """Where the power stands in its life."""
        if self.cancelled_on:
            return PowerStatus(self.ended_as or PowerStatus.CANCELLED)
        return PowerStatus.SUSPENDED if self.suspended_on else PowerStatus.LISTED

    def get_absolute_url(self) -> str:
        """Return the power's public address."""
        return reverse("portal:power", args=[self.code])
