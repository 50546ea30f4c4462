"""The records of approvals: licence, penalty and coercion cases."""

from sunlit.approvals.models.applications import (
    Application,
    ApplicationDraft,
    CaseMaterial,
    DraftFile,
    Fit,
    JointApplication,
    MaterialFile,
)
from sunlit.approvals.models.coercion import MEASURES, CoercionCase, CoercionKind
from sunlit.approvals.models.declined import NonAcceptance
from sunlit.approvals.models.discretion import DiscretionBenchmark
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
from sunlit.approvals.models.letters import Letter, LetterTemplate, ReviewBodies
from sunlit.approvals.models.licences import Channel, LicenceCase, Result
from sunlit.approvals.models.parties import PartyKind
from sunlit.approvals.models.penalties import (
    PenaltyCase,
    PenaltyProcedure,
    ReviewGround,
    ServiceKind,
)
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
from sunlit.approvals.models.publicity import (
    Handover,
    IdentityDocument,
    LicenceCategory,
    PenaltyCategory,
    PublicityRecord,
    SheetForm,
)
from sunlit.approvals.models.tickets import Ticket, TicketPurpose, TicketStatus

__all__ = [
    "MEASURES",
    "Application",
    "ApplicationDraft",
    "CaseEnding",
    "CaseMaterial",
    "CaseOfficer",
    "Channel",
    "CoercionCase",
    "CoercionKind",
    "CollectiveDiscussion",
    "Defence",
    "DeregistrationGround",
    "DiscretionBenchmark",
    "DraftFile",
    "EndingKind",
    "Evidence",
    "EvidenceKind",
    "EvidencePreservation",
    "ExcludedTime",
    "ExclusionKind",
    "FinePayment",
    "Fit",
    "Handover",
    "IdentityDocument",
    "InterestedParty",
    "InvestigationReport",
    "JointApplication",
    "LegalReview",
    "Letter",
    "LetterTemplate",
    "Licence",
    "LicenceCase",
    "LicenceCategory",
    "LicenceHearing",
    "LicenceStatus",
    "MaterialFile",
    "NonAcceptance",
    "PartyKind",
    "PaymentRelief",
    "PenaltyCase",
    "PenaltyCategory",
    "PenaltyHearing",
    "PenaltyNotice",
    "PenaltyProcedure",
    "PenaltyPublication",
    "PreservationOutcome",
    "PublicityRecord",
    "ReapplyBan",
    "ReliefKind",
    "Renewal",
    "Result",
    "ReviewBodies",
    "ReviewGround",
    "ReviewOpinion",
    "RevocationGround",
    "ServiceKind",
    "SheetForm",
    "SiteCheck",
    "Ticket",
    "TicketPurpose",
    "TicketStatus",
]
