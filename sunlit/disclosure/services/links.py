"""The acts by which an approver decides with a link: it is issued, and it is used, once."""

import secrets
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sunlit.disclosure import events, policies, rules, selectors
from sunlit.disclosure.models import ApprovalLink, FailedSignature, Item
from sunlit.disclosure.selectors.links import LONGEST
from sunlit.disclosure.services.gate import decide
from sunlit.disclosure.services.steps import enter, locked_item
from sunlit.kernel.refusals import Missing, Unacceptable
from sunlit.organization.models import Official


@transaction.atomic(durable=True)
def issue_approval_link(
    *, record_id: int, by: Official, today: date, official: str, hours: int = 48
) -> ApprovalLink:
    """Hand an approver a link by which to decide about an item once; `official` is a log-in name.

    The link ends the one before it. Its token is on the answer alone, and can be read nowhere
    again; to sign, the approver's own code is needed as well, so that whoever carries the link
    cannot sign with it.
    """
    item = locked_item(record_id, by)
    if refusal := policies.why_not_issue_link(by, item):
        raise refusal
    approver = Official.objects.filter(agency=by.agency, username=official).first()
    if approver is None:
        raise Unacceptable(_("There is no official %(name)s.") % {"name": official})
    if refusal := policies.why_not_link_for(approver, item, by=by):
        raise refusal
    now, secret = timezone.now(), secrets.token_urlsafe(24)
    review = item.review
    review.approval_links.filter(used_at=None, replaced_at=None).update(replaced_at=now)
    link = ApprovalLink.objects.create(
        review=review,
        official=approver,
        issued_by=by,
        issued_on=today,
        valid_until=now + min(timedelta(hours=hours), LONGEST),
        secret_digest=selectors.digest_of_secret(secret),
        text_digest=rules.digest_of(*item.decided_on),
    )
    issued = events.ApprovalLinkIssued(review.code, approver.post, link.valid_until)
    enter(issued, review, policies.REVIEW, by=by, on=today)
    link.token = selectors.token_of(link, secret)
    return link


def approve_by_link(*, token: str, code: str, today: date, decision: str, ground: str = "") -> Item:
    """Decide about an item by a link, in the name of the approver whose code is given."""
    link = selectors.link_by_token(token)
    item = link.review.item if link else None
    if link is None or item is None:
        raise Missing(_("This is no approval link."), remedy=_("Ask for a new link, or log in."))
    if not link.official.is_signing_code(code):
        if refusal := policies.why_not_use(link, item, now=timezone.now()):
            raise refusal
        FailedSignature.objects.create(link=link, failed_at=timezone.now())
        raise policies.wrong_code(item)
    return _approve(link, item, by=link.official, today=today, decision=decision, ground=ground)


@transaction.atomic(durable=True)
def _approve(
    link: ApprovalLink, item: Item, *, by: Official, today: date, decision: str, ground: str
) -> Item:
    now = timezone.now()
    item = locked_item(item.pk, by)
    link = ApprovalLink.objects.select_for_update(of=("self",)).get(pk=link.pk)
    if refusal := policies.why_not_use(link, item, now=now):
        raise refusal
    link.use(at=now)
    link.save(update_fields=["used_at"])
    used = events.ApprovalLinkUsed(item.review.code, link.issued_on)
    enter(used, item.review, policies.REVIEW, by=by, on=today)
    decide(item, by=by, on=today, decision=decision, ground=ground)
    return item
