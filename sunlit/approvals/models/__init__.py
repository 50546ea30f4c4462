"""The records of approvals: licence cases and penalty cases."""

from sunlit.approvals.models.coercion import MEASURES, CoercionCase, CoercionKind
from sunlit.approvals.models.discretion import DiscretionBenchmark
from sunlit.approvals.models.licences import LicenceCase, Result
from sunlit.approvals.models.parties import PartyKind
from sunlit.approvals.models.penalties import PenaltyCase, PenaltyProcedure, ServiceKind
from sunlit.approvals.models.performance import (
    CaseEnding,
    EndingKind,
    FinePayment,
    PaymentRelief,
    PenaltyPublication,
    ReliefKind,
)
from sunlit.approvals.models.proceedings import (
    CaseOfficer,
    CollectiveDiscussion,
    Defence,
    Evidence,
    EvidenceKind,
    EvidencePreservation,
    InvestigationReport,
    LegalReview,
    PenaltyHearing,
    PenaltyNotice,
    PreservationOutcome,
    ReviewOpinion,
)

__all__ = [
    "MEASURES",
    "CaseEnding",
    "CaseOfficer",
    "CoercionCase",
    "CoercionKind",
    "CollectiveDiscussion",
    "Defence",
    "DiscretionBenchmark",
    "EndingKind",
    "Evidence",
    "EvidenceKind",
    "EvidencePreservation",
    "FinePayment",
    "InvestigationReport",
    "LegalReview",
    "LicenceCase",
    "PartyKind",
    "PaymentRelief",
    "PenaltyCase",
    "PenaltyHearing",
    "PenaltyNotice",
    "PenaltyProcedure",
    "PenaltyPublication",
    "PreservationOutcome",
    "ReliefKind",
    "Result",
    "ReviewOpinion",
    "ServiceKind",
]
