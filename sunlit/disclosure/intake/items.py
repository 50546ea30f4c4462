"""Taking in the published items: only what passed the gate."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from sunlit.design.faces import said
from sunlit.disclosure import events, policies, rules, selectors
from sunlit.disclosure.intake.known import refuse_known
from sunlit.disclosure.intake.reviews import Read
from sunlit.disclosure.intake.rows import ItemRow
from sunlit.disclosure.lifecycle import Status
from sunlit.disclosure.models import Category, CategoryRole, Item
from sunlit.intake.folder import Folder
from sunlit.kernel.refusals import Unacceptable
from sunlit.organization.selectors.provincial import index_patterns
from sunlit.screening.kinds import TITLES
from sunlit.screening.rules import screen_text

FILE = "items.csv"
TO_RULE, TO_OFFICE = "rule", "org"


def take(folder: Folder, gate: Mapping[str, Read]) -> Sequence[ItemRow]:
    """Take in the items of a year, all published; return their rows."""
    rows = folder.table(FILE, ItemRow, key="item_id")
    _check_numbers(folder, rows)
    folder.promise("item", [row.item_id for row in rows])
    items = {}
    for row in rows:
        folder.in_order(row, "made_date", "published_date")
        _check_review(folder, row, gate)
        if item := _item(folder, row):
            items[row.item_id] = item
    folder.save(Item, items.values())
    folder.shelve("item", items)
    for row in rows:
        if row.item_id in items:
            _link_upwards(folder, row, items[row.item_id])
    return rows


def enter_publications(folder: Folder, rows: Sequence[ItemRow]) -> None:
    """Enter that the items were published: after their reviews, which may be of the same day."""
    items = folder.shelf("item")
    for row in rows:
        if row.item_id in items:
            item = items[row.item_id]
            published = events.ItemPublished(index_number=row.index_no, title=row.title)
            day = row.published_date
            folder.enter(published, item, day=day, basis="disclosure.publish", row=row)


def _check_numbers(folder: Folder, rows: Sequence[ItemRow]) -> None:
    by_code = {row.item_id: row for row in rows}
    refuse_known(folder, Item, by_code, year=folder.year, field="code", column="item_id")
    by_index: dict[str, ItemRow] = {}
    for row in rows:
        if row.index_no in by_index:
            folder.fault_twice(row, "index_no", row.index_no)
        by_index.setdefault(row.index_no, row)
        _check_index(folder, row)
    refuse_known(folder, Item, by_index, field="index_number", column="index_no")


def _check_index(folder: Folder, row: ItemRow) -> None:
    """Check that the index number has its form, and is composed of its parts."""
    composed = f"{row.index_org}/{row.index_month}-{row.index_serial}"
    number = rules.index_number_in(row.index_no, index_patterns(folder.agency.pk))
    if row.index_no != composed:
        reason = _("%(number)s is not composed of its parts; those make %(composed)s.")
        values = {"number": row.index_no, "composed": composed}
        folder.fault(row, "index_no", reason % values)
    elif number is None:
        reason = _("%(number)s is not an index number: office code/year and month-serial.")
        folder.fault(row, "index_no", reason % {"number": row.index_no})
    else:
        day = row.published_date
        if (number.year, number.month) != (day.year, day.month):
            reason = _("The month is not that of the publication, %(day)s.")
            folder.warn(row, "index_month", reason % {"day": day})
        if folder.agency.index_code not in ("", number.agency):
            reason = _("The agency's own part of an index number is %(code)s.")
            folder.warn(row, "index_org", reason % {"code": folder.agency.index_code})


def _check_review(folder: Folder, row: ItemRow, gate: Mapping[str, Read]) -> None:
    """Ask the gate, as the single act does, and check that the review names the item too."""
    review = folder.find("review", row.review_id, row, "review_id")
    if review is None:
        return
    stated = gate[row.review_id].row
    refusal = policies.why_not_public(review, on=row.published_date)
    too_early = isinstance(refusal, Unacceptable)
    if refusal and not too_early:
        folder.fault(row, "review_id", str(refusal.reason))
    elif stated.item_id != row.item_id:
        reason = _("The review %(review)s belongs to another item: %(item)s.")
        values = {"review": row.review_id, "item": stated.item_id or "—"}
        folder.fault(row, "review_id", reason % values)
    elif refusal:
        folder.fault(row, "published_date", str(refusal.reason))
    if stated.title != row.title:
        folder.warn(row, "title", _("The review has another title: %(t)s.") % {"t": stated.title})
    if stated.unit != row.unit:
        folder.warn(row, "unit", _("The review has another office: %(u)s.") % {"u": stated.unit})
    if stated.published_on != row.published_date:
        reason = _("The review has another day of publication: %(day)s.")
        folder.warn(row, "published_date", reason % {"day": stated.published_on or "—"})


def _item(folder: Folder, row: ItemRow) -> Item | None:
    category: Category | None = folder.find("category", row.catalogue_code, row, "catalogue_code")
    office = folder.find("office", row.unit, row, "unit")
    zone = folder.find("zone", row.zone, row, "zone")
    if category is None or office is None:
        return None
    _warn_of_category(folder, row, category)
    due_on = selectors.publication_due_on(folder.agency, row.made_date)
    if due_on and row.published_date > due_on:
        reason = _("Published later than the law allows: it was due on %(due)s.")
        folder.warn(row, "published_date", reason % {"due": due_on})
    return Item(
        agency=folder.agency,
        year=folder.year,
        code=row.item_id,
        index_number=row.index_no,
        title=row.title,
        category=category,
        document_number=row.doc_no,
        made_on=row.made_date,
        due_on=due_on,
        published_on=row.published_date,
        office=office,
        zone=zone,
        scope=row.scope,
        stage=row.disclosure_stage,
        channels=list(row.channels),
        body=row.body,
        screened_with=_screened_with(folder, row),
        status=Status.PUBLISHED,
        rule=_linked(folder, row, TO_RULE, "rule"),
        about_office=_linked(folder, row, TO_OFFICE, "office"),
    )


def _screened_with(folder: Folder, row: ItemRow) -> str:
    """Return the version of the lexicon that finds nothing in an item; none where it does."""
    words = selectors.lexicon_of(folder.agency)
    texts = (("title", row.title), ("doc_no", row.doc_no), ("body", row.body))
    found = [(column, one) for column, text in texts for one in screen_text(text, words)]
    for column, one in found:
        reason = _("The screening finds what is to be answered at the desk: %(kind)s.")
        folder.warn(row, column, reason % {"kind": said(TITLES[one.kind])})
    return "" if found else words.version


def _warn_of_category(folder: Folder, row: ItemRow, category: Category) -> None:
    if row.is_news != (category.role == CategoryRole.NEWS):
        reason = _("The category %(name)s says otherwise whether this is department news.")
        folder.warn(row, "is_news", reason % {"name": category.name})
    if row.category not in ("", category.group):
        reason = _("The catalogue calls the group %(name)s.")
        folder.warn(row, "category", reason % {"name": category.group})
    if row.subcategory not in ("", category.name):
        reason = _("The catalogue calls the category %(name)s.")
        folder.warn(row, "subcategory", reason % {"name": category.name})
    if not category.is_proactive:
        reason = _("The category %(name)s is disclosed on application only.")
        folder.warn(row, "catalogue_code", reason % {"name": category.name})


def _linked(folder: Folder, row: ItemRow, link_type: str, kind: str) -> Any:
    """Return the record of this room, or of one below, that an item publishes."""
    if row.link_type != link_type:
        return None
    return folder.find(kind, row.link_id, row, "link_id")


def _link_upwards(folder: Folder, row: ItemRow, item: Item) -> None:
    """Leave the link to a record of an upper room to that room."""
    if bool(row.link_type) != bool(row.link_id):
        column = "link_id" if row.link_type else "link_type"
        folder.fault(row, column, _("A value is required here."))
    elif row.link_type and row.link_id and row.link_type not in (TO_RULE, TO_OFFICE):
        folder.link(row.link_type, item, row.link_id, row)
