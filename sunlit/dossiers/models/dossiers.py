"""Dossiers and their stages."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sunlit.dossiers.models.kinds import BASIS, Kind
from sunlit.dossiers.models.templates import DossierTemplate
from sunlit.dossiers.rules import StageDays
from sunlit.organization.belonging import OfYear
from sunlit.organization.models import Office


class Dossier(OfYear):
    """A recruitment (公开招聘), a tender (招标投标) or another matter, from notice to result.

    `template` is the agency's version by which it was opened, if it had one; `asked` is what was
    asked of each stage on that day. A dossier without either follows the program's templates.
    """

    kind = models.CharField(_("kind"), max_length=16, choices=Kind)
    template = models.ForeignKey(
        DossierTemplate,
        on_delete=models.PROTECT,
        related_name="dossiers",
        null=True,
        blank=True,
        verbose_name=_("template of stages"),
    )
    code = models.CharField(_("code"), max_length=64)
    title = models.CharField(_("title"), max_length=300)
    basis_documents = models.JSONField(_("documents it rests on"), default=list, blank=True)
    office = models.ForeignKey(
        Office,
        on_delete=models.PROTECT,
        related_name="dossiers",
        null=True,
        blank=True,
        verbose_name=_("office"),
    )
    opened_on = models.DateField(_("opened on"))
    asked = models.JSONField(_("what is asked of its stages"), default=list, blank=True)
    facts = models.JSONField(_("further facts"), default=dict, blank=True)

    class Meta:
        ordering = ["-year", "code"]
        verbose_name = _("dossier")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year", "code"], name="a_year_has_one_dossier_of_a_code"
            )
        ]

    @property
    def basis(self) -> str:
        """The provision that the dossier rests on, by its name in `statutes`."""
        return BASIS[Kind(self.kind)]

    @property
    def kind_name(self) -> str:
        """What the dossier is about, in the words of its template or of its kind."""
        return self.template.name if self.template else str(self.get_kind_display())

    def get_absolute_url(self) -> str:
        """Return the dossier's public address."""
        return reverse("portal:dossier", args=[self.year, self.code])


class Stage(models.Model):
    """One stage (环节) of a dossier; one that is still to come has no days."""

    dossier = models.ForeignKey(
        Dossier, on_delete=models.PROTECT, related_name="stages", verbose_name=_("dossier")
    )
    seq = models.PositiveIntegerField(_("sequence number"))
    name = models.CharField(_("stage"), max_length=100)
    starts_on = models.DateField(_("starts on"), null=True, blank=True)
    ends_on = models.DateField(_("ends on"), null=True, blank=True)
    published_on = models.DateField(_("published on"), null=True, blank=True)
    is_public = models.BooleanField(_("public"), default=False)
    result = models.TextField(_("result"), blank=True)
    figures = models.JSONField(_("figures"), default=dict, blank=True)
    post = models.CharField(_("responsible post"), max_length=200, blank=True)
    items = models.ManyToManyField("disclosure.Item", related_name="dossier_stages", blank=True)

    class Meta:
        ordering = ["dossier", "seq"]
        verbose_name = _("stage")
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "seq"], name="a_dossier_has_one_stage_of_a_number"
            ),
            models.CheckConstraint(
                name="a_stage_starts_before_it_ends",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
            ),
            models.CheckConstraint(
                name="a_stage_ends_only_if_it_started",
                condition=Q(ends_on=None) | Q(starts_on__isnull=False),
            ),
            models.CheckConstraint(
                name="a_stage_is_public_if_and_only_if_dated",
                condition=Q(is_public=True, published_on__isnull=False)
                | Q(is_public=False, published_on=None),
            ),
            models.CheckConstraint(
                name="a_stage_starts_before_it_is_published",
                condition=Q(published_on=None)
                | Q(starts_on__isnull=False, published_on__gte=F("starts_on")),
            ),
        ]

    @property
    def days(self) -> StageDays:
        """The stage's days, as the rules take them."""
        return StageDays(self.seq, self.name, self.starts_on, self.ends_on, self.published_on)

    def schedule(self, *, starts_on: date, ends_on: date) -> None:
        """Be held on these days; its time for publication runs from the last."""
        self.starts_on, self.ends_on = starts_on, ends_on

    def publish(self, *, starts_on: date, ends_on: date, result: str, on: date) -> None:
        """Be public from a day on, with the days of the stage and its result."""
        self.starts_on, self.ends_on, self.result = starts_on, ends_on, result
        self.is_public, self.published_on = True, on
