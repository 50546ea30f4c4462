"""The acts on the organization: who may log in, with which roles."""

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from sunlit import statutes
from sunlit.kernel.refusals import Unacceptable
from sunlit.ledger.services import record
from sunlit.organization.events import AgencyDescribed, OfficialAppointed
from sunlit.organization.models import Agency, Office, Official, OfficialRole, Role

RECORDS_POST = "records"


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
    """Let somebody log in, with roles. Without `by`, the operator of the installation did it."""
    if Official.objects.filter(username=username).exists():
        raise Unacceptable(
            _("The log-in name %(name)s is taken.") % {"name": username},
            remedy=_("Choose another one."),
        )
    official = Official(username=username, post=post, agency=agency, office=office)
    official.set_password(password)
    official.save()
    give_roles(official, roles, since=today)
    record(
        OfficialAppointed(username=username, post=post, roles=tuple(sorted(set(roles)))),
        about=official,
        by=by or official,
        day=today,
        basis=statutes.provision("organization.duty", on=today),
    )
    return official


@transaction.atomic(durable=True)
def found_agency(
    *, code: str, name: str, username: str, post: str, password: str, today: date
) -> Official:
    """Begin an installation by hand: the agency and its first administrator."""
    agency = Agency.objects.create(code=code, name=name, index_code=code)
    official = Official(username=username, post=post, agency=agency)
    official.set_password(password)
    official.save()
    give_roles(official, [Role.ADMINISTRATOR], since=today)
    basis = statutes.provision("organization.duty", on=today)
    record(AgencyDescribed(code=code, name=name), about=agency, by=official, day=today, basis=basis)
    record(
        OfficialAppointed(username=username, post=post, roles=(Role.ADMINISTRATOR,)),
        about=official,
        by=official,
        day=today,
        basis=basis,
    )
    return official


def give_roles(official: Official, roles: Collection[Role], *, since: date) -> None:
    """Give roles to an official, inside the act that does so."""
    OfficialRole.objects.bulk_create(
        OfficialRole(official=official, role=role, since=since) for role in sorted(set(roles))
    )


def records_post(agency: Agency, *, today: date) -> Official:
    """Return the official in whose name a year of records is taken in; cannot log in."""
    official, is_new = Official.objects.get_or_create(
        username=f"{RECORDS_POST}.{agency.code}".lower(),
        defaults={"post": "档案录入岗", "agency": agency, "is_active": False},
    )
    if is_new:
        official.set_unusable_password()
        official.save(update_fields=["password"])
        give_roles(official, [Role.ADMINISTRATOR], since=today)
    return official
