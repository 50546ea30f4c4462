"""The registers of licence cases and penalty cases at the desk."""

from sunlit.approvals.registers import discretion, issued, licences, penalties

__all__ = ["discretion", "issued", "licences", "penalties"]
