"""Who may complete a decision for dual publicity or take it back, and with what."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from sunlit.approvals import certificates
from sunlit.approvals.models import PublicityRecord
from sunlit.approvals.policies.permission import basis, why_not_one_of, wrong_moment
from sunlit.approvals.publicity.sheets import Decisions, vocabularies
from sunlit.approvals.selectors import publicity as selectors
from sunlit.kernel.refusals import Refused, Unacceptable
from sunlit.organization.models import Official, Role
from sunlit.organization.selectors import office_day

PUBLISH_LICENCE, PUBLISH_PENALTY = "licence.publish", "penalty.publish"
WHO_COMPLETE_LICENCES = (Role.WINDOW_CLERK, Role.SECTION_HEAD, Role.CLERK)
WHO_COMPLETE_PENALTIES = (Role.INVESTIGATOR, Role.SECTION_HEAD, Role.CLERK)
WHO_HAND_OVER = (Role.CLERK, Role.SECTION_HEAD)
WHO_WITHDRAW = (Role.CLERK, Role.SECTION_HEAD)


def why_not_complete_licence(by: Official, one: PublicityRecord) -> Refused | None:
    """Say why a decision on a licence may not be completed for publicity."""
    if refusal := why_not_one_of(
        by, *WHO_COMPLETE_LICENCES, name=PUBLISH_LICENCE, on=one.decided_on
    ):
        return refusal
    if one.licence is None:
        reason = _("This is the decision of a penalty case.")
        return wrong_moment(reason, PUBLISH_LICENCE, one.decided_on)
    return _why_not_withdrawn(one)


def why_not_complete_penalty(by: Official, one: PublicityRecord) -> Refused | None:
    """Say why a penalty may not be completed for publicity."""
    if refusal := why_not_one_of(
        by, *WHO_COMPLETE_PENALTIES, name=PUBLISH_PENALTY, on=one.decided_on
    ):
        return refusal
    if one.penalty is None:
        reason = _("This is the decision on a licence.")
        return wrong_moment(reason, PUBLISH_PENALTY, one.decided_on)
    return _why_not_withdrawn(one)


def why_not_counterpart(one: PublicityRecord, counterpart: Mapping[str, str]) -> Refused | None:
    """Say why the numbers of a counterpart cannot be right."""
    for reason in certificates.faults(counterpart).values():
        name = PUBLISH_LICENCE if one.licence else PUBLISH_PENALTY
        return Unacceptable(reason, basis=basis(name, one.decided_on))
    return None


def why_not_validity(
    one: PublicityRecord, valid_from: date | None, valid_until: date | None
) -> Refused | None:
    """Say why a licence cannot hold between two days."""
    if valid_from and valid_until and valid_until < valid_from:
        return Unacceptable(
            _("The licence would end before it begins."),
            remedy=_("Compare the two days with the certificate."),
            basis=basis(PUBLISH_LICENCE, one.decided_on),
        )
    return None


def why_not_public_until(
    one: PublicityRecord, public_until: date | None, *, on: date
) -> Refused | None:
    """Say why the publicity of a penalty may not end on a day."""
    if public_until is None:
        return None
    public_on = one.published_on or on
    if public_until < public_on:
        return Unacceptable(
            _("The publicity would end before it begins, on %(day)s.") % {"day": public_on},
            remedy=_("Choose a later day."),
            basis=basis(PUBLISH_PENALTY, one.decided_on),
        )
    least, longest = selectors.period_of_publicity(one.agency_id, public_on)
    if least and longest and not least <= public_until <= longest:
        return Unacceptable(
            _("A penalty is public at least until %(least)s and at most until %(longest)s.")
            % {"least": least, "longest": longest},
            remedy=_("Choose a day between these two."),
            basis=basis("penalty.publicity", public_on),
        )
    return None


def why_not_categories(
    one: PublicityRecord,
    categories: Sequence[str],
    confiscated: Decimal | None,
    permit: str,
) -> Refused | None:
    """Say why these categories do not fit what was imposed, or the law of that day."""
    known = vocabularies()["penalty"]
    cited = basis(PUBLISH_PENALTY, one.decided_on)
    for name in categories:
        value = known.named(name)
        if value is not None and value.since > one.decided_on:
            return Unacceptable(
                _("The law of that day knew no such category of penalty."),
                remedy=_("Choose what the decision imposed."),
                basis=cited,
            )
    fine = one.penalty.fine if one.penalty else Decimal(0)
    said = (
        ("fine", bool(fine), _("A fine")),
        ("confiscation", bool(confiscated), _("A confiscated amount")),
        ("permit", bool(permit), _("A permit suspended or revoked")),
    )
    for name, is_imposed, label in said:
        if is_imposed != (name in categories):
            return Unacceptable(
                _("%(what)s and its category go together: state both or neither.")
                % {"what": label},
                remedy=_("Compare the categories with the decision."),
                basis=cited,
            )
    return None


def why_not_withdraw(by: Official, one: PublicityRecord) -> Refused | None:
    """Say why a licence decision may not be taken out of publicity."""
    if refusal := why_not_one_of(
        by, *WHO_WITHDRAW, name="licence.withdraw_publication", on=one.decided_on
    ):
        return refusal
    name = "licence.withdraw_publication"
    if one.licence is None:
        reason = _("A penalty is taken back in its own case.")
        return wrong_moment(reason, name, one.decided_on)
    if one.published_on is None:
        return wrong_moment(_("The decision is not public."), name, one.decided_on)
    return _why_not_withdrawn(one)


def why_not_fallen(
    decided_on: date | None, fell_on: date | None, today: date, name: str
) -> Refused | None:
    """Say why a decision cannot have fallen on a day."""
    if fell_on is None or (decided_on is not None and decided_on <= fell_on <= today):
        return None
    return Unacceptable(
        _("A decision falls after it was made, and not after today."),
        remedy=_("Take the day from the paper by which it was changed or revoked."),
        basis=basis(name, today),
    )


def why_not_hand_over(by: Official, _none: None = None) -> Refused | None:
    """Say why decisions may not be handed over to the credit platform."""
    return why_not_one_of(by, *WHO_HAND_OVER, name=PUBLISH_PENALTY, on=office_day())


def why_not_these(
    kind: str, found: Sequence[PublicityRecord], ready: Sequence[PublicityRecord], on: date
) -> Refused | None:
    """Say why there is nothing to hand over."""
    if ready:
        return None
    name = PUBLISH_LICENCE if kind == Decisions.LICENCES else PUBLISH_PENALTY
    if not found:
        reason = _("The credit platform has every public decision of this kind as it stands.")
        return wrong_moment(reason, name, on)
    return Unacceptable(
        ngettext(
            "The %(count)d decision that is to be handed over lacks required columns.",
            "All %(count)d decisions that are to be handed over lack required columns.",
            len(found),
        )
        % {"count": len(found)},
        remedy=_("Complete the decisions first, or tick that incomplete ones go along."),
        basis=basis(name, on),
    )


def _why_not_withdrawn(one: PublicityRecord) -> Refused | None:
    if one.withdrawn_on is None:
        return None
    reason = _("The decision was withdrawn from publicity on %(day)s.") % {"day": one.withdrawn_on}
    name = PUBLISH_LICENCE if one.licence else PUBLISH_PENALTY
    return wrong_moment(reason, name, one.decided_on)
