"""For each act on the organization, a record at the stage for it, and a day for the act."""

from collections.abc import Callable
from datetime import date
from typing import Any

from sunlit.organization.models import (
    DutyLevel,
    InformationOfficer,
    LeadingGroup,
    Official,
    PostDuty,
    Role,
)
from tests.organization.factories import DAY, agency, office, official

JUNE = date(2012, 6, 14)


def group() -> LeadingGroup:
    """Return the leading group, as adjusted in June."""
    return LeadingGroup.objects.create(
        agency=agency(),
        name="领导小组",
        adjusted_on=DAY,
        adjusting_document="9号",
        office_name="领导小组办公室",
        co_located_with=office(),
        office_director="办公室主任",
    )


def somebody() -> Official:
    """Return an official with a role."""
    return official(Role.CLERK, username="somebody")


def suspended() -> Official:
    """Return an official who may not log in."""
    found = somebody()
    found.is_active = False
    found.save(update_fields=["is_active"])
    return found


def officer() -> InformationOfficer:
    """Return an office's information officer."""
    return InformationOfficer.objects.create(agency=agency(), office=office(), appointed_on=DAY)


def duty() -> PostDuty:
    """Return the duty of a post."""
    return PostDuty.objects.create(
        agency=agency(), post="保密审查员", level=DutyLevel.PERSON, duty="逐条审查"
    )


_MADE: dict[str, tuple[Callable[[], Any], tuple[str, ...]]] = {
    "the-agency": (agency, ("describe", "mark-site")),
    "leaders": (lambda: office().leader, ("describe",)),
    "offices": (office, ("rename", "describe", "reassign", "appoint-officer", "close")),
    "leading-groups": (group, ("meet", "put-in-place")),
    "information-officers": (officer, ("relieve",)),
    "duties": (duty, ("change",)),
    "officials": (somebody, ("give-role", "take-role", "move", "set-password", "suspend")),
}

STAGES = {
    (register, act): (made, JUNE) for register, (made, acts) in _MADE.items() for act in acts
} | {("officials", "readmit"): (suspended, JUNE)}
