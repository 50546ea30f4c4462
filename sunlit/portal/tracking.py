"""Following a case by number and query code: which one it is, and how it stands in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from sunlit import statutes
from sunlit.approvals import applying, selectors
from sunlit.approvals.lifecycle import Status
from sunlit.approvals.models import Fit, JointApplication, LicenceCase, PenaltyCase, Result
from sunlit.approvals.policies.permission import basis
from sunlit.approvals.selectors import joint as readings
from sunlit.approvals.selectors import penalties
from sunlit.complaints.models import Complaint
from sunlit.complaints.selectors import tracked as tracked_complaint
from sunlit.design.faces import day
from sunlit.foi.models import InformationRequest
from sunlit.foi.selectors import clock as request_clock
from sunlit.foi.selectors import tracked as tracked_request
from sunlit.kernel.citations import Citation
from sunlit.kernel.clock import Reading
from sunlit.kernel.refusals import NotYetLaw
from sunlit.organization.models import Agency
from sunlit.organization.selectors import office_day

Kind = Literal["licence", "penalty", "complaint", "request"]
Record = LicenceCase | PenaltyCase | Complaint | InformationRequest
FINDERS = (
    ("licence", applying.tracked_licence),
    ("penalty", penalties.tracked),
    ("complaint", tracked_complaint),
    ("request", tracked_request),
)
"""The kinds of cases that can be followed: one with number and query code is added here."""
MODELS = (
    ("licence", LicenceCase),
    ("penalty", PenaltyCase),
    ("complaint", Complaint),
    ("request", InformationRequest),
)
UNDER_WAY = (Status.ACCEPTED, Status.SURVEYED, Status.REVIEWED)
ENDED = (Status.WITHDRAWN, Status.ABANDONED, Status.DECLINED)


@dataclass(frozen=True)
class Followed:
    """A case that somebody may see who was told its number and query code."""

    kind: str
    record: Any

    @property
    def token(self) -> str:
        """What opens its page in an address."""
        return applying.token_of(self.record.number, self.record.query_code)


@dataclass(frozen=True)
class PauseShown:
    """That a case stands still: since when, why, until when, and by which article."""

    since: date
    until: date | None
    basis: Citation


@dataclass(frozen=True)
class ClockShown:
    """One clock of a case: what it counts, and its reading."""

    label: object
    reading: Reading


def followed(agency: Agency, *, number: str, query_code: str) -> Followed | None:
    """Return the case with this number and query code, of whatever kind it is."""
    for kind, find in FINDERS:
        for told in dict.fromkeys((number, number.strip().upper())):
            record = find(agency, number=told, query_code=query_code)
            if record is not None:
                return Followed(kind, record)
    return None


def followed_by_token(agency: Agency, number: str, token: str) -> Followed | None:
    """Return the case of this number whose page the token opens."""
    for kind, model in MODELS:
        records = model.objects.filter(~Q(query_code=""), agency=agency, number=number)
        for record in records.order_by("pk"):
            opened = applying.is_token(token, record.number, record.query_code)
            if opened and _may_be_followed(record):
                return Followed(kind, record)
    return None


def _may_be_followed(record: Record) -> bool:
    """Whether a record has a page: a penalty case has one once its party was told of it."""
    return not isinstance(record, PenaltyCase) or penalties.was_told(record)


def state_of(case: LicenceCase, *, on: date) -> str:
    """Return how a licence case stands, as the kit's states name it."""
    if applying.why_paused(case):
        return "paused"
    if case.status in ENDED:
        return "neutral"
    if case.delivered_on or (case.decided_on and case.published_on):
        return "done"
    clock = selectors.licence_clock(case)
    return "late" if clock and clock.overdue_on(on) else "in_time"


def sentence_of(case: LicenceCase) -> str:
    """Say in one sentence how a licence case stands."""
    if case.status == Status.AWAITING_SUPPLEMENT and case.supplied_on:
        told = _("What you added came in on %(day)s. The window looks at it and accepts the case.")
        return told % {"day": day(case.supplied_on)}
    if case.status == Status.DECIDED or case.decided_on:
        granted = case.result == Result.GRANTED
        told = _("Granted on %(day)s.") if granted else _("Refused on %(day)s.")
        return told % {"day": day(case.decided_on)}
    return str(SENTENCES[Status(case.status)])


SENTENCES = {
    Status.RECEIVED: gettext_lazy("The window has your application and looks at the papers."),
    Status.AWAITING_SUPPLEMENT: gettext_lazy("It is your turn: something is to be added."),
    Status.ACCEPTED: gettext_lazy("Accepted. It is being examined."),
    Status.SURVEYED: gettext_lazy("Checked on the spot. The section gives its opinion next."),
    Status.REVIEWED: gettext_lazy("The section has given its opinion. The decision comes next."),
    Status.WITHDRAWN: gettext_lazy("You withdrew this application."),
    Status.DECLINED: gettext_lazy("Not accepted: it is not for this agency to decide."),
    Status.ABANDONED: gettext_lazy("Closed, because what was asked for did not come in time."),
}


