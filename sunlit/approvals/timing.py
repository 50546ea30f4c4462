"""What the clock brings about in licence cases: silence has consequences by law."""

from datetime import date

from sunlit.approvals import selectors
from sunlit.approvals.models import LicenceCase
from sunlit.approvals.services import licences as services
from sunlit.organization.models import Agency


def carry_out(agency: Agency, *, on: date) -> list[LicenceCase]:
    """Enter which applications count as accepted; return their cases."""
    return [
        services.count_as_accepted(record_id=case.pk, agency=agency, today=on)
        for case in selectors.counting_as_accepted(agency, on=on)
    ]
