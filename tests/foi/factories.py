"""Requests for information for tests: at the desk, and as rows of a folder."""

import csv
from datetime import date
from pathlib import Path
from typing import Any

from sunlit.foi import intake, services
from sunlit.foi.models import InformationRequest
from sunlit.intake.folder import Folder
from sunlit.organization.models import Official, Role
from sunlit.organization.services import records_post
from tests.organization.factories import agency, office, official

RECEIVED = date(2012, 7, 18)
RECEIVED_TODAY = date(2026, 3, 2)
"""A day under the Regulations of 2019."""

ROW = {
    "foi_id": "YSQ2012-001",
    "applicant": "申请人 2012-001",
    "applicant_type": "公民",
    "received": "2012-02-08",
    "channel": "当面",
    "content": "城区道路清扫保洁经费支出总额",
    "purpose": "生活需要",
    "unit": "KS01",
    "registered": "2012-02-08",
    "third_party_sent": "",
    "third_party_replied": "",
    "consult_workdays": "0",
    "extended": "否",
    "extension_notice": "",
    "due": "2012-02-29",
    "replied": "2012-02-16",
    "workdays_used": "6",
    "outcome": "同意公开",
    "legal_basis": "《政府信息公开条例》第二十一条第(一)项",
    "reply_no": "城管公开〔2012〕01号",
    "fee_yuan": "2.40",
    "review_case": "",
    "note": "提供纸质复制件",
}
EXTENDED = {
    "received": "2012-07-18",
    "registered": "2012-07-18",
    "extended": "是",
    "extension_notice": "2012-08-07",
    "due": "2012-08-29",
    "replied": "2012-08-21",
    "workdays_used": "24",
}
THIRD_PARTY_AND_EXTENDED = {
    "received": "2012-09-03",
    "registered": "2012-09-03",
    "third_party_sent": "2012-09-05",
    "third_party_replied": "2012-09-18",
    "consult_workdays": "9",
    "extended": "是",
    "extension_notice": "2012-09-21",
    "due": "2012-11-01",
    "replied": "2012-10-17",
    "workdays_used": "19",
    "outcome": "部分公开",
}
WITHDRAWN = {"outcome": "申请人撤回", "legal_basis": "—", "reply_no": ""}


def _post(role: Role) -> Official:
    return Official.objects.filter(username=role.value).first() or official(role, username=role)


def clerk() -> Official:
    """Return the disclosure clerk."""
    return _post(Role.CLERK)


def head() -> Official:
    """Return the head of the disclosure office."""
    return _post(Role.SECTION_HEAD)


def approver() -> Official:
    """Return the approver."""
    return _post(Role.APPROVER)


def registered(on: date = RECEIVED, **changes: Any) -> InformationRequest:
    """Return a request that the clerk registered on the day of its receipt."""
    office("KS01")
    terms: dict[str, Any] = {
        "agency": agency(),
        "by": clerk(),
        "today": on,
        "received_on": on,
        "channel": "in_person",
        "applicant": "申请人",
        "applicant_kind": "citizen",
        "contact": "某处",
        "content": "道路清扫经费",
        "office": "KS01",
    }
    return services.register_request(**terms | changes)


def taken(path: Path, *rows: dict[str, str], year: int = 2012) -> Folder:
    """Take in a folder that holds nothing but requests; each row is a change of the usual one."""
    with (path / intake.FILE).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(ROW), lineterminator="\n")
        writer.writeheader()
        for number, row in enumerate(rows or ({},), start=1):
            writer.writerow(ROW | {"foi_id": f"YSQ{year}-{number:03}"} | row)
    folder = Folder(path, year=year)
    folder.agency = agency()
    folder.by = records_post(folder.agency, today=RECEIVED)
    folder.shelve("office", {"KS01": office("KS01")})
    intake.take(folder)
    folder.write_ledger()
    return folder
