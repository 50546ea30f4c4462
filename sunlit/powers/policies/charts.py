"""Who may hand in a flow chart and put it in force, and when."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from sunlit.disclosure.policies import why_not_draft
from sunlit.kernel.refusals import NotPermitted, Refused, Unacceptable, WrongMoment
from sunlit.organization.models import Official, Role
from sunlit.powers.lifecycle import ChartStatus
from sunlit.powers.models import ChartVersion
from sunlit.powers.wording import is_bound_to

CHARTERS = (Role.CLERK, Role.SECTION_HEAD)
"""Who may hand in a flow chart."""


def why_not_upload(by: Official, _nothing: object) -> Refused | None:
    """Say why this official may not upload a version of a flow chart."""
    if not by.has_role(*CHARTERS):
        return NotPermitted(
            _("Only a disclosure clerk or a section head may hand in a flow chart."),
            remedy=_("Ask the head of the office that runs the procedure."),
        )
    return None


def why_not_send_to_gate(by: Official, version: ChartVersion) -> Refused | None:
    """Say why this official may not send this version to the gate now."""
    if refusal := why_not_upload(by, None):
        return refusal
    if version.status != ChartStatus.UPLOADED:
        return _at_another_stage(version)
    return why_not_draft(by, None)


def why_not_put_in_force(by: Official, version: ChartVersion) -> Refused | None:
    """Say why this official may not put this version in force now."""
    if not by.has_role(Role.CLERK):
        return NotPermitted(
            _("Only a disclosure clerk may put a flow chart in force."),
            remedy=_("Ask the disclosure clerk."),
        )
    if version.status != ChartStatus.AT_GATE or version.item is None:
        return _at_another_stage(version)
    if not version.item.is_public:
        return WrongMoment(
            _("%(code)s is not public yet: its item %(item)s is at the stage “%(stage)s”.")
            % {
                "code": version.code,
                "item": version.item.code,
                "stage": version.item.get_status_display(),
            },
            remedy=_("Publish the item first, through the gate."),
        )
    if not is_bound_to(version, version.item.body):
        return WrongMoment(
            _("The item %(item)s no longer bears the digest of this chart: what was decided on is "
              "another text.") % {"item": version.item.code},
            remedy=_("Withdraw this version, and upload the chart as a new one."),
        )  # fmt: skip
    return None


def why_not_in_force_from(version: ChartVersion, day: date, *, today: date) -> Refused | None:
    """Say why a version may not come into force on a day."""
    if day < today:
        return Unacceptable(
            _("A chart cannot come into force on a day that is over."),
            remedy=_("Name today or a later day: running cases keep the chart that they have."),
        )
    published = version.item.published_on if version.item else None
    if published and day < published:
        return Unacceptable(
            _("A chart cannot come into force before it is public, on %(day)s.")
            % {"day": published}
        )
    last = version.procedure.versions.filter(in_force_from__gte=day).order_by("in_force_from")
    if later := last.first():
        return Unacceptable(
            _("Version %(number)s comes into force on %(day)s, not before it.")
            % {"number": later.number, "day": later.in_force_from},
            remedy=_("Name a day after it."),
        )
    return None


def why_not_withdraw_version(by: Official, version: ChartVersion) -> Refused | None:
    """Say why this official may not take this version back now."""
    if refusal := why_not_upload(by, None):
        return refusal
    if version.status == ChartStatus.IN_FORCE:
        return WrongMoment(
            _("%(code)s has been put in force; it is not taken back.") % {"code": version.code},
            remedy=_("Put a new version in force, or withdraw its item from publication."),
        )
    if version.status == ChartStatus.WITHDRAWN:
        return _at_another_stage(version)
    return None


def _at_another_stage(version: ChartVersion) -> WrongMoment:
    return WrongMoment(
        _("%(code)s is at another stage: %(stage)s.")
        % {"code": version.code, "stage": version.get_status_display()}
    )
