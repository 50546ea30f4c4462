"""Who may set how is masked, and which form hides enough."""

from datetime import date

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from sunlit.design.faces import said
from sunlit.disclosure.models import MaskingRule
from sunlit.disclosure.policies.stages import cited
from sunlit.kernel.refusals import NotPermitted, Refused, Unacceptable, WrongMoment
from sunlit.organization.models import Official, Role
from sunlit.organization.selectors import office_day
from sunlit.screening.kinds import TITLES, Kind
from sunlit.screening.official import Form, official

PRIVACY = "disclosure.ground_third_party"


def why_not_set_masking(by: Official, _record: object = None) -> Refused | None:
    """Say why this official may not set how is masked."""
    if by.has_role(Role.ADMINISTRATOR):
        return None
    return NotPermitted(
        _("Only an administrator may set the form of masking."),
        remedy=_("Give the reason to the administrator."),
        basis=cited(PRIVACY, on=office_day()),
    )


def why_not_form(kind: Kind, form: Form, *, on: date) -> Refused | None:
    """Say why a kind cannot be masked in a form: it would show more than may be shown."""
    floor, named = official()[kind], capfirst(said(TITLES[kind]))
    if form.first > floor.most_first or form.last > floor.most_last:
        return Unacceptable(
            _("%(kind)s: at most %(first)s signs at the beginning and %(last)s at the end stay.")
            % {"kind": named, "first": floor.most_first, "last": floor.most_last},
            remedy=_("Let fewer signs stay. Source: %(source)s.") % {"source": said(floor.source)},
            basis=cited(PRIVACY, on=on),
        )
    if form.sign not in floor.signs:
        return Unacceptable(
            _("%(kind)s: “%(sign)s” is no mask sign.") % {"kind": named, "sign": form.sign},
            remedy=_("Choose one of: %(signs)s.") % {"signs": " ".join(floor.signs)},
            basis=cited(PRIVACY, on=on),
        )
    return None


def why_not_masked_since(
    since: date, latest: MaskingRule | None, *, is_new: bool, today: date
) -> Refused | None:
    """Say why a form cannot hold from a day on: what is masked already is not changed."""
    if since < today:
        return Unacceptable(
            _("%(since)s is past; what is masked already is not changed.") % {"since": since},
            remedy=_("Choose today or a later day."),
        )
    if latest and since <= latest.since:
        return WrongMoment(
            _("A form is set since %(since)s; a new one begins later.") % {"since": latest.since},
            remedy=_("Choose a later day."),
        )
    if not is_new:
        return WrongMoment(_("This is the form already."), remedy=_("Nothing is to be done."))
    return None
