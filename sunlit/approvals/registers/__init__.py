"""The registers of licence cases and penalty cases at the desk."""

from sunlit.approvals.registers import discretion, licences, penalties

__all__ = ["discretion", "licences", "penalties"]
