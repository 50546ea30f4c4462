"""The records of approvals: applications, licence cases and penalty cases."""

from sunlit.approvals.models.applications import (
    Application,
    ApplicationDraft,
    CaseMaterial,
    DraftFile,
    Fit,
    JointApplication,
    MaterialFile,
)
from sunlit.approvals.models.licences import Channel, LicenceCase, Result
from sunlit.approvals.models.parties import PartyKind
from sunlit.approvals.models.penalties import PenaltyCase, PenaltyProcedure

__all__ = [
    "Application",
    "ApplicationDraft",
    "CaseMaterial",
    "Channel",
    "DraftFile",
    "Fit",
    "JointApplication",
    "LicenceCase",
    "MaterialFile",
    "PartyKind",
    "PenaltyCase",
    "PenaltyProcedure",
    "Result",
]
