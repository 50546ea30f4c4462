"""Readings of the organization."""

from sunlit.organization.selectors.agency import leading_group, office_day, portal_agency
from sunlit.organization.selectors.calendars import official_calendar

__all__ = ["leading_group", "office_day", "official_calendar", "portal_agency"]
