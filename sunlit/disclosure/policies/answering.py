"""Who may answer what the screening found, and when."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from sunlit.design.faces import said
from sunlit.disclosure import selectors
from sunlit.disclosure.lifecycle import Status
from sunlit.disclosure.models import Item
from sunlit.disclosure.policies.drafting import why_not_revise
from sunlit.disclosure.policies.stages import REVIEW, at_another_stage, of_case
from sunlit.kernel.refusals import NotPermitted, Refused, Unacceptable, WrongMoment
from sunlit.organization.models import Official, Role
from sunlit.screening.kinds import TITLES
from sunlit.screening.kinds import Finding as Found
from sunlit.screening.masking import MASKS
from sunlit.screening.rules import screen_text

OVER = (Status.WITHHELD, Status.EXPIRED, Status.WITHDRAWN, Status.MERGED, Status.DROPPED)
"""What is found here is shown to nobody any more."""


def why_not_as_it_stands(findings: Sequence[Found], item: Item) -> Refused | None:
    """Say so where the screening finds in an item what nobody has answered."""
    if not findings:
        return None
    titles = dict.fromkeys(said(TITLES[one.kind]) for one in findings)
    reason = ngettext(
        "The screening found %(count)s thing that nobody has answered: %(kinds)s.",
        "The screening found %(count)s things that nobody has answered: %(kinds)s.",
        len(findings),
    )
    return Unacceptable(
        reason % {"count": len(findings), "kinds": _(", ").join(titles)},
        remedy=_("Mask it, or say why it may stand."),
        basis=of_case(REVIEW, item),
    )


def why_not_mask(by: Official, item: Item) -> Refused | None:
    """Say why this official may not mask what was found in this draft now."""
    if refusal := why_not_revise(by, item):
        return refusal
    return None if has_mask(item) else _nothing_found(item)


def has_mask(item: Item) -> bool:
    """Say whether something open is found in an item that can be masked."""
    return any(one.kind in MASKS for one in selectors.open_in_texts(item))


def why_not_keep(by: Official, item: Item) -> Refused | None:
    """Say why this official may not let stand what was found in this item now.

    In a draft its drafter says so, but of secrecy marks; after that, the secrecy reviewer alone.
    """
    is_draft = item.status == Status.DRAFT
    if item.status in OVER:
        return at_another_stage(item)
    if is_draft and by.pk != item.review.drafter_id:
        return NotPermitted(
            _("In a draft, only who drafted it may say why something found may stand."),
            basis=of_case(REVIEW, item),
        )
    if not is_draft and not by.has_role(Role.SECRECY_REVIEWER):
        return NotPermitted(
            _("Only a secrecy reviewer may say why something found may stand."),
            remedy=_("Ask the secrecy reviewer."),
            basis=of_case(REVIEW, item),
        )
    if not is_draft and by.pk == item.review.drafter_id:
        return NotPermitted(
            _("Who drafted an item does not review it for secrecy."),
            remedy=_("Another official must take this one."),
            basis=of_case(REVIEW, item),
        )
    findings = selectors.open_to_section(item) if is_draft else selectors.open_findings(item)
    return None if findings else _nothing_found(item)


def why_not_say(text: str, item: Item) -> Refused | None:
    """Say why a sentence that the public will read of an item cannot be said so."""
    return why_not_as_it_stands(screen_text(text, selectors.lexicon_of(item.agency)), item)


def _nothing_found(item: Item) -> Refused:
    return WrongMoment(
        _("There is nothing found in %(code)s that you would have to answer.")
        % {"code": item.code},
        basis=of_case(REVIEW, item),
    )
