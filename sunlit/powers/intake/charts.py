"""Taking in the procedures, step by step, and their flow charts."""

from datetime import date

from django.utils.translation import gettext as _

from sunlit.intake.faults import Fault
from sunlit.intake.folder import Folder
from sunlit.intake.rows import Code, Count, Day, Row
from sunlit.intake.tables import Unreadable, read_text
from sunlit.powers import events, rules
from sunlit.powers.models import FlowChart, Procedure, Step


class ChartRow(Row):
    """A row of flowcharts.csv."""

    flowchart_id: Code
    procedure_key: Code
    name: str
    unit: Code
    steps: Count
    risk_points: Count
    powers_covered: Count = 0
    drawn_on: Day
    published_on: Day | None = None


def take_procedures(folder: Folder) -> None:
    file = "procedures.md"
    try:
        text = read_text(folder.path / file)
    except Unreadable as error:
        folder.faults.append(error.fault)
        return
    written = {procedure.code: procedure for procedure in rules.procedures_in(text)}
    if not written:
        folder.faults.append(Fault(file, 1, "", _("The text describes no procedure.")))
    procedures = {
        code: Procedure(
            agency=folder.agency,
            code=code,
            name=one.name,
            intro=one.intro,
            gateways=one.gateways,
        )
        for code, one in written.items()
    }
    stored = folder.restate(Procedure, procedures)
    folder.shelve("procedure", stored.records)
    steps = []
    for code, one in written.items():
        row = Row()
        row.stand_at(file, one.line)
        if not one.steps:
            folder.fault(row, code, _("The procedure has no steps."))
        if code in stored.told:
            event = events.ProcedureDescribed(code=code, steps=len(one.steps))
            day = date(folder.year, 1, 1)
            folder.enter(event, stored.records[code], day=day, basis="power.flow_chart", row=row)
        if not folder.faults:
            steps.extend(_steps(stored.records[code], one))
    if not folder.faults:
        Step.objects.filter(procedure__in=[*stored.records.values()]).delete()
    folder.save(Step, steps)


def _steps(procedure: Procedure, written: rules.WrittenProcedure) -> list[Step]:
    return [
        Step(
            procedure=procedure,
            position=position,
            number=step.number,
            task=step.task,
            post=step.post,
            document=step.document,
            limit=step.limit,
            is_risk_point=step.is_risk_point,
            leads_to=step.leads_to,
        )
        for position, step in enumerate(written.steps, start=1)
    ]


def take_charts(folder: Folder) -> None:
    rows = folder.table("flowcharts.csv", ChartRow, key="flowchart_id")
    charts = {}
    for row in rows:
        folder.in_order(row, "drawn_on", "published_on")
        procedure = folder.find("procedure", row.procedure_key, row, "procedure_key")
        office = folder.find("office", row.unit, row, "unit")
        if procedure and office:
            charts[row.flowchart_id] = FlowChart(
                agency=folder.agency,
                code=row.flowchart_id,
                procedure=procedure,
                name=row.name,
                office=office,
                steps=row.steps,
                risk_points=row.risk_points,
                drawn_on=row.drawn_on,
                published_on=row.published_on,
            )
    stored = folder.restate(FlowChart, charts, begins=("drawn_on", "published_on"))
    folder.promise("flowchart", [row.flowchart_id for row in rows])
    folder.shelve("flowchart", stored.records)
    folder.attach("flowchart", "items")
    for row in rows:
        if row.flowchart_id in stored.told:
            chart = stored.records[row.flowchart_id]
            drawn = events.FlowChartDrawn(code=row.flowchart_id, steps=row.steps)
            folder.enter(drawn, chart, day=row.drawn_on, basis="power.flow_chart", row=row)
            if row.published_on:
                shown = events.FlowChartPublished(code=row.flowchart_id)
                folder.enter(shown, chart, day=row.published_on, basis="power.flow_chart", row=row)
