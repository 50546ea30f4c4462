"""The registers of normative documents at the desk."""

from sunlit.norms.registers import cleanups, documents, drafts

__all__ = ["cleanups", "documents", "drafts"]
