"""Who may enter payments, collections on the spot and relief of payment, and when."""

from datetime import date
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from sunlit.approvals import rules
from sunlit.approvals.lifecycle import PenaltyStatus
from sunlit.approvals.models import PenaltyCase, PenaltyProcedure
from sunlit.approvals.policies.penalties import WHO_INVESTIGATE
from sunlit.approvals.policies.permission import basis, why_not_one_of, wrong_moment
from sunlit.approvals.selectors import penalties as readings
from sunlit.kernel.refusals import Refused, Unacceptable
from sunlit.organization.models import Official, Role


def why_not_record_payment(by: Official, case: PenaltyCase) -> Refused | None:
    """Say why a payment may not be entered."""
    return why_not_one_of(
        by, Role.CLERK, *WHO_INVESTIGATE, name="penalty.pay", on=case.filed_on
    ) or _why_not_owed(case, "penalty.pay")


def why_not_amount(case: PenaltyCase, amount: Decimal) -> Refused | None:
    """Say why a sum cannot have been paid on a fine."""
    if 0 < amount <= readings.unpaid(case):
        return None
    reason = _("Of this fine %(unpaid)s yuan are still to be paid.")
    return Unacceptable(
        reason % {"unpaid": f"{readings.unpaid(case):f}"},
        remedy=_("Enter at most that sum; a surcharge is not a part of the fine."),
        basis=basis("penalty.pay", case.filed_on),
    )


def why_not_collect(by: Official, case: PenaltyCase) -> Refused | None:
    """Say why a fine may not be collected on the spot: only by an officer, only at once."""
    if refusal := why_not_one_of(
        by, *WHO_INVESTIGATE, name="penalty.collect_on_the_spot", on=case.filed_on
    ):
        return refusal
    if refusal := _why_not_owed(case, "penalty.collect_on_the_spot"):
        return refusal
    if case.procedure != PenaltyProcedure.SIMPLE:
        reason = _("Officers collect a fine on the spot only when they impose it on the spot.")
        return wrong_moment(reason, "penalty.collect_on_the_spot", case.filed_on)
    return None


def why_not_collect_so_much(case: PenaltyCase, reason: str) -> Refused | None:
    """Say why a fine is too high to be collected on the spot without a reason."""
    ceiling = rules.collected_on_the_spot_ceiling(case.filed_on)
    if case.fine <= ceiling or reason:
        return None
    return Unacceptable(
        _("Without a reason at most %(ceiling)s yuan are collected on the spot.")
        % {"ceiling": f"{ceiling:f}"},
        remedy=_("Write why it would be hard to collect later, or let the party pay at the bank."),
        basis=basis("penalty.collect_on_the_spot", case.filed_on),
    )


def why_not_put_on_file(by: Official, case: PenaltyCase) -> Refused | None:
    """Say why no filing with the agency may be entered: once, of what was decided on the spot."""
    if refusal := why_not_one_of(
        by, Role.CLERK, *WHO_INVESTIGATE, name="penalty.put_on_file", on=case.filed_on
    ):
        return refusal
    if case.procedure != PenaltyProcedure.SIMPLE or case.status not in PAYABLE:
        reason = _("Only a penalty decided on the spot is put on file.")
        return wrong_moment(reason, "penalty.put_on_file", case.filed_on)
    if case.put_on_file_on:
        reason = _("The penalty has been put on file already.")
        return wrong_moment(reason, "penalty.put_on_file", case.filed_on)
    return None


def why_not_hand_in(by: Official, case: PenaltyCase) -> Refused | None:
    """Say why no collected fine may be entered as handed in."""
    if refusal := why_not_one_of(
        by, Role.CLERK, *WHO_INVESTIGATE, name="penalty.hand_in", on=case.filed_on
    ):
        return refusal
    if not case.payments.filter(on_the_spot=True, handed_in_on=None).exists():
        reason = _("No fine collected on the spot waits to be handed in.")
        return wrong_moment(reason, "penalty.hand_in", case.filed_on)
    return None


def why_not_apply_for_relief(by: Official, case: PenaltyCase) -> Refused | None:
    """Say why no application to pay later may be entered."""
    if refusal := why_not_one_of(
        by, Role.CLERK, *WHO_INVESTIGATE, name="penalty.relief", on=case.filed_on
    ):
        return refusal
    if refusal := _why_not_owed(case, "penalty.relief"):
        return refusal
    if case.reliefs.filter(answered_on=None).exists():
        reason = _("An application to pay later is not answered yet.")
        return wrong_moment(reason, "penalty.relief", case.filed_on)
    return None


def why_not_until(case: PenaltyCase, until: date, *, today: date) -> Refused | None:
    """Say why a day is none until which a payment can be put off."""
    if until > today:
        return None
    return Unacceptable(
        _("%(day)s is not to come: a payment is put off to a later day.") % {"day": until},
        basis=basis("penalty.relief", case.filed_on),
    )


def why_not_answer_relief(by: Official, case: PenaltyCase) -> Refused | None:
    """Say why an application to pay later may not be answered: a leader of the agency does it."""
    if refusal := why_not_one_of(
        by, Role.LEADER, Role.APPROVER, name="penalty.relief", on=case.filed_on
    ):
        return refusal
    if not case.reliefs.filter(answered_on=None).exists():
        reason = _("No application to pay later waits for an answer.")
        return wrong_moment(reason, "penalty.relief", case.filed_on)
    return None


def _why_not_owed(case: PenaltyCase, name: str) -> Refused | None:
    if case.decided_on is None or not case.fine or case.status not in PAYABLE:
        return wrong_moment(_("No fine has been imposed in this case."), name, case.filed_on)
    if not readings.unpaid(case):
        return wrong_moment(_("The fine has been paid already."), name, case.filed_on)
    return None


PAYABLE = (PenaltyStatus.DECIDED, PenaltyStatus.SERVED, PenaltyStatus.PUBLISHED)
