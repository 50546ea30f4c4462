"""The register of coercion cases."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.approvals.flowing import coercion_shown
from sunlit.approvals.forms import coercion as forms
from sunlit.approvals.letters.selectors import letters_of
from sunlit.approvals.lifecycle import CoercionStatus
from sunlit.approvals.models import CoercionCase, CoercionKind
from sunlit.approvals.policies import coercion as policies
from sunlit.approvals.registers.coercion_acts import ACTS
from sunlit.approvals.registers.progress import on_chart
from sunlit.approvals.selectors import coercion as readings
from sunlit.approvals.services import coercion as services
from sunlit.design.columns import choice, day, moment, quoted, text, yes_no
from sunlit.design.registers import (
    ActAtDesk,
    Column,
    Field,
    Filter,
    Label,
    NamedClock,
    Register,
    Waiting,
    register,
)
from sunlit.kernel.clock import Reading
from sunlit.organization.models import Agency, Official, Role
from sunlit.organization.selectors import office_day

TURNS: dict[str, frozenset[Role]] = {
    "approve-urgent": frozenset({Role.SECTION_HEAD, Role.APPROVER}),
    "record-ruling": frozenset({Role.LEGAL_REVIEWER}),
    "order": frozenset({Role.APPROVER, Role.LEADER}),
    "record-approval": frozenset({Role.LEGAL_REVIEWER}),
    "apply-to-court": frozenset({Role.LEGAL_REVIEWER}),
    "publish": frozenset({Role.CLERK}),
}
"""Whose turn an act is, wherever they work; of the others it is the brigade's."""
BRIGADE = frozenset({Role.INVESTIGATOR, Role.SECTION_HEAD})


def _statuses(_by: Official) -> Sequence[tuple[str, Label]]:
    return [(status.value, status.label) for status in CoercionStatus]


def _kinds(_by: Official) -> Sequence[tuple[str, Label]]:
    return [(kind.value, kind.label) for kind in CoercionKind]


def _state(case: CoercionCase) -> tuple[str, Label]:
    status = CoercionStatus(case.status)
    if status in (CoercionStatus.CLOSED, CoercionStatus.STOPPED, CoercionStatus.LIFTED):
        return "done", status.label
    clock = _running(case)
    is_late = clock is not None and clock.overdue_on(office_day())
    return "late" if is_late else "in_time", status.label


def _report_due(case: CoercionCase) -> object:
    reading = readings.report_clock(case)
    return reading and readings.office_time(reading.due_at)


