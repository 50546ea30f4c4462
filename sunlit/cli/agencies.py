"""Which agency a command is for."""

from django.utils.translation import gettext as _

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
