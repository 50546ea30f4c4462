"""Opinions to be answered, findings to be put right, inspections without a bulletin."""

from collections.abc import Iterable
from datetime import date

from sunlit.design.registers import Waiting
from sunlit.organization.models import Agency, Role
from sunlit.supervision import policies, selectors
from sunlit.supervision.lifecycle import OpinionStatus
from sunlit.supervision.models import Finding, Inspection, Opinion

INSPECTORS = frozenset(policies.INSPECTORS)


def opinions_unanswered(agency: Agency, _on: date) -> Iterable[Waiting]:
    """Yield the opinions that their offices have to answer, the oldest first."""
    opinions = Opinion.objects.filter(meeting__agency=agency, status=OpinionStatus.AWAITING)
    related = opinions.select_related("meeting", "office")
    for opinion in related.order_by("meeting__held_on", "position"):
        reading = selectors.answer_clock(opinion)
        yield Waiting(
            record=opinion,
            act="answer",
            office=opinion.office,
            office_roles=frozenset(Role),
            due_on=reading.due_on if reading else None,
            clock=reading,
            since=opinion.meeting.held_on,
        )


def findings_open(agency: Agency, _on: date) -> Iterable[Waiting]:
    """Yield the findings that nobody has verified as put right, the one due first first."""
    findings = Finding.objects.filter(inspection__agency=agency, rectified_on=None)
    for finding in findings.select_related("inspection", "office").order_by("due_on", "code"):
        yield Waiting(
            record=finding,
            act="rectify",
            roles=INSPECTORS,
            office=finding.office,
            due_on=finding.due_on,
            since=finding.notified_on,
        )


def inspections_unannounced(agency: Agency, _on: date) -> Iterable[Waiting]:
    """Yield the inspections whose bulletin has not been issued, the oldest first."""
    inspections = Inspection.objects.filter(agency=agency, bulletin_on=None)
    for inspection in inspections.select_related("office").order_by("held_on", "code"):
        yield Waiting(
            record=inspection,
            act="issue-bulletin",
            roles=INSPECTORS,
            office=inspection.office,
            since=inspection.held_on,
        )
