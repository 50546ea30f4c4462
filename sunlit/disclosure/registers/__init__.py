"""The registers of disclosure at the desk."""

from sunlit.disclosure.registers import items, review_chains, sources, standing

__all__ = ["items", "review_chains", "sources", "standing"]
