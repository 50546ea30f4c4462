"""The register of penalty cases."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.approvals import flowing, forms, selectors
from sunlit.approvals.letters.selectors import letters_of
from sunlit.approvals.lifecycle import ENDED, PenaltyStatus
from sunlit.approvals.models import PenaltyCase, PenaltyProcedure
from sunlit.approvals.policies import penalties as policies
from sunlit.approvals.registers.penalty_acts import ACTS
from sunlit.approvals.registers.penalty_facts import AFTERWARDS, CLOCKS, ONLY, STEPS, Decided
from sunlit.approvals.registers.progress import on_chart
from sunlit.approvals.selectors import penalties as readings
from sunlit.approvals.services import penalties as services
from sunlit.approvals.waiting import penalties_under_way
from sunlit.design.columns import choice, day, quoted, text, yes_no
from sunlit.design.registers import (
    ActAtDesk,
    Column,
    Field,
    Filter,
    Label,
    Register,
    register,
)
from sunlit.organization.models import Official, Role
from sunlit.organization.selectors import office_day


def _cases(by: Official) -> QuerySet[PenaltyCase]:
    cases = selectors.penalty_cases(by.agency)
    cases = cases.select_related("zone", "subdistrict", *ONLY).prefetch_related(*readings.STEPS)
    return cases.order_by("-filed_on", "-number")


def _statuses(_by: Official) -> Sequence[tuple[str, Label]]:
    return [(status.value, status.label) for status in PenaltyStatus]


def _procedures(_by: Official) -> Sequence[tuple[str, Label]]:
    return [(procedure.value, procedure.label) for procedure in PenaltyProcedure]


def _offices(by: Official) -> Sequence[tuple[str, Label]]:
    used = selectors.penalty_cases(by.agency).order_by("office__code", "office__name")
    return list(used.values_list("office__code", "office__name").distinct())


def _state(case: PenaltyCase) -> tuple[str, Label]:
    status = PenaltyStatus(case.status)
    if case.publication_withdrawn_on:
        return "neutral", _("publication withdrawn")
    simple = case.procedure == PenaltyProcedure.SIMPLE
    is_done = status in (PenaltyStatus.PUBLISHED, *ENDED) or (
        simple and status == PenaltyStatus.SERVED
    )
    if is_done:
        return "done", status.label
    clock = selectors.penalty_clock(case)
    is_late = clock is not None and clock.overdue_on(office_day())
    return "late" if is_late else "in_time", status.label


register(
    Register(
        name="penalty-cases",
        label=_("Penalty cases"),
        intro=_("Penalty cases, filed by the brigades and kept until they are published."),
        model=PenaltyCase,
        roles=frozenset(
            {
                Role.INVESTIGATOR,
                Role.SECTION_HEAD,
                Role.APPROVER,
                Role.CLERK,
                Role.LEGAL_REVIEWER,
                Role.SECRECY_REVIEWER,
            }
        ),
        records=_cases,
        number=Field("number"),
        title=Field("cause"),
        columns=(
            quoted("office.name", _("Office")),
            day("filed_on", _("Filed on")),
            day("decided_on", _("Decided on")),
            Column(label=_("Fine in yuan"), value=Decided("fine"), kind="number"),
            Column(label=_("State"), value=_state, kind="state"),
        ),
        facts=(
            text("query_code", _("Query code"), personal=True),
            text("power.code", _("Power")),
            quoted("power.legal_basis", _("Legal basis")),
            quoted("party", _("Party"), personal=True),
            choice("party_kind", _("Kind of party")),
            quoted("zone.name", _("Zone")),
            quoted("subdistrict.name", _("Subdistrict")),
            quoted("office.name", _("Office")),
            quoted("source", _("How it came to light")),
            text("complaint.number", _("Complaint")),
            choice("procedure", pgettext_lazy("penalty", "Procedure")),
            day("filed_on", _("Filed on")),
            yes_no("is_grave", _("Complex or grave")),
            choice("review_ground", _("Why the law asks for a legal review")),
            *STEPS,
            day("notified_on", _("Party told on")),
            day("hearing_on", _("Hearing held on")),
            day("decided_on", _("Decided on")),
            quoted("document_number", _("Document number")),
            quoted("discretion", _("Grade of discretion")),
            Column(label=_("Fine in yuan"), value=Decided("fine"), kind="number"),
            quoted("deviation", _("Reason for leaving the standard")),
            quoted("other_measure", _("Other measure")),
            day("served_on", _("Served on")),
            choice("service_kind", _("How it was served")),
            *AFTERWARDS,
            day("put_on_file_on", _("Put on file with the agency on")),
            day("paid_on", _("Paid on")),
            Column(label=_("Complied with"), value=Decided("is_performed"), kind="yes_no"),
            day("disclosed_on", _("Published on")),
            day("publication_withdrawn_on", _("Publication withdrawn on")),
            quoted("remark", _("Remark")),
        ),
        filters=(
            Filter(name="status", label=_("Status"), lookup="status", choices=_statuses),
            Filter(
                name="procedure",
                label=pgettext_lazy("penalty", "Procedure"),
                lookup="procedure",
                choices=_procedures,
            ),
            Filter(name="office", label=_("Office"), lookup="office__code", choices=_offices),
        ),
        searched=("number", "party", "cause", "document_number"),
        opening=(
            ActAtDesk(
                name="file",
                label=_("File a case"),
                basis="penalty.file",
                do=services.file_case,
                form=forms.FileForm,
                why_not=policies.why_not_file,
                done=_("The case has been filed and has its number."),
            ),
        ),
        acts=ACTS,
        letters=letters_of,
        flow=flowing.penalty_shown,
        on_chart=on_chart,
        clocks=CLOCKS,
        waiting=penalties_under_way,
        follows=("complaint",),
    )
)
