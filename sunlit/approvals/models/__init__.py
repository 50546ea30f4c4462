"""The records of approvals: licence cases and penalty cases."""

from sunlit.approvals.models.declined import NonAcceptance
from sunlit.approvals.models.excluded import ExcludedTime, ExclusionKind
from sunlit.approvals.models.hearings import InterestedParty, LicenceHearing, SiteCheck
from sunlit.approvals.models.issued import (
    DeregistrationGround,
    Licence,
    LicenceStatus,
    ReapplyBan,
    Renewal,
    RevocationGround,
)
from sunlit.approvals.models.licences import LicenceCase, Result
from sunlit.approvals.models.parties import PartyKind
from sunlit.approvals.models.penalties import PenaltyCase, PenaltyProcedure
from sunlit.approvals.models.tickets import Ticket, TicketPurpose, TicketStatus

__all__ = [
    "DeregistrationGround",
    "ExcludedTime",
    "ExclusionKind",
    "InterestedParty",
    "Licence",
    "LicenceCase",
    "LicenceHearing",
    "LicenceStatus",
    "NonAcceptance",
    "PartyKind",
    "PenaltyCase",
    "PenaltyProcedure",
    "ReapplyBan",
    "Renewal",
    "Result",
    "RevocationGround",
    "SiteCheck",
    "Ticket",
    "TicketPurpose",
    "TicketStatus",
]
