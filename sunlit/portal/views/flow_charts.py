"""One version of a procedure's flow chart, and the files of charts."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from sunlit.design.handing import file_answer
from sunlit.flows.drawing import drawn
from sunlit.flows.reading import read
from sunlit.organization.selectors import office_day
from sunlit.portal import meta
from sunlit.portal.flow_charts import LAW, chart_of, shown_version, version_named
from sunlit.portal.views.powers import NAME, PARTS
from sunlit.portal.views.reading import agency_or_404, ways_around
from sunlit.powers.models import ChartVersion, Procedure


@require_safe
def version(request: HttpRequest, code: str, name: str) -> HttpResponse:
    """Show one version of a procedure's chart, in force, to come or before."""
    one = get_object_or_404(Procedure, agency=agency_or_404(request), code=code)
    found = version_named(one, name, office_day())
    if found is None:
        raise Http404
    own = found if isinstance(found, ChartVersion) else None
    title = _("Version %(number)d") % {"number": own.number} if own else LAW
    flow = shown_version(one, name, found)
    used = chart_of(one, office_day())
    context = {
        "parts": ways_around(PARTS, "/powers/procedures/"),
        "name": NAME,
        "procedure": one,
        "version": own,
        "title": title,
        "flow": flow,
        "in_force": used is not None and used.content == found.content,
        "to_come": own is not None and own.in_force_from and own.in_force_from > office_day(),
        "items": [own.item] if own else [],
        "meta": meta.of_column(one.name, one.intro),
    }
    return render(request, "portal/chart_version.html", context)


@require_safe
def flow_chart(request: HttpRequest, code: str, form: str) -> HttpResponse:
    """Hand out the chart of a procedure as a picture, or as the file that is run."""
    one = get_object_or_404(Procedure, agency=agency_or_404(request), code=code)
    chart = chart_of(one, office_day())
    if chart is None:
        raise Http404
    return _file(code, form, chart.content)


@require_safe
def version_file(request: HttpRequest, code: str, name: str, form: str) -> HttpResponse:
    """Hand out one version of a chart as a picture, or as the file that is run."""
    one = get_object_or_404(Procedure, agency=agency_or_404(request), code=code)
    found = version_named(one, name, office_day())
    if found is None:
        raise Http404
    return _file(f"{code}-{name}", form, found.content)


def _file(name: str, form: str, content: bytes) -> HttpResponse:
    if form == "svg":
        return file_answer(f"{name}.svg", "image/svg+xml", drawn(read(content).chart).encode())
    return file_answer(f"{name}.bpmn", "application/xml", content)
