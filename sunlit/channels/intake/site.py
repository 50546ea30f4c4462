"""Taking in how the agency's site was joined with the government portal."""

from itertools import pairwise

from django.utils.translation import gettext as _

from sunlit.channels import events
from sunlit.channels.models import Integration, IntegrationStep, SharedColumn
from sunlit.intake.folder import Folder
from sunlit.intake.rows import Code, Count, Day, Listed, Row, YesNo

FILE = "site_integration.yaml"
BASIS = "channels.publish"


class StepPart(Row):
    """A step of the work."""

    seq: Count
    name: str
    date: Day
    note: str = ""


class ResultPart(Row):
    """What came of the work."""

    integrated: YesNo
    catalogue_upgraded: YesNo
    shared_columns: Listed = ()
    search_facets: Listed = ()
    go_live: Day | None = None


class SiteDocument(Row):
    """site_integration.yaml."""

    project: str
    lead: Code
    steps: tuple[StepPart, ...]
    result: ResultPart | None = None


def take_integration(folder: Folder) -> None:
    """Take in the work of the year on the site, its steps, and the columns then shared."""
    document = folder.document(FILE, SiteDocument)
    if document is None:
        return
    office = folder.find("office", document.lead, document, "lead")
    steps = sorted(document.steps, key=lambda step: step.seq)
    _check_steps(folder, steps, document.result)
    if office is None:
        return
    result = document.result
    integration = Integration(
        agency=folder.agency,
        year=folder.year,
        project=document.project,
        office=office,
        is_integrated=bool(result and result.integrated),
        is_catalogue_upgraded=bool(result and result.catalogue_upgraded),
        search_facets=list(result.search_facets) if result else [],
        went_live_on=result.go_live if result else None,
    )
    folder.save(Integration, [integration])
    _take_steps(folder, integration, steps)
    if result:
        _take_result(folder, integration, result)


def _check_steps(folder: Folder, steps: list[StepPart], result: ResultPart | None) -> None:
    for earlier, later in pairwise(steps):
        if earlier.seq == later.seq:
            folder.fault_twice(later, "seq", str(later.seq))
        elif later.date < earlier.date:
            reason = _("%(day)s is before its cause: %(cause)s is %(earlier)s.")
            values = {"day": later.date, "cause": earlier.name, "earlier": earlier.date}
            folder.fault(later, "date", reason % values)
    if steps and result and result.go_live and result.go_live < steps[0].date:
        reason = _("%(day)s is before its cause: %(cause)s is %(earlier)s.")
        values = {"day": result.go_live, "cause": steps[0].name, "earlier": steps[0].date}
        folder.fault(result, "go_live", reason % values)


def _take_steps(folder: Folder, integration: Integration, steps: list[StepPart]) -> None:
    records = [
        IntegrationStep(
            integration=integration,
            position=step.seq,
            name=step.name,
            done_on=step.date,
            note=step.note,
        )
        for step in steps
    ]
    folder.save(IntegrationStep, records)
    for record, step in zip(records, steps, strict=True):
        event = events.IntegrationStepDone(step.seq, step.name)
        folder.enter(event, record, day=step.date, basis=BASIS, row=step)


def _take_result(folder: Folder, integration: Integration, result: ResultPart) -> None:
    columns = [
        SharedColumn(integration=integration, name=name)
        for name in dict.fromkeys(result.shared_columns)
    ]
    folder.save(SharedColumn, columns)
    if result.go_live is None:
        return
    live = events.SiteWentLive(integration.project)
    folder.enter(live, integration, day=result.go_live, basis=BASIS, row=result)
    for column in columns:
        shared = events.ColumnShared(column.name)
        folder.enter(shared, column, day=result.go_live, basis=BASIS, row=result)
