"""Who may coerce, how and when: every refusal with its article of the Coercion Law."""

from datetime import date, datetime, time

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sunlit.approvals.lifecycle import COERCION_TRANSITIONS, CoercionStatus
from sunlit.approvals.models import MEASURES, CoercionCase, CoercionKind
from sunlit.approvals.policies.permission import basis, why_not_one_of, wrong_moment
from sunlit.approvals.selectors import coercion as readings
from sunlit.kernel.refusals import Refused, Unacceptable
from sunlit.organization.models import Official, Role
from sunlit.organization.selectors import office_day

BRIGADE = (Role.INVESTIGATOR, Role.SECTION_HEAD)
HEADS = (Role.SECTION_HEAD, Role.APPROVER, Role.LEADER)
LEGAL = (Role.LEGAL_REVIEWER, Role.SECTION_HEAD)
NIGHT_ENDS, NIGHT_BEGINS = time(6), time(22)
ENFORCING = (CoercionKind.DEMOLITION, CoercionKind.SUBSTITUTE, CoercionKind.COURT)


def why_not_open(by: Official, _none: object = None) -> Refused | None:
    """Say why an official may not begin a coercion case."""
    return why_not_one_of(by, Role.INVESTIGATOR, *HEADS, name="coercion.decide", on=office_day())


def why_not_at_once(by: Official, kind: str, *, is_urgent: bool) -> Refused | None:
    """Say why things may not be held without a head's approval: only when it is urgent."""
    if kind not in MEASURES or is_urgent or by.has_role(*HEADS):
        return None
    return Unacceptable(
        _("A head approves that things are sealed or seized before it is done."),
        remedy=_("Ask a head to decide, or mark the case as urgent and report within 24 hours."),
        basis=basis("coercion.decide", office_day()),
    )


def why_not_measured(
    kind: str, *, is_urgent: bool, measured_on: date | None, measured_at: time | None, today: date
) -> Refused | None:
    """Say that a measure taken at once has its day and minute, from which 24 hours run."""
    if kind not in MEASURES or not is_urgent:
        return None
    if measured_on is None or measured_at is None:
        return Unacceptable(
            _("The 24 hours of the report run from the minute of the measure: say when it was."),
            remedy=_("Enter the day and the time at which it was taken."),
            basis=basis("coercion.urgent", today),
        )
    if measured_on <= today:
        return None
    return Unacceptable(
        _("%(day)s is to come; a measure is entered when it has been taken.")
        % {"day": measured_on},
        basis=basis("coercion.urgent", today),
    )


def why_not_report_urgent(by: Official, case: CoercionCase) -> Refused | None:
    """Say why no report of an urgent measure may be entered."""
    if refusal := why_not_one_of(by, *BRIGADE, name="coercion.urgent", on=case.decided_on):
        return refusal
    if case.measured_at is None or case.reported_at:
        return _wrong(case, _("No urgent measure waits for its report."), "coercion.urgent")
    return None


def why_not_reported(case: CoercionCase, moment: datetime, *, today: date) -> Refused | None:
    """Say that a report comes after its measure, and not on a day to come; a late one is kept."""
    if case.measured_at and case.measured_at <= moment and moment.date() <= today:
        return None
    shown = case.measured_at and timezone.localtime(case.measured_at).strftime("%Y-%m-%d %H:%M")
    return Unacceptable(
        _("A report comes after its measure, which was taken at %(moment)s, and before today ends.")
        % {"moment": shown or "—"},
        remedy=_("Check the day and the time."),
        basis=basis("coercion.urgent", case.decided_on),
    )


def why_not_approve_urgent(by: Official, case: CoercionCase) -> Refused | None:
    """Say why an urgent measure may not be approved afterwards."""
    if refusal := why_not_one_of(by, *HEADS, name="coercion.urgent", on=case.decided_on):
        return refusal
    if case.kind not in MEASURES or case.approved_by or case.status != CoercionStatus.DECIDED:
        return _wrong(case, _("No urgent measure waits for an approval."), "coercion.urgent")
    if case.measured_at and case.reported_at is None:
        reason = _("The measure must be reported to a head first.")
        return _wrong(case, reason, "coercion.urgent")
    return None


def why_not_announce(by: Official, case: CoercionCase) -> Refused | None:
    """Say why no public notice may be given: only of a demolition."""
    if refusal := why_not_one_of(by, *BRIGADE, name="coercion.announce", on=case.decided_on):
        return refusal
    if case.kind != CoercionKind.DEMOLITION:
        reason = _("Only a demolition is announced with time to remove.")
        return _wrong(case, reason, "coercion.announce")
    return why_not_become(case, CoercionStatus.ANNOUNCED)


