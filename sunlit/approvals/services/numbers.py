"""Numbers of new cases, given out one at a time."""

from datetime import date

from django.db.models import QuerySet

from sunlit.approvals import rules
from sunlit.approvals.models import CoercionCase, LicenceCase, PenaltyCase
from sunlit.organization.models import Agency


def next_number(
    cases: QuerySet[LicenceCase] | QuerySet[PenaltyCase] | QuerySet[CoercionCase],
    prefix: str,
    agency: Agency,
    *,
    on: date,
) -> str:
    """Return the number that follows those of the agency's cases, inside the act that opens one.

    The agency's row is locked, so that no two acts get the same number.
    """
    Agency.objects.select_for_update(of=("self",)).get(pk=agency.pk)
    year = cases.filter(agency=agency, year=on.year)
    known = year.order_by("number").values_list("number", flat=True)
    return rules.next_number(prefix, on.year, known)
