"""The office hours as public pages show them: days of the same hours in one line."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from sunlit.design.faces import day, said
from sunlit.kernel.hours import Span
from sunlit.kernel.wording import Wording
from sunlit.organization.models import Agency
from sunlit.organization.rules.hours import WEEKDAYS
from sunlit.organization.selectors.hours import hours_in_force


@dataclass(frozen=True, slots=True)
class HoursShown:
    """The hours of a day as a page shows them, and where they come from."""

    facts: list[tuple[object, object]]
    note: str


def hours_shown(agency: Agency, *, on: date) -> HoursShown:
    """Put the hours in force on a day into words."""
    found = hours_in_force(agency.pk, on=on)
    runs = groupby(zip(WEEKDAYS, found.hours.spans, strict=True), key=lambda pair: pair[1])
    facts = [(_days([name for name, _spans in run]), _spans_said(spans)) for spans, run in runs]
    if found.version is None:
        note = _("These are usual hours: the agency has not set its own yet.")
    else:
        values = {"day": day(found.version.since), "document": found.version.document}
        note = _("Since %(day)s, by %(document)s.") % values
    return HoursShown(list(facts), note)


def _days(names: list[Wording]) -> str:
    if len(names) == 1:
        return said(names[0])
    return _("%(first)s to %(last)s") % {"first": said(names[0]), "last": said(names[-1])}


def _spans_said(spans: tuple[Span, ...]) -> str:
    return ", ".join(f"{a:%H:%M}–{b:%H:%M}" for a, b in spans) or pgettext("office hours", "closed")
