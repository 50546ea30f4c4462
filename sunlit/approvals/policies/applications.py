"""Who may apply, supplement and withdraw on the web, and what the window does with the papers."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from sunlit.approvals import applying
from sunlit.approvals.lifecycle import Status
from sunlit.approvals.models import ApplicationDraft, JointApplication, LicenceCase
from sunlit.approvals.policies.licences import AT_THE_WINDOW, UNDECIDED
from sunlit.approvals.policies.permission import basis, why_not_one_of, wrong_moment
from sunlit.approvals.selectors import joint as readings
from sunlit.kernel.refusals import NotPermitted, Refused, Unacceptable, WrongMoment
from sunlit.organization.models import Official, Role
from sunlit.organization.selectors import office_day
from sunlit.powers.models import Kind, Power

BEFORE_ACCEPTANCE = (Status.RECEIVED, Status.AWAITING_SUPPLEMENT)
WHO_OPEN = (*AT_THE_WINDOW, Role.SECTION_HEAD)


def why_not_apply(power: Power, *, on: date) -> Refused | None:
    """Say why a licence cannot be applied for on a day."""
    if power.kind != Kind.LICENCE or not power.is_public:
        return Unacceptable(
            _("This cannot be applied for: it is no licence on the power list."),
            remedy=_("Choose from the licences on the page of applications."),
            basis=basis("licence.apply", on),
        )
    if power.cancelled_on and power.cancelled_on <= on:
        return WrongMoment(
            _("This licence was taken off the power list on %(day)s; it is needed no more.")
            % {"day": power.cancelled_on.isoformat()},
            remedy=_("Ask the service window what applies instead."),
            basis=basis("licence.apply", on),
        )
    return None


def why_not_submit(draft: ApplicationDraft, *, on: date) -> Refused | None:
    """Say why an application cannot be sent off: it was, or the licence is no more."""
    if draft.case_id:
        return sent_off(draft)
    return why_not_apply(draft.power, on=on)


def sent_off(draft: ApplicationDraft) -> Refused:
    """Return the refusal to change an application that was sent off."""
    return WrongMoment(
        _("This application has been sent off already."),
        remedy=_("Follow it with its number and query code."),
        basis=basis("licence.apply", draft.expires_on),
    )


def flooded() -> Refused:
    """Return the refusal of one more application from an address that began very many."""
    return NotPermitted(
        _("Very many applications were begun from your network within an hour."),
        remedy=_("Take up one that you began, wait an hour, or come to the service window."),
    )


def why_not_supply(case: LicenceCase) -> Refused | None:
    """Say why an applicant may not hand in a supplement now."""
    if case.status != Status.AWAITING_SUPPLEMENT:
        reason = _("Nothing is to be supplemented in this case now.")
        return wrong_moment(reason, "licence.correction_notice", case.received_on)
    return None


def why_not_enter_supplement(by: Official, case: LicenceCase) -> Refused | None:
    """Say why this official may not enter that the supplement came in."""
    if refusal := why_not_one_of(
        by, *AT_THE_WINDOW, name="licence.correction_notice", on=case.received_on
    ) or why_not_supply(case):
        return refusal
    if case.supplied_on:
        reason = _("The supplement came in on %(day)s already.")
        told = reason % {"day": case.supplied_on.isoformat()}
        return wrong_moment(told, "licence.correction_notice", case.received_on)
    return None


def why_not_withdraw_oneself(case: LicenceCase) -> Refused | None:
    """Say why an applicant may not withdraw any more: only before the decision."""
    if case.status in (*BEFORE_ACCEPTANCE, *UNDECIDED):
        return None
    reason = _("The application can be withdrawn only before it is decided.")
    return wrong_moment(reason, "licence.withdraw", case.received_on)


def why_not_check_materials(by: Official, case: LicenceCase) -> Refused | None:
    """Say why this official may not enter what was found when looking at the papers."""
    if refusal := why_not_one_of(
        by, *AT_THE_WINDOW, name="licence.correction_notice", on=case.received_on
    ):
        return refusal
    if case.status not in BEFORE_ACCEPTANCE:
        reason = _("The papers are looked at before the application is accepted.")
        return wrong_moment(reason, "licence.correction_notice", case.received_on)
    if not applying.materials_of_case(case).exists():
        reason = _("No list of materials was kept for this case.")
        return wrong_moment(reason, "licence.materials", case.received_on)
    return None


def why_not_open_sealed(by: Official, case: LicenceCase) -> Refused | None:
    """Say why this official may not read the sealed personal data of the applicant."""
    if refusal := why_not_one_of(by, *WHO_OPEN, name="licence.apply", on=case.received_on):
        return refusal
    application = applying.application_of(case)
    if application is None or not application.sealed:
        return WrongMoment(
            _("No personal data was sealed with this case."),
            basis=basis("licence.apply", case.received_on),
        )
    return None


def why_not_receive_jointly(by: Official, _joint: object = None) -> Refused | None:
    """Say why this official may not receive several applications at once."""
    return why_not_one_of(by, *AT_THE_WINDOW, name="licence.joint", on=office_day())


def why_not_extend_joint(
    by: Official, joint: JointApplication, *, on: date | None = None
) -> Refused | None:
    """Say why the time for several licences may not be extended: once, before it is over."""
    name, today = "licence.extend", on or office_day()
    if refusal := why_not_one_of(by, Role.LEADER, name=name, on=joint.received_on):
        return refusal
    began = readings.accepted_on(joint)
    if joint.extended_on:
        reason = _("The time for the decision has been extended already; it may be extended once.")
        return wrong_moment(reason, name, joint.received_on)
    if began is None or readings.concluded_on(joint):
        reason = _("Only the time of applications that are all accepted and not all decided runs.")
        return wrong_moment(reason, name, joint.received_on)
    clock = readings.joint_clock(joint)
    if clock and clock.overdue_on(today):
        reason = _("The time for the decision ran out on %(day)s; it can no longer be extended.")
        values = {"day": clock.due_on.isoformat() if clock.due_on else ""}
        return wrong_moment(reason % values, name, began)
    return None


def why_not_these(powers: list[Power], on: date) -> Refused | None:
    """Say why these licences are no joint application."""
    least = 2
    if len(powers) < least:
        return Unacceptable(
            _("A joint application is for two licences or more."),
            remedy=_("Choose at least two, or receive a single application."),
            basis=basis("licence.joint", on),
        )
    return None
