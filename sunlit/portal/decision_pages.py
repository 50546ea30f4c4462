"""Where the decisions that the public may see have their pages."""

from django.urls import reverse

from sunlit.approvals.models import PublicityRecord
from sunlit.approvals.publicity.sheets import Decisions


def decision_url(record: PublicityRecord) -> str:
    """Return the address of a decision's own page."""
    kind = Decisions.LICENCES if record.licence else Decisions.PENALTIES
    return reverse(f"portal:decision-{kind}", args=[record.case.year, record.number])
