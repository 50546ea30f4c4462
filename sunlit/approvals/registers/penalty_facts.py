"""What the page of a penalty case shows of its steps, and which clocks run in it."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sunlit.approvals import selectors
from sunlit.approvals.models import PenaltyCase
from sunlit.approvals.selectors import penalties as readings
from sunlit.design.faces import said, yuan
from sunlit.design.registers import Column, Field, NamedClock
from sunlit.organization.selectors import office_day


def _told(on: date | None) -> str:
    return date_format(on, "DATE_FORMAT") if on else ""


def _lines(label: Any, name: str, line: Callable[[Any], Iterable[object]]) -> Column:
    """Return a fact that lists the records of one kind, one a line, in the order of entry."""

    def value(case: PenaltyCase) -> str:
        found = sorted(getattr(case, name).all(), key=lambda one: one.pk)
        return "\n".join(" · ".join(str(part) for part in line(one) if part) for one in found)

    return Column(label=label, value=value, kind="quoted", personal=True)


def _of_one(name: str, value: Callable[[Any], object]) -> Callable[[Any], object]:
    """Return a reading of a record that a case may have or not."""

    def read(case: PenaltyCase) -> object:
        one = getattr(case, name, None)
        return value(one) if one is not None else None

    return read


def _unpaid(case: PenaltyCase) -> object:
    return readings.unpaid(case) or None


def _surcharge(case: PenaltyCase) -> object:
    return readings.surcharge(case, on=office_day()) or None


def _surcharge_days(case: PenaltyCase) -> object:
    found = readings.surcharge_reckoned(case, on=office_day())
    return found and found.days


def _surcharge_stays(case: PenaltyCase) -> object:
    """Say for which days nothing is added, and by which article."""
    found = readings.surcharge_reckoned(case, on=office_day())
    if found is None or found.basis is None or not found.stays:
        return None
    told = gettext("%(kind)s %(number)s from %(since)s to %(until)s: %(days)s days")
    lines = [
        told
        % {
            "kind": said(one.contest.kind),
            "number": one.contest.number,
            "since": _told(one.contest.begun_on),
            "until": _told(one.contest.ended_on) or gettext("today"),
            "days": one.days,
        }
        for one in found.stays
    ]
    return "; ".join((*lines, said(found.basis)))


def _benchmarks(case: PenaltyCase) -> str:
    grades = readings.benchmarks_of(case, on=case.decided_on or office_day())
    return "\n".join(f"{one.grade} · {one.fine_from:,} – {yuan(one.fine_to)}" for one in grades)


class Decided(Field):
    """A field that says nothing before the decision: its stored value then only stands for none."""

    def __call__(self, record: Any) -> object:
        """Return what the field holds, once the case is decided."""
        return super().__call__(record) if record.decided_on else None


def _notice(one: Any) -> Iterable[object]:
    fine = yuan(one.fine)
    return (_told(one.noticed_on), one.facts, one.grounds, one.legal_basis, fine, one.measure)


STEPS = (
    _lines(_("Officers"), "officers", lambda one: (one.post, one.certificate)),
    _lines(
        _("Evidence"),
        "evidence",
        lambda one: (_told(one.taken_on), one.content, one.taken_by),
    ),
    _lines(
        _("Evidence kept in advance"),
        "preservations",
        lambda one: (_told(one.preserved_on), one.goods, _told(one.settled_on)),
    ),
    _lines(
        _("Investigation report"),
        "reports",
        lambda one: (_told(one.ended_on), one.findings, one.grade, yuan(one.fine), one.measure),
    ),
    _lines(
        _("Legal review"),
        "legal_reviews",
        lambda one: (_told(one.reviewed_on), one.reason, one.post),
    ),
    _lines(_("Told to the party"), "notices", _notice),
    _lines(
        _("Defence"),
        "defences",
        lambda one: (_told(one.heard_on), one.content, one.answer),
    ),
    Column(
        label=_("Hearing asked for on"),
        value=_of_one("hearing", lambda one: one.asked_on),
        kind="day",
    ),
    Column(
        label=_("Hearing set for"), value=_of_one("hearing", lambda one: one.set_for), kind="day"
    ),
    Column(
        label=_("Presider"),
        value=_of_one("hearing", lambda one: one.presider and one.presider.post),
        kind="quoted",
    ),
    Column(
        label=_("Record of the hearing"),
        value=_of_one("hearing", lambda one: one.record),
        kind="quoted",
        personal=True,
    ),
    _lines(
        _("Collective discussion"),
        "discussions",
        lambda one: (_told(one.held_on), one.participants, one.conclusion),
    ),
    Column(label=_("Standard of discretion"), value=_benchmarks, kind="quoted"),
)
AFTERWARDS = (
    _lines(
        _("Application to pay later"),
        "reliefs",
        lambda one: (_told(one.applied_on), one.hardship, _told(one.until), one.answer),
    ),
    _lines(
        _("Payments"), "payments", lambda one: (_told(one.paid_on), yuan(one.amount), one.reason)
    ),
    Column(label=_("Still to be paid, in yuan"), value=_unpaid, kind="number"),
    Column(label=_("Surcharge until today, in yuan"), value=_surcharge, kind="number"),
    Column(label=_("Days of the surcharge"), value=_surcharge_days, kind="number"),
    Column(label=_("Days without surcharge"), value=_surcharge_stays),
    Column(
        label=_("Party as it is shown"),
        value=_of_one("publication", lambda one: one.party_shown),
        kind="quoted",
    ),
    Column(
        label=_("Text to be published"),
        value=_of_one("publication", lambda one: one.text),
        kind="quoted",
    ),
    Column(
        label=_("How the case ended"), value=_of_one("ending", lambda one: one.get_kind_display())
    ),
    Column(
        label=_("Reason of the end"),
        value=_of_one("ending", lambda one: one.reason),
        kind="quoted",
        personal=True,
    ),
)
CLOCKS = (
    NamedClock(label=_("Limit of this step"), read=selectors.penalty_clock),
    NamedClock(label=_("Evidence kept in advance"), read=readings.preservation_clock),
    NamedClock(label=_("Request for a hearing"), read=readings.hearing_request_clock),
    NamedClock(label=_("Put on file with the agency"), read=readings.put_on_file_clock),
    NamedClock(label=_("Fine handed in"), read=readings.hand_in_clock),
    NamedClock(label=_("Publication"), read=readings.publication_clock),
)
ONLY = ("hearing__presider", "publication", "ending")
"""The records of which a case has one at most."""
