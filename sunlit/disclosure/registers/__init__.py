"""The registers of disclosure at the desk."""

from sunlit.disclosure.registers import chains, items, standing

__all__ = ["chains", "items", "standing"]
