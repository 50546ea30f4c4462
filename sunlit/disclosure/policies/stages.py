"""What the policies share: at which stage an item is, who has signed, which provision holds."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from sunlit import statutes
from sunlit.disclosure.lifecycle import TRANSITIONS, Status
from sunlit.disclosure.models import Item
from sunlit.kernel.citations import Citation
from sunlit.kernel.refusals import NotPermitted, NotYetLaw, Refused, WrongMoment
from sunlit.organization.models import Official

REVIEW = "disclosure.secrecy_review"


def why_not_at(status: Status, item: Item) -> Refused | None:
    """Say so where an item is at another stage than this."""
    return None if item.status == status else at_another_stage(item)


def at_another_stage(item: Item) -> Refused:
    """Return the refusal that names the stage at which an item is."""
    reason = _("%(code)s is at another stage: %(status)s.")
    values = {"code": item.code, "status": item.get_status_display()}
    arrows = [basis for (before, _after), basis in TRANSITIONS.items() if before == item.status]
    return WrongMoment(reason % values, basis=of_case(arrows[0] if arrows else REVIEW, item))


def why_not_sign(by: Official, item: Item) -> Refused | None:
    """Say so where this official has signed the review already: four eyes, and four again."""
    if by.pk in item.review.signed_by:
        return NotPermitted(
            _("You have taken a step of this review already."),
            remedy=_("Another official must take this one."),
            basis=of_case(REVIEW, item),
        )
    return None


def of_case(name: str, item: Item) -> Citation:
    """Return the provision in force on the day on which an item was drafted."""
    return cited(name, on=item.review.drafted_on)


def cited(name: str, *, on: date) -> Citation:
    """Return the provision of a day; before there was a law, the first one."""
    try:
        return statutes.provision(name, on=on)
    except NotYetLaw as refusal:
        return statutes.provision(name, on=refusal.since)
