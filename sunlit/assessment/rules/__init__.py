"""The rules of the assessment: what a report may say, and how scores are put together."""

from sunlit.assessment.rules.claims import (
    BadScheme,
    ClaimScheme,
    ClaimSection,
    Finding,
    Judgement,
    Relation,
    State,
    StatedClaim,
    judge,
    read_scheme,
)
from sunlit.assessment.rules.printing import (
    PrintedParagraph,
    PrintedPart,
    PrintedSection,
    Report,
    Unproven,
    chinese_number,
    report,
)
from sunlit.assessment.rules.scores import composite, differs, post_target_points

__all__ = [
    "BadScheme",
    "ClaimScheme",
    "ClaimSection",
    "Finding",
    "Judgement",
    "PrintedParagraph",
    "PrintedPart",
    "PrintedSection",
    "Relation",
    "Report",
    "State",
    "StatedClaim",
    "Unproven",
    "chinese_number",
    "composite",
    "differs",
    "judge",
    "post_target_points",
    "read_scheme",
    "report",
]
