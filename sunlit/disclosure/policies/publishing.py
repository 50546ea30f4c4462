"""Who may publish an item or withdraw it, and what may not be public."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from sunlit.disclosure import rules, selectors
from sunlit.disclosure.lifecycle import Status
from sunlit.disclosure.models import Attribute, Decision, Item, SecrecyReview, SourceDocument
from sunlit.disclosure.models.items import SHOWN
from sunlit.disclosure.policies.answering import why_not_as_it_stands
from sunlit.disclosure.policies.attachments import why_not_with_these_files
from sunlit.disclosure.policies.revising import why_not_replace
from sunlit.disclosure.policies.stages import REVIEW, at_another_stage, cited, of_case, why_not_at
from sunlit.kernel.refusals import NotPermitted, Refused, Unacceptable, WrongMoment
from sunlit.organization.models import Official, Role

READY = (Status.APPROVED, Status.SCHEDULED)
"""What has passed the gate and waits to be published."""


def why_not_public(review: SecrecyReview, *, on: date) -> Refused | None:
    """Say why the item of this review may not be public on a day: the gate itself."""
    if review.decision == Decision.WITHHOLD:
        reason = _("The review %(code)s decided that this may not be published.")
        basis = cited("disclosure.withheld", on=on)
        return WrongMoment(reason % {"code": review.code}, basis=basis)
    if not review.decision or review.approved_on is None:
        return WrongMoment(
            _("The review %(code)s has not been decided yet.") % {"code": review.code},
            remedy=_("Have it reviewed for secrecy and approved first."),
            basis=cited(REVIEW, on=on),
        )
    if on < review.approved_on:
        reason = _("%(day)s is before its cause: the review was decided on %(decided)s.")
        values = {"day": on, "decided": review.approved_on}
        return Unacceptable(reason % values, basis=cited(REVIEW, on=on))
    return None


def why_not_of_document(item: Item) -> Refused | None:
    """Say so where the document that an item publishes is not open to all, or not any more."""
    closed = SourceDocument.objects.filter(item_id=item.pk).exclude(attribute=Attribute.OPEN)
    document = closed.order_by("pk").first()
    if document is None:
        return None
    day = document.decided_on or document.registered_on
    return WrongMoment(
        _("%(code)s publishes the document %(document)s, of which this was decided: %(decided)s.")
        % {
            "code": item.code,
            "document": document.code,
            "decided": document.get_attribute_display(),
        },
        remedy=_("Have it decided anew that the document is open to all, or leave the item."),
        basis=cited("disclosure.withheld", on=day),
    )


def why_not_as_decided(item: Item) -> Refused | None:
    """Say so where an item no longer says what was decided on."""
    decided = item.review.approved_digest
    if decided == rules.digest_of(*item.decided_on):
        return None
    return Unacceptable(
        _("The text of %(code)s is not the one that was decided on.") % {"code": item.code},
        remedy=_("Take the decision back, so that the text as it is goes through the gate."),
        basis=of_case(REVIEW, item),
    )


def why_not_publish(by: Official, item: Item) -> Refused | None:
    """Say why this official may not publish this item now."""
    if not by.has_role(Role.CLERK):
        return NotPermitted(
            _("Only a disclosure clerk may publish an item."),
            remedy=_("Ask the disclosure clerk."),
            basis=of_case("disclosure.publish", item),
        )
    if item.status in SHOWN:
        return at_another_stage(item)
    review = item.review
    if refusal := why_not_public(review, on=review.approved_on or review.drafted_on):
        return refusal
    return (
        (None if item.status in READY else at_another_stage(item))
        or why_not_of_document(item)
        or why_not_replace(item)
        or why_not_as_decided(item)
        or why_not_with_these_files(item)
        or why_not_as_it_stands(selectors.open_findings(item), item)
    )


def why_not_withdraw(by: Official, item: Item) -> Refused | None:
    """Say why this official may not withdraw this item now."""
    if not by.has_role(Role.APPROVER):
        return NotPermitted(
            _("Only an approver may withdraw a published item."),
            remedy=_("Ask the leader in charge."),
            basis=of_case("disclosure.correction", item),
        )
    return why_not_at(Status.PUBLISHED, item)
