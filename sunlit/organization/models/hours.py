"""The hours in which an agency works (办公时间), each version from its day on."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from sunlit.kernel.hours import OfficeHours
from sunlit.organization.belonging import OfAgency
from sunlit.statutes.office_hours import hours_from


class WorkingHours(OfAgency):
    """The office hours of an agency (办公时间) from a day on until a later version."""

    week = models.JSONField(_("week"))
    """The spans of each weekday, Monday first, each written as "08:30-12:00"."""
    since = models.DateField(_("since"))
    document = models.CharField(_("document that says so"), max_length=200)

    class Meta:
        ordering = ["since"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "since"],
                name="an_agency_has_one_version_of_its_hours_since_a_day",
            )
        ]

    @property
    def hours(self) -> OfficeHours:
        """Return the hours as clocks take them."""
        return hours_from(self.week)
