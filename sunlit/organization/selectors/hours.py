"""Readings of an agency's office hours: the versions set, and what is in force on a day."""

from dataclasses import dataclass
from datetime import date

from sunlit.kernel.hours import ChangingHours, OfficeHours
from sunlit.organization.models import WorkingHours
from sunlit.organization.selectors.once import once
from sunlit.statutes.office_hours import usual_hours


@dataclass(frozen=True, slots=True)
class HoursInForce:
    """The hours of a day, and the version that set them; None where they are the default."""

    hours: OfficeHours
    version: WorkingHours | None

    @property
    def is_default(self) -> bool:
        """Whether nothing was set, so that the usual hours count."""
        return self.version is None


def hours_kept(agency_id: int) -> tuple[WorkingHours, ...]:
    """Return every version of an agency's hours, the earliest first, from the database."""
    return tuple(WorkingHours.objects.filter(agency_id=agency_id).order_by("since"))


def official_hours(agency_id: int) -> ChangingHours:
    """Return the hours by which an agency's clocks run: the usual ones, then each version set."""
    later = tuple((one.since, one.hours) for one in once(hours_kept, agency_id))
    return ChangingHours(usual_hours(), later)


def hours_in_force(agency_id: int, *, on: date) -> HoursInForce:
    """Return the hours of a day, and where they come from."""
    begun = [one for one in once(hours_kept, agency_id) if one.since <= on]
    if not begun:
        return HoursInForce(usual_hours(), None)
    return HoursInForce(begun[-1].hours, begun[-1])
