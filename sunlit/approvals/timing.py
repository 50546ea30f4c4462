"""What the clock brings about in licence cases: silence has consequences by law."""

from datetime import date

from sunlit.approvals import selectors
from sunlit.approvals.models import Licence, LicenceCase
from sunlit.approvals.selectors import issued
from sunlit.approvals.services import licences as services
from sunlit.approvals.services.issued import renew_by_silence
from sunlit.organization.models import Agency


def carry_out(agency: Agency, *, on: date) -> list[LicenceCase | Licence]:
    """Enter what counts as accepted, and what counts as renewed; return them."""
    done: list[LicenceCase | Licence] = [
        services.count_as_accepted(record_id=case.pk, agency=agency, today=on)
        for case in selectors.counting_as_accepted(agency, on=on)
    ]
    done += [
        renew_by_silence(renewal_id=renewal.pk, agency=agency, today=on)
        for renewal in issued.renewed_by_silence(agency, on=on)
    ]
    return done
