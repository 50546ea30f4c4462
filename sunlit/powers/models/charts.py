"""Procedures with their steps, and the flow charts that publish them."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.organization.belonging import OfAgency
from sunlit.organization.models import Office


class Procedure(OfAgency):
    """How a kind of matter is handled (办理程序), step by step."""

    code = models.CharField(_("code"), max_length=64)
    name = models.CharField(_("name"), max_length=100)
    intro = models.TextField(_("trigger and parties"), blank=True)
    gateways = models.TextField(_("conditions"), blank=True)

    class Meta:
        ordering = ["code"]
        verbose_name = pgettext_lazy("power", "procedure")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "code"], name="an_agency_has_one_procedure_of_a_code"
            )
        ]

    def get_absolute_url(self) -> str:
        """Return the procedure's public address."""
        return reverse("portal:procedure", args=[self.code])


class Step(models.Model):
    """One task of a procedure: who does what, by when, with which document."""

    procedure = models.ForeignKey(Procedure, on_delete=models.CASCADE, related_name="steps")
    position = models.PositiveIntegerField(_("position"))
    number = models.CharField(_("number"), max_length=8)
    task = models.CharField(pgettext_lazy("procedure", "task"), max_length=200)
    post = models.CharField(_("post"), max_length=200)
    document = models.CharField(_("document"), max_length=200, blank=True)
    limit = models.CharField(_("time limit"), max_length=200, blank=True)
    is_risk_point = models.BooleanField(_("integrity risk point"), default=False)
    leads_to = models.CharField(_("next"), max_length=64, blank=True)

    class Meta:
        ordering = ["procedure", "position"]
        verbose_name = _("step")
        constraints = [
            models.UniqueConstraint(
                fields=["procedure", "position"], name="a_procedure_has_one_step_at_a_place"
            )
        ]


class FlowChart(OfAgency):
    """The flow chart (流程图) of a procedure."""

    code = models.CharField(_("code"), max_length=64)
    procedure = models.ForeignKey(
        Procedure,
        on_delete=models.PROTECT,
        related_name="charts",
        verbose_name=pgettext_lazy("power", "procedure"),
    )
    name = models.CharField(_("name"), max_length=200)
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, related_name="+", verbose_name=_("office")
    )
    steps = models.PositiveIntegerField(_("steps"))
    risk_points = models.PositiveIntegerField(_("integrity risk points"))
    drawn_on = models.DateField(_("drawn on"))
    published_on = models.DateField(_("published on"), null=True, blank=True)
    items = models.ManyToManyField("disclosure.Item", related_name="flow_charts", blank=True)

    class Meta:
        ordering = ["code"]
        verbose_name = _("flow chart")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "code"], name="an_agency_has_one_chart_of_a_code"
            )
        ]
