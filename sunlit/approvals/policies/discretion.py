"""Who may set and end the grades of the standard of discretion."""

from datetime import date
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from sunlit.approvals.models import DiscretionBenchmark
from sunlit.approvals.policies.permission import basis, why_not_one_of, wrong_moment
from sunlit.kernel.refusals import Refused, Unacceptable
from sunlit.organization.models import Official, Role
from sunlit.organization.selectors import office_day
from sunlit.powers.models import Power

WHO_SET = (Role.LEGAL_REVIEWER, Role.APPROVER)


def why_not_set(by: Official, _none: object = None) -> Refused | None:
    """Say why an official may not set a grade of the standard."""
    return why_not_one_of(by, *WHO_SET, name="penalty.discretion", on=office_day())


def why_not_these(
    power: Power, grade: str, fine_from: Decimal, fine_to: Decimal, since: date
) -> Refused | None:
    """Say why a grade cannot stand: a range that goes down, or a grade that is in force."""
    if fine_from > fine_to:
        return Unacceptable(
            _("The range goes from %(least)s down to %(most)s yuan.")
            % {"least": f"{fine_from:f}", "most": f"{fine_to:f}"},
            remedy=_("Enter the lower fine first."),
            basis=basis("penalty.discretion", since),
        )
    same = DiscretionBenchmark.objects.filter(power=power, grade=grade)
    if same.filter(in_force_until=None).exists() or same.filter(in_force_from=since).exists():
        return Unacceptable(
            _("The grade “%(grade)s” of this power is in force already.") % {"grade": grade},
            remedy=_("End it first, then set it anew."),
            basis=basis("penalty.discretion", since),
        )
    return None


def why_not_end(by: Official, benchmark: DiscretionBenchmark) -> Refused | None:
    """Say why a grade may not be ended."""
    if refusal := why_not_set(by):
        return refusal
    if benchmark.in_force_until is not None:
        reason = _("This grade has been ended already.")
        return wrong_moment(reason, "penalty.discretion", office_day())
    return None


def why_not_until(benchmark: DiscretionBenchmark, until: date) -> Refused | None:
    """Say that a grade cannot end before it begins."""
    if until >= benchmark.in_force_from:
        return None
    return Unacceptable(
        _("The grade is in force from %(day)s; it cannot end before.")
        % {"day": benchmark.in_force_from},
        basis=basis("penalty.discretion", benchmark.in_force_from),
    )
