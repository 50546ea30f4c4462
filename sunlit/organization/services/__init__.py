"""The acts on the organization, by subject; those that begin an installation are named here."""

from sunlit.organization.services.founding import found_agency, records_post, web_post
from sunlit.organization.services.people import appoint_official, give_roles

__all__ = ["appoint_official", "found_agency", "give_roles", "records_post", "web_post"]
