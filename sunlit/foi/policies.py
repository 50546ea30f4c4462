"""Who may do what with a request for information, and when."""

from datetime import date

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from sunlit import statutes
from sunlit.foi import rules, selectors
from sunlit.foi.lifecycle import TRANSITIONS, WITHHOLDING, WITHOUT_REPLY, Outcome, Status
from sunlit.foi.models import InformationRequest, ThirdPartyAnswer
from sunlit.kernel.citations import Citation
from sunlit.kernel.refusals import NotPermitted, NotYetLaw, Refused, Unacceptable, WrongMoment
from sunlit.organization.models import Official, Role
from sunlit.organization.selectors import office_day, official_calendar


def basis(name: str, on: date) -> Citation:
    """Return the article that governs an act on a request received on that day."""
    try:
        return statutes.provision(name, on=on)
    except NotYetLaw as refusal:
        return statutes.provision(name, on=refusal.since)


def why_not_register(by: Official, _nothing: object = None) -> Refused | None:
    """Say why this official may not register requests."""
    return _why_not_a_clerk(by)


def why_not_consult_third_party(
    by: Official, information_request: InformationRequest, *, on: date | None = None
) -> Refused | None:
    """Say why a third party may not be asked by this official now."""
    return _why_not_a_clerk(by) or _why_not_become(
        information_request, Status.AWAITING_THIRD_PARTY, on
    )


def why_not_enter_answer(
    by: Official, information_request: InformationRequest, *, on: date | None = None
) -> Refused | None:
    """Say why the third party's answer may not be entered by this official now."""
    if refusal := _why_not_a_clerk(by):
        return refusal
    if information_request.status != Status.AWAITING_THIRD_PARTY:
        return _not_the_moment(information_request)
    return _why_not_become(information_request, Status.REGISTERED, on)


def why_not_count_as(
    information_request: InformationRequest, answer: ThirdPartyAnswer, *, on: date
) -> Refused | None:
    """Say why a third party does not count as silent: its time has not run out."""
    asked_on = information_request.events[-1].on
    until = rules.last_day_of_third_party(
        information_request.received_on,
        asked_on,
        official_calendar(information_request.agency_id),
    )
    if answer != ThirdPartyAnswer.SILENT or until is None or on > until:
        return None
    return WrongMoment(
        _("The third party may answer until %(day)s.") % {"day": until},
        remedy=_("Wait for its answer, or for that day to pass."),
        basis=basis("foi.third_party", information_request.received_on),
    )


def why_not_extend(
    by: Official, information_request: InformationRequest, *, on: date | None = None
) -> Refused | None:
    """Say why the reply may not be put off: by the head of the office, once, while time is left."""
    cited = basis("foi.extend", information_request.received_on)
    if not by.has_role(Role.SECTION_HEAD):
        return NotPermitted(
            _("Only the head of the disclosure office may extend the time limit."),
            remedy=_("Ask the head of the office."),
            basis=cited,
        )
    if information_request.status not in (Status.REGISTERED, Status.AWAITING_THIRD_PARTY):
        return _not_the_moment(information_request)
    if information_request.is_extended:
        return WrongMoment(_("The time limit has already been extended once."), basis=cited)
    reading = selectors.clock(information_request)
    if reading and not rules.in_time_to_extend(reading, on or office_day()):
        return WrongMoment(
            _("The time limit ran out on %(day)s; it can no longer be extended.")
            % {"day": reading.due_on},
            remedy=_("Reply without delay."),
            basis=cited,
        )
    return _why_not_on(information_request, on)


def why_not_extend_by(information_request: InformationRequest, days: int) -> Refused | None:
    """Say why the reply may not be put off by so many working days."""
    most = rules.most_to_extend(information_request.received_on)
    if 1 <= days <= most:
        return None
    reason = ngettext(
        "The time limit may be extended by at most %(count)s working day.",
        "The time limit may be extended by at most %(count)s working days.",
        most,
    )
    return Unacceptable(
        reason % {"count": most}, basis=basis("foi.extend", information_request.received_on)
    )


