"""The law relied on, as dated data: instruments, articles, limits."""

from sunlit.statutes.answers import BEIJING, as_json, notes, version_as_json
from sunlit.statutes.channels import CHANNELS
from sunlit.statutes.deadlines import (
    Deadline,
    HourDeadline,
    answer,
    answer_under,
    deadline,
    hour_deadline,
    under,
)
from sunlit.statutes.law import (
    Rule,
    citation_from_key,
    instrument,
    limit,
    party_of,
    provision,
    provision_names,
    rule,
    rule_names,
    rules_by_subject,
    subject_of,
    versions,
)
from sunlit.statutes.reading import Instrument

__all__ = [
    "BEIJING",
    "CHANNELS",
    "Deadline",
    "HourDeadline",
    "Instrument",
    "Rule",
    "answer",
    "answer_under",
    "as_json",
    "citation_from_key",
    "deadline",
    "hour_deadline",
    "instrument",
    "limit",
    "notes",
    "party_of",
    "provision",
    "provision_names",
    "rule",
    "rule_names",
    "rules_by_subject",
    "subject_of",
    "under",
    "version_as_json",
    "versions",
]
