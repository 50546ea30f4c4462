"""The register of how the sites were joined."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from sunlit.channels.models import Integration, IntegrationStep
from sunlit.channels.registers.choices import KEEPERS
from sunlit.design.registers import Column, Filter, Label, Register
from sunlit.organization.models import Official


def _steps(by: Official) -> QuerySet[IntegrationStep]:
    steps = IntegrationStep.objects.filter(integration__agency=by.agency)
    return steps.select_related("integration__office").order_by("-integration__year", "position")


def _years(by: Official) -> Sequence[tuple[str, Label]]:
    years = Integration.objects.filter(agency=by.agency).order_by("-year")
    return [(str(year), str(year)) for year in years.values_list("year", flat=True)]


def _shared(step: IntegrationStep) -> str:
    columns = step.integration.shared_columns.order_by("id")
    return "、".join(columns.values_list("name", flat=True))


STEPS = Register(
    name="integration-steps",
    label=_("Joining of the sites"),
    intro=_("The steps by which the agency's site was joined with the government portal."),
    model=IntegrationStep,
    roles=KEEPERS,
    records=_steps,
    number=lambda step: f"{step.integration.year}-{step.position}",
    title=lambda step: step.name,
    columns=(
        Column(label=_("Done on"), value=lambda step: step.done_on, kind="day"),
        Column(label=_("Note"), value=lambda step: step.note, kind="quoted"),
    ),
    facts=(
        Column(label=_("Project"), value=lambda step: step.integration.project, kind="quoted"),
        Column(
            label=_("Lead office"), value=lambda step: step.integration.office.name, kind="quoted"
        ),
        Column(label=_("Done on"), value=lambda step: step.done_on, kind="day"),
        Column(label=_("Note"), value=lambda step: step.note, kind="quoted"),
        Column(
            label=_("Joined with the government portal"),
            value=lambda step: step.integration.is_integrated,
            kind="yes_no",
        ),
        Column(
            label=_("Catalogue system upgraded"),
            value=lambda step: step.integration.is_catalogue_upgraded,
            kind="yes_no",
        ),
        Column(label=_("Shared columns"), value=_shared, kind="quoted"),
        Column(
            label=_("Ways to search"),
            value=lambda step: "、".join(step.integration.search_facets),
            kind="quoted",
        ),
        Column(
            label=_("Went live on"), value=lambda step: step.integration.went_live_on, kind="day"
        ),
    ),
    filters=(Filter(name="year", label=_("Year"), lookup="integration__year", choices=_years),),
    searched=("name", "note"),
)

REGISTERS = (STEPS,)
