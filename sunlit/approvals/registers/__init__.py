"""The registers of licence cases and penalty cases, and of their letters, at the desk."""

from sunlit.approvals.registers import discretion, issued, letters, licences, penalties

__all__ = ["discretion", "issued", "letters", "licences", "penalties"]
