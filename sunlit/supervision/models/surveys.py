"""Social review (社会评议): rounds of questions, and the answers by group and indicator."""

from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.organization.belonging import OfYear
from sunlit.supervision.rules import rate


class Survey(OfYear):
    """One round in which the public was asked to judge."""

    code = models.CharField(_("code"), max_length=64)
    surveyed_on = models.DateField(pgettext_lazy("social review", "surveyed on"))
    published_on = models.DateField(_("published on"), null=True, blank=True)
    organiser = models.CharField(_("organised by"), max_length=200)

    class Meta:
        ordering = ["surveyed_on", "code"]
        verbose_name = _("social review")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year", "code"], name="a_year_has_one_survey_of_a_code"
            ),
            models.CheckConstraint(
                name="a_survey_is_held_before_it_is_published",
                condition=Q(published_on=None) | Q(published_on__gte=F("surveyed_on")),
            ),
        ]


class SurveyAnswer(models.Model):
    """How one group of people judged one indicator."""

    survey = models.ForeignKey(
        Survey, on_delete=models.PROTECT, related_name="answers", verbose_name=_("social review")
    )
    group = models.CharField(pgettext_lazy("social review", "group"), max_length=100)
    indicator = models.CharField(_("indicator"), max_length=100)
    distributed = models.PositiveIntegerField(_("questionnaires given out"))
    valid = models.PositiveIntegerField(_("valid questionnaires"))
    very_satisfied = models.PositiveIntegerField(_("very satisfied"))
    satisfied = models.PositiveIntegerField(_("satisfied"))
    fair = models.PositiveIntegerField(_("fairly satisfied"))
    dissatisfied = models.PositiveIntegerField(_("dissatisfied"))
    rectification = models.CharField(_("rectification"), max_length=300, blank=True)

    class Meta:
        ordering = ["survey", "id"]
        verbose_name = _("answer in a social review")
        constraints = [
            models.UniqueConstraint(
                fields=["survey", "group", "indicator"],
                name="a_group_judges_an_indicator_once_in_a_survey",
            )
        ]

    @property
    def rate(self) -> Decimal | None:
        """The share of those satisfied or very satisfied, in percent."""
        return rate(self.very_satisfied + self.satisfied, self.valid)
