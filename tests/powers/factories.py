"""Powers, and folders with a list of powers, for tests."""

import csv
from datetime import date
from pathlib import Path

from sunlit import statutes
from sunlit.intake.folder import Folder
from sunlit.ledger.models import Entry
from sunlit.ledger.services import record
from sunlit.organization.models import Agency
from sunlit.powers import intake
from sunlit.powers.events import PowerListed
from sunlit.powers.models import Kind, Material, MaterialSheet, Power
from tests.organization.factories import agency, office, official

YEAR = 2031
DAY = date(2031, 3, 3)

PROCEDURES = """# 办理程序

## licence 许可程序
触发：申请人提出申请。
适用：一般许可。
| 步骤 | 任务 | 岗位 | 输出/文书 | 时限 | 风险 | 后续 |
|---|---|---|---|---|---|---|
| S1 | 提交申请材料 | 申请人 | 申请书 | 不限 |  | S2 |
| S2 | 决定 | 首席代表 | 决定书 | 20个工作日 | ★ | 结束 |
网关:G1 材料齐全？是→S2。
"""
CHART = {
    "flowchart_id": "LC-licence",
    "procedure_key": "licence",
    "name": "许可程序流程图",
    "unit": "KS01",
    "steps": "2",
    "risk_points": "1",
    "powers_covered": "1",
    "drawn_on": "2031-02-01",
    "published_on": "2031-03-03",
}
POWER = {
    "code": "CG-XK-001",
    "kind": "行政许可",
    "sub_table": "分表一",
    "name": "户外广告设置审批",
    "full_name": "大型户外广告设置审批",
    "legal_basis": "条例第十一条",
    "implementing_unit": "市城市管理局",
    "handling_unit": "KS01",
    "handling_unit_name": "审批科",
    "flowchart_id": "LC-licence",
    "in_service_window": "是",
    "public": "是",
    "published_date": "2031-03-03",
}
WINDOW = """window: {name: 城管窗口, opened_on: 2031-01-10, staff: 2}
two_concentrations:
  - {name: 职能集中, done_on: 2031-01-10, evidence: 文件}
three_in_place:
  - {name: 授权到位, done_on: 2031-01-12, evidence: 授权书}
chief_representative: {post: 科长, authorised_on: 2031-01-10, document: 通知}
convenience_services:
  - {code: BM01, name: 查询, days: 当场, in_window: true}
"""


def power(code: str = "CG-XK-001", *, of: Agency | None = None, **changes: object) -> Power:
    """Return a public power on the list."""
    terms = {
        "kind": Kind.LICENCE,
        "sub_list": "分表一",
        "name": "户外广告设置审批",
        "full_name": "大型户外广告设置审批",
        "legal_basis": "条例第十一条",
        "implemented_by": "市城市管理局",
        "office_name": "审批科",
        "verification": "none",
        "is_public": True,
        "published_on": DAY,
    }
    return Power.objects.create(agency=of or agency(), code=code, **(terms | changes))


def with_material(name: str = "申请表") -> Power:
    """Return a public power whose guide asks for one paper."""
    found = power()
    Material.objects.create(power=found, position=1, name=name)
    return found


def with_sheet(name: str = "申请表") -> Power:
    """Return a public power with a blank form for its one paper."""
    found = with_material(name)
    MaterialSheet.objects.create(
        power=found, material=name, kind="blank", name="表.txt", media_type="text/plain", size=4,
        digest="0" * 64, original_digest="0" * 64, handed_in_on=DAY, post="科长",
    )  # fmt: skip
    return found


def enter(about: Power) -> Entry:
    """Enter in the ledger that the power was listed."""
    return record(
        PowerListed(code=about.code, kind=about.kind, name=about.name),
        about=about,
        by=official(username=f"lister-{Entry.objects.count()}", of=about.agency),
        day=DAY,
        basis=statutes.provision("power.list", on=DAY),
    )


def folder(
    path: Path, *, charts=(CHART,), powers=(POWER,), window=WINDOW, year=YEAR, **documents
) -> Folder:
    """Return a year's folder with this list of powers, after it was taken in.

    `documents` are further files by their names without ending, such as `guides`.
    """
    for name, text in documents.items():
        (path / f"{name}.yaml").write_text(text, encoding="utf-8")
    (path / "procedures.md").write_text(PROCEDURES, encoding="utf-8")
    (path / "service_window.yaml").write_text(window, encoding="utf-8")
    for name, rows in {"flowcharts.csv": charts, "powers.csv": powers}.items():
        with (path / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    found = Folder(path, year=year)
    found.agency = agency()
    found.by = official(username=f"records-{year}")
    found.shelve("office", {"KS01": office("KS01")})
    intake.take(found)
    return found
