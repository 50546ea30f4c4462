"""`sunlit createadmin`: let the first official log in."""

from datetime import date

import click
from django.utils.translation import gettext as _

from sunlit.cli.starting import Day, starts_installation
from sunlit.kernel.refusals import Unacceptable
from sunlit.organization.models import Agency, Official, Role
from sunlit.organization.selectors import office_day
from sunlit.organization.services import appoint_official, found_agency

SHORTEST_PASSWORD = 10


@click.command("createadmin")
@click.option("--username", prompt=True, help="The log-in name.")
@click.option("--post", default="系统管理员", show_default=True, help="The post, never a person.")
@click.option(
    "--password",
    prompt=True,
    hide_input=True,
    confirmation_prompt=True,
    envvar="SUNLIT_ADMIN_PASSWORD",
    help="At least ten characters.",
)
@click.option("--agency", "code", default="", help="The agency's code, if there are several.")
@click.option("--agency-name", default="", help="The agency's name, if it is to be founded.")
@click.option("--today", type=Day(), default=None, help="The day of the appointment.")
@starts_installation
def command(
    username: str, post: str, password: str, code: str, agency_name: str, today: date | None
) -> None:
    """Appoint an administrator; found the agency if there is none."""
    _refuse_unfit(username, password)
    day = today or office_day()
    agencies = Agency.objects.filter(code=code) if code else Agency.objects.all()
    agency = agencies.order_by("id").first()
    if agency is None:
        found_agency(
            code=code or "AGENCY",
            name=agency_name or code or "AGENCY",
            username=username,
            post=post,
            password=password,
            today=day,
        )
    else:
        appoint_official(
            agency=agency,
            username=username,
            post=post,
            roles=[Role.ADMINISTRATOR],
            password=password,
            today=day,
        )
    click.echo(_("%(username)s may log in at /desk/.") % {"username": username})


def _refuse_unfit(username: str, password: str) -> None:
    if Official.objects.filter(username=username).exists():
        raise Unacceptable(
            _("The log-in name %(name)s is taken.") % {"name": username},
            remedy=_("Choose another one."),
        )
    if len(password) < SHORTEST_PASSWORD:
        raise Unacceptable(
            _("The password is too short."), remedy=_("Choose one of at least ten characters.")
        )
