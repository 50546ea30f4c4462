"""`sunlit createadmin`: let the first official log in."""

import re
from datetime import date

import click
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from sunlit.cli.starting import Day, starts_installation
from sunlit.kernel.refusals import Missing, Unacceptable
from sunlit.organization.models import Agency, Official, Role
from sunlit.organization.selectors import office_day
from sunlit.organization.services import appoint_official, found_agency

FIRST_AGENCY = "AGENCY"
USERNAME = re.compile(r"[\w.-]{1,64}")


@click.command("createadmin")
@click.option("--username", prompt=True, help="The log-in name.")
@click.option("--post", default="系统管理员", show_default=True, help="The post, never a person.")
@click.option(
    "--password",
    prompt=True,
    hide_input=True,
    confirmation_prompt=True,
    envvar="SUNLIT_ADMIN_PASSWORD",
    help="At least ten characters, and none that is easily guessed.",
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
    code = code or settings.SUNLIT_AGENCY
    agency = _agency(code, agency_name)
    if agency is None:
        found_agency(
            code=code or FIRST_AGENCY,
            name=agency_name or code or FIRST_AGENCY,
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


def _agency(code: str, name: str) -> Agency | None:
    """Return the agency to appoint in; None if one is to be founded."""
    if not code:
        return Agency.objects.order_by("id").first()
    agency = Agency.objects.filter(code=code).first()
    if agency is None and not name and Agency.objects.exists():
        raise Missing(
            _("There is no agency with the code %(code)s.") % {"code": code},
            remedy=_("To found it, give its name with --agency-name."),
        )
    return agency


def _refuse_unfit(username: str, password: str) -> None:
    if not USERNAME.fullmatch(username):
        raise Unacceptable(
            _("%(name)s cannot be a log-in name.") % {"name": username},
            remedy=_("Use up to 64 letters, digits, hyphens, dots and underscores."),
        )
    if Official.objects.filter(username=username).exists():
        raise Unacceptable(
            _("The log-in name %(name)s is taken.") % {"name": username},
            remedy=_("Choose another one."),
        )
    try:
        validate_password(password)
    except ValidationError as error:
        raise Unacceptable(" ".join(error.messages), remedy=_("Choose another one.")) from None
