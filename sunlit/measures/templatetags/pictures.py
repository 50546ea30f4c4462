"""Pictures as template tags."""

from typing import Any

from django import template

from sunlit.design.templatetags.design import chart as chart_part
from sunlit.measures import groups
from sunlit.measures.charting import address, chart
from sunlit.organization.models import Agency, LoadedYear

register = template.Library()


def newest_year(agency: Agency) -> int | None:
    """Return the newest year that the agency has records of."""
    years = LoadedYear.objects.filter(agency=agency).order_by("-year")
    return years.values_list("year", flat=True).first()


@register.inclusion_tag("design/parts/chart.html")
def picture(code: str, agency: Agency | None, year: int | None = None) -> dict[str, Any]:
    """Draw a picture, each bar leading to its records; nothing where there is no record.

    It shows the year given, else the newest that the agency has records of.
    """
    shown = year or (newest_year(agency) if agency else None)
    if not agency or shown is None:
        return {"chart": None}
    grouping = groups.picture(code, agency, shown)
    if not grouping.value:
        return {"chart": None}
    return chart_part(chart(grouping, leads_to=address))
