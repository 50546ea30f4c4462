"""The records of normative documents."""

from sunlit.norms.models.cleanup import CleanUp, CleanUpDecision, Decision, Principle
from sunlit.norms.models.documents import NormativeDocument

__all__ = ["CleanUp", "CleanUpDecision", "Decision", "NormativeDocument", "Principle"]
