"""What an applicant hands in: an application being filled in, its papers, several at once."""

from collections.abc import Sequence

from django.db import models
from django.db.models import Q, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.approvals.models.licences import LicenceCase
from sunlit.organization.belonging import OfAgency, OfYear
from sunlit.organization.models import Zone
from sunlit.powers.models import MaterialForm, Power


class ApplicationDraft(OfAgency):
    """An application that is being filled in on the web, found again by its resume code.

    It is no case and no official record. What was typed lies encrypted in `content`; nothing of
    it is left when the application was made, or when the draft expires.
    """

    power = models.ForeignKey(Power, on_delete=models.CASCADE, related_name="+")
    code_digest = models.CharField(max_length=64, unique=True)
    begun_from = models.CharField(max_length=64, blank=True)
    """A keyed hash of the address from which it was begun, to hold back floods."""
    begun_at = models.DateTimeField(_("begun at"))
    expires_on = models.DateField(_("expires on"))
    content = models.BinaryField(blank=True, default=b"")
    case = models.ForeignKey(
        LicenceCase, on_delete=models.CASCADE, related_name="+", null=True, blank=True
    )
    """The case that was made of it, or that it supplements."""
    is_supplement = models.BooleanField(default=False)

    code = ""
    """What finds it again: on the draft just begun alone, and stored nowhere."""

    class Meta:
        ordering = ["-begun_at"]
        verbose_name = _("application being filled in")
        constraints = [
            models.CheckConstraint(
                name="nothing_typed_stays_in_a_draft_that_became_a_case",
                condition=Q(case=None) | Q(content=b""),
            ),
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(is_supplement=True),
                name="a_case_has_one_supplement_in_preparation",
            ),
        ]


class DraftFile(models.Model):
    """A file of an application that is being filled in: cleaned, and encrypted."""

    draft = models.ForeignKey(ApplicationDraft, on_delete=models.CASCADE, related_name="files")
    place = models.PositiveIntegerField(_("place of the material"))
    """The position of the material in the list of the licence; 0 for other papers."""
    name = models.CharField(_("file name"), max_length=255)
    media_type = models.CharField(_("kind"), max_length=100)
    size = models.PositiveIntegerField(_("size in bytes"))
    content = models.BinaryField()
    removed = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["draft", "place", "id"]
        verbose_name = _("file of an application being filled in")


class JointApplication(OfYear):
    """Several licences applied for at once and handled together (统一办理、联合办理)."""

    number = models.CharField(_("number"), max_length=64)
    applicant = models.CharField(_("applicant"), max_length=200)
    zone = models.ForeignKey(
        Zone, on_delete=models.PROTECT, related_name="+", null=True, blank=True,
        verbose_name=_("zone"),
    )  # fmt: skip
    received_on = models.DateField(_("received on"))
    extended_on = models.DateField(_("time extended on"), null=True, blank=True)
    extension_reason = models.TextField(_("reason of the extension"), blank=True)
    extension_approval = models.CharField(
        _("approval of the government"), max_length=300, blank=True
    )

    class Meta:
        ordering = ["year", "number"]
        verbose_name = _("joint application")
        constraints = [
            models.CheckConstraint(
                name="a_joint_application_is_extended_with_reason_and_approval",
                condition=Q(extended_on=None, extension_reason="", extension_approval="")
                | Q(extended_on__isnull=False)
                & ~Q(extension_reason="")
                & ~Q(extension_approval=""),
            ),
            models.UniqueConstraint(
                fields=["agency", "year", "number"],
                name="a_year_has_one_joint_application_of_a_number",
            ),
        ]


class Application(models.Model):
    """Who applied in a licence case and how to reach them, beside what its register shows."""

    case = models.OneToOneField(
        LicenceCase, on_delete=models.PROTECT, related_name="application",
        verbose_name=_("licence case"),
    )  # fmt: skip
    joint = models.ForeignKey(
        JointApplication, on_delete=models.PROTECT, related_name="applications", null=True,
        blank=True, verbose_name=_("joint application"),
    )  # fmt: skip
    place = models.CharField(pgettext_lazy("licence", "place"), max_length=300, blank=True)
    co_applicants = models.TextField(_("co-applicants"), blank=True)
    agent = models.CharField(_("agent"), max_length=200, blank=True)
    signed_as = models.CharField(_("signed as"), max_length=200, blank=True)
    signature_digest = models.CharField(max_length=64, blank=True)
    """Of the drawn signature, which lies sealed in the store."""
    sealed = models.BinaryField(blank=True, default=b"")
    """Telephone, address and number of the certificate, encrypted: for officials alone."""

    personal: Sequence[tuple[object, str]] = ()
    """The same in plain words, by label: on what an act just opened alone."""

    class Meta:
        ordering = ["case"]
        verbose_name = _("application")


class Fit(TextChoices):
    """What the window found when it looked at a material."""

    UNCHECKED = "unchecked", pgettext_lazy("material", "not looked at yet")
    PRESENT = "present", pgettext_lazy("material", "present")
    MISSING = "missing", pgettext_lazy("material", "missing")
    UNFIT = "unfit", pgettext_lazy("material", "does not fit")


class CaseMaterial(models.Model):
    """A paper that a case needs, as the list of materials named it on the day of receipt."""

    case = models.ForeignKey(
        LicenceCase, on_delete=models.PROTECT, related_name="materials",
        verbose_name=_("licence case"),
    )  # fmt: skip
    position = models.PositiveIntegerField(_("position"))
    name = models.CharField(pgettext_lazy("material", "material"), max_length=200)
    form = models.CharField(
        pgettext_lazy("material", "form"), max_length=16, choices=MaterialForm, blank=True
    )
    is_required = models.BooleanField(pgettext_lazy("material", "required"), default=True)
    fit = models.CharField(
        pgettext_lazy("material", "finding"), max_length=16, choices=Fit, default=Fit.UNCHECKED
    )
    remark = models.CharField(_("remark"), max_length=300, blank=True)

    class Meta:
        ordering = ["case", "position"]
        verbose_name = _("material of a case")
        constraints = [
            models.UniqueConstraint(
                fields=["case", "position"], name="a_case_has_one_material_at_a_place"
            )
        ]


class MaterialFile(models.Model):
    """A file that was handed in for a material: cleaned, and sealed in the store."""

    material = models.ForeignKey(
        CaseMaterial, on_delete=models.PROTECT, related_name="files",
        verbose_name=pgettext_lazy("material", "material"),
    )  # fmt: skip
    position = models.PositiveIntegerField(_("position"))
    name = models.CharField(_("file name"), max_length=255)
    media_type = models.CharField(_("kind"), max_length=100)
    size = models.PositiveIntegerField(_("size in bytes"))
    digest = models.CharField(_("digest"), max_length=64)
    removed = models.JSONField(default=list, blank=True)
    handed_in_on = models.DateField(_("handed in on"))
    is_supplement = models.BooleanField(_("supplement"), default=False)

    class Meta:
        ordering = ["material", "position"]
        verbose_name = _("file of a material")
        constraints = [
            models.UniqueConstraint(
                fields=["material", "position"], name="a_material_has_one_file_at_a_place"
            )
        ]
