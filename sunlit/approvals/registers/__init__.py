"""The registers of licence cases, joint applications and penalty cases at the desk."""

from sunlit.approvals.registers import joint, licences, penalties

__all__ = ["joint", "licences", "penalties"]
