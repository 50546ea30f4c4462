"""The registers of inspections, findings and accountability decisions."""

from collections.abc import Sequence

from django.db.models import Count, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.design.columns import choice, day, number, quoted, text, yes_no
from sunlit.design.registers import ActAtDesk, Column, Field, Filter, Label, Register
from sunlit.organization.models import Official
from sunlit.organization.selectors import office_day
from sunlit.supervision import forms, policies
from sunlit.supervision.models import Accountability, Finding, Inspection, InspectionKind
from sunlit.supervision.registers.choices import WATCHERS, offices, words, years_of
from sunlit.supervision.services import inspections as services
from sunlit.supervision.waiting import findings_open, inspections_unannounced

BASIS = "supervision.inspection"


def _inspections(by: Official) -> QuerySet[Inspection]:
    inspections = Inspection.objects.filter(agency=by.agency).annotate(found=Count("findings"))
    return inspections.select_related("office").order_by("-held_on", "-code")


def _findings(by: Official) -> QuerySet[Finding]:
    findings = Finding.objects.filter(inspection__agency=by.agency)
    kept = findings.select_related("inspection", "office", "accountability")
    return kept.order_by("-inspection__held_on", "code")


def _decisions(by: Official) -> QuerySet[Accountability]:
    decisions = Accountability.objects.filter(agency=by.agency)
    return decisions.select_related("office").order_by("-decided_on", "-code")


def _kinds(_by: Official) -> Sequence[tuple[str, Label]]:
    return list(InspectionKind.choices)


def _finding_kinds(by: Official) -> Sequence[tuple[str, Label]]:
    return words(Finding.objects.filter(inspection__agency=by.agency), "kind")


def _openness(_by: Official) -> Sequence[tuple[str, Label]]:
    return [
        ("True", pgettext_lazy("finding", "open")),
        ("False", pgettext_lazy("finding", "rectified")),
    ]


def _state(finding: Finding) -> tuple[str, Label]:
    if finding.rectified_on:
        late = finding.rectified_on > finding.due_on
        return (
            ("late", _("rectified late"))
            if late
            else ("done", pgettext_lazy("finding", "rectified"))
        )
    return (
        ("late", _("late"))
        if finding.due_on < office_day()
        else ("in_time", pgettext_lazy("finding", "open"))
    )


INSPECTIONS = Register(
    name="inspections",
    label=_("Inspections"),
    intro=_("Scheduled and unscheduled looks at how the offices keep their duty to be open."),
    model=Inspection,
    roles=WATCHERS,
    records=_inspections,
    number=Field("code"),
    title=Field("scope"),
    columns=(
        choice("kind", _("Kind")),
        day("held_on", pgettext_lazy("inspection", "Held on")),
        number("units_checked", _("Offices inspected")),
        number("found", _("Findings")),
    ),
    facts=(
        choice("kind", _("Kind")),
        day("held_on", pgettext_lazy("inspection", "Held on")),
        quoted("office.name", _("Organised by")),
        number("units_checked", _("Offices inspected")),
        number("supervisors_joined", _("Supervisors who joined")),
        number("found", _("Findings")),
        quoted("bulletin_number", _("Bulletin")),
        day("bulletin_on", _("Bulletin issued on")),
        yes_no("is_combined", _("Combined with other inspections")),
        yes_no("is_published", pgettext_lazy("inspection", "Result published")),
    ),
    filters=(
        Filter(name="year", label=_("Year"), lookup="year", choices=years_of(Inspection)),
        Filter(name="kind", label=_("Kind"), lookup="kind", choices=_kinds),
        Filter(name="office", label=_("Organised by"), lookup="office", choices=offices),
    ),
    searched=("code", "scope", "bulletin_number"),
    waiting=inspections_unannounced,
    acts=(
        ActAtDesk(
            name="record-finding",
            label=_("Record a finding"),
            basis=BASIS,
            do=services.record_finding,
            form=forms.FindingForm,
            why_not=policies.why_not_record_finding,
            done=_("The finding has been recorded, and the office told to put it right."),
        ),
        ActAtDesk(
            name="issue-bulletin",
            label=_("Issue the bulletin"),
            basis=BASIS,
            do=services.issue_bulletin,
            form=forms.BulletinForm,
            why_not=policies.why_not_announce,
            done=_("The bulletin has been issued."),
        ),
    ),
    opening=(
        ActAtDesk(
            name="hold",
            label=_("Record an inspection"),
            basis=BASIS,
            do=services.hold_inspection,
            form=forms.InspectionForm,
            why_not=policies.why_not_inspect,
            done=_("The inspection has been recorded."),
        ),
    ),
)

