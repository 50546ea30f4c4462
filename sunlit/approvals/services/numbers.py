"""Numbers of new cases, given out one at a time."""

from datetime import date

from django.db.models import QuerySet
from django.db.models.functions import Length

from sunlit.approvals import rules
from sunlit.approvals.models import (
    CoercionCase,
    JointApplication,
    Licence,
    LicenceCase,
    PenaltyCase,
)
from sunlit.organization.models import Agency


def next_number(
    cases: QuerySet[LicenceCase]
    | QuerySet[PenaltyCase]
    | QuerySet[Licence]
    | QuerySet[JointApplication]
    | QuerySet[CoercionCase],
    prefix: str,
    agency: Agency,
    *,
    on: date,
) -> str:
    """Return the number that follows those of the agency's cases, inside the act that opens one.

    The agency's row is locked, so that no two acts get the same number.
    """
    Agency.objects.select_for_update(of=("self",)).get(pk=agency.pk)
    year = cases.filter(agency=agency, year=on.year, number__startswith=f"{prefix}{on.year}-")
    latest = year.order_by(Length("number").desc(), "-number").values_list("number", flat=True)
    if (found := latest.first()) and rules.has_serial(prefix, on.year, found):
        return rules.next_number(prefix, on.year, [found])
    return rules.next_number(prefix, on.year, latest)
