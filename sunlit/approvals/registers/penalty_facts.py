"""What the page of a penalty case shows of its steps, and which clocks run in it."""

from collections.abc import Callable, Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from sunlit.approvals import selectors
from sunlit.approvals.models import PenaltyCase
from sunlit.approvals.selectors import penalties as readings
from sunlit.design.faces import day as written
from sunlit.design.registers import Column, NamedClock
from sunlit.organization.selectors import office_day


def _lines(
    label: Any, name: str, line: Callable[[Any], Iterable[object]], *, between: str = "\n"
) -> Column:
    """Return a fact that lists the records of one kind, in the order of entry."""

    def value(case: PenaltyCase) -> str:
        found = sorted(getattr(case, name).all(), key=lambda one: one.pk)
        return between.join(" · ".join(str(part) for part in line(one) if part) for one in found)

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


def _benchmarks(case: PenaltyCase) -> str:
    grades = readings.benchmarks_of(case, on=case.decided_on or office_day())
    return "\n".join(f"{one.grade} · {one.fine_from:f} – {one.fine_to:f}" for one in grades)


def _notice(one: Any) -> Iterable[object]:
    return (
        written(one.noticed_on),
        one.facts,
        one.grounds,
        one.legal_basis,
        one.fine,
        one.measure,
    )


STEPS = (
    _lines(_("Officers"), "officers", lambda one: (one.post, one.certificate), between="；"),
    _lines(
        _("Evidence"),
        "evidence",
        lambda one: (written(one.taken_on), one.content, one.taken_by),
    ),
    _lines(
        _("Evidence kept in advance"),
        "preservations",
        lambda one: (written(one.preserved_on), one.goods, written(one.settled_on)),
    ),
    _lines(
        _("Investigation report"),
        "reports",
        lambda one: (written(one.ended_on), one.findings, one.grade, one.fine, one.measure),
    ),
    _lines(
        _("Legal review"),
        "legal_reviews",
        lambda one: (written(one.reviewed_on), one.reason, one.post),
    ),
    _lines(_("Told to the party"), "notices", _notice),
    _lines(
        _("Defence"),
        "defences",
        lambda one: (written(one.heard_on), one.content, one.answer),
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
        lambda one: (written(one.held_on), one.participants, one.conclusion),
    ),
    Column(label=_("Standard of discretion"), value=_benchmarks, kind="quoted"),
)
AFTERWARDS = (
    _lines(
        _("Application to pay later"),
        "reliefs",
        lambda one: (written(one.applied_on), one.hardship, written(one.until), one.answer),
    ),
    _lines(_("Payments"), "payments", lambda one: (written(one.paid_on), one.amount, one.reason)),
    Column(label=_("Still to be paid, in yuan"), value=_unpaid, kind="number"),
    Column(label=_("Surcharge until today, in yuan"), value=_surcharge, kind="number"),
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
    NamedClock(label=_("Fine handed in"), read=readings.hand_in_clock),
    NamedClock(label=_("Publication"), read=readings.publication_clock),
)
ONLY = ("hearing__presider", "publication", "ending")
"""The records of which a case has one at most."""
