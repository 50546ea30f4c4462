"""The registers of disclosure at the desk."""

from sunlit.disclosure.registers import items, standing

__all__ = ["items", "standing"]
