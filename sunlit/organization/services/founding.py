"""The acts that begin an agency: its first administrator, and the post that takes records in."""

from datetime import date

from django.db import transaction

from sunlit import statutes
from sunlit.ledger.services import record
from sunlit.organization.events import AgencyDescribed, OfficialAppointed
from sunlit.organization.models import Agency, Official, Role
from sunlit.organization.selectors import records_name, web_name
from sunlit.organization.services.people import give_roles


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


def records_post(agency: Agency, *, today: date) -> Official:
    """Return the official in whose name a year of records is taken in; cannot log in."""
    official, is_new = Official.objects.get_or_create(
        username=records_name(agency),
        agency=agency,
        defaults={"post": "档案录入岗", "is_active": False},
    )
    if is_new:
        official.set_unusable_password()
        official.save(update_fields=["password"])
        give_roles(official, [Role.ADMINISTRATOR], since=today)
    return official


def web_post(agency: Agency) -> Official:
    """Return the post in whose name strangers' acts on the web are written down; it never logs in.

    The ledger names no stranger: what an applicant does on the web stands there under this post.
    """
    official, is_new = Official.objects.get_or_create(
        username=web_name(agency),
        agency=agency,
        defaults={"post": "网上申请人", "is_active": False},
    )
    if is_new:
        official.set_unusable_password()
        official.save(update_fields=["password"])
    return official
