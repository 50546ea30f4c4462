"""The acts on the chain of steps: it is set, and a step beside the usual ones is taken."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from sunlit.disclosure import events, policies, selectors
from sunlit.disclosure.models import Countersignature, Item, ReviewChain
from sunlit.disclosure.rules import ChainStep
from sunlit.disclosure.services.steps import enter, locked_item, refuse_day_before
from sunlit.kernel.refusals import Unacceptable, WrongMoment
from sunlit.organization.models import Agency, Official


@transaction.atomic(durable=True)
def set_chain(
    *,
    agency: Agency,
    by: Official,
    today: date,
    category: str,
    since: date,
    steps: Sequence[ChainStep],
    document: str,
) -> ReviewChain:
    """Set which steps the drafts of a category pass from a day on; "" is for all the others.

    A draft keeps the chain that held when it was made.
    """
    if refusal := policies.why_not_set_chain(by):
        raise refusal
    if refusal := policies.why_not_chain(steps, on=since):
        raise refusal
    Agency.objects.select_for_update(of=("self",)).get(pk=agency.pk)
    meant = selectors.catalogue(agency).filter(code=category).first() if category else None
    if category and meant is None:
        raise Unacceptable(_("The catalogue has no category %(code)s.") % {"code": category})
    latest = selectors.chains_set(agency).filter(category=meant).order_by("-since").first()
    if refusal := policies.why_not_chain_since(since, latest, today=today):
        raise refusal
    kept = [step.kept() for step in steps]
    chain = ReviewChain.objects.create(
        agency=agency, category=meant, since=since, steps=kept, document=document
    )
    told = tuple(step.title or step.kind.value for step in steps)
    event = events.ChainSet(category=category, since=since, steps=told, document=document)
    enter(event, chain, policies.REVIEW, by=by, on=today)
    return chain


@transaction.atomic(durable=True)
def countersign(*, record_id: int, by: Official, today: date) -> Item:
    """Take a step that the chain asks for beside the usual ones."""
    item = locked_item(record_id, by)
    if refusal := policies.why_not_countersign(by, item):
        raise refusal
    review = item.review
    refuse_day_before(review.last_step_on, today)
    at, step = review.next_at, review.next_step
    if at is None or step is None:  # the policy has asked already
        raise WrongMoment(_("No step is left to be taken."))
    Countersignature.objects.create(
        review=review,
        position=at,
        title=step.title,
        role=step.role,
        by=by,
        post=by.post,
        signed_on=today,
    )
    event = events.Countersigned(review=review.code, step=step.title)
    enter(event, review, policies.REVIEW, by=by, on=today)
    return item
