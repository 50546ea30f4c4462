"""The registers of licence cases and penalty cases at the desk."""

from sunlit.approvals.registers import coercion, discretion, licences, penalties

__all__ = ["coercion", "discretion", "licences", "penalties"]