def why_not_contest(by: Official, case: CoercionCase) -> Refused | None:
    """Say why it may not be entered that the party contested the decision."""
    if refusal := why_not_one_of(by, *LEGAL, name="coercion.contest", on=case.decided_on):
        return refusal
    open_ones = (CoercionStatus.DECIDED, CoercionStatus.ANNOUNCED)
    if case.status not in open_ones or case.contested_on:
        return _wrong(case, _("The decision cannot be contested now."), "coercion.contest")
    return None


def why_not_rule(by: Official, case: CoercionCase) -> Refused | None:
    """Say why no ruling may be entered."""
    if refusal := why_not_one_of(by, *LEGAL, name="coercion.contest", on=case.decided_on):
        return refusal
    if case.contested_on is None or case.ruled_on:
        return _wrong(case, _("No contest of the decision is open."), "coercion.contest")
    return None


def why_not_demand(by: Official, case: CoercionCase) -> Refused | None:
    """Say why no demand may be made: a demolition is announced first, and not contested."""
    if refusal := why_not_one_of(
        by, *BRIGADE, Role.LEGAL_REVIEWER, name="coercion.demand", on=case.decided_on
    ):
        return refusal
    if case.kind not in ENFORCING:
        return _wrong(case, _("This kind of coercion has no demand."), "coercion.demand")
    if case.kind == CoercionKind.DEMOLITION and case.status == CoercionStatus.DECIDED:
        reason = _("The public must be told first, with time to remove.")
        return _wrong(case, reason, "coercion.announce")
    if case.contested_on and not case.ruled_on:
        reason = _("The decision is contested; enforcement waits for the ruling.")
        return _wrong(case, reason, "coercion.contest")
    return why_not_become(case, CoercionStatus.DEMANDED)


def why_not_demand_on(case: CoercionCase, perform_by: date, *, on: date) -> Refused | None:
    """Say why a demand may not be made on a day, or sets too early a day."""
    waits = case.kind in (CoercionKind.DEMOLITION, CoercionKind.COURT) and not case.ruled_on
    over = readings.remedies_over_on(case) if waits else None
    if over and on <= over:
        reason = _("The decision can be contested until %(day)s; enforcement waits for that.")
        return _wrong(case, reason % {"day": over}, "coercion.contest")
    if perform_by <= on:
        return Unacceptable(
            _("A demand gives time: %(day)s is not to come.") % {"day": perform_by},
            remedy=_("Set a later day."),
            basis=basis("coercion.demand", case.decided_on),
        )
    return None


def why_not_hear(by: Official, case: CoercionCase) -> Refused | None:
    """Say why no defence may be entered: the party is asked to perform first."""
    if refusal := why_not_one_of(by, *LEGAL, name="coercion.defence", on=case.decided_on):
        return refusal
    if case.status != CoercionStatus.DEMANDED:
        reason = _("A party that was asked to perform defends itself.")
        return _wrong(case, reason, "coercion.defence")
    return None


def why_not_order(by: Official, case: CoercionCase) -> Refused | None:
    """Say why enforcement may not be decided: only of a demolition, by the heads."""
    if refusal := why_not_one_of(
        by, Role.APPROVER, Role.LEADER, name="coercion.order", on=case.decided_on
    ):
        return refusal
    if case.kind != CoercionKind.DEMOLITION:
        reason = _("Enforcement is decided of a demolition only.")
        return _wrong(case, reason, "coercion.order")
    return why_not_become(case, CoercionStatus.ORDERED)


def why_not_after_demand(case: CoercionCase, name: str, *, on: date) -> Refused | None:
    """Say that the time of the demand has not run out."""
    clock = readings.demand_clock(case)
    ends = [day for day in (case.perform_by, clock and clock.due_on) if day]
    last = max(ends, default=None)
    if last is None or on > last:
        return None
    reason = _("The party was given time to perform until %(day)s.")
    return _wrong(case, reason % {"day": last}, name)


def why_not_record_approval(by: Official, case: CoercionCase) -> Refused | None:
    """Say why no approval of the government may be entered."""
    return why_not_one_of(
        by, *LEGAL, name="coercion.government", on=case.decided_on
    ) or why_not_become(case, CoercionStatus.APPROVED)


