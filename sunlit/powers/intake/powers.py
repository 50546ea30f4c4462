"""Taking in the list of powers, with its legal bases article by article."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated

from django.utils.translation import gettext as _
from pydantic import BeforeValidator

from sunlit.intake.folder import Folder
from sunlit.intake.rows import Code, Count, Day, Row, YesNo, coded
from sunlit.powers import events, rules
from sunlit.powers.intake.charts import ChartRow
from sunlit.powers.models import (
    BasisKind,
    ChangeKind,
    Guided,
    Kind,
    LegalBasis,
    Power,
    PowerChange,
    Verification,
)
from sunlit.powers.services.steps import bases_of

KINDS = {
    "行政许可": Kind.LICENCE,
    "行政处罚": Kind.PENALTY,
    "行政强制": Kind.COERCION,
    "行政征收": Kind.LEVY,
    "行政给付": Kind.PAYMENT,
    "行政检查": Kind.INSPECTION,
    "行政确认": Kind.CONFIRMATION,
    "行政奖励": Kind.REWARD,
    "行政裁决": Kind.ADJUDICATION,
    "行政规划": Kind.PLANNING,
    "其他": Kind.OTHER,
    "其他行政权力": Kind.OTHER,
    "公共服务": Kind.SERVICE,
}
EVERY_BRIGADE = "DD"
KEPT = (
    *(field.name for field in Guided._meta.get_fields()),
    "source",
    "level",
    "joint_units",
    "suspended_on",
)
"""What powers.csv does not state: it comes from the guides, or from acts at the desk."""
WATCHED = (
    "name",
    "legal_basis",
    "content",
    "office_name",
    "statutory_days",
    "promised_days",
    "fee",
    "duties",
    "accountability",
    "supervision_phone",
    "in_service_window",
)
"""The values whose former state the history of an entry keeps."""


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


def take_powers(folder: Folder) -> None:
    """Take in the list of powers, each with its articles and its step into the history."""
    rows = folder.table("powers.csv", PowerRow, key="code")
    powers = {row.code: power for row in rows if (power := _power(folder, row))}
    known = {one.code: one for one in Power.objects.filter(agency=folder.agency).order_by("code")}
    former = {code: _former(known[code], power) for code, power in powers.items() if code in known}
    stored = folder.restate(
        Power, powers, ends="cancelled_on", begins=("published_on",), keeps=KEPT
    )
    folder.promise("power", [row.code for row in rows])
    folder.shelve("power", stored.records)
    folder.attach("power", "items")
    covered: dict[str, int] = {}
    changes: list[PowerChange] = []
    restated: dict[str, date] = {}
    for row in rows:
        covered[row.flowchart_id or ""] = covered.get(row.flowchart_id or "", 0) + 1
        if row.code not in stored.told:
            continue
        power = stored.records[row.code]
        _enter(folder, power, row)
        change = _change(folder, power, row, former.get(row.code))
        changes.append(change)
        if change.kind == ChangeKind.LISTED or "legal_basis" in change.former:
            restated[row.code] = change.on
    folder.save(PowerChange, changes)
    _take_bases(folder, restated, rows, stored.records)
    warn_of_coverage(folder, covered)


def _enter(folder: Folder, power: Power, row: PowerRow) -> None:
    day = _told_on(folder, row)
    listed = events.PowerListed(code=row.code, kind=row.kind, name=row.name)
    folder.enter(listed, power, day=day, basis="power.list", row=row)
    if row.public:
        shown = events.PowerPublished(code=row.code)
        folder.enter(shown, power, day=day, basis="power.list", row=row)


def _change(
    folder: Folder, power: Power, row: PowerRow, former: dict[str, list[str]] | None
) -> PowerChange:
    """Return the step of the entry's history: listed, or changed by this year's folder."""
    day = _told_on(folder, row)
    if former is None:
        return PowerChange(power=power, kind=ChangeKind.LISTED, on=day)
    day = max(day, date(folder.year, 1, 1))
    return PowerChange(power=power, kind=ChangeKind.CHANGED, on=day, former=former)


def _told_on(folder: Folder, row: PowerRow) -> date:
    return row.published_date or date(folder.year, 12, 31)


def _former(known: Power, stated: Power) -> dict[str, list[str]]:
    """Return what an entry says otherwise than before: the former value, and the new one."""
    return {
        name: [_told(getattr(known, name)), _told(getattr(stated, name))]
        for name in WATCHED
        if getattr(known, name) != getattr(stated, name)
    }


def _told(value: object) -> str:
    return "" if value is None else str(value)


def _take_bases(
    folder: Folder,
    restated: Mapping[str, date],
    rows: Sequence[PowerRow],
    powers: Mapping[str, Power],
) -> None:
    """Let new and changed entries rest, from their days on, on the articles that they name."""
    if not folder.faults:
        ended = LegalBasis.objects.filter(
            power__agency=folder.agency, power__code__in=restated, kind=BasisKind.POWER, until=None
        )
        for one in ended.select_related("power").order_by("id"):
            one.until = max(one.since, restated[one.power.code])
            one.save(update_fields=["until"])
    bases: list[LegalBasis] = []
    for row in rows:
        if row.code not in restated:
            continue
        if unread := rules.unread_in(row.legal_basis):
            reason = _("This part cannot be read as an article: %(part)s.")
            folder.warn(row, "legal_basis", reason % {"part": unread})
        cited = rules.bases_in(row.legal_basis)
        bases.extend(bases_of(powers[row.code], cited, since=restated[row.code]))
    folder.save(LegalBasis, bases)


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


def warn_of_coverage(folder: Folder, covered: dict[str, int]) -> None:
    """Say where a chart states another number of powers than the list has."""
    for row in folder.table("flowcharts.csv", ChartRow):
        found = covered.get(row.flowchart_id, 0)
        if found != row.powers_covered:
            reason = _("%(stated)d powers are stated, but the list has %(found)d.")
            values = {"stated": row.powers_covered, "found": found}
            folder.warn(row, "powers_covered", reason % values)