def word_of(case: LicenceCase) -> object:
    """Return the word beside the state: where a licence case stands in its life."""
    if case.status == Status.AWAITING_SUPPLEMENT and case.supplied_on:
        return _("supplement came in")
    if applying.why_paused(case):
        return _("paused: waiting for you")
    return Status(case.status).label


def used_days(case: LicenceCase) -> int | None:
    """Return how many working days the agency has used for the decision so far."""
    reading = selectors.licence_clock(case) if case.status in UNDER_WAY else None
    if reading is not None:
        return reading.total - reading.remaining(office_day())
    return selectors.working_days_used(case)


def pause_of(case: LicenceCase) -> PauseShown | None:
    """Return why a licence case stands still; None while it does not."""
    since = applying.why_paused(case)
    if since is None:
        return None
    until = selectors.last_day(case.agency_id, "licence.supplement", since)
    return PauseShown(since, until, basis("licence.correction_notice", case.received_on))


def clocks_of(case: LicenceCase) -> list[ClockShown]:
    """Return the clocks of a licence case that an applicant wants to see."""
    found = []
    law, promise = selectors.licence_clock(case), selectors.promised_clock(case)
    if promise and case.status in UNDER_WAY:
        found.append(ClockShown(_("The agency promises to decide"), promise))
    if law and case.status not in ENDED and not case.published_on:
        found.append(ClockShown(_law_counts(case), law))
    joint = joint_of(case)
    together = readings.joint_clock(joint) if joint else None
    if joint and together and readings.concluded_on(joint) is None:
        told = _("All licences of %(number)s must be decided") % {"number": joint.number}
        found.append(ClockShown(told, together))
    return found


def joint_of(case: LicenceCase) -> JointApplication | None:
    """Return the joint application of which a case is a part; None for most."""
    application = applying.application_of(case)
    return application.joint if application else None


def _law_counts(case: LicenceCase) -> str:
    if case.status == Status.AWAITING_SUPPLEMENT:
        return _("Your time to add what is missing")
    if case.status == Status.RECEIVED:
        return _("The window must accept, or say what is missing")
    if case.decided_on and not case.delivered_on:
        return _("The decision must be delivered")
    if case.decided_on:
        return _("The decision must be published")
    return _("By law it must be decided")


FITS = {
    Fit.UNCHECKED: ("neutral", pgettext_lazy("material", "not looked at yet")),
    Fit.PRESENT: ("done", pgettext_lazy("material", "present")),
    Fit.MISSING: ("late", pgettext_lazy("material", "missing")),
    Fit.UNFIT: ("at_risk", pgettext_lazy("material", "does not fit")),
}


def next_steps(case: LicenceCase) -> Iterator[tuple[str, Citation | None]]:
    """Yield what happens next, with the article, as a receipt says it."""
    due = selectors.last_day(case.agency_id, "licence.correction_notice", case.received_on)
    if due:
        told = _(
            "By %(day)s the window accepts the application, or tells you once everything that is "
            "missing. If it says nothing, the application counts as accepted from its receipt."
        )
        article = basis("licence.correction_notice", case.received_on)
        yield told % {"day": day(due)}, article
    try:
        by_law = statutes.limit("licence.decide", on=case.received_on).amount
    except NotYetLaw:
        by_law = 0
    if case.promised_days:
        told = _("It is decided within %(days)d working days of acceptance, as promised.")
        article = selectors.promised_limit(case.promised_days, on=case.received_on).basis[0]
        yield told % {"days": case.promised_days}, article
    if by_law:
        told = _("By law it must be decided within %(days)d working days of acceptance.")
        yield told % {"days": by_law}, basis("licence.decide", case.received_on)
    joint = joint_of(case)
    limit = readings.limit_of(joint, on=case.received_on) if joint else None
    if joint and limit:
        told = _(
            "All licences of %(number)s are decided within %(days)d working days of the acceptance "
            "of the last; the government may let this be extended once by %(more)d."
        )
        more = readings.extension(on=case.received_on)
        values = {"number": joint.number, "days": limit.amount, "more": more}
        yield told % values, limit.basis[0]
    yield (
        _("The decision is delivered to you; a refusal says why, and how to contest it."),
        basis("licence.deliver", case.received_on),
    )


def clock_of_request(record: InformationRequest) -> Reading | None:
    """Return the clock of a request for information that is not answered."""
    return request_clock(record) if record.replied_on is None else None