def why_not_set_day(by: Official, case: CoercionCase) -> Refused | None:
    """Say why no day may be set: the government approves a demolition first."""
    if refusal := why_not_one_of(by, *BRIGADE, name="coercion.set_day", on=case.decided_on):
        return refusal
    if case.status == CoercionStatus.ORDERED:
        reason = _("The government must approve the demolition first.")
        return _wrong(case, reason, "coercion.government")
    return why_not_become(case, CoercionStatus.SET)


def why_not_on(case: CoercionCase, day: date, at: time | None) -> Refused | None:
    """Say that nothing is enforced at night or on a holiday, unless it is urgent."""
    if case.is_urgent:
        return None
    at_night = at is not None and not NIGHT_ENDS <= at < NIGHT_BEGINS
    if not at_night and readings.is_worked(case, day) is not False:
        return None
    return Unacceptable(
        _("Nothing is enforced at night or on a holiday."),
        remedy=_("Choose a working day, from 6 in the morning to 10 in the evening."),
        basis=basis("coercion.set_day", case.decided_on),
    )


def why_not_take_inventory(by: Official, case: CoercionCase) -> Refused | None:
    """Say why no inventory may be taken."""
    if refusal := why_not_one_of(by, *BRIGADE, name="coercion.inventory", on=case.decided_on):
        return refusal
    if case.status == CoercionStatus.DECIDED and case.kind not in MEASURES:
        reason = _("An inventory is taken before the enforcement, when its day has been set.")
        return _wrong(case, reason, "coercion.inventory")
    return why_not_become(case, CoercionStatus.INVENTORIED)


def why_not_carry_out(by: Official, case: CoercionCase) -> Refused | None:
    """Say why nothing may be carried out at this stage."""
    if refusal := why_not_one_of(by, *BRIGADE, name="coercion.carry_out", on=case.decided_on):
        return refusal
    stage = {
        CoercionKind.DEMOLITION: CoercionStatus.INVENTORIED,
        CoercionKind.SUBSTITUTE: CoercionStatus.DEMANDED,
        CoercionKind.CLEARANCE: CoercionStatus.DECIDED,
    }.get(CoercionKind(case.kind))
    if stage != case.status:
        reason = _("At this stage nothing is carried out in a case of this kind.")
        return _wrong(case, reason, "coercion.carry_out")
    return None


def why_not_carry_out_on(case: CoercionCase, *, on: date) -> Refused | None:
    """Say why nothing may be carried out on a day."""
    if case.set_for and on < case.set_for:
        reason = _("The enforcement is announced for %(day)s.") % {"day": case.set_for}
        return _wrong(case, reason, "coercion.set_day")
    if case.kind == CoercionKind.CLEARANCE:
        return None
    of_demand = None
    if case.kind == CoercionKind.SUBSTITUTE:
        of_demand = why_not_after_demand(case, "coercion.substitute", on=on)
    return of_demand or why_not_on(case, on, None)


def why_not_hand_over(by: Official, case: CoercionCase) -> Refused | None:
    """Say why no goods may be entered as handed over."""
    if refusal := why_not_one_of(by, *BRIGADE, name="coercion.inventory", on=case.decided_on):
        return refusal
    if not case.inventory or case.carried_out_on is None or case.handed_over_on:
        return _wrong(case, _("No goods wait to be handed over."), "coercion.inventory")
    return None


def why_not_extend(by: Official, case: CoercionCase) -> Refused | None:
    """Say why the time for which things are held may not be extended: once, by a head."""
    if refusal := why_not_one_of(by, *HEADS, name="coercion.extend", on=case.decided_on):
        return refusal
    if not _is_holding(case) or case.is_extended:
        reason = _("Nothing is held in this case, or the time was extended already.")
        return _wrong(case, reason, "coercion.extend")
    return None


def why_not_extend_on(case: CoercionCase, *, on: date) -> Refused | None:
    """Say that the time has run out already."""
    clock = readings.holding_clock(case)
    if clock is None or not clock.overdue_on(on):
        return None
    reason = _("The time ran out on %(day)s: the things must be released.")
    return _wrong(case, reason % {"day": clock.due_on}, "coercion.extend")


def why_not_appraise(by: Official, case: CoercionCase) -> Refused | None:
    """Say why no appraisal may be entered."""
    if refusal := why_not_one_of(by, *BRIGADE, name="coercion.seal", on=case.decided_on):
        return refusal
    if not _is_holding(case) or case.appraised_from:
        reason = _("Nothing is held in this case, or an appraisal was entered already.")
        return _wrong(case, reason, "coercion.seal")
    return None


