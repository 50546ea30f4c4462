"""Who may change the organization, and when: the agency, its parts, its people, its duties."""

from collections.abc import Collection

from django.utils.translation import gettext_lazy as _

from sunlit import statutes
from sunlit.kernel.citations import Citation
from sunlit.kernel.refusals import NotPermitted, Refused, Unacceptable, WrongMoment
from sunlit.organization.models import InformationOfficer, LeadingGroup, Office, Official, Role
from sunlit.organization.pending import pending
from sunlit.organization.rules import posts as rules
from sunlit.organization.selectors import (
    leading_group,
    office_day,
    stands_for_the_web,
    takes_records_in,
)


def why_not_administer(by: Official, _record: object) -> Refused | None:
    """Say why this official may not change the agency, its parts or who may log in."""
    if by.has_role(Role.ADMINISTRATOR):
        return None
    return NotPermitted(
        _("Only an administrator may change the agency, its offices and who may log in."),
        remedy=_("Ask the administrator."),
        basis=_basis(),
    )


def why_not_keep_duties(by: Official, _record: object) -> Refused | None:
    """Say why this official may not write down meetings, duties and information officers."""
    if by.has_role(Role.CLERK, Role.LEADER, Role.ADMINISTRATOR):
        return None
    return NotPermitted(
        _("Only a disclosure clerk, a leader or an administrator may say who answers for what."),
        remedy=_("Ask the disclosure clerk."),
        basis=_basis(),
    )


def why_not_adjust_group(by: Official, _record: object) -> Refused | None:
    """Say why this official may not set the leading group's seats anew."""
    if by.has_role(Role.LEADER, Role.ADMINISTRATOR):
        return None
    return NotPermitted(
        _("Only a leader or an administrator may adjust the leading group."),
        remedy=_("Ask the leader in charge."),
        basis=_basis("organization.leading_group"),
    )


def why_not_change_group(by: Official, group: LeadingGroup) -> Refused | None:
    """Say why nothing is written down any more for this group, by this official."""
    if refusal := why_not_keep_duties(by, group):
        return refusal
    if leading_group(group.agency, on=office_day()) != group:
        return WrongMoment(
            _("The group has been adjusted since."),
            remedy=_("Choose the group as last adjusted."),
            basis=_basis("organization.leading_group"),
        )
    return None


def why_not_change_official(by: Official, official: Official) -> Refused | None:
    """Say why this official may not change another's post, roles or log-in."""
    if refusal := why_not_administer(by, official):
        return refusal
    if takes_records_in(official):
        return WrongMoment(
            _("In the name of this post years of records are taken in; it never logs in."),
            basis=_basis(),
        )
    if stands_for_the_web(official):
        return WrongMoment(
            _("In the name of this post stands what strangers do on the web; it never logs in."),
            basis=_basis(),
        )
    return None


def why_not_give_role(by: Official, official: Official) -> Refused | None:
    """Say why this official may not get another role."""
    if refusal := why_not_change_official(by, official):
        return refusal
    if official.role_names == set(Role):
        return WrongMoment(_("This official has every role."), basis=_basis())
    return None


def why_not_take_role(by: Official, official: Official) -> Refused | None:
    """Say why none of this official's roles may be taken."""
    if refusal := why_not_change_official(by, official):
        return refusal
    if not official.role_names:
        return WrongMoment(_("This official has no role."), basis=_basis())
    return None


def why_not_these_roles(roles: Collection[str]) -> Refused | None:
    """Say why one person may not hold these roles together."""
    found = rules.conflict(roles)
    if found is None:
        return None
    return Unacceptable(
        _("One person may not be %(one)s and %(other)s at once.")
        % {"one": Role(found.one).label, "other": Role(found.other).label},
        remedy=found.why,
        basis=statutes.provision(found.basis, on=office_day()),
    )


def why_not_this_role_from(by: Official, official: Official, role: str) -> Refused | None:
    """Say why this very role may not be taken: nobody stops being administrator by their own act.

    So an agency always keeps one: the last administrator has nobody else to take the role.
    """
    if official.pk == by.pk and role == Role.ADMINISTRATOR:
        return NotPermitted(
            _("Nobody can take the role of administrator from themselves."),
            remedy=_("Ask another administrator, or appoint one first."),
            basis=_basis(),
        )
    return None


def why_not_suspend(by: Official, official: Official) -> Refused | None:
    """Say why this official's log-in may not be suspended now."""
    if refusal := why_not_change_official(by, official):
        return refusal
    if official.pk == by.pk:
        return NotPermitted(
            _("Nobody can suspend their own log-in."),
            remedy=_("Ask another administrator, or appoint one first."),
            basis=_basis(),
        )
    if not official.is_active:
        return WrongMoment(_("The log-in is suspended already."), basis=_basis())
    return None


def why_not_readmit(by: Official, official: Official) -> Refused | None:
    """Say why this official may not be let in again."""
    if refusal := why_not_change_official(by, official):
        return refusal
    if official.is_active:
        return WrongMoment(_("This official may log in."), basis=_basis())
    return None


def why_not_change_office(by: Official, office: Office) -> Refused | None:
    """Say why this office may not be changed now by this official."""
    if refusal := why_not_administer(by, office):
        return refusal
    return _closed(office)


def why_not_close_office(by: Official, office: Office) -> Refused | None:
    """Say why this office may not be closed now: it has officials, duties or open matters."""
    if refusal := why_not_change_office(by, office):
        return refusal
    if office.officials.filter(is_active=True).exists():
        return WrongMoment(
            _("Officials of this office may still log in."),
            remedy=_("Move them to another office, or suspend them, first."),
            basis=_basis(),
        )
    if office.duties.exists() or office.officers.filter(relieved_on=None).exists():
        return WrongMoment(
            _("Posts of this office still have duties."),
            remedy=_("Give the duties to another office, and relieve the information officer."),
            basis=_basis(),
        )
    if count := pending(office, on=office_day()):
        return WrongMoment(
            _("The office still answers for open matters: %(count)d.") % {"count": count},
            remedy=_("Close them, or have them given to another office, first."),
            basis=_basis(),
        )
    return None


def why_not_appoint_officer(by: Official, office: Office) -> Refused | None:
    """Say why this office may not get an information officer now."""
    if refusal := why_not_keep_duties(by, office) or _closed(office):
        return refusal
    if office.officers.filter(relieved_on=None).exists():
        return WrongMoment(
            _("The office has an information officer."),
            remedy=_("Relieve that one first."),
            basis=_basis(),
        )
    return None


def why_not_relieve(by: Official, officer: InformationOfficer) -> Refused | None:
    """Say why this information officer may not be relieved now."""
    if refusal := why_not_keep_duties(by, officer):
        return refusal
    if officer.relieved_on:
        return WrongMoment(_("This information officer has been relieved."), basis=_basis())
    return None


def _closed(office: Office) -> Refused | None:
    if office.closed_on:
        return WrongMoment(
            _("The office was closed on %(day)s.") % {"day": office.closed_on},
            remedy=_("Its records stay as they are."),
            basis=_basis(),
        )
    return None


def _basis(name: str = "organization.duty") -> Citation:
    return statutes.provision(name, on=office_day())
