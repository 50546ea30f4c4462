"""The records of approvals: licence cases and penalty cases."""

from sunlit.approvals.models.declined import NonAcceptance
from sunlit.approvals.models.excluded import ExcludedTime, ExclusionKind
from sunlit.approvals.models.hearings import InterestedParty, LicenceHearing, SiteCheck
from sunlit.approvals.models.licences import LicenceCase, Result
from sunlit.approvals.models.parties import PartyKind
from sunlit.approvals.models.penalties import PenaltyCase, PenaltyProcedure

__all__ = [
    "ExcludedTime",
    "ExclusionKind",
    "InterestedParty",
    "LicenceCase",
    "LicenceHearing",
    "NonAcceptance",
    "PartyKind",
    "PenaltyCase",
    "PenaltyProcedure",
    "Result",
    "SiteCheck",
]
