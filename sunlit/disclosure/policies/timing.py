"""Who may set the days on which an item becomes public and ceases to be shown, and which days."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils.translation import gettext_lazy as _

from sunlit.disclosure import selectors
from sunlit.disclosure.lifecycle import Status
from sunlit.disclosure.models import Item
from sunlit.disclosure.policies.publishing import why_not_publish
from sunlit.disclosure.policies.stages import at_another_stage, of_case, why_not_at
from sunlit.kernel.refusals import NotPermitted, Refused, Unacceptable
from sunlit.organization.models import Official, Role

PUBLISH = "disclosure.publish"


@dataclass(frozen=True, slots=True)
class Times:
    """The day, and the hour if one is given, from which an item is public, and its last day."""

    publish_on: date
    publish_at: time | None = None
    expires_on: date | None = None


def why_not_schedule(by: Official, item: Item) -> Refused | None:
    """Say why this official may not set the day of publication of this item now."""
    if item.status == Status.SCHEDULED:
        return at_another_stage(item)
    return why_not_publish(by, item)


def why_not_then(item: Item, times: Times, *, now: datetime) -> Refused | None:
    """Say why an item cannot be timed so: not in the past, and not later than the law allows."""
    day = times.publish_on
    if day < now.date() or (
        day == now.date() and times.publish_at and times.publish_at <= now.time()
    ):
        return Unacceptable(
            _("%(day)s lies in the past: an item cannot be published then.")
            % {"day": f"{day} {times.publish_at:%H:%M}" if times.publish_at else day},
            remedy=_("Publish it now, or choose a day to come."),
            basis=of_case(PUBLISH, item),
        )
    if refusal := _why_not_so_late(item, day, today=now.date()):
        return refusal
    if times.expires_on and times.expires_on < day:
        return Unacceptable(
            _("Its last day, %(last)s, is before the day of its publication, %(day)s.")
            % {"last": times.expires_on, "day": day},
            remedy=_("Choose a later last day, or leave it empty."),
            basis=of_case(PUBLISH, item),
        )
    if times.expires_on and item.revises_id is not None:
        return Unacceptable(
            _("A new version has no last day of its own."),
            remedy=_("Leave it empty; say on the published item until when it is shown."),
            basis=of_case(PUBLISH, item),
        )
    return None


def _why_not_so_late(item: Item, day: date, *, today: date) -> Refused | None:
    due_on = selectors.publication_due_on(item.agency, item.made_on) or item.due_on
    if due_on is None or day <= due_on or day == today:
        return None
    if due_on < today:
        reason = _("It had to be public by %(due)s; it cannot be put off any further.")
        remedy = _("Publish it now.")
    else:
        reason = _("%(day)s is too late: the item has to be public by %(due)s.")
        remedy = _("Choose that day or an earlier one.")
    return Unacceptable(
        reason % {"day": day, "due": due_on}, remedy=remedy, basis=of_case(PUBLISH, item)
    )


def why_not_unschedule(by: Official, item: Item) -> Refused | None:
    """Say why this official may not take the day of publication of this item back now."""
    if not by.has_role(Role.CLERK, Role.APPROVER):
        return NotPermitted(
            _("Only a disclosure clerk or an approver may take the day of publication back."),
            remedy=_("Ask the disclosure clerk."),
            basis=of_case(PUBLISH, item),
        )
    return why_not_at(Status.SCHEDULED, item)


def why_not_limit_display(by: Official, item: Item) -> Refused | None:
    """Say why this official may not set the last day of this published item now."""
    if not by.has_role(Role.APPROVER):
        return NotPermitted(
            _("Only an approver may say until when a published item is shown."),
            remedy=_("Ask the leader in charge."),
            basis=of_case(PUBLISH, item),
        )
    return why_not_at(Status.PUBLISHED, item)


def why_not_until(item: Item, last: date | None, *, today: date) -> Refused | None:
    """Say why a published item cannot be shown until this day."""
    if last is None or last >= today:
        return None
    return Unacceptable(
        _("%(day)s is over: it cannot be the last day of a published item.") % {"day": last},
        remedy=_("Choose today or a day to come, or withdraw the item with the reason."),
        basis=of_case(PUBLISH, item),
    )
