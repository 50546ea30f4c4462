"""Readings of the organization: whose site this is, which day it is, who leads."""

from datetime import date, time

from django.conf import settings
from django.db.models import QuerySet
from django.http.request import split_domain_port
from django.utils import timezone

from sunlit.organization.models import Agency, LeadingGroup, Office, Official

RECORDS_POST = "records"
WEB_POST = "web"


def office_day() -> date:
    """Return the day that it is for the office: today, or the day that a demo runs as of."""
    fixed: date | None = settings.SUNLIT_TODAY
    return fixed or timezone.localdate()


def office_time() -> time:
    """Return the time of day that it is for the office."""
    return timezone.localtime().time()


def portal_agency(host: str = "") -> Agency | None:
    """Return the agency whose public site is asked for; None while there is none yet.

    The host that the reader asked decides; one that belongs to no agency shows the one that the
    setting names, else the first.
    """
    name = split_domain_port(host)[0]
    if name and (found := Agency.objects.filter(site_host=name).first()):
        return found
    if settings.SUNLIT_AGENCY:
        return Agency.objects.filter(code=settings.SUNLIT_AGENCY).first()
    return Agency.objects.order_by("id").first()


def leading_group(agency: Agency, *, on: date) -> LeadingGroup | None:
    """Return the leading group as it stood on a day."""
    groups = LeadingGroup.objects.filter(agency=agency, adjusted_on__lte=on)
    return groups.order_by("adjusted_on").last()


def open_offices(agency: Agency) -> QuerySet[Office]:
    """Return the offices that can be given something to do: those that are not closed."""
    return Office.objects.filter(agency=agency, closed_on=None).order_by("code")


def records_name(agency: Agency) -> str:
    """Return the log-in name in which an agency's years of records are taken in."""
    return f"{RECORDS_POST}.{agency.code}"


def takes_records_in(official: Official) -> bool:
    """Say whether this is the post in whose name years of records are taken in."""
    return official.username == records_name(official.agency)


def web_name(agency: Agency) -> str:
    """Return the log-in name in which is written down what strangers do on the web."""
    return f"{WEB_POST}.{agency.code}"


def stands_for_the_web(official: Official) -> bool:
    """Say whether this is the post in whose name strangers' acts on the web are written down."""
    return official.username == web_name(official.agency)
