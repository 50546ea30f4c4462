"""The officials who log in, and the roles that say what they may do."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.hashers import check_password, make_password
from django.db import models
from django.db.models import TextChoices
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from sunlit.organization.models.agency import Agency, Office


class Role(TextChoices):
    """What an official may do. One official can have several roles."""

    CLERK = "clerk", _("disclosure clerk")
    SECTION_HEAD = "section_head", _("section head")
    SECRECY_REVIEWER = "secrecy_reviewer", _("secrecy reviewer")
    LEGAL_REVIEWER = "legal_reviewer", _("legal reviewer")
    APPROVER = "approver", _("approver")
    WINDOW_CLERK = "window_clerk", _("window clerk")
    CHIEF_REPRESENTATIVE = "chief_representative", _("chief representative")
    HOTLINE_OPERATOR = "hotline_operator", _("hotline operator")
    INVESTIGATOR = "investigator", _("investigator")
    SUPERVISOR_LIAISON = "supervisor_liaison", _("supervisor liaison")
    AUDITOR = "auditor", _("auditor")
    LEADER = "leader", _("leader")
    ADMINISTRATOR = "administrator", _("administrator")


class Official(AbstractBaseUser):
    """Somebody of the agency who logs in, known by a post and never by a personal name."""

    username = models.CharField(_("log-in name"), max_length=64, unique=True)
    post = models.CharField(_("post"), max_length=200)
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="officials", verbose_name=_("agency")
    )
    office = models.ForeignKey(
        Office,
        on_delete=models.PROTECT,
        related_name="officials",
        null=True,
        blank=True,
        verbose_name=_("office"),
    )
    is_active = models.BooleanField(_("may log in"), default=True)
    must_change_password = models.BooleanField(_("must choose a password"), default=False)

    signing_code = models.CharField(_("signing code"), max_length=128, blank=True)
    """What an official signs with who has no time to log in, as a hash; empty: none was chosen."""

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = BaseUserManager["Official"]()

    class Meta:
        ordering = ["username"]
        verbose_name = _("official")

    def choose_signing_code(self, code: str) -> None:
        """Sign with another code from now on."""
        self.signing_code = make_password(code)

    def is_signing_code(self, code: str) -> bool:
        """Say whether this is the official's signing code."""
        return bool(self.signing_code) and check_password(code, self.signing_code)

    @cached_property
    def role_names(self) -> frozenset[str]:
        """Return the roles that this official has now."""
        return frozenset(self.roles.filter(until=None).values_list("role", flat=True))

    def has_role(self, *roles: Role) -> bool:
        """Say whether this official has at least one of the roles."""
        return not self.role_names.isdisjoint(roles)


class OfficialRole(models.Model):
    """That an official has a role, or had it until a day."""

    official = models.ForeignKey(Official, on_delete=models.PROTECT, related_name="roles")
    role = models.CharField(_("role"), max_length=32, choices=Role)
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        ordering = ["role", "since", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["official", "role"],
                condition=models.Q(until=None),
                name="a_role_is_held_once_at_a_time",
            )
        ]


class FailedLogin(models.Model):
    """That somebody tried to log in and could not: kept for minutes, to slow down guessing."""

    username = models.CharField(_("log-in name"), max_length=64)
    address = models.CharField(_("address"), max_length=64)
    failed_at = models.DateTimeField(_("failed at"))

    class Meta:
        ordering = ["-failed_at"]
        indexes = [models.Index(fields=["address", "failed_at"], name="failed_login_address")]
