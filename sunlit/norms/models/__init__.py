"""The records of normative documents."""

from sunlit.norms.models.cleanup import CleanUp, CleanUpDecision, Decision, Principle
from sunlit.norms.models.documents import NormativeDocument
from sunlit.norms.models.drafts import DraftNorm, DraftStep, Gate, Outcome, SkipGround

__all__ = [
    "CleanUp",
    "CleanUpDecision",
    "Decision",
    "DraftNorm",
    "DraftStep",
    "Gate",
    "NormativeDocument",
    "Outcome",
    "Principle",
    "SkipGround",
]