FINDINGS = Register(
    name="findings",
    label=_("Findings"),
    intro=_("What inspections found wrong, and whether the office put it right in time."),
    model=Finding,
    roles=WATCHERS,
    records=_findings,
    number=Field("code"),
    title=Field("description"),
    columns=(
        quoted("kind", _("Kind")),
        quoted("office.name", _("Office")),
        day("due_on", _("To be rectified by")),
        Column(label=_("State"), value=_state, kind="state"),
    ),
    facts=(
        quoted("inspection.scope", _("Inspection")),
        quoted("kind", _("Kind")),
        quoted("office.name", _("Office")),
        quoted("description", _("Description")),
        day("notified_on", _("Notice given on")),
        day("due_on", _("To be rectified by")),
        day("rectified_on", _("Rectified on")),
        quoted("rectification", _("Rectification")),
        quoted("verified_by", _("Verified by")),
        text("accountability.code", _("Accountability decision")),
    ),
    filters=(
        Filter(
            name="year", label=_("Year"), lookup="inspection__year", choices=years_of(Inspection)
        ),
        Filter(name="kind", label=_("Kind"), lookup="kind", choices=_finding_kinds),
        Filter(name="office", label=_("Office"), lookup="office", choices=offices),
        Filter(name="open", label=_("State"), lookup="rectified_on__isnull", choices=_openness),
    ),
    searched=("code", "kind", "description"),
    waiting=findings_open,
    acts=(
        ActAtDesk(
            name="rectify",
            label=_("Record the rectification"),
            basis=BASIS,
            do=services.record_rectification,
            form=forms.RectificationForm,
            why_not=policies.why_not_rectify,
            done=_("The rectification has been recorded."),
        ),
        ActAtDesk(
            name="hold-to-account",
            label=_("Hold to account"),
            basis="supervision.accountability",
            do=services.hold_to_account,
            form=forms.AccountabilityForm,
            why_not=policies.why_not_hold_to_account,
            done=_("The accountability decision has been recorded."),
        ),
    ),
)

ACCOUNTABILITY = Register(
    name="accountability",
    label=_("Accountability decisions"),
    intro=_("Which posts were held to account for a neglected duty, decided by a leader."),
    model=Accountability,
    roles=WATCHERS,
    records=_decisions,
    number=Field("code"),
    title=Field("fact"),
    columns=(
        quoted("office.name", _("Office")),
        quoted("measure", pgettext_lazy("accountability", "Decision")),
        day("decided_on", _("Decided on")),
    ),
    facts=(
        quoted("office.name", _("Office")),
        quoted("post", _("Post held to account")),
        day("found_on", _("Found on")),
        quoted("source", _("Found by")),
        quoted("fact", _("Fact")),
        quoted("ground", _("Rule applied")),
        quoted("measure", pgettext_lazy("accountability", "Decision")),
        day("decided_on", _("Decided on")),
        day("rectified_on", _("Rectified on")),
        yes_no("is_published", _("Published")),
    ),
    filters=(
        Filter(name="year", label=_("Year"), lookup="year", choices=years_of(Accountability)),
        Filter(name="office", label=_("Office"), lookup="office", choices=offices),
    ),
    searched=("code", "fact", "post"),
)

REGISTERS = (INSPECTIONS, FINDINGS, ACCOUNTABILITY)
