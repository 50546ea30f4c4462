"""What happens to the organization."""

from sunlit.organization.events.people import (
    AgencyDescribed,
    DutyAssigned,
    GroupMet,
    InformationOfficerAppointed,
    LeadingGroupAdjusted,
    OfficeDescribed,
    OfficialAppointed,
    PutInPlace,
    SeatGiven,
    YearTakenIn,
)

__all__ = [
    "AgencyDescribed",
    "DutyAssigned",
    "GroupMet",
    "InformationOfficerAppointed",
    "LeadingGroupAdjusted",
    "OfficeDescribed",
    "OfficialAppointed",
    "PutInPlace",
    "SeatGiven",
    "YearTakenIn",
]
