"""The acts on boards, media, events and street signs."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from sunlit.channels import events, policies, rules
from sunlit.channels.models import (
    Board,
    CampaignEvent,
    HotlineNumber,
    MediaOutlet,
    Placement,
    Posting,
    StreetSign,
)
from sunlit.channels.models.boards import BRIGADE_KINDS, OFFICE_KINDS
from sunlit.disclosure.lifecycle import Status
from sunlit.disclosure.models import Item
from sunlit.kernel.refusals import Unacceptable
from sunlit.kernel.serials import next_code
from sunlit.ledger.events import Event
from sunlit.ledger.services import record
from sunlit.organization.models import Agency, Office, Official


@transaction.atomic(durable=True)
def set_up_board(
    *, agency: Agency, by: Official, today: date, name: str, office: Office | None = None
) -> Board:
    """Set up a board: an office's own or, without one, the office building's."""
    if refusal := policies.why_not_keep(by):
        raise refusal
    if Board.objects.filter(agency=agency, office=office, name=name).exists():
        raise Unacceptable(
            _("There is a board of this name already."), remedy=_("Post on that board.")
        )
    board = Board.objects.create(agency=agency, name=name, office=office)
    _record(events.BoardSetUp(name), board, by=by, today=today)
    return board


@transaction.atomic(durable=True)
def post_notice(
    *,
    agency: Agency,
    by: Official,
    today: date,
    board: Board,
    kind: str,
    title: str,
    office: Office,
    item: str = "",
    summary: str = "",
    photo_number: str = "",
) -> Posting:
    """Post a paper on a board; `item` is the index number of the item that it shows, if any."""
    if refusal := policies.why_not_keep(by):
        raise refusal
    if kind not in (BRIGADE_KINDS if board.office_id else OFFICE_KINDS):
        raise Unacceptable(
            _("Papers of this kind do not hang on this board."),
            remedy=_(
                "Party and government affairs hang in the office building, promises and work "
                "at the brigades."
            ),
            basis=policies.basis(today),
        )
    _lock(agency)
    known = Posting.objects.filter(agency=agency, year=today.year)
    of_kind = known.filter(board__office__isnull=board.office_id is None)
    prefix = "DDGL" if board.office_id else "GL"
    posting = Posting.objects.create(
        agency=agency,
        year=today.year,
        code=next_code(_codes(of_kind), first=f"{prefix}{today.year}-001"),
        board=board,
        kind=kind,
        title=title,
        office=office,
        item=_published(agency, item, today=today) if item else None,
        summary=summary,
        posted_on=today,
        post=by.post,
        photo_number=photo_number,
    )
    event = events.NoticePosted(posting.code, board.name, title)
    _record(event, posting, by=by, today=today)
    return posting


@transaction.atomic(durable=True)
def take_down(*, record_id: int, by: Official, today: date) -> Posting:
    """Take a paper down from its board."""
    postings = Posting.objects.select_for_update(of=("self",))
    posting = postings.get(pk=record_id, agency=by.agency)
    if refusal := policies.why_not_take_down(by, posting):
        raise refusal
    if rules.ran_the_wrong_way(posting.posted_on, today):
        raise Unacceptable(_("The paper cannot be taken down before it was posted."))
    posting.take_down(on=today)
    posting.save(update_fields=["removed_on"])
    _record(events.NoticeTakenDown(posting.code), posting, by=by, today=today)
    return posting


@transaction.atomic(durable=True)
def list_outlet(
    *,
    agency: Agency,
    by: Official,
    today: date,
    name: str,
    type: str,  # noqa: A002
) -> MediaOutlet:
    """Put a media outlet on the list of those in which the agency appears."""
    if refusal := policies.why_not_keep(by):
        raise refusal
    if MediaOutlet.objects.filter(agency=agency, name=name).exists():
        raise Unacceptable(
            _("The outlet %(name)s is on the list already.") % {"name": name},
            remedy=_("Record what appears in it."),
        )
    outlet = MediaOutlet.objects.create(agency=agency, name=name, type=type)
    _record(events.OutletListed(name, outlet.type), outlet, by=by, today=today)
    return outlet


@transaction.atomic(durable=True)
def record_placement(
    *,
    agency: Agency,
    by: Official,
    today: date,
    outlet: MediaOutlet,
    kind: str,
    starts_on: date,
    ends_on: date,
    title: str,
    times: int,
    office: Office,
    column: str = "",
    numbers: Collection[HotlineNumber] = (),
    related_news: str = "",
) -> Placement:
    """Record what appeared in a media outlet, and which numbers it announced."""
    if refusal := policies.why_not_keep(by):
        raise refusal
    _check_days(starts_on, ends_on, today=today)
    _lock(agency)
    known = Placement.objects.filter(agency=agency, year=starts_on.year)
    placement = Placement.objects.create(
        agency=agency,
        year=starts_on.year,
        code=next_code(_codes(known), first=f"MT{starts_on.year}-001"),
        outlet=outlet,
        kind=kind,
        starts_on=starts_on,
        ends_on=ends_on,
        column=column,
        title=title,
        times=times,
        office=office,
        related_news=related_news,
    )
    placement.numbers.set(numbers)
    event = events.PlacementAppeared(placement.code, outlet.name, kind, title, times)
    _record(event, placement, by=by, today=today)
    return placement


@transaction.atomic(durable=True)
def record_campaign_event(
    *,
    agency: Agency,
    by: Official,
    today: date,
    name: str,
    venue: str,
    starts_on: date,
    ends_on: date,
    arches: int,
    banners: int,
    leaflets: int,
    office: Office,
    note: str = "",
) -> CampaignEvent:
    """Record an event at which the agency showed what it does."""
    if refusal := policies.why_not_keep(by):
        raise refusal
    _check_days(starts_on, ends_on, today=today)
    _lock(agency)
    known = CampaignEvent.objects.filter(agency=agency, year=starts_on.year)
    held = CampaignEvent.objects.create(
        agency=agency,
        year=starts_on.year,
        code=next_code(_codes(known), first=f"HD{starts_on.year}-01"),
        name=name,
        venue=venue,
        starts_on=starts_on,
        ends_on=ends_on,
        arches=arches,
        banners=banners,
        leaflets=leaflets,
        office=office,
        note=note,
    )
    _record(events.CampaignEventHeld(held.code, name, ends_on), held, by=by, today=today)
    return held


@transaction.atomic(durable=True)
def inspect_sign(*, record_id: int, by: Official, today: date, condition: str) -> StreetSign:
    """Inspect a street sign and say in which condition it is."""
    signs = StreetSign.objects.select_for_update(of=("self",))
    sign = signs.get(pk=record_id, agency=by.agency)
    if refusal := policies.why_not_inspect(by, sign):
        raise refusal
    if rules.ran_the_wrong_way(sign.installed_on, today):
        raise Unacceptable(_("The sign cannot be inspected before it was installed."))
    sign.note_condition(condition, on=today)
    sign.save(update_fields=["condition", "checked_on"])
    _record(events.SignInspected(sign.code, condition), sign, by=by, today=today)
    return sign


def _check_days(starts_on: date, ends_on: date, *, today: date) -> None:
    if rules.ran_the_wrong_way(starts_on, ends_on):
        raise Unacceptable(_("The last day cannot be before the first day."))
    if starts_on > today:
        raise Unacceptable(
            _("What is still to come cannot be recorded yet."),
            remedy=_("Record it on the first day or later."),
        )


def _published(agency: Agency, number: str, *, today: date) -> Item:
    item = Item.objects.filter(agency=agency, index_number=number).first()
    if item is None or item.status != Status.PUBLISHED:
        raise Unacceptable(
            _("No published item has the index number %(number)s.") % {"number": number},
            remedy=_("Publish it first, or leave the number out."),
            basis=policies.basis(today),
        )
    if rules.posted_too_early(today, item.published_on):
        raise Unacceptable(_("The paper cannot be posted before its item is published."))
    return item


def _lock(agency: Agency) -> None:
    """Lock the agency's row, so that no two acts give out the same code."""
    Agency.objects.select_for_update(of=("self",)).get(pk=agency.pk)


def _codes(known: "Iterable[Posting | Placement | CampaignEvent]") -> list[str]:
    return [one.code for one in known]


def _record(event: Event, about: Model, *, by: Official, today: date) -> None:
    record(event, about=about, by=by, day=today, basis=policies.basis(today))
