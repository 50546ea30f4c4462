"""What every page knows: the agency, the day, the reader's wishes, the ways around."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.design.faces import CHINESE, html_language
from sunlit.design.pieces import Entry
from sunlit.design.preferences import elder_of
from sunlit.organization.models import Agency, Official
from sunlit.organization.selectors import portal_agency

NAVIGATION = (
    (pgettext_lazy("navigation", "Home"), "/"),
    (pgettext_lazy("navigation", "Disclosure"), "/disclosure/"),
    (pgettext_lazy("navigation", "Powers"), "/powers/"),
    (pgettext_lazy("navigation", "Rules in force"), "/norms/"),
    (pgettext_lazy("navigation", "Dossiers"), "/dossiers/"),
    (pgettext_lazy("navigation", "Complaints"), "/complaints/"),
    (pgettext_lazy("navigation", "Supervision"), "/supervision/"),
    (pgettext_lazy("navigation", "Assessment"), "/assessment/"),
    (pgettext_lazy("navigation", "Apply"), "/apply/"),
)
DESK = "/desk/"
SITE_MAP = "/site-map/"
FIND_AN_ERROR = "/find-an-error/"

_LANGUAGES = {
    "zh-Hans": {"code": "en", "lang": "en", "name": "English"},
    "en": {"code": "zh-hans", "lang": "zh-Hans", "name": "中文"},
}
_CODES = (
    ("site_code", _("Site code")),
    ("icp_number", _("ICP filing number")),
    ("police_number", _("Public security filing number")),
)


def site(request: HttpRequest) -> dict[str, Any]:
    """Return the variables of every page. The agency is read only when a page shows it."""
    agency = SimpleLazyObject(lambda: _whose_page(request))
    language = html_language()
    return {
        "agency": agency,
        "platform_codes": SimpleLazyObject(lambda: _platform_codes(agency)),
        "site_meta": SimpleLazyObject(lambda: _site_meta(agency, request.get_host())),
        "canonical": request.build_absolute_uri(request.path),
        "title_dash": "-" if language == CHINESE else " · ",
        "as_of": settings.SUNLIT_TODAY,
        "elder": elder_of(request),
        "page_language": language,
        "other_language": _LANGUAGES[language],
        "navigation": _navigation(request.path),
        "site_map_path": SITE_MAP,
        "find_an_error_path": FIND_AN_ERROR,
    }


def _whose_page(request: HttpRequest) -> Agency | None:
    """Return the agency of the page: at the desk the official's own, elsewhere the host's."""
    user = getattr(request, "user", None)
    if request.path.startswith(DESK) and isinstance(user, Official):
        return user.agency
    return portal_agency(request.get_host())


def _navigation(path: str) -> list[Entry]:
    return [
        Entry(label, url, current=path == url or (url != "/" and path.startswith(url)))
        for label, url in NAVIGATION
    ]


def _platform_codes(agency: Agency | Any) -> list[tuple[Any, str]]:
    """Return the codes that a government site carries at its foot, and those still missing."""
    if not agency:
        return []
    return [(label, getattr(agency, name)) for name, label in _CODES]


def _site_meta(agency: Agency | Any, host: str) -> list[tuple[str, str]]:
    """Return what each page of a government site says of its site to machines."""
    if not agency:
        return []
    found = [
        ("SiteName", agency.site_name or agency.name),
        ("SiteDomain", agency.site_host or host),
        ("SiteIDCode", agency.site_code),
    ]
    return [(name, content) for name, content in found if content]