def why_not_ask_for_clarification(
    by: Official, information_request: InformationRequest, *, on: date | None = None
) -> Refused | None:
    """Say why the applicant may not be asked to clarify: once, in time, and if the law knows it."""
    if refusal := _why_not_a_clerk(by):
        return refusal
    try:
        until = rules.last_day_to_ask(
            information_request.received_on, official_calendar(information_request.agency_id)
        )
    except NotYetLaw as unknown:
        return NotYetLaw(
            _("The law in force when the request was received knows no clarification notice."),
            remedy=_("Reply that the request must be amended; its time limit runs on."),
            basis=basis("foi.clarify", information_request.received_on),
            since=unknown.since,
        )
    if refusal := _why_not_become(information_request, Status.AWAITING_CLARIFICATION, on):
        return refusal
    cited = basis("foi.clarify", information_request.received_on)
    if information_request.clarification_asked_on:
        return WrongMoment(_("The applicant may be asked to clarify only once."), basis=cited)
    if (on or office_day()) > until:
        return WrongMoment(
            _("The applicant could be asked to clarify until %(day)s.") % {"day": until},
            remedy=_("Reply to the request as it stands."),
            basis=cited,
        )
    return None


def why_not_clarified(
    by: Official, information_request: InformationRequest, *, on: date | None = None
) -> Refused | None:
    """Say why a clarified request may not be taken in by this official now."""
    if refusal := _why_not_a_clerk(by):
        return refusal
    if information_request.status != Status.AWAITING_CLARIFICATION:
        return _not_the_moment(information_request)
    return _why_not_become(information_request, Status.REGISTERED, on)


def why_not_lapse(
    by: Official, information_request: InformationRequest, *, on: date | None = None
) -> Refused | None:
    """Say why a request may not lapse: it does once the time to clarify it has passed."""
    if refusal := _why_not_a_clerk(by) or _why_not_become(information_request, Status.LAPSED, on):
        return refusal
    if information_request.clarify_by and (on or office_day()) <= information_request.clarify_by:
        return WrongMoment(
            _("The applicant may clarify the request until %(day)s.")
            % {"day": information_request.clarify_by},
            basis=basis("foi.clarify", information_request.received_on),
        )
    return None


def why_not_reply(
    by: Official, information_request: InformationRequest, *, on: date | None = None
) -> Refused | None:
    """Say why this official may not reply now."""
    if not by.has_role(Role.CLERK, Role.APPROVER):
        return NotPermitted(_("Only a disclosure clerk or an approver may reply."))
    if information_request.status == Status.AWAITING_THIRD_PARTY:
        return WrongMoment(
            _("The third party has been asked and has not answered yet."),
            remedy=_("Enter its answer first, or that it gave none."),
            basis=basis("foi.third_party", information_request.received_on),
        )
    return _why_not_become(information_request, Status.REPLIED, on)


def why_not_reply_so(
    by: Official, information_request: InformationRequest, outcome: Outcome
) -> Refused | None:
    """Say why this official may not give a reply of this kind."""
    if outcome in WITHOUT_REPLY:
        return Unacceptable(_("This is no kind of reply."))
    if outcome in WITHHOLDING and not by.has_role(Role.APPROVER):
        return NotPermitted(
            _("A reply that keeps information back needs an approver."),
            remedy=_("Ask the leader in charge to sign it."),
            basis=basis("foi.kinds_of_reply", information_request.received_on),
        )
    return None


def why_not_withdraw(
    by: Official, information_request: InformationRequest, *, on: date | None = None
) -> Refused | None:
    """Say why a withdrawal may not be entered by this official now."""
    return _why_not_a_clerk(by) or _why_not_become(information_request, Status.WITHDRAWN, on)


def _why_not_a_clerk(by: Official) -> Refused | None:
    if by.has_role(Role.CLERK):
        return None
    return NotPermitted(
        _("Only a disclosure clerk may do this."), remedy=_("Ask the disclosure office.")
    )


def _why_not_become(
    information_request: InformationRequest, target: Status, on: date | None
) -> Refused | None:
    if (Status(information_request.status), target) not in TRANSITIONS:
        return _not_the_moment(information_request)
    return _why_not_on(information_request, on)


def _why_not_on(information_request: InformationRequest, on: date | None) -> Refused | None:
    day = on or office_day()
    if day >= information_request.last_day:
        return None
    return Unacceptable(
        _("The step before this one was taken on %(day)s; this one cannot be earlier.")
        % {"day": information_request.last_day}
    )


def _not_the_moment(information_request: InformationRequest) -> Refused:
    return WrongMoment(
        _("The request is not at the stage for this: it is %(status)s.")
        % {"status": information_request.get_status_display()},
        basis=basis("foi.kinds_of_reply", information_request.received_on),
    )
