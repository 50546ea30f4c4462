"""What the party of a penalty case reads of it: how it stands, its rights now, what is due."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from sunlit.approvals import selectors
from sunlit.approvals.letters.remedies import Bodies, remedies_on
from sunlit.approvals.letters.values import review_bodies
from sunlit.approvals.lifecycle import ENDED, UNDECIDED, PenaltyStatus
from sunlit.approvals.models import EndingKind, PenaltyCase, PenaltyProcedure
from sunlit.approvals.policies.permission import basis
from sunlit.approvals.selectors import penalties as readings
from sunlit.design.faces import day, yuan
from sunlit.kernel.citations import Citation
from sunlit.kernel.clock import Reading
from sunlit.kernel.refusals import NotYetLaw

WORDS = {
    PenaltyStatus.NOTIFIED: gettext_lazy("you have been told; you may speak"),
    PenaltyStatus.HEARD: gettext_lazy("your hearing was held"),
    PenaltyStatus.DECIDED: gettext_lazy("decided, not served yet"),
    PenaltyStatus.SERVED: gettext_lazy("decided and served"),
    PenaltyStatus.PUBLISHED: gettext_lazy("decided and published"),
    PenaltyStatus.DROPPED: gettext_lazy("ended without a penalty"),
    PenaltyStatus.NO_PENALTY: gettext_lazy("ended without a penalty"),
    PenaltyStatus.TRANSFERRED: gettext_lazy("handed to another authority"),
    PenaltyStatus.CLOSED: gettext_lazy("closed, carried out"),
}
"""The word beside the state: how a case stands, as its party reads it."""


@dataclass(frozen=True)
class Right:
    """What a party may do now: until when (None: no day is set), how, and by which article."""

    name: str
    how: str
    until: date | None
    basis: Citation
    clock: Reading | None = None
    until_word: str = ""


def state_of(case: PenaltyCase, *, on: date) -> str:
    """Return how a penalty case stands for its party, as the kit's states name it."""
    if case.status in ENDED:
        return "done" if case.status == PenaltyStatus.CLOSED else "neutral"
    if case.decided_on is None:
        return "in_time"
    due_on = readings.pay_by(case)
    if readings.unpaid(case) and due_on:
        return "late" if on > due_on else "in_time"
    return "done" if case.served_on else "in_time"


def sentence_of(case: PenaltyCase) -> str:
    """Say in one sentence how a penalty case stands."""
    if case.status in ENDED:
        return _how_it_ended(case)
    if case.decided_on and not readings.has_decision(case):
        return _("Your case is decided. The decision is served on you next.")
    if case.decided_on:
        told = _("A penalty was imposed on %(day)s.")
        return told % {"day": day(case.decided_on)}
    if case.hearing_on:
        told = _("Your hearing was held on %(day)s. The decision comes next.")
        return told % {"day": day(case.hearing_on)}
    told = _("You were told on %(day)s which penalty is considered. Nothing is decided yet.")
    return told % {"day": day(case.notified_on)}


def _how_it_ended(case: PenaltyCase) -> str:
    ending = getattr(case, "ending", None)
    ended_on = day(ending.ended_on) if ending else ""
    if case.status == PenaltyStatus.CLOSED:
        return _("The case is closed: the penalty has been carried out.")
    if case.status == PenaltyStatus.TRANSFERRED:
        return _("The case was handed to another authority on %(day)s.") % {"day": ended_on}
    return _("The case ended without a penalty on %(day)s.") % {"day": ended_on}


def facts_of(case: PenaltyCase) -> list[tuple[str, object]]:
    """Return what a party reads about its case in pairs: nothing of the investigation."""
    notice = readings.last_notice(case)
    considered = notice if notice and case.decided_on is None and _is_open(case) else None
    ended = getattr(case, "ending", None)
    decided = readings.has_decision(case)
    found = [
        (pgettext("penalty", "About"), case.cause),
        (_("Party"), case.party),
        (_("Handled by"), case.office.name),
        (_("Procedure"), case.get_procedure_display()),
        (_("You were told on"), case.notified_on),
        (_("Facts as you were told"), considered.facts if considered else ""),
        (_("Grounds as you were told"), considered.grounds if considered else ""),
        (_("Fine that is considered"), yuan(considered.fine) if considered else ""),
        (_("Other measure that is considered"), considered.measure if considered else ""),
        (_("Hearing held on"), case.hearing_on),
        (_("Decided on"), case.decided_on),
        (_("Document number"), case.document_number if decided else ""),
        (_("Fine"), yuan(case.fine) if decided else ""),
        (_("Other measure"), case.other_measure if decided else ""),
        (_("Served on"), case.served_on),
        (_("Published on"), case.disclosed_on),
        (_("Publication withdrawn on"), case.publication_withdrawn_on),
        (_("Reason"), ended.reason if ended and ended.kind == EndingKind.NO_PENALTY else ""),
    ]
    return [(label, value) for label, value in found if value]


