"""Which agency a command is for, and whether there are records of the year."""

from django.utils.translation import gettext as _

from sunlit.assessment.selectors import has_records
from sunlit.kernel.refusals import Missing
from sunlit.organization.models import Agency
from sunlit.organization.selectors import portal_agency


def agency_of_code(code: str) -> Agency:
    """Return the agency of this code, or without a code the one whose site this is; or refuse."""
    agency = Agency.objects.filter(code=code).first() if code else portal_agency()
    if agency is None and code:
        raise Missing(
            _("There is no agency with the code %(code)s.") % {"code": code},
            remedy=_("Choose one that is there, or leave --agency out."),
        )
    if agency is None:
        raise Missing(_("There is no agency yet; load a year of records first."))
    return agency


def agency_with_records(code: str, year: int) -> Agency:
    """Return the agency as `agency_of_code` does; refuse a year of which it has no records."""
    agency = agency_of_code(code)
    if not has_records(agency, year):
        raise Missing(
            _("No records of %(agency)s for the year %(year)d have been taken in.")
            % {"agency": agency.name or agency.code, "year": year},
            remedy=_("Load them first: sunlit load FOLDER."),
        )
    return agency
