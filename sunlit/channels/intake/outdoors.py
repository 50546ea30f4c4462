"""Taking in street signs and campaign events."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from sunlit.channels import events
from sunlit.channels.models import CampaignEvent, StreetSign
from sunlit.intake.folder import Folder
from sunlit.intake.rows import Code, Count, Day, Row

BASIS = "channels.publish"


class SignRow(Row):
    """A row of street_boards.csv."""

    board_id: Code
    subdistrict: str
    zone: Code
    alley: str
    installed_on: Day
    complaint_phone: str = ""
    responsible_unit: Code | None = None
    unit_phone: str = ""
    cleaning_unit: str = ""
    size: str = ""
    site_publicity: Day | None = None
    checked_on: Day | None = None
    condition: str = ""


class CampaignEventRow(Row):
    """A row of events.csv."""

    event_id: Code
    start: Day
    end: Day
    name: str
    venue: str
    rainbow_arches: Count
    slogan_banners: Count
    leaflets: Count
    unit: Code
    note: str = ""


def take_signs(folder: Folder) -> None:
    """Take in the register of street signs as the year's folder states it."""
    rows = folder.table("street_boards.csv", SignRow, key="board_id")
    signs = {row.board_id: sign for row in rows if (sign := _sign(folder, row))}
    _keep_first_days(folder, signs)
    stored = folder.restate(StreetSign, signs, ends="removed_on")
    for row in rows:
        if row.board_id not in stored.told:
            continue
        sign = stored.records[row.board_id]
        installed = events.SignInstalled(row.board_id, row.alley)
        folder.enter(installed, sign, day=row.installed_on, basis=BASIS, row=row)
        if row.checked_on:
            inspected = events.SignInspected(row.board_id, row.condition)
            folder.enter(inspected, sign, day=row.checked_on, basis=BASIS, row=row)


def _keep_first_days(folder: Folder, signs: Mapping[str, StreetSign]) -> None:
    """Let a sign that was replaced keep the day since which one of its code has stood there."""
    known = StreetSign.objects.filter(agency=folder.agency, code__in=signs)
    for earlier in known.order_by("code"):
        sign = signs[earlier.code]
        if earlier.installed_on < sign.installed_on:
            sign.installed_on = earlier.installed_on
            sign.site_announced_on = earlier.site_announced_on


def _sign(folder: Folder, row: SignRow) -> StreetSign | None:
    folder.in_order(row, "site_publicity", "installed_on", "checked_on")
    subdistrict = folder.find("subdistrict", row.subdistrict, row, "subdistrict")
    zone = folder.find("zone", row.zone, row, "zone")
    office = folder.find("office", row.responsible_unit, row, "responsible_unit")
    if row.condition and row.checked_on is None:
        folder.fault(row, "checked_on", _("A condition needs the day of the inspection."))
    for column in ("complaint_phone", "responsible_unit"):
        if not getattr(row, column):
            folder.warn(row, column, _("The sign does not say whom to call, and is not counted."))
    if office and row.unit_phone and row.unit_phone != office.phone:
        reason = _("The phone of %(code)s is %(phone)s.")
        folder.warn(row, "unit_phone", reason % {"code": office.code, "phone": office.phone})
    if subdistrict is None or zone is None:
        return None
    return StreetSign(
        agency=folder.agency,
        code=row.board_id,
        subdistrict=subdistrict,
        zone=zone,
        alley=row.alley,
        complaint_phone=row.complaint_phone,
        office=office,
        office_phone=row.unit_phone,
        cleaned_by=row.cleaning_unit,
        size=row.size,
        site_announced_on=row.site_publicity,
        installed_on=row.installed_on,
        checked_on=row.checked_on,
        condition=row.condition,
    )


def take_campaign_events(folder: Folder) -> None:
    """Take in the events at which the agency showed what it does."""
    rows = folder.table("events.csv", CampaignEventRow, key="event_id")
    held: dict[str, CampaignEvent] = {}
    for row in rows:
        folder.in_order(row, "start", "end")
        office = folder.find("office", row.unit, row, "unit")
        if office:
            held[row.event_id] = CampaignEvent(
                agency=folder.agency,
                year=folder.year,
                code=row.event_id,
                name=row.name,
                venue=row.venue,
                starts_on=row.start,
                ends_on=row.end,
                arches=row.rainbow_arches,
                banners=row.slogan_banners,
                leaflets=row.leaflets,
                office=office,
                note=row.note,
            )
    folder.save(CampaignEvent, held.values())
    for row in rows:
        if row.event_id in held:
            event = events.CampaignEventHeld(row.event_id, row.name, row.end)
            folder.enter(event, held[row.event_id], day=row.start, basis=BASIS, row=row)
