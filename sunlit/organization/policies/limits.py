"""Who may set the agency's own limits, and which limits it can set."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from sunlit import statutes
from sunlit.kernel.refusals import NotPermitted, Refused, Unacceptable, WrongMoment
from sunlit.kernel.wording import Wording
from sunlit.organization.models import Official, PromisedLimit, Role, WarningLimit
from sunlit.organization.rules.provincial import is_settled_as_limit
from sunlit.organization.rules.warning import Near, usual
from sunlit.organization.selectors.limits import OWN, can_be_promised


def why_not_promise(by: Official, _record: object = None) -> Refused | None:
    """Say why this official may not set a limit for the agency."""
    if by.has_role(Role.LEADER, Role.ADMINISTRATOR):
        return None
    return NotPermitted(
        _("Only a leader or an administrator may promise a limit in the agency's name."),
        remedy=_("Ask the leader in charge."),
        basis=statutes.citation_from_key(OWN),
    )


def why_not_this_limit(
    rule: statutes.Rule, *, amount: int, since: date, today: date, latest: PromisedLimit | None
) -> Refused | None:
    """Say why the agency cannot set this limit: against the law, backwards, or nothing new."""
    cited = rule.limit.basis[0]
    if refusal := _why_not_at_all(rule):
        return refusal
    if not rule.editable and amount > rule.limit.amount:
        unit = rule.limit.unit.wording
        return Unacceptable(
            Wording(
                f"法定期限为{rule.limit.amount}{unit.zh},承诺时限不能更长。",
                f"The law's limit is {rule.limit.amount} {unit.en}; a promise cannot be longer.",
            ),
            remedy=_("Promise as much or less."),
            basis=cited,
        )
    if since < today:
        return Unacceptable(
            _("A promise never applies backwards: %(since)s is past.") % {"since": since},
            remedy=_("Choose today or a later day."),
            basis=cited,
        )
    if latest and since <= latest.since:
        return WrongMoment(
            _("A limit set for this rule holds since %(since)s; a new one begins later.")
            % {"since": latest.since},
            remedy=_("Choose a later day."),
            basis=cited,
        )
    if amount == (latest.amount if latest else rule.limit.amount):
        return WrongMoment(
            _("This is the limit that holds already."), remedy=_("Nothing is to be done.")
        )
    return None


def why_not_this_warning(
    near: Near, *, since: date, today: date, latest: WarningLimit | None
) -> Refused | None:
    """Say why these limits of warning cannot be set: backwards, or nothing new."""
    cited = statutes.citation_from_key(OWN)
    if since < today:
        return Unacceptable(
            _("Limits of warning never apply backwards: %(since)s is past.") % {"since": since},
            remedy=_("Choose today or a later day."),
            basis=cited,
        )
    if latest and since <= latest.since:
        return WrongMoment(
            _("Limits of warning are set since %(since)s; new ones begin later.")
            % {"since": latest.since},
            remedy=_("Choose a later day."),
            basis=cited,
        )
    if near == (Near(latest.days, latest.share) if latest else usual()):
        return WrongMoment(
            _("These limits of warning hold already."), remedy=_("Nothing is to be done.")
        )
    return None


def _why_not_at_all(rule: statutes.Rule) -> Refused | None:
    cited = rule.limit.basis[0]
    if is_settled_as_limit(rule.name):
        return Unacceptable(
            Wording(
                f"“{rule.title.zh}”由省里规定,本机关不能另行承诺。",
                f"“{rule.title.en}” is settled by the province; the agency cannot promise another.",
            ),
            remedy=_("Set it among what the province has settled."),
            basis=cited,
        )
    if not can_be_promised(rule):
        return Unacceptable(
            Wording(
                f"“{rule.title.zh}”不是约束本机关的最长期限,本机关不能另行承诺。",
                f"“{rule.title.en}” is no limit that binds this agency at most; it cannot set "
                "another one.",
            ),
            basis=cited,
        )
    return None
