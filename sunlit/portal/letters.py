"""The letters of a case as links for whom they are addressed to; each link holds for one hour."""

from dataclasses import dataclass

from django.core import signing
from django.urls import reverse

from sunlit.approvals.letters.selectors import CASES, letters_for_applicant
from sunlit.approvals.letters.values import Case
from sunlit.approvals.models import Letter, PenaltyCase
from sunlit.organization.models import Agency

SALT = "sunlit.portal.letters"
HOLDS = 60 * 60
"""How long a link holds, in seconds."""


@dataclass(frozen=True)
class LetterLinks:
    """A letter, and where its party gets it as a file."""

    letter: Letter
    docx: str
    pdf: str


def links_for_applicant(case: Case) -> list[LetterLinks]:
    """Return the letters of a case with their links, for a page that has asked for its code."""
    return [_links(letter) for letter in letters_for_applicant(case)]


def links_for_party(case: PenaltyCase) -> list[LetterLinks]:
    """Return the letters of a penalty case that were served on its party, with their links."""
    served = letters_for_applicant(case).exclude(delivered_on=None)
    return [_links(letter) for letter in served]


def letter_of(token: str, agency: Agency) -> Letter | None:
    """Return the letter that a link leads to; None for a forged, old, or foreign link."""
    try:
        pk = signing.loads(token, salt=SALT, max_age=HOLDS)
    except signing.BadSignature:
        return None
    found = Letter.objects.filter(agency=agency, pk=pk)
    return found.select_related(*CASES).first()


def _links(letter: Letter) -> LetterLinks:
    token = signing.dumps(letter.pk, salt=SALT)
    docx, pdf = (reverse("portal:letter", args=[token, ending]) for ending in ("docx", "pdf"))
    return LetterLinks(letter, docx, pdf)
