"""`sunlit demo-staff`: let the made-up officials of the demonstration log in."""

import click
import yaml
from django.conf import settings
from django.utils.translation import gettext as _

from sunlit.approvals.letters.selectors import bodies_named
from sunlit.approvals.services.letters import name_review_bodies
from sunlit.cli.starting import starts_installation
from sunlit.organization.models import Agency, Office, Official, Role
from sunlit.organization.selectors import office_day
from sunlit.organization.services import appoint_official
from sunlit.organization.services.offices import mark_site

OFFICIALS = settings.BASE_DIR / "data" / "demo" / "officials.yaml"

MARKS = settings.BASE_DIR / "data" / "demo" / "agency.yaml"
BODIES = settings.BASE_DIR / "data" / "demo" / "review_bodies.yaml"


@click.command("demo-staff", hidden=True)
@starts_installation
def command() -> None:
    """Appoint the demonstration's officials; those already there are left alone."""
    staff = yaml.safe_load(OFFICIALS.read_text(encoding="utf-8"))
    agency = Agency.objects.order_by("id").first()
    if agency is None:
        raise click.ClickException(_("There is no agency yet; load a year of records first."))
    there = set(Official.objects.values_list("username", flat=True))
    offices = {office.code: office for office in Office.objects.filter(agency=agency)}
    for one in staff["officials"]:
        if one["username"] not in there:
            appoint_official(
                agency=agency,
                username=one["username"],
                post=one["post"],
                roles=[Role(role) for role in one["roles"]],
                password=staff["password"],
                office=offices.get(one.get("office", "")),
                today=office_day(),
            )
    administrator = Official.objects.get(username=staff["marked_by"])
    _mark_site(agency, administrator)
    _name_review_bodies(agency, administrator)
    width = max(len(one["username"]) for one in staff["officials"])
    click.echo(_("Log-ins at /desk/, password %(password)s:") % {"password": staff["password"]})
    for one in staff["officials"]:
        click.echo(f"  {one['username']:<{width}}  {one['post']}")


def _mark_site(agency: Agency, by: Official) -> None:
    """Give the demonstration's site its made-up marks, once."""
    if not agency.site_code:
        marks = yaml.safe_load(MARKS.read_text(encoding="utf-8"))
        mark_site(record_id=agency.pk, by=by, today=office_day(), **marks)


def _name_review_bodies(agency: Agency, by: Official) -> None:
    """Say who reviews the demonstration's decisions, once."""
    if not bodies_named(agency).exists():
        bodies = yaml.safe_load(BODIES.read_text(encoding="utf-8"))
        name_review_bodies(agency=agency, by=by, today=office_day(), **bodies)


def demo_staff_may_log_in() -> bool:
    """Say whether somebody may log in with the password of the demonstration."""
    staff = yaml.safe_load(OFFICIALS.read_text(encoding="utf-8"))
    names = [one["username"] for one in staff["officials"]]
    there = Official.objects.filter(username__in=names, is_active=True).order_by("username")
    return any(one.check_password(staff["password"]) for one in there)
