"""The registers of disclosure at the desk."""

from sunlit.disclosure.registers import chains, documents, items, standing

__all__ = ["chains", "documents", "items", "standing"]
