"""The acts on the agency, its leaders and its offices."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from sunlit.kernel.refusals import Unacceptable
from sunlit.organization import events
from sunlit.organization.acting import entered, locked, own
from sunlit.organization.models import Agency, Leader, Office, OfficeKind, Official, PostDuty
from sunlit.organization.policies import organization as policies


@transaction.atomic(durable=True)
def describe_agency(
    *,
    record_id: int,
    by: Official,
    today: date,
    name: str,
    other_name: str,
    address: str,
    postcode: str,
    supervision_phone: str,
    foi_phone: str,
    complaint_phone: str,
    hotline: str,
    website: str,
    fax: str = "",
    email: str = "",
    credit_code: str = "",
) -> Agency:
    """Set down the agency's name, address and phones, as every public page shows them."""
    agency = _agency(record_id, by)
    if refusal := policies.why_not_administer(by, agency):
        raise refusal
    agency.name, agency.other_name = name, other_name
    agency.address, agency.postcode = address, postcode
    agency.supervision_phone, agency.foi_phone = supervision_phone, foi_phone
    agency.complaint_phone, agency.hotline = complaint_phone, hotline
    agency.website, agency.fax, agency.email = website, fax, email
    agency.credit_code = credit_code
    agency.save()
    return entered(events.AgencyDescribed(agency.code, name), agency, by=by, today=today)


@transaction.atomic(durable=True)
def mark_site(
    *,
    record_id: int,
    by: Official,
    today: date,
    site_name: str,
    site_code: str,
    icp_number: str,
    police_number: str,
    site_host: str,
) -> Agency:
    """Set down the marks of the public site, and the host at which it is this agency's."""
    agency = _agency(record_id, by)
    if refusal := policies.why_not_administer(by, agency):
        raise refusal
    host = site_host.lower().rstrip(".")
    if host and Agency.objects.filter(site_host=host).exclude(pk=agency.pk).exists():
        raise Unacceptable(
            _("The host %(host)s shows the site of another agency.") % {"host": host},
            remedy=_("Choose a host name of your own."),
        )
    agency.site_name, agency.site_code, agency.site_host = site_name, site_code, host
    agency.icp_number, agency.police_number = icp_number, police_number
    agency.save()
    event = events.SiteMarked(agency.code, site_name, site_code, host)
    return entered(event, agency, by=by, today=today)


@transaction.atomic(durable=True)
def add_leader(
    *,
    agency: Agency,
    by: Official,
    today: date,
    code: str,
    title: str,
    in_charge: str,
    openness: str,
) -> Leader:
    """Add a leading post."""
    own(by, agency)
    if refusal := policies.why_not_administer(by, None):
        raise refusal
    if Leader.objects.filter(agency=agency, code=code).exists():
        raise _taken(code)
    leader = Leader.objects.create(
        agency=agency, code=code, title=title, in_charge=in_charge, openness=openness
    )
    return entered(events.LeaderDescribed(code, title), leader, by=by, today=today)


@transaction.atomic(durable=True)
def describe_leader(
    *, record_id: int, by: Official, today: date, title: str, in_charge: str, openness: str
) -> Leader:
    """Set down what a leading post is called and in charge of; its duty goes with the title."""
    leader = locked(Leader.objects.all(), record_id, agency=by.agency)
    if refusal := policies.why_not_administer(by, leader):
        raise refusal
    _carry_duty(by.agency, leader.title, title)
    leader.title, leader.in_charge, leader.openness = title, in_charge, openness
    leader.save(update_fields=["title", "in_charge", "openness"])
    return entered(events.LeaderDescribed(leader.code, title), leader, by=by, today=today)


@transaction.atomic(durable=True)
def establish_office(
    *,
    agency: Agency,
    by: Official,
    today: date,
    code: str,
    name: str,
    kind: OfficeKind,
    head_post: str,
    leader: Leader,
    phone: str,
    duty: str,
) -> Office:
    """Begin an office, under a leader in charge."""
    own(by, agency)
    if refusal := policies.why_not_administer(by, None):
        raise refusal
    own(leader, agency)
    if Office.objects.filter(agency=agency, code=code).exists():
        raise _taken(code)
    office = Office.objects.create(
        agency=agency,
        code=code,
        name=name,
        kind=kind,
        head_post=head_post,
        leader=leader,
        phone=phone,
        duty=duty,
        established_on=today,
    )
    return entered(events.OfficeEstablished(code, name, kind), office, by=by, today=today)


@transaction.atomic(durable=True)
def rename_office(*, record_id: int, by: Official, today: date, name: str) -> Office:
    """Give an office another name."""
    office = _office(record_id, by)
    if refusal := policies.why_not_change_office(by, office):
        raise refusal
    was, office.name = office.name, name
    office.save(update_fields=["name"])
    return entered(events.OfficeRenamed(office.code, name, was), office, by=by, today=today)


@transaction.atomic(durable=True)
def describe_office(
    *, record_id: int, by: Official, today: date, head_post: str, phone: str, duty: str
) -> Office:
    """Set down who heads an office, its phone and its duty; the head's duty goes with the post."""
    office = _office(record_id, by)
    if refusal := policies.why_not_change_office(by, office):
        raise refusal
    _carry_duty(by.agency, office.head_post, head_post)
    office.head_post, office.phone, office.duty = head_post, phone, duty
    office.save(update_fields=["head_post", "phone", "duty"])
    event = events.OfficeDescribed(office.code, office.name, head_post)
    return entered(event, office, by=by, today=today)


@transaction.atomic(durable=True)
def reassign_office(*, record_id: int, by: Official, today: date, leader: Leader) -> Office:
    """Put another leader in charge of an office."""
    office = _office(record_id, by)
    if refusal := policies.why_not_change_office(by, office):
        raise refusal
    own(leader, by.agency)
    office.leader = leader
    office.save(update_fields=["leader"])
    event = events.OfficeReassigned(office.code, leader.title)
    return entered(event, office, by=by, today=today)


@transaction.atomic(durable=True)
def close_office(*, record_id: int, by: Official, today: date, reason: str) -> Office:
    """End an office that has nothing left to do. Its records stay."""
    office = _office(record_id, by)
    if refusal := policies.why_not_close_office(by, office):
        raise refusal
    office.closed_on = today
    office.save(update_fields=["closed_on"])
    return entered(events.OfficeClosed(office.code, reason), office, by=by, today=today)


def _agency(record_id: int, by: Official) -> Agency:
    return locked(Agency.objects.order_by("id"), record_id, id=by.agency_id)


def _office(record_id: int, by: Official) -> Office:
    return locked(Office.objects.all(), record_id, agency=by.agency)


def _carry_duty(agency: Agency, was: str, post: str) -> None:
    """Let the duty of a post go with its new name, unless that name has one already."""
    if was != post and not PostDuty.objects.filter(agency=agency, post=post).exists():
        PostDuty.objects.filter(agency=agency, post=was).update(post=post)


def _taken(code: str) -> Unacceptable:
    return Unacceptable(
        _("The agency has the code %(code)s already.") % {"code": code},
        remedy=_("Choose another one."),
    )
