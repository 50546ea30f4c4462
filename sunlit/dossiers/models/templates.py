"""What an agency promises to disclose of each dossier of a kind, stage by stage."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sunlit.dossiers.models.kinds import Kind
from sunlit.dossiers.rules import StageRule
from sunlit.organization.belonging import OfAgency


class DossierTemplate(OfAgency):
    """A template of stages (公开模板), from a day on until a later version or its end.

    A dossier keeps the version by which it was opened, whatever comes later.
    """

    code = models.CharField(_("code"), max_length=64)
    name = models.CharField(_("name"), max_length=100)
    kind = models.CharField(_("kind"), max_length=16, choices=Kind)
    since = models.DateField(_("since"))
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    document = models.CharField(_("document that says so"), max_length=200)
    stages = models.JSONField(_("stages"))

    class Meta:
        ordering = ["code", "-since"]
        verbose_name = _("template of stages")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "code", "since"], name="a_template_has_one_version_since_a_day"
            ),
            models.CheckConstraint(
                name="a_template_begins_before_it_ends",
                condition=Q(ended_on=None) | Q(ended_on__gte=F("since")),
            ),
        ]

    @property
    def rules(self) -> tuple[StageRule, ...]:
        """What it asks of each stage, in their order."""
        return tuple(map(StageRule.from_kept, self.stages))
