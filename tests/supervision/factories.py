"""Supervisors, meetings, inspections and folders with them, for tests."""

import csv
from datetime import date
from pathlib import Path

from sunlit.intake.folder import Folder
from sunlit.organization.models import Office, Official, Zone
from sunlit.supervision import intake
from sunlit.supervision.models import (
    Accountability,
    Finding,
    Inspection,
    InspectionKind,
    Meeting,
    Opinion,
    Supervisor,
)
from tests.organization.factories import agency, office, official

YEAR = 2024
DAY = date(2024, 6, 28)

SUPERVISOR = {
    "supervisor_no": "JD-01",
    "label": "监督员 01",
    "sector": "社区居民",
    "zone": "Z1",
    "appointed_on": "2024-02-20",
    "term": "2024-02至2026-02",
    "certificate_no": "城管监01",
    "attended_first_half": "是",
    "attended_second_half": "否",
    "joined_inspections": "2",
}
MEETINGS = """meetings:
  - code: ZT2024-1
    name: 上半年座谈会
    date: 2024-06-28
    place: 会议室
    host: LD01
    invited: 1
    attended: 1
    reported: [工作思路, 工作方法]
    opinions:
      - {seq: 1, sector: 社区居民, topic: 公厕, text: 如厕不便, unit: KS01,
         response: 已对外开放, replied: 2024-07-18, status: 已采纳}
"""
ACCOUNTABILITY = {
    "acc_id": "ZJ01",
    "unit": "KS01",
    "found_on": "2024-04-12",
    "source": "一季度检查",
    "fact": "公开栏未更新",
    "basis": "责任追究制度第一条",
    "measure": "书面检查",
    "post": "信息员岗",
    "decided_on": "2024-04-26",
    "rectified_on": "2024-05-07",
    "published": "是",
}
INSPECTION = {
    "inspection_id": "JC2024-01",
    "date": "2024-04-12",
    "type": "定期",
    "scope": "一季度",
    "organiser": "KS01",
    "units_checked": "22",
    "supervisors_joined": "2",
    "findings": "1",
    "rectified": "1",
    "bulletin_no": "城管督1号",
    "bulletin_date": "2024-04-18",
    "combined": "是",
    "published": "是",
}
FINDING = {
    "finding_id": "JC2024-01-1",
    "inspection_id": "JC2024-01",
    "unit": "KS01",
    "type": "更新不及时",
    "description": "公开栏未更新",
    "notice_date": "2024-04-16",
    "rectify_due": "2024-04-30",
    "rectified_on": "2024-04-18",
    "rectification": "已整改",
    "verified_by": "监察室主任",
    "accountability_id": "ZJ01",
}
ANSWER = {
    "survey_id": "PY2024-1",
    "surveyed_on": "2024-06-13",
    "published_on": "2024-06-21",
    "group": "市民",
    "indicator": "公开内容",
    "distributed": "260",
    "valid": "247",
    "very_satisfied": "141",
    "satisfied": "87",
    "fair": "13",
    "dissatisfied": "6",
    "rate": "92.3",
    "organiser": "第三方机构",
    "rectification": "",
}
TRAINING = {
    "training_id": "PX01",
    "date": "2024-02-28",
    "kind": "培训",
    "title": "信息员培训",
    "organiser": "KS01",
    "audience": "信息员",
    "attended": "22",
    "hours": "7.5",
    "content": "信息编报",
}
POINT = {
    "point_id": "SF01",
    "type": "政务公开示范点",
    "unit": "KS01",
    "name": "窗口",
    "applied_on": "2024-06-05",
    "accepted_on": "2024-11-15",
    "score": "96.5",
    "level": "市级",
    "practice": "首席代表制",
    "peer_visits": "6",
}
FILES = {
    "supervisors.csv": SUPERVISOR,
    "accountability.csv": ACCOUNTABILITY,
    "inspections.csv": INSPECTION,
    "inspection_findings.csv": FINDING,
    "surveys.csv": ANSWER,
    "trainings.csv": TRAINING,
    "demonstration_points.csv": POINT,
}


