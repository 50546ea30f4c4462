"""Who may write, deliver and word the letters of cases, and when."""

from datetime import date

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sunlit.approvals import selectors
from sunlit.approvals.letters.kinds import NATURES, Kind
from sunlit.approvals.letters.selectors import kinds_of, letters, letters_of
from sunlit.approvals.letters.values import Case
from sunlit.approvals.lifecycle import PenaltyStatus, Status
from sunlit.approvals.models import (
    CoercionCase,
    CoercionKind,
    Letter,
    LetterTemplate,
    LicenceCase,
    PenaltyCase,
    PenaltyProcedure,
    Result,
    ReviewBodies,
)
from sunlit.approvals.policies import licences, penalties
from sunlit.approvals.policies.permission import basis, why_not_one_of, wrong_moment
from sunlit.kernel.refusals import Refused, Unacceptable
from sunlit.organization.models import Official, Role
from sunlit.organization.selectors import office_day

WHO_WRITE_LICENCE = (*licences.AT_THE_WINDOW, Role.SECTION_HEAD, Role.APPROVER)
WHO_WRITE_PENALTY = (*penalties.WHO_INVESTIGATE, Role.APPROVER)
WHO_WORD = (Role.LEADER, Role.LEGAL_REVIEWER, Role.ADMINISTRATOR)
OVERSEERS = (Role.LEADER, Role.AUDITOR, Role.ADMINISTRATOR)
WHO_READ = (*WHO_WRITE_LICENCE, *WHO_WRITE_PENALTY, Role.CLERK)


def why_not_write(by: Official, case: Case, kind: Kind, *, on: date) -> Refused | None:
    """Say why this official may not write a letter of this kind in a case on a day."""
    if refusal := why_not_one_of(by, *_who_writes(kind), name=NATURES[kind].provision, on=on):
        return refusal
    nature = NATURES[kind]
    if nature.once and letters_of(case).filter(kind=kind).exists():
        reason = _("This letter has been written already; what was written stays as it is.")
        return wrong_moment(reason, nature.provision, on)
    match case:
        case LicenceCase():
            return _why_not_due_in_licence(case, kind, on)
        case CoercionCase():
            return _why_not_due_in_coercion(case, kind, on)
        case PenaltyCase():
            return _why_not_due_in_penalty(case, kind, on)


def why_not_deliver(by: Official, letter: Letter) -> Refused | None:
    """Say why it may not be entered that a letter was delivered: once, and only to its party."""
    kind = Kind(letter.kind)
    provision = kind.delivered_by
    if refusal := why_not_one_of(by, *_who_writes(kind), name=provision, on=letter.dated_on):
        return refusal
    if not NATURES[kind].to_party:
        reason = _("This paper stays in the file; it goes to nobody.")
        return wrong_moment(reason, provision, letter.dated_on)
    if letter.delivered_on:
        reason = _("The letter has been delivered already.")
        return wrong_moment(reason, provision, letter.dated_on)
    return None


def why_not_set_template(by: Official, _record: LetterTemplate | None = None) -> Refused | None:
    """Say why this official may not word the agency's letters."""
    return why_not_one_of(by, *WHO_WORD, name="penalty.contents", on=office_day())


def why_not_name_bodies(by: Official, _record: ReviewBodies | None = None) -> Refused | None:
    """Say why this official may not say who reviews the agency's decisions."""
    return why_not_one_of(by, *WHO_WORD, name="reconsideration.body", on=office_day())


def why_not_since(
    latest: date | None, *, since: date, today: date, provision: str
) -> Refused | None:
    """Say why a setting may not hold from a day on: never backwards, never before the last one."""
    if since < today:
        return Unacceptable(
            _("It never applies backwards: %(since)s is past.") % {"since": since.isoformat()},
            remedy=_("Choose today or a later day."),
            basis=basis(provision, today),
        )
    if latest and since <= latest:
        return wrong_moment(
            _("The last one holds since %(since)s; a new one begins later.")
            % {"since": latest.isoformat()},
            provision,
            today,
        )
    return None


