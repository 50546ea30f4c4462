"""The register of how the sites were joined."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from sunlit.channels.models import Integration, IntegrationStep
from sunlit.channels.registers.choices import KEEPERS
from sunlit.design.columns import day, listed, quoted, yes_no
from sunlit.design.registers import Column, Field, Filter, Label, Register
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
    title=Field("name"),
    columns=(
        day("done_on", _("Done on")),
        quoted("note", _("Note")),
    ),
    facts=(
        quoted("integration.project", _("Project")),
        quoted("integration.office.name", _("Lead office")),
        day("done_on", _("Done on")),
        quoted("note", _("Note")),
        yes_no("integration.is_integrated", _("Joined with the government portal")),
        yes_no("integration.is_catalogue_upgraded", _("Catalogue system upgraded")),
        Column(label=_("Shared columns"), value=_shared, kind="quoted"),
        listed("integration.search_facets", _("Ways to search")),
        day("integration.went_live_on", _("Went live on")),
    ),
    filters=(Filter(name="year", label=_("Year"), lookup="integration__year", choices=_years),),
    searched=("name", "note"),
)

REGISTERS = (STEPS,)
