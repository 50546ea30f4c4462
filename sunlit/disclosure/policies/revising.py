"""Who may change what is public, and when."""

from django.utils.translation import gettext_lazy as _

from sunlit.disclosure.lifecycle import UNDER_WAY, Status
from sunlit.disclosure.models import Item
from sunlit.disclosure.policies.drafting import DRAFTERS
from sunlit.disclosure.policies.stages import at_another_stage, of_case, why_not_at
from sunlit.kernel.refusals import NotPermitted, Refused, Unacceptable, WrongMoment
from sunlit.organization.models import Official, Role

CORRECTION = "disclosure.correction"


def why_not_begin_revision(by: Official, item: Item) -> Refused | None:
    """Say why this official may not begin a new version of this item now."""
    return (
        why_not_of_office(by, item)
        or why_not_at(Status.PUBLISHED, item)
        or why_not_beside_another(item)
    )


def why_not_of_office(by: Official, item: Item) -> Refused | None:
    """Say so where an official neither drafts for the office that answers, nor is the clerk."""
    of_office = by.has_role(*DRAFTERS) and by.office_id == item.office_id
    if of_office or by.has_role(Role.CLERK):
        return None
    return NotPermitted(
        _("Only the office that answers for the item, or the disclosure clerk, may do this."),
        remedy=_("Ask the head of %(office)s.") % {"office": item.office.name},
        basis=of_case(CORRECTION, item),
    )


def why_not_beside_another(item: Item) -> Refused | None:
    """Say so where a new version of an item is under way."""
    other = item.drafted_revisions.filter(status__in=UNDER_WAY).first()
    if other is None:
        return None
    return WrongMoment(
        _("A new version of %(number)s is under way: %(code)s.")
        % {"number": item.index_number, "code": other.code},
        remedy=_("Go on with that one, or have it given up first."),
        basis=of_case(CORRECTION, item),
    )


def why_not_drop_revision(by: Official, item: Item) -> Refused | None:
    """Say why this official may not give up this revision now."""
    if item.revises_id is None:
        return WrongMoment(
            _("%(code)s is no new version of a published item.") % {"code": item.code},
            basis=of_case(CORRECTION, item),
        )
    if by.pk != item.review.drafter_id and not by.has_role(Role.CLERK):
        return NotPermitted(
            _("Only who drafted a revision, or the disclosure clerk, may give it up."),
            basis=of_case(CORRECTION, item),
        )
    return None if item.status in UNDER_WAY else at_another_stage(item)


def why_not_replace(draft: Item) -> Refused | None:
    """Say why a draft cannot take the place of the public text that it revises."""
    public = draft.revises
    if public is None or public.status == Status.PUBLISHED:
        return None
    return WrongMoment(
        _("%(number)s is public no more, so it can have no new version.")
        % {"number": public.index_number},
        remedy=_("Give the revision up."),
        basis=of_case(CORRECTION, draft),
    )


def why_not_file_otherwise(item: Item, filed: tuple[str, str, str, str]) -> Refused | None:
    """Say so where a revision is filed otherwise: by category, importance, stage, zone."""
    if item.revises_id is None:
        return None
    zone = item.zone.code if item.zone else ""
    if filed == (item.category.code, item.scope, item.stage, zone):
        return None
    return Unacceptable(
        _("A new version changes the words of an item, not how it is filed."),
        remedy=_("Leave category, importance, stage and area as they are."),
        basis=of_case(CORRECTION, item),
    )
