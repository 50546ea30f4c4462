"""Who may issue, renew, change, revoke and take off licences that are held, and when."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from sunlit.approvals import selectors
from sunlit.approvals.lifecycle import Status
from sunlit.approvals.models import (
    DeregistrationGround,
    Licence,
    LicenceCase,
    LicenceStatus,
    RevocationGround,
)
from sunlit.approvals.models import Result as Outcome
from sunlit.approvals.policies.permission import basis, why_not_one_of, wrong_moment
from sunlit.approvals.selectors import issued
from sunlit.kernel.refusals import NotPermitted, Refused, Unacceptable
from sunlit.organization.models import Agency, Official, Role
from sunlit.organization.selectors import office_day
from sunlit.powers.models import Power

AT_THE_WINDOW = (Role.WINDOW_CLERK, Role.CHIEF_REPRESENTATIVE)
WHO_REVOKE = (Role.APPROVER, Role.LEADER)
WHO_DEREGISTER = (Role.CHIEF_REPRESENTATIVE, Role.APPROVER, Role.LEADER)
UNDECIDED = (
    Status.RECEIVED,
    Status.AWAITING_SUPPLEMENT,
    Status.ACCEPTED,
    Status.SURVEYED,
    Status.REVIEWED,
)


def why_not_issue(by: Official, case: LicenceCase) -> Refused | None:
    """Say why no licence may be issued: only by a case that granted it, and once."""
    if refusal := why_not_one_of(by, *AT_THE_WINDOW, name="licence.issue", on=case.received_on):
        return refusal
    if case.result != Outcome.GRANTED:
        reason = _("A licence is issued only when it has been granted.")
        return wrong_moment(reason, "licence.issue", case.received_on)
    renewal = issued.renewal_of(case)
    if issued.licence_of(case) or (renewal and renewal.done_on):
        reason = _("By this case a licence has been issued, renewed or changed already.")
        return wrong_moment(reason, "licence.issue", case.received_on)
    return None


def why_not_valid_then(case: LicenceCase, since: date, until: date | None) -> Refused | None:
    """Say why a licence may not be valid for a time: from the decision on, and not backwards."""
    decided_on = case.decided_on or since
    if since < decided_on:
        return Unacceptable(
            _("A licence is not valid before it was granted, on %(day)s.")
            % {"day": decided_on.isoformat()},
            remedy=_("Choose that day or a later one."),
            basis=basis("licence.issue", case.received_on),
        )
    if until and until < since:
        return Unacceptable(
            _("The last day of the licence lies before its first."),
            remedy=_("Mend one of the two days."),
            basis=basis("licence.issue", case.received_on),
        )
    return None


def why_not_name_renewal(by: Official, case: LicenceCase) -> Refused | None:
    """Say why a case may not be named a renewal or a change: once, before the decision."""
    if refusal := why_not_one_of(by, *AT_THE_WINDOW, name="licence.renew", on=case.received_on):
        return refusal
    if case.status not in UNDECIDED:
        reason = _("Only an application that is not decided can be named a renewal or a change.")
        return wrong_moment(reason, "licence.renew", case.received_on)
    if issued.renewal_of(case):
        reason = _("This application has been named a renewal or a change already.")
        return wrong_moment(reason, "licence.renew", case.received_on)
    return None


def why_not_renew_that(case: LicenceCase, licence: Licence) -> Refused | None:
    """Say why a case cannot renew or change a licence: the same kind and holder, still valid."""
    name = "licence.renew"
    if licence.power_id != case.power_id or licence.holder != case.applicant:
        return Unacceptable(
            _("%(number)s is another licence, or somebody else holds it.")
            % {"number": licence.number},
            remedy=_("Choose the applicant's own licence of the same kind."),
            basis=basis(name, case.received_on),
        )
    if licence.status != LicenceStatus.VALID or licence.has_expired(case.received_on):
        return Unacceptable(
            _("%(number)s was no longer valid when the application came in.")
            % {"number": licence.number},
            remedy=_("Handle it as a first application."),
            basis=basis(name, case.received_on),
        )
    return None


def why_not_revoke(by: Official, licence: Licence) -> Refused | None:
    """Say why a licence may not be revoked by this official now."""
    if refusal := why_not_one_of(by, *WHO_REVOKE, name="licence.revoke", on=licence.issued_on):
        return refusal
    if licence.status != LicenceStatus.VALID:
        reason = _("The licence has ended already: %(state)s.")
        values = {"state": licence.get_status_display()}
        return wrong_moment(reason % values, "licence.revoke", licence.issued_on)
    return None


def why_not_deregister(by: Official, licence: Licence) -> Refused | None:
    """Say why a licence may not be taken off the register now: once."""
    if refusal := why_not_one_of(
        by, *WHO_DEREGISTER, name="licence.deregister", on=licence.issued_on
    ):
        return refusal
    if licence.status == LicenceStatus.CANCELLED:
        reason = _("The licence has been taken off the register already.")
        return wrong_moment(reason, "licence.deregister", licence.issued_on)
    return None


def why_not_off_for_that(licence: Licence, ground: str, *, on: date) -> Refused | None:
    """Say why a licence may not be taken off on a ground that its own record contradicts."""
    name = "licence.deregister"
    if ground == DeregistrationGround.EXPIRED and not licence.has_expired(on):
        return Unacceptable(
            _("The licence has not expired."),
            remedy=_("Choose the ground that applies."),
            basis=basis(name, licence.issued_on),
        )
    if (licence.status == LicenceStatus.REVOKED) != (ground == DeregistrationGround.ANNULLED):
        return Unacceptable(
            _("“Revoked” is the ground for a revoked licence, and for no other."),
            remedy=_("Choose the ground that applies."),
            basis=basis(name, licence.issued_on),
        )
    return None


def why_not_bar(by: Official, case: LicenceCase) -> Refused | None:
    """Say why an applicant may not be barred: only for false materials in a refused case."""
    if refusal := why_not_one_of(
        by, *WHO_DEREGISTER, name="licence.ban_after_false", on=case.received_on
    ):
        return refusal
    if case.result not in (Outcome.REFUSED, Outcome.DECLINED):
        reason = _("Only whose application was refused can be barred for false materials.")
        return wrong_moment(reason, "licence.ban_after_false", case.received_on)
    if selectors.is_barred_by(case):
        reason = _("The applicant has been barred by this case already.")
        return wrong_moment(reason, "licence.ban_after_false", case.received_on)
    return None


def why_not_this_applicant(
    agency: Agency, power: Power, applicant: str, *, on: date | None = None
) -> Refused | None:
    """Say why somebody may not apply for a licence again yet (arts 78 and 79)."""
    today = on or office_day()
    ban = issued.ban_on(agency, power, applicant, on=today)
    if ban is None:
        return None
    name = (
        "licence.ban_after_fraud" if ban.ground == ban.Ground.FRAUD else "licence.ban_after_false"
    )
    return NotPermitted(
        _("%(party)s may not apply for this licence until %(day)s.")
        % {"party": ban.party, "day": ban.until.isoformat()},
        remedy=_("If this is somebody else of the same name, say so in the name."),
        basis=basis(name, today),
    )


def is_fraud(ground: str) -> bool:
    """Say whether a ground of revocation is that of fraud or bribery."""
    return ground == RevocationGround.FRAUD
