"""The acts on the organization."""

from sunlit.organization.services.people import (
    appoint_official,
    found_agency,
    give_roles,
    records_post,
)

__all__ = ["appoint_official", "found_agency", "give_roles", "records_post"]
