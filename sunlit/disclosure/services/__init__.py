"""The acts on items: the only code that writes one at the desk."""

from sunlit.disclosure.services.answering import keep_findings, mask_findings
from sunlit.disclosure.services.drafting import draft, revise
from sunlit.disclosure.services.gate import FITS, approve, secrecy_review, section_review, send_back
from sunlit.disclosure.services.publishing import publish, withdraw

__all__ = [
    "FITS",
    "approve",
    "draft",
    "keep_findings",
    "mask_findings",
    "publish",
    "revise",
    "secrecy_review",
    "section_review",
    "send_back",
    "withdraw",
]
