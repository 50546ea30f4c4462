"""How the complaints of a year are drawn."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.complaints.lifecycle import Decision, Satisfaction, Status
from sunlit.complaints.models import Complaint
from sunlit.measures.pictures import (
    Kind,
    Picture,
    Slot,
    chosen,
    days,
    month_of,
    register_pictures,
    slots_of,
)
from sunlit.organization.selectors import official_calendar

UNDECIDED = Slot("undecided", pgettext_lazy("complaint", "not decided yet"), "open")
IN_TIME = Slot("in_time", _("Answered in time"))
LATE = Slot("late", _("Answered late"), "late")
RATED = (Satisfaction.SATISFIED, Satisfaction.FAIRLY_SATISFIED, Satisfaction.DISSATISFIED)


def _source(complaint: Complaint) -> Slot:
    return Slot(complaint.source, complaint.source)


def _category(complaint: Complaint) -> Slot:
    return Slot(complaint.category, complaint.category)


def _month(complaint: Complaint) -> Slot:
    return month_of(complaint.received_on)


def _decision(complaint: Complaint) -> Slot:
    if not complaint.decision:
        return UNDECIDED
    decision = Decision(complaint.decision)
    return Slot(decision.value, decision.label)


def _satisfaction(complaint: Complaint) -> Slot:
    said = Satisfaction(complaint.final_satisfaction or Satisfaction.NOT_RATED)
    return Slot(said.value, said.label)


def _days_used(complaint: Complaint) -> Slot:
    """Working days from the decision to accept to the reply."""
    if complaint.decided_at is None or complaint.replied_at is None:
        raise ValueError(f"The complaint {complaint.number} was counted and lacks a day.")
    accepted = timezone.localtime(complaint.decided_at).date()
    replied = timezone.localtime(complaint.replied_at).date()
    return days(official_calendar(complaint.agency_id).working_days_between(accepted, replied))


def _timeliness(complaint: Complaint) -> Slot:
    replied, due_on = complaint.replied_at, complaint.due_on
    if replied and due_on and timezone.localtime(replied).date() <= due_on:
        return IN_TIME
    return LATE


register_pictures(
    Picture(
        code="complaints.by_category",
        title=_("Complaints by what they are about"),
        counts="complaints.received",
        kind=Kind.BARS,
        place=_category,
        by=pgettext_lazy("complaint", "category"),
    ),
    Picture(
        code="complaints.by_source",
        title=_("Complaints by how they came"),
        counts="complaints.received",
        kind=Kind.BARS,
        place=_source,
        by=pgettext_lazy("complaint", "source"),
    ),
    Picture(
        code="complaints.by_month",
        title=_("Complaints by month"),
        counts="complaints.received",
        kind=Kind.COLUMNS_BY_MONTH,
        place=_month,
        layer=_decision,
        layers=(*slots_of(Decision), UNDECIDED),
    ),
    Picture(
        code="complaints.by_outcome",
        title=_("Complaints by what became of them"),
        counts="complaints.received",
        kind=Kind.SHARES,
        place=chosen("status", Status),
        by=_("What became of it"),
    ),
    Picture(
        code="complaints.days_to_answer",
        title=_("Working days until a complaint was answered"),
        counts="complaints.answered",
        kind=Kind.DISTRIBUTION,
        place=_days_used,
        layer=_timeliness,
        layers=(IN_TIME, LATE),
    ),
    Picture(
        code="complaints.by_satisfaction",
        title=_("Closed complaints by how satisfied the person was"),
        counts="complaints.closed",
        kind=Kind.SHARES,
        place=_satisfaction,
        slots=slots_of((*RATED, Satisfaction.NOT_RATED)),
        by=_("What the person said"),
    ),
)
