"""The acts on who answers: the leading group, its meetings, information officers, duties."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from sunlit.kernel.refusals import Unacceptable
from sunlit.organization import events
from sunlit.organization.acting import entered, locked, own
from sunlit.organization.models import (
    Agency,
    DutyLevel,
    GroupMeeting,
    InformationOfficer,
    InPlace,
    InPlaceKind,
    Leader,
    LeadingGroup,
    Office,
    Official,
    PostDuty,
    Seat,
    SeatRole,
)
from sunlit.organization.policies import organization as policies

GROUP = "organization.leading_group"


@transaction.atomic(durable=True)
def adjust_group(
    *,
    agency: Agency,
    by: Official,
    today: date,
    name: str,
    adjusting_document: str,
    reason: str,
    chair: Leader,
    vice_chair: Leader,
    members: Sequence[Office],
    office_name: str,
    co_located_with: Office,
    office_director: str,
    office_phone: str,
) -> LeadingGroup:
    """Set the leading group's seats anew, as of today; the group as it was is kept.

    The offices of `members` are represented by the posts that head them.
    """
    own(by, agency)
    if refusal := policies.why_not_adjust_group(by, None):
        raise refusal
    for one in (chair, vice_chair, co_located_with, *members):
        own(one, agency)
    if chair == vice_chair:
        raise Unacceptable(_("The chair cannot be the vice-chair as well."))
    if LeadingGroup.objects.filter(agency=agency, adjusted_on__gte=today).exists():
        raise Unacceptable(
            _("The group has been adjusted today, or for a later day."),
            remedy=_("Adjust it again tomorrow."),
        )
    group = LeadingGroup.objects.create(
        agency=agency,
        name=name,
        adjusted_on=today,
        adjusting_document=adjusting_document,
        reason=reason,
        office_name=office_name,
        co_located_with=co_located_with,
        office_director=office_director,
        office_phone=office_phone,
    )
    entered(
        events.LeadingGroupAdjusted(name, adjusting_document),
        group,
        by=by,
        today=today,
        basis=GROUP,
    )
    _seat(group, SeatRole.CHAIR, by=by, leader=chair)
    _seat(group, SeatRole.VICE_CHAIR, by=by, leader=vice_chair)
    for office in members:
        _seat(group, SeatRole.MEMBER, by=by, office=office)
    return group


def _seat(
    group: LeadingGroup,
    role: SeatRole,
    *,
    by: Official,
    leader: Leader | None = None,
    office: Office | None = None,
) -> None:
    title = leader.title if leader else office.head_post if office else ""
    seat = Seat.objects.create(group=group, role=role, title=title, leader=leader, office=office)
    entered(events.SeatGiven(role, title), seat, by=by, today=group.adjusted_on, basis=GROUP)


@transaction.atomic(durable=True)
def hold_meeting(
    *,
    record_id: int,
    by: Official,
    today: date,
    held_on: date,
    kind: str,
    theme: str,
    attended: int,
    minutes: str,
) -> GroupMeeting:
    """Write down that the leading group met, and the number of the minutes."""
    group = _group(record_id, by)
    if refusal := policies.why_not_change_group(by, group):
        raise refusal
    if not group.adjusted_on <= held_on <= today:
        raise Unacceptable(
            _("A meeting of this group was held between %(first)s and today.")
            % {"first": group.adjusted_on},
            remedy=_("Write it down after it was held."),
        )
    if group.meetings.filter(minutes=minutes).exists():
        raise Unacceptable(
            _("The minutes %(number)s are there already.") % {"number": minutes},
            remedy=_("Each meeting has minutes of its own."),
        )
    meeting = GroupMeeting.objects.create(
        group=group, held_on=held_on, kind=kind, theme=theme, attended=attended, minutes=minutes
    )
    event = events.GroupMet(kind, theme, minutes)
    return entered(event, meeting, by=by, today=today, basis=GROUP)


@transaction.atomic(durable=True)
def put_in_place(
    *, record_id: int, by: Official, today: date, kind: InPlaceKind, evidence: str
) -> LeadingGroup:
    """Write down that leadership, organisation or personnel is in place, with the evidence."""
    group = _group(record_id, by)
    if refusal := policies.why_not_change_group(by, group):
        raise refusal
    if group.in_place.filter(kind=kind).exists():
        raise Unacceptable(_("This is in place already."))
    place = InPlace.objects.create(group=group, kind=kind, evidence=evidence, on=today)
    entered(events.PutInPlace(kind, evidence), place, by=by, today=today)
    return group


@transaction.atomic(durable=True)
def appoint_officer(*, record_id: int, by: Official, today: date) -> Office:
    """Appoint the information officer of an office; a post, never a person's name."""
    office = locked(Office.objects.all(), record_id, agency=by.agency)
    if refusal := policies.why_not_appoint_officer(by, office):
        raise refusal
    if office.officers.filter(appointed_on=today).exists():
        raise Unacceptable(
            _("The office has had an information officer today already."),
            remedy=_("Appoint the next one tomorrow."),
        )
    officer = InformationOfficer.objects.create(agency=by.agency, office=office, appointed_on=today)
    entered(events.InformationOfficerAppointed(office.code), officer, by=by, today=today)
    return office


@transaction.atomic(durable=True)
def relieve_officer(*, record_id: int, by: Official, today: date) -> InformationOfficer:
    """Relieve an information officer; that there was one, and until when, is kept."""
    officers = InformationOfficer.objects.select_related("office")
    officer = locked(officers, record_id, agency=by.agency)
    if refusal := policies.why_not_relieve(by, officer):
        raise refusal
    officer.relieved_on = today
    officer.save(update_fields=["relieved_on"])
    event = events.InformationOfficerRelieved(officer.office.code)
    return entered(event, officer, by=by, today=today)


@transaction.atomic(durable=True)
def assign_duty(
    *,
    agency: Agency,
    by: Official,
    today: date,
    post: str,
    level: DutyLevel,
    duty: str,
    office: Office | None,
) -> PostDuty:
    """Say what a post answers for, at one of the four levels."""
    own(by, agency)
    if refusal := policies.why_not_keep_duties(by, None):
        raise refusal
    own(office, agency)
    if PostDuty.objects.filter(agency=agency, post=post).exists():
        raise Unacceptable(
            _("The post %(post)s has its duty already.") % {"post": post},
            remedy=_("Change that one."),
        )
    assigned = PostDuty.objects.create(
        agency=agency, post=post, level=level, duty=duty, office=office
    )
    return entered(events.DutyAssigned(post, level), assigned, by=by, today=today)


@transaction.atomic(durable=True)
def change_duty(
    *,
    record_id: int,
    by: Official,
    today: date,
    level: DutyLevel,
    duty: str,
    office: Office | None,
) -> PostDuty:
    """Change what a post answers for; the ledger keeps that it was changed, and when."""
    assigned = locked(PostDuty.objects.all(), record_id, agency=by.agency)
    if refusal := policies.why_not_keep_duties(by, assigned):
        raise refusal
    own(office, by.agency)
    assigned.level, assigned.duty, assigned.office = level, duty, office
    assigned.save(update_fields=["level", "duty", "office"])
    return entered(events.DutyChanged(assigned.post, level), assigned, by=by, today=today)


def _group(record_id: int, by: Official) -> LeadingGroup:
    groups = LeadingGroup.objects.select_related("agency")
    return locked(groups, record_id, agency=by.agency)
