"""The acts on officials: who may log in, at which post, with which roles."""

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from sunlit import statutes
from sunlit.kernel.refusals import Unacceptable
from sunlit.ledger.services import record
from sunlit.organization import events
from sunlit.organization.acting import entered, locked, own
from sunlit.organization.models import Agency, Office, Official, OfficialRole, Role
from sunlit.organization.policies import organization as policies


@transaction.atomic(durable=True)
def appoint_official(
    *,
    agency: Agency,
    username: str,
    post: str,
    roles: Collection[Role],
    password: str,
    today: date,
    office: Office | None = None,
    by: Official | None = None,
) -> Official:
    """Let somebody log in, with roles. Without `by`, the operator of the installation did it.

    Log-in names are of the whole installation: two agencies never share one. Whoever got the
    first password from an administrator must choose their own.
    """
    if by is not None and (refusal := policies.why_not_administer(by, None)):
        raise refusal
    if refusal := policies.why_not_these_roles(roles):
        raise refusal
    own(office, agency)
    if Official.objects.filter(username=username).exists():
        raise Unacceptable(
            _("The log-in name %(name)s is taken.") % {"name": username},
            remedy=_("Choose another one."),
        )
    official = Official(
        username=username,
        post=post,
        agency=agency,
        office=office,
        must_change_password=by is not None,
    )
    official.set_password(password)
    official.save()
    give_roles(official, roles, since=today)
    record(
        events.OfficialAppointed(username=username, post=post, roles=tuple(sorted(set(roles)))),
        about=official,
        by=by or official,
        day=today,
        basis=statutes.provision("organization.duty", on=today),
    )
    return official


def give_roles(official: Official, roles: Collection[Role], *, since: date) -> None:
    """Give roles to an official, inside the act that does so."""
    OfficialRole.objects.bulk_create(
        OfficialRole(official=official, role=role, since=since) for role in sorted(set(roles))
    )


@transaction.atomic(durable=True)
def move_official(
    *, record_id: int, by: Official, today: date, post: str, office: Office | None
) -> Official:
    """Give an official another post, in an office or in none."""
    official = _official(record_id, by)
    if refusal := policies.why_not_change_official(by, official):
        raise refusal
    own(office, by.agency)
    official.post, official.office = post, office
    official.save(update_fields=["post", "office"])
    event = events.OfficialMoved(official.username, post, office.code if office else "")
    return entered(event, official, by=by, today=today)


@transaction.atomic(durable=True)
def give_role(*, record_id: int, by: Official, today: date, role: Role) -> Official:
    """Give an official one more role, if it goes together with those that they have."""
    official = _official(record_id, by)
    if refusal := policies.why_not_give_role(by, official):
        raise refusal
    if official.has_role(role):
        raise Unacceptable(_("This official has the role already."))
    if refusal := policies.why_not_these_roles({*official.role_names, role}):
        raise refusal
    give_roles(official, [role], since=today)
    return entered(events.RoleGiven(official.username, role), official, by=by, today=today)


@transaction.atomic(durable=True)
def take_role(*, record_id: int, by: Official, today: date, role: Role) -> Official:
    """Take a role from an official. That they had it, and until when, is kept."""
    official = _official(record_id, by)
    if refusal := policies.why_not_take_role(by, official):
        raise refusal
    if refusal := policies.why_not_this_role_from(by, official, role):
        raise refusal
    if not official.has_role(role):
        raise Unacceptable(_("This official does not have the role."))
    official.roles.filter(role=role, until=None).update(until=today)
    return entered(events.RoleTaken(official.username, role), official, by=by, today=today)


@transaction.atomic(durable=True)
def suspend_official(*, record_id: int, by: Official, today: date, reason: str) -> Official:
    """Keep an official from logging in; ends their session at once."""
    official = _official(record_id, by)
    if refusal := policies.why_not_suspend(by, official):
        raise refusal
    official.is_active = False
    official.save(update_fields=["is_active"])
    event = events.OfficialSuspended(official.username, reason)
    return entered(event, official, by=by, today=today)


@transaction.atomic(durable=True)
def readmit_official(*, record_id: int, by: Official, today: date) -> Official:
    """Let an official log in again."""
    official = _official(record_id, by)
    if refusal := policies.why_not_readmit(by, official):
        raise refusal
    official.is_active = True
    official.save(update_fields=["is_active"])
    return entered(events.OfficialReadmitted(official.username), official, by=by, today=today)


@transaction.atomic(durable=True)
def set_first_password(*, record_id: int, by: Official, today: date, password: str) -> Official:
    """Give an official a new first password, which they must change when they log in with it."""
    official = _official(record_id, by)
    if refusal := policies.why_not_change_official(by, official):
        raise refusal
    official.set_password(password)
    official.must_change_password = True
    official.save(update_fields=["password", "must_change_password"])
    return entered(events.FirstPasswordSet(official.username), official, by=by, today=today)


@transaction.atomic(durable=True)
def change_own_password(*, by: Official, today: date, password: str) -> Official:
    """Choose a new password for oneself. The form has asked for the old one."""
    if by.check_password(password):
        raise Unacceptable(_("The new password is the old one."), remedy=_("Choose another one."))
    by.set_password(password)
    by.must_change_password = False
    by.save(update_fields=["password", "must_change_password"])
    return entered(events.PasswordChanged(by.username), by, by=by, today=today)


@transaction.atomic(durable=True)
def choose_signing_code(*, by: Official, today: date, code: str) -> Official:
    """Choose the code to sign with by a link. The form has asked for the password."""
    if by.check_password(code):
        raise Unacceptable(
            _("The signing code is your password."), remedy=_("Choose another code.")
        )
    by.choose_signing_code(code)
    by.save(update_fields=["signing_code"])
    return entered(events.SigningCodeChosen(by.username), by, by=by, today=today)


def _official(record_id: int, by: Official) -> Official:
    """Return an official of the agency. The agency is locked, so that of two administrators who
    take each other's role at the same moment one comes second and is refused.
    """
    Agency.objects.select_for_update().get(pk=by.agency_id)
    vars(by).pop("role_names", None)  # what the request knew may be of before
    return locked(Official.objects.select_related("agency"), record_id, agency=by.agency)
