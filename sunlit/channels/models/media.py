"""Media outlets (媒体) and what was placed in them."""

from django.db import models
from django.db.models import F, Q, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.channels.models.phones import HotlineNumber
from sunlit.organization.belonging import OfAgency, OfYear
from sunlit.organization.models import Office


class OutletType(TextChoices):
    """What an outlet is."""

    NEWSPAPER = "newspaper", _("newspaper")
    RADIO = "radio", _("radio station")
    TELEVISION = "television", _("television station")
    WEBSITE = "website", pgettext_lazy("outlet", "news website")


class MediaOutlet(OfAgency):
    """A newspaper, station or website in which the agency appears."""

    name = models.CharField(_("name"), max_length=100)
    type = models.CharField(_("type"), max_length=16, choices=OutletType)

    class Meta:
        ordering = ["id"]
        verbose_name = _("media outlet")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "name"], name="an_agency_knows_one_outlet_of_a_name"
            )
        ]


class PlacementKind(TextChoices):
    """In which form something appeared."""

    SPECIAL_PAGE = "special_page", _("special page")
    COLUMN = "column", pgettext_lazy("media", "column")
    NUMBER_ANNOUNCEMENT = "number_announcement", _("announcement of numbers")
    LIVE = "live", _("live broadcast")
    FEATURE = "feature", _("feature")


PAGES_AND_COLUMNS = (PlacementKind.SPECIAL_PAGE, PlacementKind.COLUMN)


class Placement(OfYear):
    """Something that appeared in an outlet, once or several times."""

    code = models.CharField(_("code"), max_length=64)
    outlet = models.ForeignKey(
        MediaOutlet, on_delete=models.PROTECT, related_name="placements", verbose_name=_("outlet")
    )
    kind = models.CharField(_("kind"), max_length=24, choices=PlacementKind)
    starts_on = models.DateField(_("first day"))
    ends_on = models.DateField(_("last day"))
    column = models.CharField(_("column"), max_length=100, blank=True)
    title = models.CharField(_("title"), max_length=300)
    times = models.PositiveIntegerField(_("times"))
    numbers = models.ManyToManyField(
        HotlineNumber, related_name="placements", blank=True, verbose_name=_("numbers announced")
    )
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, related_name="+", verbose_name=_("office")
    )
    related_news = models.CharField(_("related department news"), max_length=300, blank=True)

    class Meta:
        ordering = ["starts_on", "code"]
        verbose_name = _("media placement")
        indexes = [models.Index(fields=["agency", "starts_on"], name="placement_by_first_day")]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year", "code"], name="a_year_has_one_placement_of_a_code"
            ),
            models.CheckConstraint(
                name="a_placement_ends_after_it_starts",
                condition=Q(ends_on__gte=F("starts_on")),
            ),
        ]
