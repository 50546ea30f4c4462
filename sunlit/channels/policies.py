"""Who may show what where, and when."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from sunlit import statutes
from sunlit.channels.models import Posting, StreetSign
from sunlit.kernel.citations import Citation
from sunlit.kernel.refusals import NotPermitted, NotYetLaw, Refused, WrongMoment
from sunlit.organization.models import Official, Role


def basis(on: date) -> Citation:
    """Return the article that governs showing something on a day."""
    try:
        return statutes.provision("channels.publish", on=on)
    except NotYetLaw as refusal:
        return statutes.provision("channels.publish", on=refusal.since)


def why_not_keep(by: Official, _nothing: object = None) -> Refused | None:
    """Say why this official may not keep the registers of boards, media and events."""
    if not by.has_role(Role.CLERK):
        return NotPermitted(
            _("Only a disclosure clerk may record what is shown to the public."),
            remedy=_("Ask the disclosure clerk."),
        )
    return None


def why_not_take_down(by: Official, posting: Posting) -> Refused | None:
    """Say why this paper may not be taken down by this official now."""
    if refusal := why_not_keep(by):
        return refusal
    if posting.removed_on:
        return WrongMoment(
            _("The paper has already been taken down, on %(day)s.") % {"day": posting.removed_on},
            basis=basis(posting.posted_on),
        )
    return None


def why_not_inspect(by: Official, sign: StreetSign) -> Refused | None:
    """Say why this official may not inspect this sign: the office that answers for it may."""
    if by.office_id != sign.office_id and not by.has_role(Role.CLERK, Role.AUDITOR):
        return NotPermitted(
            _("Only the responsible office, a disclosure clerk or an auditor may inspect a sign."),
            remedy=_("Ask the responsible office."),
            basis=basis(sign.installed_on),
        )
    if sign.removed_on:
        return WrongMoment(
            _("The sign was removed on %(day)s.") % {"day": sign.removed_on},
            basis=basis(sign.installed_on),
        )
    return None
