"""Taking in the list of powers, the procedures and flow charts, and the service window."""

from datetime import date
from typing import Annotated

from django.utils.translation import gettext as _
from pydantic import BeforeValidator

from sunlit.intake.faults import Fault
from sunlit.intake.folder import Folder
from sunlit.intake.registry import Intake, register
from sunlit.intake.rows import Code, Count, Day, Listed, Row, YesNo, coded
from sunlit.intake.tables import Unreadable, read_text
from sunlit.powers import events, rules
from sunlit.powers.models import (
    ConvenienceService,
    FlowChart,
    Kind,
    Power,
    Procedure,
    ServiceWindow,
    Step,
    Verification,
    WindowMilestone,
)

KINDS = {
    "行政许可": Kind.LICENCE,
    "行政处罚": Kind.PENALTY,
    "行政规划": Kind.PLANNING,
    "行政奖励": Kind.REWARD,
    "行政强制": Kind.COERCION,
    "其他": Kind.OTHER,
}
EVERY_BRIGADE = "DD"


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


class PowerRow(Row):
    """A row of powers.csv."""

    code: Code
    kind: Annotated[Kind, BeforeValidator(coded(KINDS))]
    sub_table: str
    name: str
    full_name: str
    legal_basis: str
    penalty_or_content: str = ""
    implementing_unit: str
    handling_unit: Code
    handling_unit_name: str
    statutory_days: Count | None = None
    promised_days: str = ""
    fee: str = ""
    procedure_key: Code | None = None
    flowchart_id: Code | None = None
    supervision_phone: str = ""
    duties: str = ""
    accountability: str = ""
    in_service_window: YesNo
    public: YesNo
    published_date: Day | None = None
    verify_level: Annotated[
        Verification, BeforeValidator(coded({each.value: each for each in Verification}))
    ] = Verification.NONE
    verify_source: str = ""
    verify_note: str = ""


class WindowPart(Row):
    """The window itself, in service_window.yaml."""

    name: str
    opened_on: Day
    address: str = ""
    phone: str = ""
    staff: Count


class MilestonePart(Row):
    """A centralisation, or a thing in place."""

    name: str
    done_on: Day
    evidence: str


class ChiefPart(Row):
    """The chief representative."""

    post: str
    authorised_on: Day
    document: str
    powers: Listed = ()


class ServicePart(Row):
    """A convenience service."""

    code: Code
    name: str
    days: str
    in_window: YesNo
    fee: str = ""


class WindowDocument(Row):
    """service_window.yaml."""

    window: WindowPart
    two_concentrations: tuple[MilestonePart, ...]
    three_in_place: tuple[MilestonePart, ...]
    chief_representative: ChiefPart
    convenience_services: tuple[ServicePart, ...]


def take(folder: Folder) -> None:
    """Take in everything that the list of powers rests on, then the list."""
    _take_procedures(folder)
    _take_charts(folder)
    _take_powers(folder)
    _take_window(folder)


def _take_procedures(folder: Folder) -> None:
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


def _take_charts(folder: Folder) -> None:
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


def _take_powers(folder: Folder) -> None:
    rows = folder.table("powers.csv", PowerRow, key="code")
    powers = {row.code: power for row in rows if (power := _power(folder, row))}
    stored = folder.restate(Power, powers, ends="cancelled_on", begins=("published_on",))
    folder.promise("power", [row.code for row in rows])
    folder.shelve("power", stored.records)
    folder.attach("power", "items")
    covered: dict[str, int] = {}
    for row in rows:
        covered[row.flowchart_id or ""] = covered.get(row.flowchart_id or "", 0) + 1
        if row.code not in stored.told:
            continue
        power = stored.records[row.code]
        day = row.published_date or date(folder.year, 12, 31)
        listed = events.PowerListed(code=row.code, kind=row.kind, name=row.name)
        folder.enter(listed, power, day=day, basis="power.list", row=row)
        if row.public:
            shown = events.PowerPublished(code=row.code)
            folder.enter(shown, power, day=day, basis="power.list", row=row)
    _warn_of_coverage(folder, covered)


