"""The holiday notices that an agency has taken in after this version of the program was made."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from sunlit.kernel.notices import Notice
from sunlit.organization.belonging import OfYear
from sunlit.organization.rules import notices


class HolidayNotice(OfYear):
    """A notice of the arrangement of a year's holidays (节假日安排通知), or of a change to it."""

    title = models.CharField(_("title of the notice"), max_length=200)
    number = models.CharField(_("document number"), max_length=100, blank=True)
    issued_on = models.DateField(_("issued on"))
    arrangement = models.JSONField(_("arrangement"))
    """The notice in the form of a year file, as plain values."""
    taken_in_on = models.DateField(_("taken in on"))

    class Meta:
        ordering = ["issued_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year", "issued_on"],
                name="a_holiday_notice_is_taken_in_once",
            )
        ]

    @property
    def notice(self) -> Notice:
        """Return the notice as the calendar takes it."""
        return notices.read_back(self.year, self.arrangement)
