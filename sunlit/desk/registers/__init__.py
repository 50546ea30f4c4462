"""The registers of the organization, which lies below the room that says what a register is.

So they are kept here, at the desk; their acts and policies are the organization's own.
"""

from sunlit.desk.registers import (
    answering,
    calendars,
    hours,
    limits,
    offices,
    people,
    provincial,
    warning_limits,
)

__all__ = [
    "answering",
    "calendars",
    "hours",
    "limits",
    "offices",
    "people",
    "provincial",
    "warning_limits",
]
