"""The law relied on, as dated data: instruments, articles, limits."""

from sunlit.statutes.deadlines import CHANNELS, Deadline, deadline
from sunlit.statutes.law import (
    Rule,
    citation_from_key,
    instrument,
    limit,
    provision,
    provision_names,
    rule,
    rule_names,
)
from sunlit.statutes.reading import Instrument

__all__ = [
    "CHANNELS",
    "Deadline",
    "Instrument",
    "Rule",
    "citation_from_key",
    "deadline",
    "instrument",
    "limit",
    "provision",
    "provision_names",
    "rule",
    "rule_names",
]
