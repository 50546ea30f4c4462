"""The register of licences that are held, and the acts that issue and renew them."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.approvals.forms import issued as forms
from sunlit.approvals.models import Licence, LicenceCase, LicenceStatus, PartyKind
from sunlit.approvals.models.issued import DeregistrationGround, RevocationGround
from sunlit.approvals.policies import issued as policies
from sunlit.approvals.selectors import issued as selectors
from sunlit.approvals.services import issued as services
from sunlit.approvals.silence import silence_said
from sunlit.design.columns import choice, day, quoted, text
from sunlit.design.registers import (
    ActAtDesk,
    Column,
    Field,
    Filter,
    Label,
    NamedClock,
    Register,
    register,
)
from sunlit.organization.models import Official, Role
from sunlit.organization.selectors import office_day

EXPIRED = pgettext_lazy("held licence", "expired")
GROUNDS: dict[str, Label] = {
    **{one.value: one.label for one in RevocationGround},
    **{one.value: one.label for one in DeregistrationGround if one.value != "other"},
}


def _state(licence: Licence) -> tuple[str, Label]:
    state, word = selectors.state_of_licence(licence, office_day())
    return state, EXPIRED if word == "expired" else LicenceStatus(word).label


def _ground(licence: Licence) -> object:
    return GROUNDS.get(licence.end_ground) or None


def _renewals(licence: Licence) -> object:
    renewals = licence.renewals.select_related("case").order_by("id")
    return ", ".join(one.case.number for one in renewals) or None


def _renews(case: LicenceCase) -> object:
    renewal = selectors.renewal_of(case)
    return renewal.licence.number if renewal else None


def _issued(case: LicenceCase) -> object:
    licence = selectors.licence_of(case)
    return licence.number if licence else None


def _statuses(_by: Official) -> Sequence[tuple[str, Label]]:
    return [(status.value, status.label) for status in LicenceStatus]


def _holders(_by: Official) -> Sequence[tuple[str, Label]]:
    return [(kind.value, kind.label) for kind in PartyKind]


FACTS = (
    Column(label=_("What the law says of silence"), value=silence_said),
    Column(label=_("Licence issued"), value=_issued),
    Column(label=_("Renews or changes"), value=_renews),
)
ACTS = (
    ActAtDesk(
        name="name-renewal",
        label=_("Name it a renewal or a change"),
        basis="licence.renew",
        do=services.name_renewal,
        form=forms.NameRenewalForm,
        why_not=policies.why_not_name_renewal,
        done=_("The application is one to renew or change a licence."),
    ),
    ActAtDesk(
        name="issue",
        label=_("Issue the licence"),
        basis="licence.issue",
        do=services.issue,
        form=forms.IssueForm,
        why_not=policies.why_not_issue,
        done=_("The licence has been issued, or mended."),
    ),
    ActAtDesk(
        name="bar-applicant",
        label=_("Bar for false materials"),
        basis="licence.ban_after_false",
        do=services.bar_applicant,
        why_not=policies.why_not_bar,
        done=_("The applicant may not apply for this licence for a year."),
    ),
)

register(
    Register(
        name="licences",
        label=pgettext_lazy("held", "Licences"),
        intro=_("The licences that the agency has issued, until when they are valid, and why not."),
        model=Licence,
        roles=frozenset(
            {
                Role.WINDOW_CLERK,
                Role.CHIEF_REPRESENTATIVE,
                Role.SECTION_HEAD,
                Role.APPROVER,
                Role.INVESTIGATOR,
            }
        ),
        records=lambda by: selectors.licences(by.agency),
        number=Field("number"),
        title=Field("power.name"),
        columns=(
            day("valid_from", _("Valid from")),
            day("valid_until", _("Valid until")),
            Column(label=_("State"), value=_state, kind="state"),
        ),
        facts=(
            quoted("holder", _("Holder"), personal=True),
            choice("holder_kind", _("Kind of holder")),
            quoted("content", pgettext_lazy("held licence", "Allows")),
            text("case.number", _("Licence case")),
            day("issued_on", _("Issued on")),
            day("valid_from", _("Valid from")),
            day("valid_until", _("Valid until")),
            Column(label=_("Renewals and changes"), value=_renewals),
            day("ended_on", pgettext_lazy("held licence", "Ended on")),
            Column(label=_("Ground"), value=_ground),
            quoted("end_reason", _("Reason")),
        ),
        filters=(
            Filter(name="status", label=_("Status"), lookup="status", choices=_statuses),
            Filter(
                name="holder", label=_("Kind of holder"), lookup="holder_kind", choices=_holders
            ),
        ),
        searched=("number", "holder", "power__name", "content"),
        acts=(
            ActAtDesk(
                name="revoke",
                label=_("Revoke the licence"),
                basis="licence.revoke",
                do=services.revoke,
                form=forms.RevokeForm,
                why_not=policies.why_not_revoke,
                done=_("The licence has been revoked."),
            ),
            ActAtDesk(
                name="deregister",
                label=_("Take off the register"),
                basis="licence.deregister",
                do=services.deregister,
                form=forms.DeregisterForm,
                why_not=policies.why_not_deregister,
                done=_("The licence has been taken off the register."),
            ),
        ),
        clocks=(NamedClock(label=_("Application for renewal"), read=selectors.renewal_clock),),
        public_url=lambda _licence: "/powers/licences/",
    )
)
