"""The register of joint applications."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.approvals import forms
from sunlit.approvals.models import JointApplication
from sunlit.approvals.policies import applications as policies
from sunlit.approvals.selectors import joint as readings
from sunlit.approvals.services import applications as services
from sunlit.design.columns import day, quoted
from sunlit.design.registers import (
    ActAtDesk,
    Column,
    Field,
    Label,
    NamedClock,
    Register,
    register,
)
from sunlit.organization.models import Official, Role
from sunlit.organization.selectors import office_day


def _joint(by: Official) -> QuerySet[JointApplication]:
    found = JointApplication.objects.filter(agency=by.agency).select_related("zone")
    return found.prefetch_related(
        "applications__case__power", "applications__case__excluded_times"
    ).order_by("-received_on", "-number")


def _state(joint: JointApplication) -> tuple[str, Label]:
    if readings.concluded_on(joint):
        return "done", _("all decided")
    clock = readings.joint_clock(joint)
    if clock is None:
        return "neutral", _("not all accepted yet")
    if clock.overdue_on(office_day()):
        return "late", _("being decided together")
    return "in_time", _("being decided together")


def _each(joint: JointApplication) -> str:
    return "；".join(
        f"{case.number} {case.power.name}：{case.get_status_display()}"
        for case in readings.cases_of(joint)
    )


def _how_many(joint: JointApplication) -> int:
    return len(readings.cases_of(joint))


register(
    Register(
        name="joint-applications",
        label=_("Joint applications"),
        intro=_(
            "Several licences applied for at once: each is a case, and one clock runs for all."
        ),
        model=JointApplication,
        roles=frozenset(
            {Role.WINDOW_CLERK, Role.CHIEF_REPRESENTATIVE, Role.SECTION_HEAD, Role.APPROVER}
        ),
        records=_joint,
        number=Field("number"),
        title=Field("applicant"),
        columns=(
            day("received_on", _("Received on")),
            Column(label=_("Licences"), value=_how_many, kind="number"),
            Column(label=_("State"), value=_state, kind="state"),
        ),
        facts=(
            quoted("applicant", _("Applicant"), personal=True),
            quoted("zone.name", _("Zone")),
            day("received_on", _("Received on")),
            Column(label=_("Cases"), value=_each, kind="quoted"),
            Column(label=_("All accepted on"), value=readings.accepted_on, kind="day"),
            day("extended_on", pgettext_lazy("licence", "Extended on")),
            quoted("extension_reason", _("Reason of the extension")),
            quoted("extension_approval", _("Approval of the government")),
        ),
        searched=("number", "applicant"),
        opening=(
            ActAtDesk(
                name="receive-jointly",
                label=_("Receive several at once"),
                basis="licence.joint",
                do=services.receive_jointly,
                form=forms.JointForm,
                why_not=policies.why_not_receive_jointly,
                done=_("The applications have been received; each has its number."),
            ),
        ),
        acts=(
            ActAtDesk(
                name="extend",
                label=_("Extend the time for all"),
                basis="licence.extend",
                do=services.extend_joint,
                form=forms.ExtendJointForm,
                why_not=policies.why_not_extend_joint,
                done=_("The time has been extended; the applicant reads why with the case."),
            ),
        ),
        clocks=(
            NamedClock(label=_("Limit of the law for all together"), read=readings.joint_clock),
        ),
        others=readings.cases_of,
    )
)
