"""Taking in the disclosure catalogue and the guide."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated

from django.utils.translation import gettext as _
from pydantic import BeforeValidator, Field

from sunlit.disclosure import events, rules, vocabulary
from sunlit.disclosure.intake.rows import ItemRow
from sunlit.disclosure.intake.texts import Line, Short
from sunlit.disclosure.models import Category, GuideSection
from sunlit.intake.faults import Fault
from sunlit.intake.folder import Folder
from sunlit.intake.rows import Code, Count, Listed, Row, coded
from sunlit.intake.tables import Unreadable, read_text

FILE, GUIDE_FILE = "catalogue.csv", "guides.md"
BASIS = "disclosure.guide_and_catalogue"
KINDS = {"主动公开": True, "依申请公开": False}
SET_AT_THE_DESK = (
    *("review_months", "review_since", "retention_years", "elements", "basis", "limit_unit"),
    *("limit_amount", "audience", "levels", "theme", "genre", "standard", "restated_on"),
)
"""What no folder states of a category."""


class CategoryRow(Row):
    """A row of catalogue.csv."""

    catalogue_code: Code
    category: Short
    name: Short
    frequency: Short
    unit: Code
    disclosure: Annotated[bool, BeforeValidator(coded(KINDS))]
    channel: Listed = ()
    format: Short = ""
    responsible_post: Line
    items_stated: Count | None = None


def take_categories(folder: Folder) -> Sequence[CategoryRow]:
    """Take in the catalogue, a standing register; return its rows."""
    rows = folder.table(FILE, _row_type(folder.year), key="catalogue_code")
    since = _known_since(folder)
    categories = {
        row.catalogue_code: category for row in rows if (category := _category(folder, row, since))
    }
    stored = folder.restate(Category, categories, ends="ended_on", keeps=SET_AT_THE_DESK)
    folder.promise("category", [row.catalogue_code for row in rows])
    folder.shelve("category", stored.records)
    for row in rows:
        if row.catalogue_code in stored.told:
            listed = events.CategoryListed(code=row.catalogue_code, name=row.name)
            about = stored.records[row.catalogue_code]
            folder.enter(listed, about, day=date(folder.year, 1, 1), basis=BASIS, row=row)
    return rows


def _row_type(year: int) -> type[CategoryRow]:
    """Return the form of a row: the column that counts the items is named for the year."""

    class CategoryRowOfYear(CategoryRow):
        items_stated: Count | None = Field(default=None, alias=_counting_column(year))

    return CategoryRowOfYear


def _counting_column(year: int) -> str:
    return f"items_{year}"


def _known_since(folder: Folder) -> Mapping[str, date]:
    known = Category.objects.filter(agency=folder.agency).order_by("code")
    return dict(known.values_list("code", "since"))


def _category(folder: Folder, row: CategoryRow, since: Mapping[str, date]) -> Category | None:
    office = folder.find("office", row.unit, row, "unit")
    if office is None:
        return None
    begins = date(folder.year, 1, 1)
    return Category(
        agency=folder.agency,
        code=row.catalogue_code,
        group=row.category,
        name=row.name,
        role=vocabulary.role_of(row.name),
        frequency=row.frequency,
        office=office,
        is_proactive=row.disclosure,
        channels=list(row.channel),
        format=row.format,
        responsible_post=row.responsible_post,
        since=min(begins, since.get(row.catalogue_code, begins)),
    )


def warn_of_counts(
    folder: Folder, categories: Sequence[CategoryRow], items: Sequence[ItemRow]
) -> None:
    """Say where the catalogue states another number of items than the folder holds."""
    found = Counter(item.catalogue_code for item in items)
    for row in categories:
        stated, held = row.items_stated, found[row.catalogue_code]
        if stated is not None and stated != held:
            reason = _("%(stated)d items are stated, but the folder holds %(found)d.")
            values = {"stated": stated, "found": held}
            folder.warn(row, _counting_column(folder.year), reason % values)


def take_guide(folder: Folder) -> None:
    """Take in the sections of the guide, as it stands in the year."""
    try:
        text = read_text(folder.path / GUIDE_FILE)
    except Unreadable as error:
        folder.faults.append(error.fault)
        return
    written = list(rules.sections_in(text))
    if not written:
        folder.faults.append(Fault(GUIDE_FILE, 1, "", _("The guide has no sections.")))
    sections = [
        GuideSection(
            agency=folder.agency,
            year=folder.year,
            position=position,
            title=section.title,
            body=section.body,
        )
        for position, section in enumerate(written, start=1)
    ]
    folder.save(GuideSection, sections)
    for record, section in zip(sections, written, strict=True):
        row = Row()
        row.stand_at(GUIDE_FILE, section.line)
        event = events.GuideSectionWritten(folder.year, record.position, section.title)
        folder.enter(event, record, day=date(folder.year, 1, 1), basis=BASIS, row=row)
