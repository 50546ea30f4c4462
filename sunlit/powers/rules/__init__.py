"""Pure functions of the list of powers: reading procedures and legal bases from text."""

from sunlit.powers.rules.bases import Cited, bases_in, unread_in
from sunlit.powers.rules.procedures import WrittenProcedure, WrittenStep, may_decide, procedures_in

__all__ = [
    "Cited",
    "WrittenProcedure",
    "WrittenStep",
    "bases_in",
    "may_decide",
    "procedures_in",
    "unread_in",
]
