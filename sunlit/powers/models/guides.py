"""What whoever applies must know: the guide (办事指南) to a power or a service."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Guided(models.Model):
    """What the guide to an item says beside its materials."""

    who_may_apply = models.CharField(_("who may apply"), max_length=200, blank=True)
    conditions = models.TextField(pgettext_lazy("guide", "conditions"), blank=True)
    quantity_limit = models.CharField(_("limit of quantity"), max_length=200, blank=True)
    place = models.CharField(pgettext_lazy("guide", "place"), max_length=200, blank=True)
    office_hours = models.CharField(_("office hours"), max_length=200, blank=True)
    consulting_phone = models.CharField(_("phone for questions"), max_length=32, blank=True)
    visits = models.PositiveSmallIntegerField(_("times one must come"), null=True, blank=True)
    is_online = models.BooleanField(_("can be applied for online"), null=True, blank=True)
    result_document = models.CharField(_("result"), max_length=200, blank=True)
    remedies = models.TextField(_("remedies"), blank=True)
    guide_is_example = models.BooleanField(_("guide in example wording"), default=False)
    """Whether the guide is worded by the makers of a sample, from memory, not by the agency."""

    class Meta:
        abstract = True