def why_not_these_days(case: CoercionCase, since: date, until: date) -> Refused | None:
    """Say that an appraisal ends after it begins, and begins after the sealing."""
    if case.decided_on <= since <= until:
        return None
    return Unacceptable(
        _("An appraisal begins after the decision and ends after it began."),
        basis=basis("coercion.seal", case.decided_on),
    )


def why_not_lift(by: Official, case: CoercionCase) -> Refused | None:
    """Say why nothing may be released."""
    if refusal := why_not_one_of(by, *BRIGADE, *HEADS, name="coercion.lift", on=case.decided_on):
        return refusal
    if not _is_holding(case):
        return _wrong(case, _("Nothing is held in this case."), "coercion.lift")
    return None


def why_not_apply(by: Official, case: CoercionCase) -> Refused | None:
    """Say why the court may not be asked: only in a case begun for that."""
    if refusal := why_not_one_of(by, *LEGAL, name="coercion.apply_to_court", on=case.decided_on):
        return refusal
    if case.kind != CoercionKind.COURT:
        reason = _("This case is not one for the court.")
        return _wrong(case, reason, "coercion.apply_to_court")
    return why_not_become(case, CoercionStatus.APPLIED)


def why_not_apply_on(case: CoercionCase, *, on: date) -> Refused | None:
    """Say that an application is too early after the demand, or too late."""
    if refusal := why_not_after_demand(case, "coercion.apply_to_court", on=on):
        return refusal
    clock = readings.court_clock(case)
    if clock is None or not clock.overdue_on(on):
        return None
    reason = _("The court could be asked until %(day)s, three months after the remedies ended.")
    return _wrong(case, reason % {"day": clock.due_on}, "coercion.apply_to_court")


def why_not_stop(by: Official, case: CoercionCase) -> Refused | None:
    """Say why a case may not be stopped."""
    return why_not_one_of(
        by, *HEADS, Role.LEGAL_REVIEWER, name="coercion.stop", on=case.decided_on
    ) or why_not_become(case, CoercionStatus.STOPPED)


def why_not_publish(by: Official, case: CoercionCase) -> Refused | None:
    """Say why the result may not be published: the goods are handed over first."""
    if refusal := why_not_one_of(
        by, Role.CLERK, Role.SECTION_HEAD, name="coercion.publish", on=case.decided_on
    ):
        return refusal
    if case.carried_out_on is None or case.disclosed_on:
        reason = _("Only a result that is not public yet is published.")
        return _wrong(case, reason, "coercion.publish")
    return _why_not_handed_over(case)


def why_not_close(by: Official, case: CoercionCase) -> Refused | None:
    """Say why a case may not be closed: after a demolition the goods and the publication."""
    if refusal := why_not_one_of(
        by, Role.CLERK, *BRIGADE, name="coercion.close", on=case.decided_on
    ):
        return refusal
    if refusal := why_not_become(case, CoercionStatus.CLOSED):
        return refusal
    if refusal := _why_not_handed_over(case):
        return refusal
    if case.carried_out_on and case.disclosed_on is None:
        reason = _("The result must be published first.")
        return _wrong(case, reason, "coercion.publish")
    return None


def why_not_become(case: CoercionCase, target: CoercionStatus) -> Refused | None:
    """Say why a case cannot go on to a stage from where it stands."""
    if (CoercionStatus(case.status), target) in COERCION_TRANSITIONS:
        return None
    name = next(name for (_start, end), name in COERCION_TRANSITIONS.items() if end == target)
    reason = _("%(number)s is “%(now)s”; from there it cannot become “%(target)s”.")
    values = {
        "number": case.number,
        "now": CoercionStatus(case.status).label,
        "target": target.label,
    }
    return _wrong(case, reason % values, name)


def _why_not_handed_over(case: CoercionCase) -> Refused | None:
    if case.carried_out_on and case.inventory and case.handed_over_on is None:
        reason = _("The goods must be handed over first.")
        return _wrong(case, reason, "coercion.inventory")
    return None


def _is_holding(case: CoercionCase) -> bool:
    held = (CoercionStatus.DECIDED, CoercionStatus.INVENTORIED)
    return case.kind in MEASURES and case.status in held


def _wrong(case: CoercionCase, reason: str | Promise, name: str) -> Refused:
    return wrong_moment(reason, name, case.decided_on)
