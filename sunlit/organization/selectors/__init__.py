"""Readings of the organization."""

from sunlit.organization.selectors.agency import (
    leading_group,
    office_day,
    office_time,
    open_offices,
    portal_agency,
    records_name,
    stands_for_the_web,
    takes_records_in,
    web_name,
)
from sunlit.organization.selectors.calendars import official_calendar
from sunlit.organization.selectors.chains import (
    Chain,
    Holder,
    Link,
    answering_office,
    chain_of,
    chains,
)

__all__ = [
    "Chain",
    "Holder",
    "Link",
    "answering_office",
    "chain_of",
    "chains",
    "leading_group",
    "office_day",
    "office_time",
    "official_calendar",
    "open_offices",
    "portal_agency",
    "records_name",
    "stands_for_the_web",
    "takes_records_in",
    "web_name",
]
