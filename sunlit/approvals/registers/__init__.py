"""The registers of licence cases, joint applications, penalty cases and letters at the desk."""

from sunlit.approvals.registers import (
    discretion,
    issued,
    joint,
    letters,
    licences,
    penalties,
)

__all__ = ["discretion", "issued", "joint", "letters", "licences", "penalties"]