def zone() -> Zone:
    """Return the first part of the city."""
    found, _is_new = Zone.objects.get_or_create(
        agency=agency(), code="Z1", defaults={"name": "中心城区"}
    )
    return found


def supervisor(code: str = "JD-01", **changes: object) -> Supervisor:
    """Return a supervisor whose term runs from 2024 to 2026."""
    terms = {
        "label": f"监督员 {code}",
        "sector": "社区居民",
        "zone": zone(),
        "appointed_on": date(2024, 2, 20),
        "term": "2024-02至2026-02",
        "term_ends_on": date(2026, 2, 28),
        "certificate": "城管监01",
    }
    return Supervisor.objects.create(agency=agency(), code=code, **(terms | changes))


def meeting(code: str = "ZT2024-1", **changes: object) -> Meeting:
    """Return a meeting that was held in June 2024."""
    terms = {
        "year": YEAR,
        "name": "座谈会",
        "held_on": DAY,
        "place": "会议室",
        "host": office().leader,
        "invited": 1,
        "attended": 1,
    }
    return Meeting.objects.create(agency=agency(), code=code, **(terms | changes))


def opinion(position: int = 1, **changes: object) -> Opinion:
    """Return an opinion that the first section must answer."""
    terms = {"sector": "社区居民", "topic": "公厕", "text": "如厕不便", "office": office()}
    held = changes.pop("meeting", None) or meeting()
    return Opinion.objects.create(meeting=held, position=position, **(terms | changes))


def inspection(code: str = "JC2024-01", **changes: object) -> Inspection:
    """Return an inspection that was held on the day of the meeting."""
    terms = {
        "year": YEAR,
        "held_on": DAY,
        "kind": InspectionKind.SCHEDULED,
        "scope": "半年",
        "office": office(),
        "units_checked": 22,
        "supervisors_joined": 2,
    }
    return Inspection.objects.create(agency=agency(), code=code, **(terms | changes))


def finding(**changes: object) -> Finding:
    """Return a finding that is still to be put right."""
    terms = {
        "code": "JC2024-01-1",
        "office": office(),
        "kind": "更新不及时",
        "description": "公开栏未更新",
        "notified_on": DAY,
        "due_on": date(2024, 7, 12),
    }
    held = changes.pop("inspection", None) or inspection()
    return Finding.objects.create(inspection=held, **(terms | changes))


def accountable(**changes: object) -> Accountability:
    """Return a decision of 26 April that holds a post to account."""
    terms = {
        "agency": agency(),
        "year": YEAR,
        "code": "ZJ01",
        "office": office(),
        "found_on": date(2024, 4, 12),
        "source": "一季度检查",
        "fact": "公开栏未更新",
        "ground": "责任追究制度第一条",
        "measure": "书面检查",
        "post": "信息员岗",
        "decided_on": date(2024, 4, 26),
    }
    return Accountability.objects.create(**terms | changes)


def of_office(found: Office, *roles: str) -> Official:
    """Return an official of an office."""
    by = official(*roles, username=f"of-{found.code}")
    by.office = found
    by.save()
    return by


def folder(
    path: Path, *, year: int = YEAR, meetings: str = MEETINGS, **rows: list[dict[str, str]]
) -> Folder:
    """Return a year's folder after it was taken in; `rows` replace a file's, by its stem."""
    path.mkdir(exist_ok=True)
    (path / "supervisor_meetings.yaml").write_text(meetings, encoding="utf-8")
    for name, usual in FILES.items():
        with (path / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(usual))
            writer.writeheader()
            writer.writerows(rows.get(name.removesuffix(".csv"), [usual]))
    found = Folder(path, year=year)
    found.agency = agency()
    found.by = official(username=f"records-{year}")
    found.shelve("office", {"KS01": office("KS01"), "KS02": office("KS02")})
    found.shelve("leader", {"LD01": office("KS01").leader})
    found.shelve("zone", {"Z1": zone()})
    intake.take(found)
    return found
