"""Plans, goals and tasks for tests, and folders with a plan."""

from datetime import date
from pathlib import Path

from sunlit.intake.folder import Folder
from sunlit.organization.models import Office
from sunlit.organization.services import records_post
from sunlit.planning import intake
from sunlit.planning.models import Goal, Plan, Task
from tests.organization.factories import agency, office

ISSUED = date(2012, 2, 22)
DUE = date(2012, 6, 15)

PLAN = """\
title: 2012年政务公开工作计划
doc_no: 城管〔2012〕11号
issued_on: 2012-02-22
published_on: 2012-02-24
goals:
  - {code: G1, text: 公开内容全面准确}
  - {code: G2, text: 公开形式便民多样}
tasks:
  - {code: T01, goal: G1, measure: 编制目录, unit: KS01, post: 办公室主任, due: 2012-03-30, done: 2012-03-16}
  - {code: T02, goal: G2, measure: 设置公开栏, unit: KS04, post: 法规科长, due: 2012-06-15, done: 2012-06-20}
  - {code: T03, goal: G2, measure: 开展培训, unit: KS04, post: 法规科长, due: 2012-11-30}
"""  # noqa: E501


def plan(year: int = 2012) -> Plan:
    """Return the plan of a year, with one goal."""
    made = Plan.objects.create(
        agency=agency(), year=year, title="工作计划", document_number="1号", issued_on=ISSUED
    )
    Goal.objects.create(plan=made, code="G1", text="公开内容全面准确")
    return made


def task(code: str = "T01", *, of: Plan | None = None, by: Office | None = None) -> Task:
    """Return an open task of a plan, due on 15 June 2012."""
    owner = of or plan()
    return Task.objects.create(
        plan=owner,
        goal=owner.goals.get(code="G1"),
        code=code,
        measure="编制目录",
        office=by or office(),
        post="办公室主任",
        due_on=DUE,
    )


def taken(path: Path, text: str = PLAN, *, year: int = 2012) -> Folder:
    """Take in a folder that holds nothing but a plan; offices KS01 and KS04 are known."""
    (path / f"plan_{year}.yaml").write_text(text, encoding="utf-8")
    folder = Folder(path, year=year)
    folder.agency = agency()
    folder.by = records_post(folder.agency, today=ISSUED)
    folder.shelve("office", {code: office(code) for code in ("KS01", "KS04")})
    intake.take(folder)
    folder.write_ledger()
    return folder
