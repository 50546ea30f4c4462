"""The rules of the assessment: what a report may say, and how scores are put together."""

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
    "PrintedParagraph",
    "PrintedPart",
    "PrintedSection",
    "Report",
    "Unproven",
    "chinese_number",
    "composite",
    "differs",
    "post_target_points",
    "report",
]
