"""The acts on inspections, findings and accountability."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from sunlit.kernel.refusals import Unacceptable
from sunlit.ledger.services import record
from sunlit.organization.models import Agency, Office, Official
from sunlit.supervision import events, policies
from sunlit.supervision.models import Accountability, Finding, Inspection
from sunlit.supervision.services.codes import new_code

BASIS = "supervision.inspection"


@transaction.atomic(durable=True)
def hold_inspection(
    *,
    agency: Agency,
    by: Official,
    today: date,
    held_on: date,
    kind: str,
    scope: str,
    office: Office,
    units_checked: int,
    supervisors_joined: int,
    is_combined: bool,
) -> Inspection:
    """Record that an inspection was held."""
    if refusal := policies.why_not_inspect(by):
        raise refusal
    if held_on > today:
        raise Unacceptable(
            _("The inspection has not been held yet."), remedy=_("Record it on its day or later.")
        )
    known = Inspection.objects.filter(agency=agency, year=held_on.year).order_by("code")
    codes = known.values_list("code", flat=True)
    inspection = Inspection.objects.create(
        agency=agency,
        year=held_on.year,
        code=new_code(agency, codes, first=f"JC{held_on.year}-01"),
        held_on=held_on,
        kind=kind,
        scope=scope,
        office=office,
        units_checked=units_checked,
        supervisors_joined=supervisors_joined,
        is_combined=is_combined,
    )
    record(
        events.InspectionHeld(inspection.code, kind, scope),
        about=inspection,
        by=by,
        day=today,
        basis=policies.basis(BASIS, today),
    )
    return inspection


@transaction.atomic(durable=True)
def issue_bulletin(
    *, record_id: int, by: Official, today: date, bulletin_number: str
) -> Inspection:
    """Tell all offices and the public what an inspection found."""
    inspections = Inspection.objects.select_for_update(of=("self",))
    inspection = inspections.get(pk=record_id, agency=by.agency)
    if refusal := policies.why_not_announce(by, inspection):
        raise refusal
    if today < inspection.held_on:
        raise Unacceptable(_("The bulletin cannot be issued before the inspection."))
    inspection.announce(bulletin_number, on=today)
    inspection.save(update_fields=["bulletin_number", "bulletin_on", "is_published"])
    record(
        events.BulletinIssued(inspection.code, bulletin_number),
        about=inspection,
        by=by,
        day=today,
        basis=policies.basis(BASIS, inspection.held_on),
    )
    return inspection


@transaction.atomic(durable=True)
def record_finding(
    *,
    record_id: int,
    by: Official,
    today: date,
    office: Office,
    kind: str,
    description: str,
    due_on: date,
) -> Finding:
    """Record what an inspection found wrong, and order the office to put it right by a day."""
    inspections = Inspection.objects.select_for_update(of=("self",))
    inspection = inspections.get(pk=record_id, agency=by.agency)
    if refusal := policies.why_not_record_finding(by, inspection):
        raise refusal
    if today < inspection.held_on or due_on < today:
        raise Unacceptable(
            _("The notice comes after the inspection, and the day to rectify after the notice.")
        )
    known = inspection.findings.order_by("code").values_list("code", flat=True)
    finding = Finding.objects.create(
        inspection=inspection,
        code=new_code(by.agency, known, first=f"{inspection.code}-1"),
        office=office,
        kind=kind,
        description=description,
        notified_on=today,
        due_on=due_on,
    )
    record(
        events.RectificationOrdered(finding.code, office.code, kind, due_on),
        about=finding,
        by=by,
        day=today,
        basis=policies.basis(BASIS, inspection.held_on),
    )
    return finding


@transaction.atomic(durable=True)
def record_rectification(
    *, record_id: int, by: Official, today: date, rectified_on: date, rectification: str
) -> Finding:
    """Verify that a finding was put right on a day."""
    finding = _finding(record_id, by)
    if refusal := policies.why_not_rectify(by, finding):
        raise refusal
    if not finding.notified_on <= rectified_on <= today:
        raise Unacceptable(
            _("The day of rectification lies between the notice and today."),
            remedy=_("The notice was given on %(day)s.") % {"day": finding.notified_on},
        )
    finding.rectify(rectification, on=rectified_on, verified_by=by.post)
    finding.save(update_fields=["rectified_on", "rectification", "verified_by"])
    record(
        events.FindingRectified(finding.code, rectification),
        about=finding,
        by=by,
        day=today,
        basis=policies.basis(BASIS, finding.inspection.held_on),
    )
    return finding


@transaction.atomic(durable=True)
def hold_to_account(
    *,
    record_id: int,
    by: Official,
    today: date,
    source: str,
    fact: str,
    ground: str,
    measure: str,
    post: str,
    is_published: bool,
) -> Accountability:
    """Decide that a post answers for what an inspection found."""
    finding = _finding(record_id, by)
    if refusal := policies.why_not_hold_to_account(by, finding):
        raise refusal
    found_on = finding.inspection.held_on
    if today < found_on:
        raise Unacceptable(_("The decision cannot come before the inspection."))
    known = Accountability.objects.filter(agency=by.agency, year=today.year).order_by("code")
    codes = known.values_list("code", flat=True)
    decision = Accountability.objects.create(
        agency=by.agency,
        year=today.year,
        code=new_code(by.agency, codes, first="ZJ01"),
        office=finding.office,
        found_on=found_on,
        source=source,
        fact=fact,
        ground=ground,
        measure=measure,
        post=post,
        decided_on=today,
        is_published=is_published,
    )
    finding.accountability = decision
    finding.save(update_fields=["accountability"])
    record(
        events.AccountabilityDecided(decision.code, decision.office.code, measure),
        about=decision,
        by=by,
        day=today,
        basis=policies.basis("supervision.accountability", found_on),
    )
    return decision


def _finding(record_id: int, by: Official) -> Finding:
    findings = Finding.objects.select_for_update(of=("self",))
    related = findings.select_related("inspection", "office")
    return related.get(pk=record_id, inspection__agency=by.agency)
