"""The register of the limits of warning: from when on a clock turns yellow for the agency."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from sunlit.design.columns import day, number, quoted
from sunlit.design.registers import ActAtDesk, Column, Label, Register, register
from sunlit.desk.forms.limits import WarningForm
from sunlit.organization.models import Official, Role, WarningLimit
from sunlit.organization.policies.limits import why_not_promise
from sunlit.organization.selectors import office_day
from sunlit.organization.selectors.limits import warning_limits
from sunlit.organization.services.limits import set_warning


def _limits(by: Official) -> QuerySet[WarningLimit]:
    return WarningLimit.objects.filter(agency=by.agency).order_by("-since")


def _state(one: WarningLimit) -> tuple[str, Label]:
    on = office_day()
    if one.since > on:
        return "neutral", _("to come")
    holding = [each for each in warning_limits(one.agency_id) if each.since <= on]
    holds = bool(holding) and holding[-1] == one
    return ("in_time", _("in force")) if holds else ("neutral", _("replaced"))


_PARTS = (
    number("days", _("Days before the end")),
    number("share", _("Share used, in percent")),
    day("since", _("Since")),
    Column(label=_("State"), value=_state, kind="state"),
)

register(
    Register(
        name="warning-limits",
        label=_("Limits of warning"),
        intro=_(
            "From when on a limit that runs turns yellow for the agency. While nothing is set, the "
            "usual ones hold, which the page of warnings tells; the law has no rule for this."
        ),
        model=WarningLimit,
        roles=frozenset(Role),
        records=_limits,
        number=lambda one: one.since.isoformat(),
        title=lambda one: one.document,
        columns=_PARTS,
        facts=(*_PARTS, quoted("document", _("Document that says so"))),
        opening=(
            ActAtDesk(
                name="set-warning",
                label=_("Set the limits of warning"),
                basis="licence.promise",
                do=set_warning,
                form=WarningForm,
                why_not=why_not_promise,
                done=_("The limits of warning have been set."),
            ),
        ),
    )
)