def _report(case: CoercionCase) -> object:
    """Say whether the report came in time, and how late it was."""
    reading = readings.report_clock(case)
    if reading is None or case.reported_at is None:
        return None
    late = case.reported_at - readings.office_time(reading.due_at)
    if late <= timedelta():
        return _("in time")
    hours, minutes = divmod(int(late.total_seconds()) // 60, 60)
    said = _("late by %(hours)s hours and %(minutes)s minutes")
    return said % {"hours": hours, "minutes": minutes}


def _running(case: CoercionCase) -> Reading | None:
    return readings.holding_clock(case) or readings.court_clock(case)


def under_way(agency: Agency, _on: date) -> Iterable[Waiting]:
    """Yield the coercion cases that are not closed, the oldest first."""
    cases = readings.coercion_cases(agency).exclude(status=CoercionStatus.CLOSED)
    for case in cases.order_by("decided_on", "number"):
        act = readings.next_act(case)
        if act == "close" and case.carried_out_on:
            act = _after_enforcement(case)
        clock = _running(case) if case.ended_on is None else None
        due_on = clock.due_on if clock else None
        if act in ("report-urgent", "approve-urgent"):
            clock, due_on = None, readings.report_due_on(case)
        roles = TURNS.get(act, frozenset())
        yield Waiting(
            record=case,
            act=act,
            roles=roles,
            office=case.office,
            office_roles=frozenset() if roles else BRIGADE,
            due_on=due_on,
            clock=clock,
            since=case.carried_out_on or case.demanded_on or case.decided_on,
        )


def _after_enforcement(case: CoercionCase) -> str:
    if case.inventory and case.handed_over_on is None:
        return "hand-over"
    return "publish" if case.disclosed_on is None else "close"


register(
    Register(
        name="coercion-cases",
        label=_("Coercion cases"),
        intro=_("Sealing, seizure, demolition and what else is enforced, step by step."),
        model=CoercionCase,
        roles=frozenset(
            {
                Role.INVESTIGATOR,
                Role.SECTION_HEAD,
                Role.APPROVER,
                Role.LEGAL_REVIEWER,
                Role.CLERK,
            }
        ),
        records=lambda by: readings.coercion_cases(by.agency),
        number=Field("number"),
        title=Field("cause"),
        columns=(
            choice("kind", _("Kind of coercion")),
            quoted("office.name", _("Office")),
            day("decided_on", _("Decided on")),
            Column(label=_("State"), value=_state, kind="state"),
        ),
        facts=(
            choice("kind", _("Kind of coercion")),
            text("power.code", _("Power")),
            quoted("power.legal_basis", _("Legal basis")),
            quoted("party", _("Party"), personal=True),
            choice("party_kind", _("Kind of party")),
            quoted("office.name", _("Office")),
            text("penalty.number", _("Penalty case")),
            quoted("target", _("Premises, things or duty"), personal=True),
            quoted("document_number", _("Document number")),
            yes_no("is_urgent", pgettext_lazy("coercion", "Urgent")),
            moment("measured_at", _("Measure taken at")),
            Column(label=_("To be reported to a head by"), value=_report_due, kind="moment"),
            moment("reported_at", _("Reported to a head at")),
            Column(label=_("Report within 24 hours"), value=_report, kind="text"),
            day("decided_on", _("Decided on")),
            quoted("approved_by", _("Approved by")),
            day("announced_on", _("Public notice on")),
            day("remove_by", _("To be removed by the party by")),
            Column(label=_("Can be contested until"), value=readings.remedies_over_on, kind="day"),
            day("contested_on", _("Contested on")),
            day("ruled_on", _("Ruled on")),
            day("demanded_on", _("Demanded in writing on")),
            day("perform_by", _("To be performed by")),
            quoted("defence", _("What the party said"), personal=True),
            quoted("defence_answer", pgettext_lazy("penalty", "Answer"), personal=True),
            day("ordered_on", _("Enforcement decided on")),
            quoted("order_number", _("Number of the enforcement decision")),
            day("government_approved_on", _("Approved by the government on")),
            quoted("government_document", _("Document of the government")),
            day("served_on", _("Served on")),
            day("set_for", _("To be carried out on")),
            text("set_at", _("To be carried out at")),
            day("inventoried_on", _("Inventory taken on")),
            quoted("inventory", _("Inventory"), personal=True),
            quoted("witness", _("Witness"), personal=True),
            day("carried_out_on", _("Carried out on")),
            quoted("record", _("Record of the scene"), personal=True),
            quoted("recording", _("Recording")),
            day("handed_over_on", _("Goods handed over on")),
            yes_no("is_extended", _("Extended")),
            quoted("extension_reason", _("Reason of the extension")),
            day("appraised_from", _("Appraisal from")),
            day("appraised_until", _("Appraisal until")),
            day("applied_on", _("Court applied to on")),
            day("ended_on", _("Ended on")),
            quoted("end_reason", _("Reason of the end"), personal=True),
            day("disclosed_on", _("Published on")),
        ),
        filters=(
            Filter(name="kind", label=_("Kind of coercion"), lookup="kind", choices=_kinds),
            Filter(name="status", label=_("Status"), lookup="status", choices=_statuses),
        ),
        searched=("number", "party", "cause", "target"),
        opening=(
            ActAtDesk(
                name="open",
                label=_("Begin a coercion case"),
                basis="coercion.decide",
                do=services.open_case,
                form=forms.CoercionForm,
                why_not=policies.why_not_open,
                done=_("The case has been begun and has its number."),
            ),
        ),
        acts=ACTS,
        on_chart=on_chart,
        letters=letters_of,
        clocks=(
            NamedClock(label=_("Things held"), read=readings.holding_clock),
            NamedClock(label=_("Time to contest"), read=readings.remedies_clock),
            NamedClock(label=_("Time of the demand"), read=readings.demand_clock),
            NamedClock(label=_("Application to the court"), read=readings.court_clock),
        ),
        flow=coercion_shown,
        waiting=under_way,
        follows=("penalty",),
    )
)
