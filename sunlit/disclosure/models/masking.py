"""How an agency masks what must not become public (遮盖规则), where it differs from the usual."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from sunlit.organization.belonging import OfAgency
from sunlit.screening.kinds import Kind
from sunlit.screening.official import Form

MOST_SIGNS = 40


class MaskingRule(OfAgency):
    """How one kind of finding (遮盖规则) is masked, from a day on until a later rule is set."""

    kind = models.CharField(_("kind of finding"), max_length=32)
    first = models.PositiveSmallIntegerField(
        _("signs that stay at the begin"), validators=[MaxValueValidator(MOST_SIGNS)]
    )
    last = models.PositiveSmallIntegerField(
        _("signs that stay at the end"), validators=[MaxValueValidator(MOST_SIGNS)]
    )
    sign = models.CharField(_("mask sign"), max_length=1)
    since = models.DateField(_("since"))
    reason = models.CharField(_("reason"), max_length=500)

    class Meta:
        ordering = ["kind", "-since"]
        verbose_name = _("masking rule")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "kind", "since"],
                name="a_kind_is_masked_in_one_way_since_a_day",
            ),
            models.CheckConstraint(
                name="a_masking_rule_is_set_for_a_reason", condition=~models.Q(reason="")
            ),
            models.CheckConstraint(name="a_masking_rule_has_a_sign", condition=~models.Q(sign="")),
        ]

    @property
    def found(self) -> Kind:
        """The kind of finding that it is about."""
        return Kind(self.kind)

    @property
    def form(self) -> Form:
        """The form, as the screening takes it."""
        return Form(self.first, self.last, self.sign)
