"""The acts that write a draft."""

from datetime import date
from typing import TypedDict, Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from sunlit.disclosure import events, policies, rules, selectors
from sunlit.disclosure.models import Category, Item, Scope, SecrecyReview, SourceDocument, Stage
from sunlit.disclosure.services.attachments import add_attachment
from sunlit.disclosure.services.steps import enter, locked_item, told_title
from sunlit.disclosure.uploads import Says, WordFile
from sunlit.files import store
from sunlit.kernel.refusals import Unacceptable
from sunlit.organization.models import Agency, Office, Official, Role, Zone


class Described(TypedDict, total=False):
    """What is said of an item beside its words; what is left out is empty."""

    theme: str
    genre: str
    keywords: str
    summary: str
    source: str
    effective_on: date | None
    valid_until: date | None


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
    **described: Unpack[Described],
) -> Item:
    """Draft an item and begin its review; `office`, `category` and `zone` are codes."""
    says = Says(title, body, made_on, document_number)
    item = begin_draft(agency, says, office=office, category=category, by=by, on=today)
    item.scope, item.stage = Scope(scope), Stage(stage)
    item.zone = _zone(agency, zone)
    _describe(item, described)
    item.save()
    return item


@transaction.atomic(durable=True)
def draft_from_word(
    *,
    agency: Agency,
    by: Official,
    today: date,
    office: str,
    category: str,
    file: WordFile,
    title: str = "",
    made_on: date | None = None,
) -> Item:
    """Draft an item from what was written in Word or WPS: title, text, pictures, number, day.

    `title` and `made_on` go before those of the file. The file itself is sealed. What was left
    out of it, or is to be looked at, the answer has in `notes`.
    """
    title, day = title or file.title, made_on or file.made_on
    if not title or day is None:
        raise Unacceptable(
            _("The file names no title, or no day on which it was made."),
            remedy=_("Give both beside the file."),
        )
    says = Says(title, file.body, day, file.document_number)
    item = begin_draft(agency, says, office=office, category=category, by=by, on=today)
    for picture in file.pictures:
        add_attachment(item, picture, "", by=by, on=today)
    taken = events.TextTakenIn(
        review=item.review.code, item=item.code, original_digest=store.seal(file.original)
    )
    enter(taken, item.review, policies.REVIEW, by=by, on=today)
    item.notes = file.notes
    return item


def begin_draft(
    agency: Agency, says: Says, *, office: str, category: str, by: Official, on: date
) -> Item:
    """Write a draft and begin its review, for whichever act; `office` and `category` are codes."""
    if refusal := policies.why_not_draft(by, None):
        raise refusal
    Agency.objects.select_for_update(of=("self",)).get(pk=agency.pk)
    item = Item(
        agency=agency,
        year=on.year,
        code=next_code(Item, rules.ITEM_PREFIX, agency, on.year),
        office=own_office(agency, office, by=by),
    )
    _write(item, says.title, says.body, category, says.made_on, today=on)
    item.document_number = says.document_number
    item.save()
    review = begin_review(item, by=by, on=on)
    drafted = events.ItemDrafted(review=review.code, item=item.code, title=told_title(item, on=on))
    enter(drafted, review, policies.REVIEW, by=by, on=on)
    return item


def begin_review(item: Item, *, by: Official, on: date) -> SecrecyReview:
    """Open the review of a new draft; the agency's row must be locked."""
    return SecrecyReview.objects.create(
        agency=item.agency,
        year=on.year,
        code=next_code(SecrecyReview, rules.REVIEW_PREFIX, item.agency, on.year),
        title=item.title,
        item=item,
        office=item.office,
        drafted_on=on,
        drafted_post=by.post,
        drafter=by,
        chain=_chain(item, on=on),
    )


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
    **described: Unpack[Described],
) -> Item:
    """Write a draft anew, before the section reviews it, or after it was sent back."""
    item = locked_item(record_id, by)
    if refusal := policies.why_not_revise(by, item):
        raise refusal
    filed = category, scope, stage, zone
    if refusal := policies.why_not_file_otherwise(item, filed):
        raise refusal
    _write(item, title, body, category, made_on, today=today)
    item.scope, item.stage, item.document_number = Scope(scope), Stage(stage), document_number
    item.zone = _zone(item.agency, zone)
    _describe(item, described)
    item.save()
    review = item.review
    review.title = title
    review.chain = _chain(item, on=review.drafted_on)
    review.save(update_fields=["title", "chain"])
    revised = events.ItemRevised(
        review=review.code, item=item.code, title=told_title(item, on=today)
    )
    enter(revised, review, policies.REVIEW, by=by, on=today)
    return item


def _write(item: Item, title: str, body: str, category: str, made_on: date, *, today: date) -> None:
    """Set what a draft says, and by when it is to be published."""
    if made_on > today:
        raise Unacceptable(_("An item cannot be made on a day to come."))
    item.title, item.body, item.made_on = title, rules.tidied(body), made_on
    if item.revises_id is None:
        item.category = _category(item.agency, category)
        item.channels = item.category.channels
    item.due_on = selectors.publication_due_on(item.agency, made_on)


def _describe(item: Item, described: Described) -> None:
    """Set what is said of a draft."""
    item.theme, item.genre = described.get("theme", ""), described.get("genre", "")
    item.keywords = "、".join(rules.words_in(described.get("keywords", "")))
    item.summary, item.source = described.get("summary", ""), described.get("source", "")
    item.effective_on = described.get("effective_on")
    item.valid_until = described.get("valid_until")
    if item.effective_on and item.valid_until and item.valid_until < item.effective_on:
        raise Unacceptable(
            _("It cannot end on %(until)s: it is in force from %(since)s only.")
            % {"until": item.valid_until, "since": item.effective_on},
            remedy=_("Correct one of the two days, or leave one out."),
        )


def _chain(item: Item, *, on: date) -> list[dict[str, str | int]]:
    """Return the steps for an item's category as a review keeps them."""
    return [step.kept() for step in selectors.chain_for(item.category, on=on)]


def _category(agency: Agency, code: str) -> Category:
    category = selectors.catalogue(agency).filter(code=code, is_proactive=True).first()
    if category is None:
        raise Unacceptable(
            _("The catalogue has no category %(code)s of proactive disclosure.") % {"code": code}
        )
    return category


def own_office(agency: Agency, code: str, *, by: Official) -> Office:
    """Return the office of a code: one's own, or for the clerk any."""
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


def next_code(
    model: type[Item] | type[SecrecyReview] | type[SourceDocument],
    prefix: str,
    agency: Agency,
    year: int,
) -> str:
    """Return the next register number of the year; the agency's row must be locked."""
    records = model._default_manager.filter(agency=agency, year=year).order_by("code")
    return rules.next_code(prefix, year, records.values_list("code", flat=True))
