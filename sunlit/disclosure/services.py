"""The gate, step by step: the only code that writes an item at the desk."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from sunlit import statutes
from sunlit.disclosure import events, policies, rules, selectors
from sunlit.disclosure.lifecycle import TRANSITIONS, Status
from sunlit.disclosure.models import (
    Category,
    Decision,
    Finding,
    Item,
    KeptFinding,
    Scope,
    SecrecyReview,
    Stage,
)
from sunlit.kernel.refusals import Unacceptable
from sunlit.ledger.events import Event
from sunlit.ledger.services import record
from sunlit.organization.models import Agency, Office, Official, Role, Zone
from sunlit.organization.rules.provincial import INDEX_NUMBER
from sunlit.organization.selectors.provincial import number_of
from sunlit.screening.kinds import Finding as Found
from sunlit.screening.lexicons import lexicon
from sunlit.screening.masking import masked
from sunlit.screening.rules import screen_text

FITS = {
    Decision.PUBLISH: Finding.OK,
    Decision.PUBLISH_CHANGED: Finding.CHANGES,
    Decision.WITHHOLD: Finding.WITHHOLD,
}
"""The finding whose ground is also the ground of a decision."""


@transaction.atomic(durable=True)
def draft(
    *,
    agency: Agency,
    by: Official,
    today: date,
    office: str,
    category: str,
    title: str,
    body: str,
    made_on: date,
    scope: str = Scope.GENERAL,
    stage: str = Stage.RESULT,
    document_number: str = "",
    zone: str = "",
) -> Item:
    """Draft an item and begin its review; `office`, `category` and `zone` are codes."""
    if refusal := policies.why_not_draft(by, None):
        raise refusal
    Agency.objects.select_for_update(of=("self",)).get(pk=agency.pk)
    item = Item(
        agency=agency,
        year=today.year,
        code=_next_code(Item, rules.ITEM_PREFIX, agency, today.year),
        office=_office(agency, office, by=by),
    )
    _write(item, title, body, category, made_on, today=today)
    item.scope, item.stage, item.document_number = Scope(scope), Stage(stage), document_number
    item.zone = _zone(agency, zone)
    item.save()
    review = SecrecyReview.objects.create(
        agency=agency,
        year=today.year,
        code=_next_code(SecrecyReview, rules.REVIEW_PREFIX, agency, today.year),
        title=title,
        item=item,
        office=item.office,
        drafted_on=today,
        drafted_post=by.post,
        drafter=by,
    )
    drafted = events.ItemDrafted(review=review.code, item=item.code, title=_told(item))
    _record(drafted, review, policies.REVIEW, by=by, today=today)
    return item


@transaction.atomic(durable=True)
def revise(
    *,
    record_id: int,
    by: Official,
    today: date,
    category: str,
    title: str,
    body: str,
    made_on: date,
    scope: str = Scope.GENERAL,
    stage: str = Stage.RESULT,
    document_number: str = "",
    zone: str = "",
) -> Item:
    """Write a draft anew, before the section reviews it, or after it was sent back."""
    item = _item(record_id, by)
    if refusal := policies.why_not_revise(by, item):
        raise refusal
    _write(item, title, body, category, made_on, today=today)
    item.scope, item.stage, item.document_number = Scope(scope), Stage(stage), document_number
    item.zone = _zone(item.agency, zone)
    item.save()
    review = item.review
    review.title = title
    review.save(update_fields=["title"])
    revised = events.ItemRevised(review=review.code, item=item.code, title=_told(item))
    _record(revised, review, policies.REVIEW, by=by, today=today)
    return item


@transaction.atomic(durable=True)
def mask_findings(*, record_id: int, by: Official, today: date, findings: Collection[str]) -> Item:
    """Mask in a draft what the screening found there, as far as its fingerprint is given."""
    item = _item(record_id, by)
    if refusal := policies.why_not_mask(by, item):
        raise refusal
    chosen = _chosen(selectors.open_findings(item), findings)
    words = selectors.lexicon_of(item.agency)
    item.title, item.document_number, item.body = (
        masked(text, [one for one in screen_text(text, words) if one.fingerprint in findings])
        for text in item.texts
    )
    item.save(update_fields=["title", "document_number", "body"])
    item.review.title = item.title
    item.review.save(update_fields=["title"])
    event = events.FindingsMasked(
        review=item.review.code, item=item.code, kinds=_kinds(chosen), lexicon=words.version
    )
    _record(event, item.review, policies.REVIEW, by=by, today=today)
    return item


@transaction.atomic(durable=True)
def keep_findings(
    *, record_id: int, by: Official, today: date, findings: Collection[str], reason: str
) -> Item:
    """Let stand in an item what the screening found there, for a reason."""
    item = _item(record_id, by)
    if refusal := policies.why_not_keep(by, item):
        raise refusal
    is_draft = item.status == Status.DRAFT
    open_now = selectors.open_to_section(item) if is_draft else selectors.open_findings(item)
    chosen = _chosen(open_now, findings)
    for one in {one.fingerprint: one for one in chosen}.values():
        KeptFinding.objects.create(
            item=item,
            kind=one.kind,
            fingerprint=one.fingerprint,
            reason=reason,
            kept_on=today,
            by=by,
            post=by.post,
        )
    words = selectors.lexicon_of(item.agency)
    event = events.FindingsKept(
        item=item.code, kinds=_kinds(chosen), reason=reason, lexicon=words.version
    )
    _record(event, item, policies.REVIEW, by=by, today=today)
    return item


@transaction.atomic(durable=True)
def section_review(*, record_id: int, by: Official, today: date) -> Item:
    """Agree to a draft for the section that answers for it."""
    item = _item(record_id, by)
    if refusal := policies.why_not_section_review(by, item):
        raise refusal
    _refuse_day_before(item.review.drafted_on, today)
    item.review.sign_as_section(by, on=today)
    _move(item, Status.SECTION_REVIEWED, events.SectionReviewed(review=item.review.code), by, today)
    return item


@transaction.atomic(durable=True)
def secrecy_review(
    *, record_id: int, by: Official, today: date, finding: str, ground: str = "", body: str = ""
) -> Item:
    """Review a draft for secrecy; where changes are needed, `body` is the changed text."""
    item = _item(record_id, by)
    if refusal := policies.why_not_secrecy_review(by, item):
        raise refusal
    review, found, text = item.review, Finding(finding), rules.tidied(body) or item.body
    _refuse_day_before(review.section_reviewed_on, today)
    if found != Finding.OK and not ground:
        raise Unacceptable(_("Give the ground of the finding."))
    if (found == Finding.CHANGES) != (text != item.body):
        raise Unacceptable(
            _("The text is changed if and only if the finding is that changes are needed."),
            remedy=_("Take out of the text what may not be public, or choose another finding."),
        )
    if found != Finding.WITHHOLD:
        left = selectors.open_findings(item, body=text)
        if refusal := policies.why_not_as_it_stands(left, item):
            raise refusal
    if text != item.body:
        review.original_body, item.body = item.body, text
    review.sign_as_secrecy_reviewer(by, on=today, finding=found, ground=ground)
    reviewed = events.SecrecyReviewed(review=review.code, finding=found, ground=ground)
    _move(item, Status.SECRECY_REVIEWED, reviewed, by, today)
    return item


@transaction.atomic(durable=True)
def approve(*, record_id: int, by: Official, today: date, decision: str, ground: str = "") -> Item:
    """Decide whether an item may be published. Without a ground, that of the finding holds."""
    item = _item(record_id, by)
    if refusal := policies.why_not_approve(by, item):
        raise refusal
    review, decided = item.review, Decision(decision)
    _refuse_day_before(review.secrecy_reviewed_on, today)
    if not ground and FITS[decided] == review.finding:
        ground = review.ground
    if refusal := policies.why_not_decide(item, decided, ground):
        raise refusal
    digest = rules.digest_of(*item.texts)
    review.decide(by, on=today, decision=decided, ground=ground, digest=digest)
    if decided == Decision.WITHHOLD:
        withheld = events.ItemWithheld(review=review.code, ground=ground)
        _move(item, Status.WITHHELD, withheld, by, today)
    else:
        approved = events.ItemApproved(review=review.code, decision=decided, ground=ground)
        _move(item, Status.APPROVED, approved, by, today)
    return item


@transaction.atomic(durable=True)
def send_back(*, record_id: int, by: Official, today: date, reason: str) -> Item:
    """Send a draft back to its drafter; its text stands again as it was drafted.

    What was found and might stand is to be answered anew: the text may change.
    """
    item = _item(record_id, by)
    if refusal := policies.why_not_send_back(by, item):
        raise refusal
    item.body = item.review.original_body or item.body
    item.review.begin_again()
    item.kept_findings.all().delete()
    sent = events.SentBack(review=item.review.code, reason=reason)
    _move(item, Status.DRAFT, sent, by, today)
    return item


@transaction.atomic(durable=True)
def publish(*, record_id: int, by: Official, today: date) -> Item:
    """Publish an item under the next index number of the month."""
    item = _item(record_id, by)
    if refusal := policies.why_not_publish(by, item):
        raise refusal
    if refusal := policies.why_not_public(item.review, on=today):
        raise refusal
    agency = Agency.objects.select_for_update(of=("self",)).get(pk=item.agency_id)
    number = _next_index_number(agency, today)
    item.publish(on=today, index_number=number, screened_with=lexicon().version)
    item.save(update_fields=["status", "published_on", "index_number", "screened_with"])
    published = events.ItemPublished(index_number=item.index_number, title=item.title)
    basis = TRANSITIONS[Status.APPROVED, Status.PUBLISHED]
    _record(published, item, basis, by=by, today=today)
    return item


@transaction.atomic(durable=True)
def withdraw(*, record_id: int, by: Official, today: date, reason: str) -> Item:
    """Withdraw a published item; its address stays, with the reason."""
    item = _item(record_id, by)
    if refusal := policies.why_not_withdraw(by, item):
        raise refusal
    _refuse_day_before(item.published_on, today)
    if refusal := policies.why_not_say(reason, item):
        raise refusal
    item.withdraw(on=today, reason=reason)
    item.save(update_fields=["status", "withdrawn_on", "withdrawal_reason"])
    withdrawn = events.ItemWithdrawn(index_number=item.index_number, reason=reason)
    basis = TRANSITIONS[Status.PUBLISHED, Status.WITHDRAWN]
    _record(withdrawn, item, basis, by=by, today=today)
    return item


def _item(record_id: int, by: Official) -> Item:
    items = Item.objects.select_for_update(of=("self",)).select_related("review", "office")
    return items.get(pk=record_id, agency=by.agency)


def _write(item: Item, title: str, body: str, category: str, made_on: date, *, today: date) -> None:
    """Set what a draft says, and by when it is to be published."""
    if made_on > today:
        raise Unacceptable(_("An item cannot be made on a day to come."))
    item.title, item.body, item.made_on = title, rules.tidied(body), made_on
    item.category = _category(item.agency, category)
    item.channels = item.category.channels
    item.due_on = selectors.publication_due_on(item.agency, made_on)


def _move(item: Item, target: Status, event: Event, by: Official, today: date) -> None:
    """Take a step of the gate: the item moves on, its review keeps who did it."""
    basis = TRANSITIONS[Status(item.status), target]
    item.move_to(target)
    item.save(update_fields=["status", "body"])
    item.review.save()
    _record(event, item.review, basis, by=by, today=today)


def _category(agency: Agency, code: str) -> Category:
    category = selectors.catalogue(agency).filter(code=code, is_proactive=True).first()
    if category is None:
        raise Unacceptable(
            _("The catalogue has no category %(code)s of proactive disclosure.") % {"code": code}
        )
    return category


def _office(agency: Agency, code: str, *, by: Official) -> Office:
    office = Office.objects.filter(agency=agency, code=code).first()
    if office is None:
        raise Unacceptable(_("The agency has no office %(code)s.") % {"code": code})
    if office.pk != by.office_id and not by.has_role(Role.CLERK):
        raise Unacceptable(
            _("You can draft an item for your own office only."),
            remedy=_("Ask the disclosure clerk."),
        )
    return office


def _zone(agency: Agency, code: str) -> Zone | None:
    return Zone.objects.filter(agency=agency, code=code).first() if code else None


def _next_code(
    model: type[Item] | type[SecrecyReview], prefix: str, agency: Agency, year: int
) -> str:
    """Return the next register number of the year; the agency's row must be locked."""
    records = model._default_manager.filter(agency=agency, year=year).order_by("code")
    return rules.next_code(prefix, year, records.values_list("code", flat=True))


