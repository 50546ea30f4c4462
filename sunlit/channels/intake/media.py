"""Taking in hotline numbers, media outlets and what was placed in them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Annotated

from django.utils.translation import gettext as _
from pydantic import BeforeValidator

from sunlit.channels import events
from sunlit.channels.models import (
    HotlineNumber,
    MediaOutlet,
    OutletType,
    Placement,
    PlacementKind,
)
from sunlit.intake.folder import Folder
from sunlit.intake.rows import Code, Count, Day, Listed, Row, YesNo, coded

BASIS = "channels.publish"
TYPES = {
    "报纸": OutletType.NEWSPAPER,
    "广播": OutletType.RADIO,
    "电视": OutletType.TELEVISION,
    "网站": OutletType.WEBSITE,
}
KINDS = {
    "专版": PlacementKind.SPECIAL_PAGE,
    "专栏": PlacementKind.COLUMN,
    "号码公告": PlacementKind.NUMBER_ANNOUNCEMENT,
    "直播": PlacementKind.LIVE,
    "专题": PlacementKind.FEATURE,
}


class NumberRow(Row):
    """A row of hotline_numbers.csv."""

    number_id: Code
    name: str
    number: str
    owner: Code
    on_website: YesNo
    on_street_boards: YesNo
    media_placements: Count | None = None
    first_published: Day
    last_published: Day
    hours: str


class PlacementRow(Row):
    """A row of media.csv."""

    media_id: Code
    date: Day
    end_date: Day
    outlet: str
    outlet_type: Annotated[OutletType, BeforeValidator(coded(TYPES))]
    kind: Annotated[PlacementKind, BeforeValidator(coded(KINDS))]
    column: str = ""
    title: str
    times: Count
    numbers_published: Listed = ()
    unit: Code
    related_news: str = ""


def take_media(folder: Folder) -> None:
    """Take in the numbers, then the outlets, then the placements that announced the numbers."""
    numbers = folder.table("hotline_numbers.csv", NumberRow, key="number_id")
    _take_numbers(folder, numbers)
    rows = folder.table("media.csv", PlacementRow, key="media_id")
    outlets = _take_outlets(folder, rows)
    _take_placements(folder, rows, outlets)
    announced = Counter(code for row in rows for code in dict.fromkeys(row.numbers_published))
    for number in numbers:
        found = announced[number.number_id]
        if number.media_placements is not None and number.media_placements != found:
            reason = _("%(stated)d placements are stated, but %(found)d announce the number.")
            values = {"stated": number.media_placements, "found": found}
            folder.warn(number, "media_placements", reason % values)


def _take_numbers(folder: Folder, rows: Iterable[NumberRow]) -> None:
    numbers = {row.number_id: number for row in rows if (number := _number(folder, row))}
    for earlier in HotlineNumber.objects.filter(agency=folder.agency, code__in=numbers):
        number = numbers[earlier.code]
        number.first_published_on = min(number.first_published_on, earlier.first_published_on)
    stored = folder.restate(HotlineNumber, numbers, ends="withdrawn_on")
    folder.promise("number", [row.number_id for row in rows])
    folder.shelve("number", stored.records)
    for row in rows:
        if row.number_id in stored.told:
            event = events.NumberPublished(row.number_id, row.name, row.number)
            about = stored.records[row.number_id]
            folder.enter(event, about, day=row.first_published, basis=BASIS, row=row)


def _number(folder: Folder, row: NumberRow) -> HotlineNumber | None:
    folder.in_order(row, "first_published", "last_published")
    leader = folder.shelf("leader").get(row.owner)
    office = None if leader else folder.find("office", row.owner, row, "owner")
    if leader is None and office is None:
        return None
    return HotlineNumber(
        agency=folder.agency,
        code=row.number_id,
        name=row.name,
        number=row.number,
        leader=leader,
        office=office,
        hours=row.hours,
        is_on_website=row.on_website,
        is_on_street_signs=row.on_street_boards,
        first_published_on=row.first_published,
        last_published_on=row.last_published,
    )


def _take_outlets(folder: Folder, rows: Iterable[PlacementRow]) -> Mapping[str, MediaOutlet]:
    first: dict[str, PlacementRow] = {}
    for row in rows:
        known = first.setdefault(row.outlet, row)
        if known.outlet_type != row.outlet_type:
            reason = _("%(outlet)s is another type of outlet in line %(line)d, which is kept.")
            values = {"outlet": row.outlet, "line": known.line}
            folder.warn(row, "outlet_type", reason % values)
        if row.date < known.date:
            first[row.outlet] = row
    outlets = {
        name: MediaOutlet(agency=folder.agency, name=name, type=row.outlet_type)
        for name, row in first.items()
    }
    stored = folder.restate(MediaOutlet, outlets, key="name")
    for name, row in first.items():
        if name in stored.told:
            event = events.OutletListed(name, row.outlet_type)
            folder.enter(event, stored.records[name], day=row.date, basis=BASIS, row=row)
    return stored.records


def _take_placements(
    folder: Folder, rows: Iterable[PlacementRow], outlets: Mapping[str, MediaOutlet]
) -> None:
    titles = {item.title for item in folder.shelf("item").values()}
    placements = {}
    for row in rows:
        folder.in_order(row, "date", "end_date")
        office = folder.find("office", row.unit, row, "unit")
        if row.related_news and row.related_news not in titles:
            reason = _("No published item has the title %(title)s.")
            folder.warn(row, "related_news", reason % {"title": row.related_news})
        if office and row.outlet in outlets:
            placements[row.media_id] = Placement(
                agency=folder.agency,
                year=folder.year,
                code=row.media_id,
                outlet=outlets[row.outlet],
                kind=row.kind,
                starts_on=row.date,
                ends_on=row.end_date,
                column=row.column,
                title=row.title,
                times=row.times,
                office=office,
                related_news=row.related_news,
            )
    folder.save(Placement, placements.values())
    _announce(folder, rows, placements)
    for row in rows:
        if row.media_id in placements:
            event = events.PlacementAppeared(
                row.media_id, row.outlet, row.kind, row.title, row.times
            )
            about = placements[row.media_id]
            folder.enter(event, about, day=row.date, basis=BASIS, row=row)


def _announce(
    folder: Folder, rows: Iterable[PlacementRow], placements: Mapping[str, Placement]
) -> None:
    through = Placement.numbers.through
    announced = []
    for row in rows:
        for code in dict.fromkeys(row.numbers_published):
            number = folder.find("number", code, row, "numbers_published")
            placement = placements.get(row.media_id)
            if number and placement:
                keys = {"placement_id": placement.pk, "hotlinenumber_id": number.pk}
                announced.append(through(**keys))
    folder.save(through, announced)
