"""The registers of disclosure at the desk."""

from sunlit.disclosure.registers import items, lexicon, masking, review_chains, sources, standing

__all__ = ["items", "lexicon", "masking", "review_chains", "sources", "standing"]
