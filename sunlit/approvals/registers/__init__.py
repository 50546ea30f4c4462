"""The registers of cases, applications, licences, letters and the window at the desk."""

from sunlit.approvals.registers import (
    coercion,
    discretion,
    issued,
    joint,
    letters,
    licences,
    penalties,
    publicity,
    queue,
)

__all__ = [
    "coercion",
    "discretion",
    "issued",
    "joint",
    "letters",
    "licences",
    "penalties",
    "publicity",
    "queue",
]
