"""Boards, postings, media and signs, and folders with them, for tests."""

import csv
from datetime import date
from pathlib import Path

from sunlit.channels import intake
from sunlit.channels.models import (
    Board,
    HotlineNumber,
    MediaOutlet,
    OutletType,
    Posting,
    PostingKind,
    StreetSign,
)
from sunlit.disclosure.lifecycle import Status
from sunlit.disclosure.models import Item
from sunlit.intake.folder import Folder
from sunlit.organization.models import Office, OfficeKind, Subdistrict, Zone
from tests.disclosure.factories import category
from tests.organization.factories import agency, office, official

YEAR = 2031
DAY = date(2031, 3, 3)

NUMBER = {
    "number_id": "N1",
    "name": "热线",
    "number": "12319",
    "owner": "KS01",
    "on_website": "是",
    "on_street_boards": "是",
    "media_placements": "1",
    "first_published": "2031-01-05",
    "last_published": "2031-01-07",
    "hours": "24小时",
}
PLACEMENT = {
    "media_id": "MT-001",
    "date": "2031-01-05",
    "end_date": "2031-01-07",
    "outlet": "晚报",
    "outlet_type": "报纸",
    "kind": "专栏",
    "column": "城管之窗",
    "title": "号码公布",
    "times": "3",
    "numbers_published": "N1",
    "unit": "KS01",
    "related_news": "",
}
POSTING = {
    "posting_id": "GL-001",
    "board": "办公楼公开栏",
    "type": "政务",
    "title": "通告",
    "unit": "KS01",
    "posted_on": "2031-03-03",
    "summary": "",
    "item_id": "XX2031-0001",
    "removed_on": "2031-03-20",
    "posted_by": "经办人",
    "photo_no": "",
}
BRIGADE_POSTING = {
    "posting_id": "DDGL-001",
    "brigade": "DD01",
    "board": "一大队公开栏",
    "type": "承诺",
    "title": "服务承诺",
    "posted_on": "2031-02-02",
    "posted_by": "一大队信息员",
}
SIGN = {
    "board_id": "GP-001",
    "subdistrict": "甲街道",
    "zone": "Z1",
    "alley": "第一巷",
    "installed_on": "2031-08-03",
    "complaint_phone": "12319",
    "responsible_unit": "DD01",
    "unit_phone": "",
    "cleaning_unit": "",
    "size": "",
    "site_publicity": "2031-07-23",
    "checked_on": "2031-11-26",
    "condition": "完好",
}
EVENT = {
    "event_id": "HD01",
    "start": "2031-05-15",
    "end": "2031-05-16",
    "name": "政务公开日",
    "venue": "广场",
    "rainbow_arches": "2",
    "slogan_banners": "20",
    "leaflets": "4000",
    "unit": "KS01",
    "note": "",
}
SITE = """project: 网站整合
lead: KS01
steps:
  - {seq: 1, name: 方案, date: 2031-03-26}
  - {seq: 2, name: 验收, date: 2031-06-26}
result:
  integrated: true
  catalogue_upgraded: true
  shared_columns: [政策法规, 通知公告]
  go_live: 2031-06-26
"""
FILES = {
    "hotline_numbers.csv": NUMBER,
    "media.csv": PLACEMENT,
    "board_postings.csv": POSTING,
    "brigade_board_postings.csv": BRIGADE_POSTING,
    "street_boards.csv": SIGN,
    "events.csv": EVENT,
}


def brigade(code: str = "DD01") -> Office:
    """Return a brigade of the agency."""
    found = office(code)
    found.kind = OfficeKind.BRIGADE
    found.save()
    return found


def item(code: str = "XX2031-0001", **changes: object) -> Item:
    """Return an item that was published on the third of March."""
    terms = {
        "title": "通告",
        "made_on": date(2031, 3, 1),
        "published_on": DAY,
        "index_number": f"000/203103-{code}",
        "status": Status.PUBLISHED,
        "category": category(),
        "office": office(),
        "body": "正文",
    }
    return Item.objects.create(agency=agency(), year=YEAR, code=code, **(terms | changes))


def board(name: str = "办公楼公开栏", *, of: Office | None = None) -> Board:
    """Return a board: the office building's, or an office's."""
    found, _is_new = Board.objects.get_or_create(agency=agency(), name=name, office=of)
    return found


def posting(**changes: object) -> Posting:
    """Return a paper that hangs on the office building's board."""
    terms = {
        "code": "GL-001",
        "board": board(),
        "kind": PostingKind.GOVERNMENT,
        "title": "通告",
        "office": office(),
        "posted_on": DAY,
        "post": "经办人",
    }
    return Posting.objects.create(agency=agency(), **({"year": YEAR} | terms | changes))


def outlet(name: str = "晚报") -> MediaOutlet:
    """Return a newspaper."""
    found, _is_new = MediaOutlet.objects.get_or_create(
        agency=agency(), name=name, defaults={"type": OutletType.NEWSPAPER}
    )
    return found


def number(code: str = "N1") -> HotlineNumber:
    """Return a number that the first section answers."""
    return HotlineNumber.objects.create(
        agency=agency(),
        code=code,
        name="热线",
        number="12319",
        office=office(),
        hours="24小时",
        is_on_website=True,
        is_on_street_signs=True,
        first_published_on=DAY,
        last_published_on=DAY,
    )


def districts() -> tuple[Subdistrict, Zone]:
    """Return a subdistrict and its zone."""
    subdistrict, _is_new = Subdistrict.objects.get_or_create(agency=agency(), name="甲街道")
    zone, _is_new = Zone.objects.get_or_create(
        agency=agency(), code="Z1", defaults={"name": "中心城区"}
    )
    return subdistrict, zone


def sign(**changes: object) -> StreetSign:
    """Return a sign that the first brigade answers for."""
    subdistrict, zone = districts()
    terms = {
        "code": "GP-001",
        "subdistrict": subdistrict,
        "zone": zone,
        "alley": "第一巷",
        "complaint_phone": "12319",
        "office": brigade(),
        "installed_on": DAY,
    }
    return StreetSign.objects.create(agency=agency(), **(terms | changes))


def folder(
    path: Path, *, year: int = YEAR, site: str = SITE, **rows: list[dict[str, str]]
) -> Folder:
    """Return a year's folder after it was taken in; `rows` replace a file's, by its stem."""
    path.mkdir(exist_ok=True)
    (path / "site_integration.yaml").write_text(site, encoding="utf-8")
    for name, usual in FILES.items():
        with (path / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(usual))
            writer.writeheader()
            writer.writerows(rows.get(name.removesuffix(".csv"), [usual]))
    found = Folder(path, year=year)
    found.agency = agency()
    found.by = official(username=f"records-{year}")
    subdistrict, zone = districts()
    found.shelve("office", {"KS01": office("KS01"), "DD01": brigade("DD01")})
    found.shelve("leader", {"LD01": office("KS01").leader})
    found.shelve("subdistrict", {"甲街道": subdistrict})
    found.shelve("zone", {"Z1": zone})
    found.shelve("item", {one.code: one for one in Item.objects.order_by("code")})
    intake.take(found)
    return found