def _next_index_number(agency: Agency, day: date) -> str:
    """Return the next index number of the day's month; the agency's row must be locked."""
    pattern = number_of(agency.pk, INDEX_NUMBER, on=day)
    begins = rules.index_number_begins(agency.index_code, day, pattern)
    items = Item.objects.filter(agency=agency, index_number__startswith=begins).order_by("code")
    taken = items.values_list("index_number", flat=True)
    return rules.next_index_number(agency.index_code, day, taken, pattern)


def _told(item: Item) -> str:
    """Return an item's title as the ledger keeps it for ever: without what is found in it."""
    return masked(item.title, screen_text(item.title, selectors.lexicon_of(item.agency)))


def _chosen(findings: Iterable[Found], fingerprints: Collection[str]) -> list[Found]:
    """Return the findings that were chosen; one that is none, or is answered, is refused."""
    chosen = [one for one in findings if one.fingerprint in fingerprints]
    if {one.fingerprint for one in chosen} != set(fingerprints) or not chosen:
        raise Unacceptable(
            _("The text has changed: something chosen is not found there any more."),
            remedy=_("Look at the findings as they are now, and choose again."),
        )
    return chosen


def _kinds(findings: Iterable[Found]) -> tuple[str, ...]:
    return tuple(sorted({str(one.kind) for one in findings}))


def _refuse_day_before(last: date | None, today: date) -> None:
    if last and today < last:
        reason = _("The step before this one was taken on %(last)s, which is after %(today)s.")
        raise Unacceptable(reason % {"last": last, "today": today})


def _record(
    event: Event, about: Item | SecrecyReview, basis: str, *, by: Official, today: date
) -> None:
    record(event, about=about, by=by, day=today, basis=statutes.provision(basis, on=today))
