"""The records of approvals: licence cases, penalty cases, and what makes decisions public."""

from sunlit.approvals.models.licences import LicenceCase, Result
from sunlit.approvals.models.parties import PartyKind
from sunlit.approvals.models.penalties import PenaltyCase, PenaltyProcedure
from sunlit.approvals.models.publicity import (
    IdentityDocument,
    LicenceCategory,
    PenaltyCategory,
    PublicityRecord,
)

__all__ = [
    "IdentityDocument",
    "LicenceCase",
    "LicenceCategory",
    "PartyKind",
    "PenaltyCase",
    "PenaltyCategory",
    "PenaltyProcedure",
    "PublicityRecord",
    "Result",
]
