"""The records of normative documents."""

from sunlit.norms.models.cleanup import CleanUp, CleanUpDecision, CleanUpKind, Decision, Principle
from sunlit.norms.models.documents import NormativeDocument
from sunlit.norms.models.drafts import DraftNorm, DraftStep, Gate, Outcome, SkipGround
from sunlit.norms.models.texts import (
    EvaluationOutcome,
    NormEvaluation,
    NormRelation,
    NormText,
    RelationKind,
)

__all__ = [
    "CleanUp",
    "CleanUpDecision",
    "CleanUpKind",
    "Decision",
    "DraftNorm",
    "DraftStep",
    "EvaluationOutcome",
    "Gate",
    "NormEvaluation",
    "NormRelation",
    "NormText",
    "NormativeDocument",
    "Outcome",
    "Principle",
    "RelationKind",
    "SkipGround",
]