def payment_of(case: PenaltyCase, *, on: date) -> list[tuple[str, object]]:
    """Return what was paid on a fine and what is due, in pairs; nothing without a fine."""
    if not readings.has_decision(case) or not case.fine:
        return []
    unpaid = readings.unpaid(case)
    found = [
        (_("Fine"), yuan(case.fine)),
        (_("Paid so far"), yuan(readings.paid(case)) or _("nothing yet")),
        (_("Paid in full on"), case.paid_on),
        (_("Still due"), yuan(unpaid)),
        (_("To be paid by"), readings.pay_by(case) if unpaid else None),
        (_("Surcharge so far"), yuan(readings.surcharge(case, on=on))),
    ]
    found += [(_("Paid on %(day)s") % {"day": day(one.paid_on)}, yuan(one.amount))
              for one in case.payments.order_by("paid_on", "id")]  # fmt: skip
    return [(label, value) for label, value in found if value]


def rights_of(case: PenaltyCase, *, on: date) -> list[Right]:
    """Return what the party may do on a day, the nearest end first."""
    found = [*_before_decision(case, on), *_about_payment(case, on), *_against(case, on)]
    return sorted(found, key=lambda right: right.until or date.max)


def _is_open(case: PenaltyCase) -> bool:
    return case.status in UNDECIDED


def _before_decision(case: PenaltyCase, on: date) -> Iterator[Right]:
    if not _is_open(case):
        return
    yield Right(
        _("To speak and to defend yourself"),
        _("In writing or in person, with evidence. A defence never makes the penalty heavier."),
        None,
        basis("penalty.defend", case.filed_on),
        until_word=_("until the decision"),
    )
    hearing = readings.hearing_of(case)
    if hearing and hearing.set_for and not case.hearing_on:
        where = _("On %(day)s, %(place)s.") % {"day": day(hearing.set_for), "place": hearing.place}
        article = basis("penalty.set_hearing", case.filed_on)
        yield Right(_("To be heard at your hearing"), where, hearing.set_for, article)
    reading = readings.hearing_request_clock(case)
    if reading and reading.due_on and hearing is None and on <= reading.due_on:
        yield Right(
            _("To ask for a hearing"),
            _("Tell the office that handles the case; the hearing costs you nothing."),
            reading.due_on,
            reading.limit.basis[0],
            reading,
        )


def _about_payment(case: PenaltyCase, on: date) -> Iterator[Right]:
    due_on = readings.pay_by(case)
    if not readings.unpaid(case) or due_on is None or case.status in ENDED:
        return
    if not case.reliefs.filter(answered_on=None).exists():
        yield Right(
            _("To ask to pay later or by instalments"),
            _("If you are in real hardship, say so to the office that handles the case."),
            None,
            basis("penalty.relief", case.filed_on),
            until_word=_("until the fine is paid"),
        )
    reading = selectors.clock_of_rule(
        case.agency_id, "penalty.pay", case.served_on or due_on, law_of=case.filed_on
    )
    if reading and on <= due_on:
        granted = due_on != reading.due_on
        yield Right(
            _("To pay without a surcharge"),
            _("As the decision says; after that day a surcharge may be added."),
            due_on,
            reading.limit.basis[0],
            None if granted else reading,
        )


def _against(case: PenaltyCase, on: date) -> Iterator[Right]:
    """The ways to contest a decision that was served, by the law of the day of the decision."""
    decided_on, served_on = case.decided_on, case.served_on
    if decided_on is None or served_on is None:
        return
    named = review_bodies(case.agency_id, on=decided_on)
    bodies = Bodies(
        named.government if named else "",
        named.department if named else "",
        named.court if named else "",
    )
    try:
        ways = remedies_on(
            decided_on, bodies, on_the_spot=case.procedure == PenaltyProcedure.SIMPLE
        )
    except NotYetLaw:
        return
    review = _runs(case, "reconsideration.apply", served_on, decided_on)
    if review and review.due_on and on <= review.due_on:
        at = _or(ways.bodies) or _("the body that the decision names")
        told = _("Apply to %(body)s.") % {"body": at}
        name = _("To have the decision reviewed")
        yield Right(name, told, review.due_on, ways.review.basis[0], review)
    if ways.review_first:
        return
    suit = _runs(case, "litigation.direct", served_on, decided_on)
    if suit and suit.due_on and on <= suit.due_on:
        court = ways.court or _("the court that the decision names")
        told = _("File the suit with %(court)s.") % {"court": court}
        yield Right(_("To sue"), told, suit.due_on, ways.suit.basis[0], suit)


def _runs(case: PenaltyCase, rule: str, start: date, law_of: date) -> Reading | None:
    return selectors.clock_of_rule(case.agency_id, rule, start, law_of=law_of)


def _or(names: tuple[str, ...]) -> str:
    return pgettext("between two bodies", " or ").join(names)