def _why_not_due_in_licence(case: LicenceCase, kind: Kind, on: date) -> Refused | None:
    open_case = case.accepted_on is not None and case.concluded_on is None
    states: dict[Kind, tuple[bool, str | Promise]] = {
        Kind.LICENCE_RECEIPT: (True, ""),
        Kind.LICENCE_SUPPLEMENT: (
            case.supplement_notice_on is not None,
            _("No supplement has been asked for."),
        ),
        Kind.LICENCE_ACCEPTANCE: (
            case.accepted_on is not None,
            _("The application has not been accepted."),
        ),
        Kind.LICENCE_NOT_ACCEPTED: (
            case.status == Status.DECLINED,
            _("The application has not been declined; the act that declines it writes the letter."),
        ),
        Kind.LICENCE_TIME_LEFT_OUT: (
            open_case,
            _("Only the time of a case that is accepted and undecided can be left out."),
        ),
        Kind.LICENCE_EXTENSION: (case.is_extended, _("The time has not been extended.")),
        Kind.LICENCE_GRANT: (
            case.result == Result.GRANTED,
            _("The licence has not been granted."),
        ),
        Kind.LICENCE_REFUSAL: (
            case.result == Result.REFUSED,
            _("The licence has not been refused."),
        ),
        Kind.LICENCE_DELIVERY: (
            case.decided_on is not None,
            _("Nothing has been decided that could be delivered."),
        ),
    }
    due, reason = states[kind]
    return None if due else wrong_moment(reason, NATURES[kind].provision, on)


def _why_not_due_in_penalty(case: PenaltyCase, kind: Kind, on: date) -> Refused | None:
    simple = case.procedure == PenaltyProcedure.SIMPLE
    decided = case.decided_on is not None
    states: dict[Kind, tuple[bool, str | Promise]] = {
        Kind.PENALTY_FILING: (not simple, _("A penalty on the spot is not filed first.")),
        Kind.PENALTY_NOTICE: (
            not simple and not decided,
            _("The notice comes before the decision, and not in the simple procedure."),
        ),
        Kind.PENALTY_HEARING_NOTICE: (
            case.procedure == PenaltyProcedure.HEARING and case.status == PenaltyStatus.NOTIFIED,
            _("A hearing is called when the party has been told of it and before it is held."),
        ),
        Kind.PENALTY_DECISION: (
            decided and not simple,
            _("No penalty has been imposed by this procedure."),
        ),
        Kind.PENALTY_ON_THE_SPOT: (
            decided and simple,
            _("No penalty has been imposed on the spot."),
        ),
        Kind.PENALTY_SERVICE: (decided, _("Nothing has been decided that could be served.")),
        Kind.PENALTY_DEMAND: (
            _is_overdue(case, on),
            _("A demand is made when the fine has not been paid in time."),
        ),
        Kind.PENALTY_WITHDRAWAL: (
            case.publication_withdrawn_on is not None,
            _("No publication has been withdrawn."),
        ),
    }
    due, reason = states[kind]
    return None if due else wrong_moment(reason, NATURES[kind].provision, on)


def _why_not_due_in_coercion(case: CoercionCase, kind: Kind, on: date) -> Refused | None:
    states: dict[Kind, tuple[bool, str | Promise]] = {
        Kind.COERCION_NOTICE: (
            case.announced_on is not None,
            _("No public notice has been given."),
        ),
        Kind.COERCION_DEMAND: (
            case.demanded_on is not None,
            _("The party has not been asked to perform."),
        ),
        Kind.COERCION_ORDER: (
            case.ordered_on is not None,
            _("No enforcement has been decided."),
        ),
        Kind.COERCION_SUBSTITUTE: (
            case.kind == CoercionKind.SUBSTITUTE and case.ended_on is None,
            _("Only in an open case of this kind the agency performs in the party's place."),
        ),
        Kind.COERCION_DAY: (
            case.set_for is not None,
            _("The day of the enforcement has not been set."),
        ),
    }
    due, reason = states[kind]
    return None if due else wrong_moment(reason, NATURES[kind].provision, on)


def _is_overdue(case: PenaltyCase, on: date) -> bool:
    if case.served_on is None or not case.fine or case.paid_on:
        return False
    due = selectors.last_day(case.agency_id, "penalty.pay", case.served_on)
    return due is not None and on > due


def kinds_due(by: Official, case: Case) -> list[tuple[Kind, Refused | None]]:
    """Return each kind of letter of a case, with the refusal where it cannot be written now."""
    on = office_day()
    return [(kind, why_not_write(by, case, kind, on=on)) for kind in kinds_of(case)]


def letters_open_to(by: Official) -> QuerySet[Letter]:
    """Return the letters that an official may see: of licences, of penalties, or of both."""
    found = letters(by.agency)
    if by.has_role(*OVERSEERS, Role.CLERK):
        return found
    mine = [kind for kind in Kind if by.has_role(*_who_writes(kind))]
    return found.filter(kind__in=mine)


def _who_writes(kind: Kind) -> tuple[Role, ...]:
    return WHO_WRITE_LICENCE if kind.is_of_licence else WHO_WRITE_PENALTY
