"""The register of joint applications."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from sunlit.approvals import forms
from sunlit.approvals.models import JointApplication, LicenceCase
from sunlit.approvals.policies import applications as policies
from sunlit.approvals.services import applications as services
from sunlit.design.columns import day, quoted
from sunlit.design.registers import ActAtDesk, Column, Field, Register, register
from sunlit.organization.models import Official, Role


def _joint(by: Official) -> QuerySet[JointApplication]:
    found = JointApplication.objects.filter(agency=by.agency).select_related("zone")
    return found.prefetch_related("applications__case__power").order_by("-received_on", "-number")


def _cases(joint: JointApplication) -> Sequence[LicenceCase]:
    applications = joint.applications.all()
    return sorted((one.case for one in applications), key=lambda case: case.number)


def _each(joint: JointApplication) -> str:
    return "；".join(
        f"{case.number} {case.power.name}：{case.get_status_display()}" for case in _cases(joint)
    )


def _how_many(joint: JointApplication) -> int:
    return len(_cases(joint))


register(
    Register(
        name="joint-applications",
        label=_("Joint applications"),
        intro=_("Several licences applied for at once; each is a case with its own clock."),
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
        ),
        facts=(
            quoted("applicant", _("Applicant"), personal=True),
            quoted("zone.name", _("Zone")),
            day("received_on", _("Received on")),
            Column(label=_("Cases"), value=_each, kind="quoted"),
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
        others=_cases,
    )
)
