"""Taking in the secrecy reviews: four steps each, in the order of their days."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from sunlit.disclosure import events
from sunlit.disclosure.intake.known import refuse_known
from sunlit.disclosure.intake.rows import ItemRow, ReviewRow
from sunlit.disclosure.models import Decision, Finding, Item, SecrecyReview
from sunlit.intake.folder import Folder
from sunlit.ledger.events import Event

FILE = "confidentiality_reviews.csv"
BASIS = "disclosure.secrecy_review"
FINDINGS = {
    Decision.PUBLISH: Finding.OK,
    Decision.PUBLISH_CHANGED: Finding.CHANGES,
    Decision.WITHHOLD: Finding.WITHHOLD,
}


@dataclass(frozen=True)
class Read:
    """A review as its row states it, not stored yet."""

    row: ReviewRow
    review: SecrecyReview


def read(folder: Folder) -> Mapping[str, Read]:
    """Read the reviews, each right in itself, by their numbers."""
    rows = folder.table(FILE, ReviewRow, key="review_id")
    numbers = {row.review_id: row for row in rows}
    refuse_known(folder, SecrecyReview, numbers, year=folder.year, field="code", column="review_id")
    found = {}
    for row in rows:
        folder.in_order(
            row,
            "drafted_on",
            "unit_reviewed_on",
            "secrecy_reviewed_on",
            "approved_on",
            "published_on",
        )
        _warn_of_signatures(folder, row)
        if review := _review(folder, row):
            found[row.review_id] = Read(row, review)
    folder.promise("review", numbers)
    folder.shelve("review", {code: one.review for code, one in found.items()})
    return found


def store(folder: Folder, gate: Mapping[str, Read], items: Sequence[ItemRow]) -> None:
    """Store the reviews, each with the item that it let pass, once those are stored."""
    claimed = {item.item_id: item.review_id for item in items}
    for one in gate.values():
        _check_item(folder, one, gate, claimed)
        record: Item | None = folder.find("item", one.row.item_id, one.row, "item_id")
        one.review.item = record
    folder.save(SecrecyReview, [one.review for one in gate.values()])
    for one in gate.values():
        _enter(folder, one)


def _warn_of_signatures(folder: Folder, row: ReviewRow) -> None:
    posts = [row.drafted_by, row.unit_reviewed_by, row.secrecy_reviewed_by, row.approved_by]
    for post in sorted({post for post in posts if posts.count(post) > 1}):
        reason = _("%(post)s took more than one step of the review.")
        folder.warn(row, "", reason % {"post": post})


def _check_item(
    folder: Folder, one: Read, gate: Mapping[str, Read], claimed: Mapping[str, str]
) -> None:
    """Say where the item of a review names another one, unless the item's row has said it."""
    row = one.row
    if row.item_id is None:
        if row.decision != Decision.WITHHOLD and row.review_id not in claimed.values():
            reason = _("The review lets something be published, but names no item.")
            folder.warn(row, "item_id", reason)
        return
    named = claimed.get(row.item_id, row.review_id)
    if named == row.review_id or row.review_id in claimed.values():
        return
    if named in gate and gate[named].row.item_id == row.item_id:
        reason = _("The item %(item)s names another review, %(review)s.")
        folder.fault(row, "item_id", reason % {"item": row.item_id, "review": named})


def _review(folder: Folder, row: ReviewRow) -> SecrecyReview | None:
    office = folder.find("office", row.unit, row, "unit")
    if office is None:
        return None
    return SecrecyReview(
        agency=folder.agency,
        year=folder.year,
        code=row.review_id,
        title=row.title,
        office=office,
        drafted_on=row.drafted_on,
        drafted_post=row.drafted_by,
        section_reviewed_on=row.unit_reviewed_on,
        section_reviewed_post=row.unit_reviewed_by,
        secrecy_reviewed_on=row.secrecy_reviewed_on,
        secrecy_reviewed_post=row.secrecy_reviewed_by,
        finding=FINDINGS[row.decision],
        approved_on=row.approved_on,
        approved_post=row.approved_by,
        decision=row.decision,
        ground=row.ground,
    )


def _enter(folder: Folder, one: Read) -> None:
    """Enter the four steps that a row proves."""
    row, code = one.row, one.row.review_id
    drafted = events.ItemDrafted(review=code, item=row.item_id or "", title=row.title)
    secrecy = events.SecrecyReviewed(review=code, finding=one.review.finding, ground=row.ground)
    decided: Event = events.ItemApproved(review=code, decision=row.decision, ground=row.ground)
    basis = BASIS
    if row.decision == Decision.WITHHOLD:
        decided, basis = events.ItemWithheld(review=code, ground=row.ground), "disclosure.withheld"
    steps = (
        (drafted, row.drafted_on, row.drafted_by, BASIS),
        (events.SectionReviewed(review=code), row.unit_reviewed_on, row.unit_reviewed_by, BASIS),
        (secrecy, row.secrecy_reviewed_on, row.secrecy_reviewed_by, BASIS),
        (decided, row.approved_on, row.approved_by, basis),
    )
    for event, day, post, on in steps:
        folder.enter(event, one.review, day=day, basis=on, row=row, post=post)
