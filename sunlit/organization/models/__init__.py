"""The records of the organization: the agency and its parts, its people, who answers for what."""

from sunlit.organization.models.agency import (
    Agency,
    Leader,
    LoadedYear,
    Office,
    OfficeKind,
    Subdistrict,
    Zone,
)
from sunlit.organization.models.answering import (
    DutyLevel,
    GroupMeeting,
    InformationOfficer,
    InPlace,
    InPlaceKind,
    LeadingGroup,
    PostDuty,
    Seat,
    SeatRole,
)
from sunlit.organization.models.hours import WorkingHours
from sunlit.organization.models.limits import PromisedLimit, WarningLimit
from sunlit.organization.models.notices import HolidayNotice
from sunlit.organization.models.people import FailedLogin, Official, OfficialRole, Role
from sunlit.organization.models.provincial import Confidence, ProvincialNumber

__all__ = [
    "Agency",
    "Confidence",
    "DutyLevel",
    "FailedLogin",
    "GroupMeeting",
    "HolidayNotice",
    "InPlace",
    "InPlaceKind",
    "InformationOfficer",
    "Leader",
    "LeadingGroup",
    "LoadedYear",
    "Office",
    "OfficeKind",
    "Official",
    "OfficialRole",
    "PostDuty",
    "PromisedLimit",
    "ProvincialNumber",
    "Role",
    "Seat",
    "SeatRole",
    "Subdistrict",
    "WarningLimit",
    "WorkingHours",
    "Zone",
]
