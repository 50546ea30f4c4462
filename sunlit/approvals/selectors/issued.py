"""Readings of licences that are held, of their renewal, and of who may not apply."""

from datetime import date, timedelta

from django.db.models import QuerySet

from sunlit import statutes
from sunlit.approvals.models import Licence, LicenceCase, LicenceStatus, ReapplyBan, Renewal
from sunlit.approvals.models.parties import PartyKind
from sunlit.kernel.clock import Reading, Started, run
from sunlit.kernel.refusals import BeyondCalendar, NotYetLaw
from sunlit.organization.models import Agency
from sunlit.organization.selectors import official_calendar
from sunlit.powers.models import Power

HIDDEN = "＊"


def licences(agency: Agency) -> QuerySet[Licence]:
    """Return all licences ever issued, the latest first."""
    held = Licence.objects.filter(agency=agency).select_related("power", "case")
    return held.order_by("-issued_on", "-number")


def licence_of(case: LicenceCase) -> Licence | None:
    """Return the licence that was issued by a case."""
    return Licence.objects.filter(case=case).order_by("id").first()


def renewal_of(case: LicenceCase) -> Renewal | None:
    """Return which licence a case is to renew or change; None for a first application."""
    return Renewal.objects.filter(case=case).select_related("licence__power").order_by("id").first()


def licences_to_renew(case: LicenceCase) -> QuerySet[Licence]:
    """Return the licences of the same kind that a case may renew or change."""
    held = licences(case.agency).filter(power=case.power, status=LicenceStatus.VALID)
    return held.exclude(case=case)


def renewal_clock(licence: Licence) -> Reading | None:
    """Return until when renewal can be applied for: thirty working days before it expires."""
    if licence.valid_until is None:
        return None
    try:
        limit = statutes.limit("licence.renewal", on=licence.valid_from)
        return run(limit, [Started(licence.valid_until)], official_calendar(licence.agency_id))
    except (NotYetLaw, BeyondCalendar):
        return None


def in_time_to_renew(licence: Licence, applied_on: date) -> bool | None:
    """Say whether renewal was applied for in time; None where no calendar tells it."""
    reading = renewal_clock(licence)
    if reading is None or reading.due_on is None:
        return None
    return applied_on <= reading.due_on


def renewed_by_silence(agency: Agency, *, on: date) -> list[Renewal]:
    """Return the renewals applied for in time and not decided when the licence expired."""
    waiting = Renewal.objects.filter(
        licence__agency=agency,
        licence__status=LicenceStatus.VALID,
        licence__valid_until__lt=on,
        kind=Renewal.Kind.RENEW,
        is_in_time=True,
        done_on=None,
        case__decided_on=None,
        case__ended_on=None,
    )
    return list(waiting.select_related("licence__power", "case").order_by("id"))


def renewed_until(licence: Licence) -> date | None:
    """Return the last day of a licence that is renewed for as long as it was first issued for."""
    if licence.valid_until is None:
        return None
    first, last = licence.valid_from, licence.valid_until
    start = last + timedelta(days=1)
    if first == _same_day(start, first.year - start.year):
        return _same_day(start, start.year - first.year) - timedelta(days=1)
    return last + (last - first) + timedelta(days=1)


def ban_on(agency: Agency, power: Power, party: str, *, on: date) -> ReapplyBan | None:
    """Return why somebody may not apply for a licence on a day; None where they may."""
    bans = ReapplyBan.objects.filter(
        agency=agency, power=power, party=party.strip(), since__lte=on, until__gte=on
    )
    return bans.order_by("-until", "id").first()


def holder_shown(licence: Licence) -> str:
    """Return the holder as strangers see it: of a natural person the first character only."""
    if licence.holder_kind != PartyKind.PERSON:
        return licence.holder
    return licence.holder[:1] + HIDDEN * 2


def licences_shown(agency: Agency) -> QuerySet[Licence]:
    """Return the licences that the public may look up: all that were ever issued."""
    return licences(agency)


def state_of_licence(licence: Licence, on: date) -> tuple[str, str]:
    """Return the state of a licence on a day and the word for it: a LicenceStatus, or `expired`."""
    if licence.status != LicenceStatus.VALID:
        return "late" if licence.status == LicenceStatus.REVOKED else "neutral", licence.status
    if licence.has_expired(on):
        return "neutral", "expired"
    clock = renewal_clock(licence)
    nears = clock is not None and clock.due_on is not None and on > clock.due_on
    return ("at_risk" if nears else "done"), LicenceStatus.VALID


def _same_day(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)
