"""Pure functions of the list of powers: reading procedures and legal bases from text."""

from sunlit.powers.rules.bases import Cited, bases_in, unread_in
from sunlit.powers.rules.procedures import WrittenProcedure, WrittenStep, procedures_in

__all__ = [
    "Cited",
    "WrittenProcedure",
    "WrittenStep",
    "bases_in",
    "procedures_in",
    "unread_in",
]
