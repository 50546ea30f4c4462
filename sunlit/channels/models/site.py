"""How the agency's site was joined with the government portal (网站整合), step by step."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from sunlit.organization.belonging import OfYear
from sunlit.organization.models import Office


class Integration(OfYear):
    """The year's work on the site and the catalogue system, and what came of it."""

    project = models.CharField(_("project"), max_length=200)
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, related_name="+", verbose_name=_("lead office")
    )
    is_integrated = models.BooleanField(_("joined with the government portal"), default=False)
    is_catalogue_upgraded = models.BooleanField(_("catalogue system upgraded"), default=False)
    search_facets = models.JSONField(_("ways to search"), default=list, blank=True)
    went_live_on = models.DateField(_("went live on"), null=True, blank=True)

    class Meta:
        ordering = ["-year"]
        verbose_name = _("site integration")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year"], name="a_year_has_one_site_integration"
            )
        ]


class IntegrationStep(models.Model):
    """One step of the work."""

    integration = models.ForeignKey(
        Integration,
        on_delete=models.PROTECT,
        related_name="steps",
        verbose_name=_("site integration"),
    )
    position = models.PositiveIntegerField(_("position"))
    name = models.CharField(_("name"), max_length=200)
    done_on = models.DateField(_("done on"))
    note = models.CharField(_("note"), max_length=500, blank=True)

    class Meta:
        ordering = ["integration", "position"]
        verbose_name = _("step")
        constraints = [
            models.UniqueConstraint(
                fields=["integration", "position"], name="an_integration_has_one_step_at_a_place"
            )
        ]


class SharedColumn(models.Model):
    """A column that is published once and seen on both sites (共享栏目)."""

    integration = models.ForeignKey(
        Integration,
        on_delete=models.PROTECT,
        related_name="shared_columns",
        verbose_name=_("site integration"),
    )
    name = models.CharField(_("name"), max_length=100)

    class Meta:
        ordering = ["integration", "id"]
        verbose_name = _("shared column")
        constraints = [
            models.UniqueConstraint(fields=["integration", "name"], name="a_column_is_shared_once")
        ]
