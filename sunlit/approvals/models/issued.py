"""Licences as they are held: from issue to the day on which they end, and who may not apply."""

from datetime import date

from django.db import models
from django.db.models import F, Q, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.approvals.models.licences import LicenceCase
from sunlit.approvals.models.parties import PartyKind
from sunlit.organization.belonging import OfAgency, OfYear
from sunlit.powers.models import Power


class LicenceStatus(TextChoices):
    """What an act has made of a licence; that it has expired, its last day says."""

    VALID = "valid", pgettext_lazy("held licence", "valid")
    REVOKED = "revoked", pgettext_lazy("held licence", "revoked")
    CANCELLED = "cancelled", pgettext_lazy("held licence", "taken off the register")


class RevocationGround(TextChoices):
    """Why a licence may be revoked (art. 69); for fraud it must be."""

    ABUSE = "abuse", _("granted by abuse of office or neglect of duty")
    BEYOND_POWERS = "beyond_powers", _("granted beyond the powers of the agency")
    PROCEDURE = "procedure", _("granted against the procedure of the law")
    NOT_QUALIFIED = "not_qualified", _("granted to somebody who does not meet the conditions")
    OTHER = "other", pgettext_lazy("revocation", "another ground of the law")
    FRAUD = "fraud", _("obtained by fraud or bribery")


class DeregistrationGround(TextChoices):
    """When a licence is taken off the register (art. 70)."""

    EXPIRED = "expired", _("expired and not renewed")
    DEATH = "death", _("the holder died or lost the capacity")
    DISSOLVED = "dissolved", _("the holder was dissolved")
    ANNULLED = "annulled", _("the licence was revoked, taken back or taken away")
    FORCE_MAJEURE = "force_majeure", _("force majeure makes its use impossible")
    OTHER = "other", pgettext_lazy("deregistration", "another case of the law")


class Licence(OfYear):
    """A licence (行政许可证件) that somebody holds by a decision of the agency."""

    number = models.CharField(_("number"), max_length=64)
    case = models.OneToOneField(LicenceCase, on_delete=models.PROTECT, related_name="licence")
    power = models.ForeignKey(
        Power, on_delete=models.PROTECT, related_name="licences", verbose_name=_("licence")
    )
    holder = models.CharField(_("holder"), max_length=200)
    holder_kind = models.CharField(_("kind of holder"), max_length=16, choices=PartyKind)
    content = models.TextField(pgettext_lazy("held licence", "allows"))
    issued_on = models.DateField(_("issued on"))
    valid_from = models.DateField(_("valid from"))
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    status = models.CharField(
        _("status"), max_length=16, choices=LicenceStatus, default=LicenceStatus.VALID
    )
    ended_on = models.DateField(pgettext_lazy("held licence", "ended on"), null=True, blank=True)
    end_ground = models.CharField(
        pgettext_lazy("held licence", "ground"), max_length=16, blank=True
    )
    end_reason = models.TextField(pgettext_lazy("held licence", "reason"), blank=True)

    class Meta:
        ordering = ["year", "number"]
        verbose_name = pgettext_lazy("held", "licence")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year", "number"], name="a_year_has_one_licence_of_a_number"
            ),
            models.CheckConstraint(
                name="a_licence_is_valid_for_a_time",
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
            ),
            models.CheckConstraint(
                name="a_licence_has_ended_if_and_only_if_dated",
                condition=Q(status=LicenceStatus.VALID, ended_on=None)
                | (~Q(status=LicenceStatus.VALID) & Q(ended_on__isnull=False)),
            ),
        ]

    def has_expired(self, on: date) -> bool:
        """Say whether the last day of a licence is over."""
        return self.valid_until is not None and self.valid_until < on

    def is_valid(self, on: date) -> bool:
        """Say whether somebody may rely on the licence on a day."""
        return (
            self.status == LicenceStatus.VALID
            and self.valid_from <= on
            and not self.has_expired(on)
        )


class Renewal(models.Model):
    """An application to renew or to change a licence that is held (arts 49 and 50)."""

    class Kind(TextChoices):
        """What is asked for."""

        RENEW = "renew", _("renewal")
        CHANGE = "change", pgettext_lazy("held licence", "change")

    case = models.OneToOneField(LicenceCase, on_delete=models.PROTECT, related_name="renewal")
    licence = models.ForeignKey(Licence, on_delete=models.PROTECT, related_name="renewals")
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    is_in_time = models.BooleanField(_("applied for in time"), default=True)
    until_before = models.DateField(_("valid until, before"), null=True, blank=True)
    until_after = models.DateField(_("valid until, afterwards"), null=True, blank=True)
    done_on = models.DateField(_("renewed or changed on"), null=True, blank=True)
    by_silence = models.BooleanField(_("renewed by silence"), default=False)

    class Meta:
        ordering = ["id"]
        verbose_name = _("renewal or change of a licence")
        constraints = [
            models.CheckConstraint(
                name="only_a_renewal_in_time_is_renewed_by_silence",
                condition=Q(by_silence=False) | Q(kind="renew", is_in_time=True),
            )
        ]


class ReapplyBan(OfAgency):
    """Somebody may not apply for a licence for some years (arts 78 and 79)."""

    class Ground(TextChoices):
        """For what."""

        FALSE = "false", _("false materials")
        FRAUD = "fraud", _("licence obtained by fraud or bribery")

    case = models.OneToOneField(LicenceCase, on_delete=models.PROTECT, related_name="ban")
    power = models.ForeignKey(Power, on_delete=models.PROTECT, related_name="bans")
    party = models.CharField(_("party"), max_length=200)
    ground = models.CharField(_("ground"), max_length=8, choices=Ground)
    since = models.DateField(pgettext_lazy("ban", "since"))
    until = models.DateField(pgettext_lazy("ban", "until"))

    class Meta:
        ordering = ["since", "id"]
        verbose_name = _("ban on a new application")
