"""The numbers that the public may call (公开电话)."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.organization.belonging import OfAgency
from sunlit.organization.models import Leader, Office


class HotlineNumber(OfAgency):
    """A number that the public may call, and who answers it: a leader or an office."""

    code = models.CharField(_("code"), max_length=64)
    name = models.CharField(_("name"), max_length=100)
    number = models.CharField(_("phone number"), max_length=32)
    leader = models.ForeignKey(
        Leader,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("answered by the leader"),
    )
    office = models.ForeignKey(
        Office,
        on_delete=models.PROTECT,
        related_name="hotline_numbers",
        null=True,
        blank=True,
        verbose_name=_("answered by the office"),
    )
    hours = models.CharField(pgettext_lazy("hotline", "hours"), max_length=100)
    is_on_website = models.BooleanField(_("on the website"))
    is_on_street_signs = models.BooleanField(_("on street signs"))
    first_published_on = models.DateField(_("first published on"))
    last_published_on = models.DateField(_("last published on"))
    withdrawn_on = models.DateField(pgettext_lazy("hotline", "withdrawn on"), null=True, blank=True)

    class Meta:
        ordering = ["id"]
        verbose_name = _("hotline number")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "code"], name="an_agency_has_one_hotline_of_a_code"
            ),
            models.CheckConstraint(
                name="a_hotline_is_answered_by_a_leader_or_an_office",
                condition=Q(leader=None) ^ Q(office=None),
            ),
            models.CheckConstraint(
                name="a_hotline_is_last_published_after_it_first_was",
                condition=Q(last_published_on__gte=F("first_published_on")),
            ),
        ]

    @property
    def owner(self) -> str:
        """Who answers: the leader's title or the office's name."""
        if self.leader:
            return self.leader.title
        return self.office.name if self.office else ""