def _power(folder: Folder, row: PowerRow) -> Power | None:
    office = None
    if row.handling_unit != EVERY_BRIGADE:
        office = folder.find("office", row.handling_unit, row, "handling_unit")
    folder.find("procedure", row.procedure_key, row, "procedure_key")
    chart = folder.find("flowchart", row.flowchart_id, row, "flowchart_id")
    if chart and row.procedure_key and chart.procedure.code != row.procedure_key:
        folder.warn(row, "procedure_key", _("The flow chart is of another procedure."))
    if row.public and row.published_date is None:
        folder.fault(row, "published_date", _("A public power needs the day of publication."))
        return None
    return Power(
        agency=folder.agency,
        code=row.code,
        kind=row.kind,
        sub_list=row.sub_table,
        name=row.name,
        full_name=row.full_name,
        legal_basis=row.legal_basis,
        content=row.penalty_or_content,
        implemented_by=row.implementing_unit,
        office=office,
        office_name=row.handling_unit_name,
        statutory_days=row.statutory_days,
        promised_days=row.promised_days,
        fee=row.fee,
        flow_chart=chart,
        supervision_phone=row.supervision_phone,
        duties=row.duties,
        accountability=row.accountability,
        in_service_window=row.in_service_window,
        is_public=row.public,
        published_on=row.published_date if row.public else None,
        verification=row.verify_level,
        verification_source=row.verify_source,
        verification_note=row.verify_note,
    )


def _warn_of_coverage(folder: Folder, covered: dict[str, int]) -> None:
    """Say where a chart states another number of powers than the list has."""
    for row in folder.table("flowcharts.csv", ChartRow):
        found = covered.get(row.flowchart_id, 0)
        if found != row.powers_covered:
            reason = _("%(stated)d powers are stated, but the list has %(found)d.")
            values = {"stated": row.powers_covered, "found": found}
            folder.warn(row, "powers_covered", reason % values)


def _take_window(folder: Folder) -> None:
    document = folder.document("service_window.yaml", WindowDocument)
    if document is None:
        return
    part, chief = document.window, document.chief_representative
    window = ServiceWindow(
        agency=folder.agency,
        name=part.name,
        opened_on=part.opened_on,
        address=part.address,
        phone=part.phone,
        staff=part.staff,
        chief_post=chief.post,
        chief_authorised_on=chief.authorised_on,
        chief_document=chief.document,
        chief_powers=list(chief.powers),
    )
    stored = folder.restate(
        ServiceWindow,
        {part.name: window},
        key="name",
        begins=("opened_on", "chief_authorised_on"),
    )
    window = stored.records.get(part.name, window)
    if part.name in stored.told:
        opened = events.WindowOpened(name=part.name)
        folder.enter(opened, window, day=part.opened_on, basis="power.list", row=part)
        _take_milestones(folder, window, document)
    _take_services(folder, document)


def _take_milestones(folder: Folder, window: ServiceWindow, document: WindowDocument) -> None:
    lists = {
        WindowMilestone.Kind.CENTRALISATION: document.two_concentrations,
        WindowMilestone.Kind.IN_PLACE: document.three_in_place,
    }
    known = set() if folder.faults else set(window.milestones.values_list("kind", "name"))
    parts = [
        (kind, part)
        for kind, group in lists.items()
        for part in group
        if (kind.value, part.name) not in known
    ]
    milestones = folder.save(
        WindowMilestone,
        [
            WindowMilestone(
                window=window,
                kind=kind,
                name=part.name,
                done_on=part.done_on,
                evidence=part.evidence,
            )
            for kind, part in parts
        ],
    )
    for milestone, (_kind, part) in zip(milestones, parts, strict=True):
        reached = events.MilestoneReached(name=part.name, evidence=part.evidence)
        folder.enter(reached, milestone, day=part.done_on, basis="power.list", row=part)


def _take_services(folder: Folder, document: WindowDocument) -> None:
    services = {
        part.code: ConvenienceService(
            agency=folder.agency,
            code=part.code,
            name=part.name,
            days=part.days,
            in_window=part.in_window,
            fee=part.fee,
        )
        for part in document.convenience_services
    }
    stored = folder.restate(ConvenienceService, services)
    folder.shelve("service", stored.records)
    folder.attach("service", "items")
    for part in document.convenience_services:
        if part.code in stored.told:
            offered = events.ServiceOffered(code=part.code, name=part.name)
            day = document.window.opened_on
            record = stored.records[part.code]
            folder.enter(offered, record, day=day, basis="power.list", row=part)


register(
    Intake(
        room="powers",
        files=("procedures.md", "flowcharts.csv", "powers.csv", "service_window.yaml"),
        take=take,
        after=("organization", "disclosure"),
    )
)
