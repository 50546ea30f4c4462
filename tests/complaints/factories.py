"""Complaints for tests: at the desk, step by step, and as rows of a folder."""

import csv
from datetime import date, time
from pathlib import Path
from typing import Any

from sunlit.complaints import intake, services
from sunlit.complaints.models import Complaint
from sunlit.intake.folder import Folder
from sunlit.organization.models import Official, Role, Subdistrict, Zone
from sunlit.organization.services import records_post
from sunlit.powers.models import Kind, Power, Verification
from tests.organization.factories import agency, office, official

RECEIVED = date(2012, 6, 8)  # a Friday

ROW = {
    "complaint_id": "TS2012-0001",
    "received_at": "2012-06-08 09:00",
    "source": "12319热线",
    "complainant": "诉求人 2012-C001",
    "category": "占道经营",
    "zone": "Z1",
    "subdistrict": "甲街道",
    "place": "甲街道菜场门前",
    "text": "摊位占了盲道。",
    "accept_decision": "受理",
    "accepted_at": "2012-06-08 09:20",
    "dispatched_at": "2012-06-08 10:00",
    "unit": "DD01",
    "due_date": "2012-06-15",
    "resolved_at": "2012-06-12 16:00",
    "handling": "已规范。",
    "replied_at": "2012-06-13 09:00",
    "reply_method": "电话",
    "documents": "登记表;派遣单;答复意见书",
    "satisfaction": "满意",
    "reopened": "否",
    "satisfaction_after_reopen": "",
    "final_closed_at": "2012-06-13 09:00",
    "power_code": "",
    "penalty_case_id": "",
    "status": "已办结",
}
ELSEWHERE = {
    "accept_decision": "转办",
    "dispatched_at": "",
    "due_date": "2012-06-11",
    "documents": "登记表;答复意见书",
    "status": "已转办",
}
REOPENED = {
    "satisfaction": "不满意",
    "reopened": "是",
    "satisfaction_after_reopen": "基本满意",
    "final_closed_at": "2012-06-20 16:00",
}


def places() -> tuple[Zone, Subdistrict]:
    """Return the zone Z1 and the subdistrict 甲街道."""
    zone, _is_new = Zone.objects.get_or_create(
        agency=agency(), code="Z1", defaults={"name": "中心城区"}
    )
    subdistrict, _is_new = Subdistrict.objects.get_or_create(agency=agency(), name="甲街道")
    return zone, subdistrict


def power() -> Power:
    """Return the power CG-CF-001."""
    found, _is_new = Power.objects.get_or_create(
        agency=agency(),
        code="CG-CF-001",
        defaults={"kind": Kind.PENALTY, "verification": Verification.NONE},
    )
    return found


def operator() -> Official:
    """Return the operator of the hotline."""
    found = Official.objects.filter(username="hotline").first()
    return found or official(Role.HOTLINE_OPERATOR, username="hotline")


def investigator(code: str = "DD01") -> Official:
    """Return an investigator of an office."""
    found = Official.objects.filter(username=code).first()
    found = found or official(Role.INVESTIGATOR, username=code)
    found.office = office(code)
    found.save(update_fields=["office"])
    return found


def registered(**changes: Any) -> Complaint:
    """Return a complaint that the hotline registered at nine, unless told otherwise."""
    places()
    terms: dict[str, Any] = {
        "agency": agency(),
        "by": operator(),
        "today": RECEIVED,
        "at": time(9),
        "source": "网络",
        "category": "占道经营",
        "zone": "Z1",
        "subdistrict": "甲街道",
        "place": "甲街道菜场门前",
        "text": "摊位占了盲道。",
    }
    return services.register_complaint(**terms | changes)


def accepted(**changes: Any) -> Complaint:
    """Return a complaint that was accepted at ten."""
    terms: dict[str, Any] = {"by": operator(), "today": RECEIVED, "at": time(10)}
    return services.accept(record_id=registered().pk, **terms | changes)


def dispatched() -> Complaint:
    """Return a complaint that the office DD01 was given at eleven."""
    office("DD01")
    complaint = accepted()
    return services.dispatch(
        record_id=complaint.pk, by=operator(), today=RECEIVED, at=time(11), office="DD01"
    )


def replied(satisfaction: str = "") -> Complaint:
    """Return a complaint that was handled and replied to, rated if so told."""
    complaint = dispatched()
    by, key = investigator(), complaint.pk
    services.resolve(
        record_id=key, by=by, today=date(2012, 6, 12), at=time(9), handling="已规范。",
        documents=["登记表", "处理意见"],
    )  # fmt: skip
    complaint = services.reply(
        record_id=key, by=by, today=date(2012, 6, 12), at=time(10), method="电话"
    )
    if satisfaction:
        complaint = services.record_satisfaction(
            record_id=key, by=operator(), today=date(2012, 6, 13), satisfaction=satisfaction
        )
    return complaint


def taken(path: Path, *rows: dict[str, str], year: int = 2012) -> Folder:
    """Take in a folder that holds nothing but complaints; each row is a change of the usual one."""
    with (path / intake.FILE).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(ROW), lineterminator="\n")
        writer.writeheader()
        for number, row in enumerate(rows or ({},), start=1):
            writer.writerow(ROW | {"complaint_id": f"TS{year}-{number:04}"} | row)
    zone, subdistrict = places()
    folder = Folder(path, year=year)
    folder.agency = agency()
    folder.by = records_post(folder.agency, today=RECEIVED)
    folder.shelve("office", {code: office(code) for code in ("DD01", "KS10")})
    folder.shelve("zone", {zone.code: zone})
    folder.shelve("subdistrict", {subdistrict.name: subdistrict})
    folder.shelve("power", {"CG-CF-001": power()})
    intake.take(folder)
    folder.write_ledger()
    return folder
