"""The registers of licence cases and penalty cases at the desk."""

from sunlit.approvals.registers import licences, penalties, publicity

__all__ = ["licences", "penalties", "publicity"]
