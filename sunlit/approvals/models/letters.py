"""The letters of cases, the agency's own templates of them, and who reviews its decisions."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sunlit.approvals.letters.kinds import Kind
from sunlit.approvals.letters.words import Words
from sunlit.approvals.models.coercion import CoercionCase
from sunlit.approvals.models.licences import LicenceCase
from sunlit.approvals.models.penalties import PenaltyCase
from sunlit.organization.belonging import OfAgency


class ReviewBodies(OfAgency):
    """Who reviews what the agency decides (复议机关和法院), from a day on until a later one."""

    government = models.CharField(_("people's government"), max_length=100)
    department = models.CharField(_("superior department"), max_length=100, blank=True)
    court = models.CharField(_("people's court"), max_length=100)
    since = models.DateField(_("since"))

    class Meta:
        ordering = ["since"]
        verbose_name = _("review bodies")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "since"], name="an_agency_names_its_review_bodies_once_a_day"
            )
        ]


class LetterTemplate(OfAgency):
    """The agency's own wording of a kind of letter, from a day on until a later one."""

    kind = models.CharField(_("kind"), max_length=32, choices=Kind)
    version = models.PositiveSmallIntegerField(_("version"))
    title = models.CharField(_("title of the letter"), max_length=100)
    text = models.TextField(_("text"))
    since = models.DateField(_("since"))

    class Meta:
        ordering = ["kind", "version"]
        verbose_name = _("template of a letter")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "kind", "version"], name="a_letter_template_has_one_text"
            ),
            models.UniqueConstraint(
                fields=["agency", "kind", "since"], name="a_day_has_one_letter_template_of_a_kind"
            ),
        ]


class Letter(OfAgency):
    """A letter in a case (执法文书), as it was written: its words never change."""

    licence_case = models.ForeignKey(
        LicenceCase, on_delete=models.PROTECT, related_name="letters", null=True, blank=True,
        verbose_name=_("licence case"),
    )  # fmt: skip
    penalty_case = models.ForeignKey(
        PenaltyCase, on_delete=models.PROTECT, related_name="letters", null=True, blank=True,
        verbose_name=_("penalty case"),
    )  # fmt: skip
    coercion_case = models.ForeignKey(
        CoercionCase, on_delete=models.PROTECT, related_name="letters", null=True, blank=True,
        verbose_name=_("coercion case"),
    )  # fmt: skip
    kind = models.CharField(_("kind"), max_length=32, choices=Kind)
    number = models.CharField(_("number"), max_length=100)
    template = models.CharField(_("template"), max_length=64)
    dated_on = models.DateField(_("dated"))
    written_on = models.DateField(_("written on"))
    words = models.JSONField(_("words"))
    signed_by = models.CharField(_("signed by"), max_length=200)
    delivered_on = models.DateField(_("delivered on"), null=True, blank=True)
    delivered_how = models.CharField(_("how it was delivered"), max_length=200, blank=True)

    class Meta:
        ordering = ["written_on", "id"]
        verbose_name = _("letter")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "kind", "number"], name="an_agency_has_one_letter_of_a_number"
            ),
            models.CheckConstraint(
                name="a_letter_belongs_to_one_case",
                condition=Q(licence_case__isnull=False, penalty_case=None, coercion_case=None)
                | Q(licence_case=None, penalty_case__isnull=False, coercion_case=None)
                | Q(licence_case=None, penalty_case=None, coercion_case__isnull=False),
            ),
            models.CheckConstraint(
                name="a_letter_is_dated_when_it_is_written_or_before",
                condition=Q(dated_on__lte=F("written_on")),
            ),
            models.CheckConstraint(
                name="a_letter_is_delivered_after_it_is_written",
                condition=Q(delivered_on=None) | Q(written_on__lte=F("delivered_on")),
            ),
        ]

    @property
    def case(self) -> LicenceCase | PenaltyCase | CoercionCase:
        """The case that the letter is about."""
        found = self.licence_case or self.penalty_case or self.coercion_case
        if found is None:
            raise ValueError("A letter belongs to a case; the database sees to it")
        return found

    @property
    def said(self) -> Words:
        """What the letter says."""
        return Words.read(self.words)
