"""The records of approvals: licence cases and penalty cases, and their letters."""

from sunlit.approvals.models.letters import Letter, LetterTemplate, ReviewBodies
from sunlit.approvals.models.licences import LicenceCase, Result
from sunlit.approvals.models.parties import PartyKind
from sunlit.approvals.models.penalties import PenaltyCase, PenaltyProcedure

__all__ = [
    "Letter",
    "LetterTemplate",
    "LicenceCase",
    "PartyKind",
    "PenaltyCase",
    "PenaltyProcedure",
    "Result",
    "ReviewBodies",
]
