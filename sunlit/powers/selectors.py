"""Readings of the list of powers."""

from datetime import date

from django.db.models import Count, Q, QuerySet

from sunlit.organization.models import Agency
from sunlit.powers.lifecycle import ChartStatus
from sunlit.powers.models import (
    ChartVersion,
    ConvenienceService,
    FlowChart,
    Material,
    Power,
    Procedure,
    ServiceWindow,
    WindowMilestone,
)


def powers_in_force(agency: Agency, *, on: date) -> QuerySet[Power]:
    """Return the powers that were on the list and public on a day, in the order of their codes."""
    listed = Q(cancelled_on=None) | Q(cancelled_on__gt=on)
    published = Power.objects.filter(listed, agency=agency, is_public=True, published_on__lte=on)
    return published.select_related("flow_chart__procedure", "office").order_by("code")


def powers_of_year(agency: Agency, year: int) -> QuerySet[Power]:
    """Return the powers in force and published at the end of a year."""
    return powers_in_force(agency, on=date(year, 12, 31))


def procedures_with_powers(powers: QuerySet[Power]) -> QuerySet[Procedure]:
    """Return the procedures by which these powers are used, each with how many: `powers`."""
    used = Q(charts__powers__in=powers)
    procedures = Procedure.objects.annotate(
        powers=Count("charts__powers", filter=used, distinct=True)
    )
    return procedures.filter(powers__gt=0).order_by("code")


def procedure_names(agency: Agency) -> dict[str, str]:
    """Return the names of an agency's procedures by code."""
    return dict(Procedure.objects.filter(agency=agency).values_list("code", "name"))


def powers_listed(agency: Agency, year: int) -> QuerySet[Power]:
    """Return the powers on the list at the end of a year, published or not."""
    listed = Q(cancelled_on=None) | Q(cancelled_on__gt=date(year, 12, 31))
    powers = Power.objects.filter(listed, agency=agency)
    return powers.select_related("flow_chart__procedure", "office").order_by("code")


def windows_open(agency: Agency, year: int) -> QuerySet[ServiceWindow]:
    """Return the service windows that had been opened by the end of a year."""
    windows = ServiceWindow.objects.filter(agency=agency, opened_on__lte=date(year, 12, 31))
    return windows.order_by("opened_on", "id")


def charts_published(agency: Agency, year: int) -> QuerySet[FlowChart]:
    """Return the flow charts that were published by the end of a year."""
    charts = FlowChart.objects.filter(agency=agency, published_on__lte=date(year, 12, 31))
    return charts.order_by("code")


def milestones_reached(agency: Agency, year: int) -> QuerySet[WindowMilestone]:
    """Return what the service window had reached by the end of a year."""
    return WindowMilestone.objects.filter(
        window__agency=agency, done_on__lte=date(year, 12, 31)
    ).order_by("done_on", "id")


def convenience_services(agency: Agency) -> QuerySet[ConvenienceService]:
    """Return the convenience services, offered at the window or elsewhere."""
    return ConvenienceService.objects.filter(agency=agency).order_by("code")


def services_offered(agency: Agency) -> QuerySet[ConvenienceService]:
    """Return the convenience services offered at the window."""
    return ConvenienceService.objects.filter(agency=agency, in_window=True).order_by("code")


def materials_of(power: Power) -> QuerySet[Material]:
    """Return what an application for a power needs, in the order of its list."""
    return Material.objects.filter(power=power).order_by("position")


def versions_open(agency: Agency) -> QuerySet[ChartVersion]:
    """Return the versions of flow charts that are neither in force nor taken back."""
    waiting = (ChartStatus.UPLOADED, ChartStatus.AT_GATE)
    versions = ChartVersion.objects.filter(agency=agency, status__in=waiting)
    return versions.select_related("procedure", "item").order_by("uploaded_on", "id")
