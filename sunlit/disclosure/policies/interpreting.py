"""Who may say that a document is to be interpreted, and by what, and when."""

from django.utils.translation import gettext_lazy as _

from sunlit.disclosure.lifecycle import UNDER_WAY, Status
from sunlit.disclosure.models import Item
from sunlit.disclosure.policies.revising import why_not_of_office
from sunlit.disclosure.policies.stages import at_another_stage, of_case, why_not_at
from sunlit.kernel.refusals import NotPermitted, Refused, Unacceptable, WrongMoment
from sunlit.organization.models import Official, Role

CONTENT = "disclosure.content"


def why_not_ask_for_interpretation(by: Official, item: Item) -> Refused | None:
    """Say why this official may not decide now that a document is to be interpreted."""
    if refusal := why_not_of_office(by, item) or why_not_at(Status.PUBLISHED, item):
        return refusal
    if item.interprets_id is not None:
        return WrongMoment(
            _("%(code)s is itself an interpretation.") % {"code": item.code},
            basis=of_case(CONTENT, item),
        )
    if item.needs_interpretation:
        return WrongMoment(
            _("It has been decided already that %(code)s needs an interpretation.")
            % {"code": item.code},
            basis=of_case(CONTENT, item),
        )
    return None


def why_not_link_interpretation(by: Official, item: Item) -> Refused | None:
    """Say why this official may not say now which document an item interprets."""
    if refusal := why_not_of_office(by, item):
        return refusal
    is_draft = item.status in UNDER_WAY
    if is_draft and by.pk != item.review.drafter_id and not by.has_role(Role.CLERK):
        return NotPermitted(
            _("Who drafts an interpretation, or the disclosure clerk, says what it interprets."),
            basis=of_case(CONTENT, item),
        )
    if not (is_draft or item.is_public) or item.revises_id is not None:
        return at_another_stage(item)
    if item.interprets is not None:
        return WrongMoment(
            _("%(code)s interprets %(number)s already.")
            % {"code": item.code, "number": item.interprets.index_number},
            remedy=_("Take that link away first."),
            basis=of_case(CONTENT, item),
        )
    return None


def why_not_interpret(item: Item, document: Item | None) -> Refused | None:
    """Say why an item cannot interpret this document."""
    if document is None:
        return Unacceptable(
            _("No public item has this index number."),
            remedy=_("Copy the index number from the page of the document."),
            basis=of_case(CONTENT, item),
        )
    if document.pk == item.pk or document.interprets_id is not None:
        return Unacceptable(
            _("An interpretation explains a document, not itself or another interpretation."),
            remedy=_("Give the index number of the document that it explains."),
            basis=of_case(CONTENT, item),
        )
    return None


def why_not_unlink_interpretation(by: Official, item: Item) -> Refused | None:
    """Say why this official may not take the link to the interpreted document away now."""
    if refusal := why_not_of_office(by, item):
        return refusal
    if item.interprets_id is None:
        return WrongMoment(
            _("%(code)s interprets no document.") % {"code": item.code},
            basis=of_case(CONTENT, item),
        )
    return None
