"""The versions of flow charts that an agency drew itself."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.flows.models import StoredChart
from sunlit.organization.belonging import OfAgency
from sunlit.powers.lifecycle import ChartStatus
from sunlit.powers.models.charts import Procedure


class ChartVersion(OfAgency):
    """A version of a procedure's flow chart (流程图版本), drawn by the agency; its file stays."""

    procedure = models.ForeignKey(
        Procedure,
        on_delete=models.PROTECT,
        related_name="versions",
        verbose_name=pgettext_lazy("power", "procedure"),
    )
    number = models.PositiveIntegerField(_("version"))
    chart = models.ForeignKey(
        StoredChart, on_delete=models.PROTECT, related_name="versions", verbose_name=_("flow chart")
    )
    note = models.CharField(_("what changed"), max_length=500)
    uploaded_on = models.DateField(_("uploaded on"))
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    item = models.ForeignKey(
        "disclosure.Item",
        on_delete=models.PROTECT,
        related_name="chart_versions",
        null=True,
        blank=True,
        verbose_name=_("item"),
    )
    """The item that brings it through the gate."""
    in_force_from = models.DateField(_("in force from"), null=True, blank=True)
    status = models.CharField(
        _("status"), max_length=16, choices=ChartStatus, default=ChartStatus.UPLOADED
    )

    class Meta:
        ordering = ["procedure", "number"]
        verbose_name = _("version of a flow chart")
        constraints = [
            models.UniqueConstraint(
                fields=["procedure", "number"], name="a_procedure_has_one_version_of_a_number"
            ),
            models.UniqueConstraint(
                fields=["procedure", "in_force_from"],
                name="one_version_comes_into_force_on_a_day",
            ),
            models.UniqueConstraint(
                fields=["item"], name="an_item_brings_one_version_through_the_gate"
            ),
            models.CheckConstraint(
                name="a_version_is_in_force_with_its_day_and_its_item",
                condition=Q(
                    status=ChartStatus.IN_FORCE, in_force_from__isnull=False, item__isnull=False
                )
                | Q(in_force_from=None) & ~Q(status=ChartStatus.IN_FORCE),
            ),
            models.CheckConstraint(
                name="a_version_at_the_gate_has_an_item_and_one_before_it_has_none",
                condition=Q(status=ChartStatus.AT_GATE, item__isnull=False)
                | Q(status=ChartStatus.UPLOADED, item=None)
                | Q(status__in=(ChartStatus.IN_FORCE, ChartStatus.WITHDRAWN)),
            ),
        ]

    @property
    def content(self) -> bytes:
        """The file as it was uploaded."""
        return bytes(self.chart.content)

    @property
    def code(self) -> str:
        """What it is called by at the desk: its procedure and its number."""
        return f"{self.procedure.code}-{self.number}"

    def get_absolute_url(self) -> str:
        """Return the public address of the version, for ever the same."""
        return reverse("portal:chart-version", args=[self.procedure.code, self.number])
