"""The figures that the list of powers can give."""

from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from sunlit.measures.registry import Face, Measure, Part, face_with_page, register
from sunlit.organization.models import Agency
from sunlit.powers import selectors
from sunlit.powers.models import (
    ConvenienceService,
    FlowChart,
    Kind,
    Power,
    ServiceWindow,
    WindowMilestone,
)


def _face(power: Power) -> Face:
    return face_with_page(
        number=power.code,
        title=power.name,
        url=power.get_absolute_url(),
        day=power.published_on,
        facts=((_("kind"), power.get_kind_display()),),
    )


def _milestone(milestone: WindowMilestone) -> Face:
    number = f"{milestone.window.name}/{milestone.name}"
    return Face(id=number, number=number, title=milestone.evidence, day=milestone.done_on)


def _window(window: ServiceWindow) -> Face:
    facts = (
        (_("chief representative"), window.chief_post),
        (_("authorised by"), window.chief_document),
    )
    return Face(id=window.name, number=window.name, title="", day=window.opened_on, facts=facts)


def _service(service: ConvenienceService) -> Face:
    return Face(id=service.code, number=service.code, title=service.name)


def _with_published_chart(agency: Agency, year: int) -> QuerySet[Power]:
    end = date(year, 12, 31)
    return selectors.powers_of_year(agency, year).filter(flow_chart__published_on__lte=end)


def _chart(chart: FlowChart) -> Face:
    return Face(id=chart.code, number=chart.code, title=chart.name, day=chart.published_on)


def _services(agency: Agency, _year: int) -> QuerySet[ConvenienceService]:
    return selectors.services_offered(agency)


def _all_services(agency: Agency, _year: int) -> QuerySet[ConvenienceService]:
    return selectors.convenience_services(agency)


_SUB_LISTS = {"sub_list": Part("sub_list", _("sub-list"))}


for _kind, _label in {
    Kind.LICENCE: _("Licences on the power list"),
    Kind.PENALTY: _("Penalties on the power list"),
    Kind.PLANNING: _("Planning powers on the power list"),
    Kind.REWARD: _("Rewards on the power list"),
    Kind.COERCION: _("Coercive measures on the power list"),
    Kind.OTHER: _("Other powers on the power list"),
}.items():
    register(
        Measure(
            code=f"powers.{_kind.value}",
            label=_label,
            counts=_("powers of this kind, in force and published at the end of the year"),
            basis="power.list",
            population=selectors.powers_of_year,
            meets=Q(kind=_kind),
            face=_face,
        )
    )

register(
    Measure(
        code="powers.total",
        label=_("Powers on the power list"),
        counts=_("powers in force and published at the end of the year"),
        basis="power.list",
        population=selectors.powers_of_year,
        face=_face,
    ),
    Measure(
        code="powers.listed",
        label=_("Powers on the power list, published or not"),
        counts=_("powers in force at the end of the year, published or not"),
        basis="power.list",
        population=selectors.powers_listed,
        face=_face,
    ),
    Measure(
        code="powers.in_sub_lists",
        label=_("Powers on a sub-list"),
        counts=_("powers in force and published at the end of the year that stand on a sub-list"),
        basis="power.list",
        population=selectors.powers_of_year,
        meets=~Q(sub_list=""),
        face=_face,
        parts=_SUB_LISTS,
    ),
    Measure(
        code="powers.windows",
        label=_("Service windows"),
        counts=_("windows in the service centre that were open at the end of the year"),
        basis="power.list",
        population=selectors.windows_open,
        face=_window,
    ),
    Measure(
        code="powers.chief_representatives",
        label=_("Chief representatives"),
        counts=_("service windows whose chief representative was authorised by a document"),
        basis="power.list",
        population=selectors.windows_open,
        meets=~Q(chief_post="") & ~Q(chief_document=""),
        face=_window,
    ),
    Measure(
        code="powers.all_services",
        label=_("Convenience services"),
        counts=_("convenience services, offered at the service window or elsewhere"),
        basis="power.list",
        population=_all_services,
        face=_service,
    ),
    Measure(
        code="powers.with_flow",
        label=_("Powers with a published flow chart"),
        counts=_("powers in force whose procedure has a published flow chart"),
        basis="power.flow_chart",
        population=_with_published_chart,
        face=_face,
    ),
    Measure(
        code="powers.flow_charts",
        label=_("Flow charts published"),
        counts=_("flow charts that were published by the end of the year"),
        basis="power.flow_chart",
        population=selectors.charts_published,
        face=_chart,
    ),
    Measure(
        code="powers.window_concentrations",
        label=_("Centralisations of licensing"),
        counts=_("centralisations that the service window had reached by the end of the year"),
        basis="power.list",
        population=selectors.milestones_reached,
        meets=Q(kind=WindowMilestone.Kind.CENTRALISATION),
        face=_milestone,
    ),
    Measure(
        code="powers.window_in_place",
        label=_("Things in place at the service window"),
        counts=_("things that were in place at the service window by the end of the year"),
        basis="power.list",
        population=selectors.milestones_reached,
        meets=Q(kind=WindowMilestone.Kind.IN_PLACE),
        face=_milestone,
    ),
    Measure(
        code="powers.convenience_services",
        label=_("Convenience services at the window"),
        counts=_("convenience services offered at the service window"),
        basis="power.list",
        population=_services,
        face=_service,
    ),
)
