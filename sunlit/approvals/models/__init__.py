"""The records of approvals: licence cases and penalty cases."""

from sunlit.approvals.models.licences import LicenceCase, Result
from sunlit.approvals.models.parties import PartyKind
from sunlit.approvals.models.penalties import PenaltyCase, PenaltyProcedure

__all__ = ["LicenceCase", "PartyKind", "PenaltyCase", "PenaltyProcedure", "Result"]
