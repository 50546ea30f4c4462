"""The registers of licence cases and penalty cases at the desk."""

from sunlit.approvals.registers import issued, licences, penalties, queue

__all__ = ["issued", "licences", "penalties", "queue"]
