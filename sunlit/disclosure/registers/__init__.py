"""The registers of disclosure at the desk."""

from sunlit.disclosure.registers import items, masking, review_chains, sources, standing

__all__ = ["items", "masking", "review_chains", "sources", "standing"]
