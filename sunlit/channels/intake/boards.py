"""Taking in the boards and what was posted on them."""

from collections.abc import Iterable, Mapping
from typing import Annotated

from django.utils.translation import gettext as _
from pydantic import BeforeValidator

from sunlit.channels import events
from sunlit.channels.models import Board, Posting, PostingKind
from sunlit.disclosure.models import Item
from sunlit.intake.folder import Folder
from sunlit.intake.rows import Code, Day, Row, coded
from sunlit.organization.models import Office, OfficeKind

BASIS = "channels.publish"
OFFICE_KINDS = {"党务": PostingKind.PARTY, "政务": PostingKind.GOVERNMENT}
BRIGADE_KINDS = {"承诺": PostingKind.PROMISE, "工作": PostingKind.WORK}

BoardKey = tuple[str, str]
"""The code of the office whose board it is, empty for the office building's, and its name."""


class PostingRow(Row):
    """A row of board_postings.csv."""

    posting_id: Code
    board: str
    type: Annotated[PostingKind, BeforeValidator(coded(OFFICE_KINDS))]
    title: str
    unit: Code
    posted_on: Day
    summary: str = ""
    item_id: Code | None = None
    removed_on: Day | None = None
    posted_by: str
    photo_no: str = ""

    @property
    def board_key(self) -> BoardKey:
        """Which board it is: the office building's of this name."""
        return "", self.board


class BrigadePostingRow(Row):
    """A row of brigade_board_postings.csv."""

    posting_id: Code
    brigade: Code
    board: str
    type: Annotated[PostingKind, BeforeValidator(coded(BRIGADE_KINDS))]
    title: str
    posted_on: Day
    removed_on: Day | None = None
    posted_by: str

    @property
    def board_key(self) -> BoardKey:
        """Which board it is: the brigade's of this name."""
        return self.brigade, self.board


AnyRow = PostingRow | BrigadePostingRow


def take_postings(folder: Folder) -> None:
    """Take in the boards that the postings name, then the postings."""
    rows = folder.table("board_postings.csv", PostingRow, key="posting_id")
    brigade_rows = folder.table("brigade_board_postings.csv", BrigadePostingRow, key="posting_id")
    _refuse_shared_codes(folder, rows, brigade_rows)
    boards = _take_boards(folder, [*rows, *brigade_rows])
    postings: dict[str, Posting] = {}
    for row in rows:
        folder.in_order(row, "posted_on", "removed_on")
        office = folder.find("office", row.unit, row, "unit")
        item = folder.find("item", row.item_id, row, "item_id")
        if item:
            _check_item(folder, row, item)
        if office and row.board_key in boards:
            postings[row.posting_id] = _posting(folder, row, boards[row.board_key], office)
            postings[row.posting_id].item = item
            postings[row.posting_id].summary = row.summary
            postings[row.posting_id].photo_number = row.photo_no
    for brigade_row in brigade_rows:
        folder.in_order(brigade_row, "posted_on", "removed_on")
        board = boards.get(brigade_row.board_key)
        if board and board.office:
            postings[brigade_row.posting_id] = _posting(folder, brigade_row, board, board.office)
    folder.save(Posting, postings.values())
    _enter(folder, [*rows, *brigade_rows], postings)


def _refuse_shared_codes(
    folder: Folder, rows: Iterable[PostingRow], brigade_rows: Iterable[BrigadePostingRow]
) -> None:
    known = {row.posting_id for row in rows}
    for row in brigade_rows:
        if row.posting_id in known:
            folder.fault_twice(row, "posting_id", row.posting_id)


def _take_boards(folder: Folder, rows: Iterable[AnyRow]) -> Mapping[BoardKey, Board]:
    first: dict[BoardKey, AnyRow] = {}
    for row in rows:
        known = first.setdefault(row.board_key, row)
        if row.posted_on < known.posted_on:
            first[row.board_key] = row
    stored = Board.objects.filter(agency=folder.agency).select_related("office")
    boards = {(board.office.code if board.office else "", board.name): board for board in stored}
    new: dict[BoardKey, Board] = {}
    for key, row in first.items():
        office = _brigade(folder, row) if isinstance(row, BrigadePostingRow) else None
        if key not in boards and (office or not key[0]):
            new[key] = Board(agency=folder.agency, name=row.board, office=office)
    folder.save(Board, new.values())
    for key, board in new.items():
        row = first[key]
        folder.enter(events.BoardSetUp(row.board), board, day=row.posted_on, basis=BASIS, row=row)
    return {**boards, **new}


def _brigade(folder: Folder, row: BrigadePostingRow) -> Office | None:
    office: Office | None = folder.find("office", row.brigade, row, "brigade")
    if office and office.kind != OfficeKind.BRIGADE:
        reason = _("%(code)s is not a brigade.")
        folder.warn(row, "brigade", reason % {"code": row.brigade})
    return office


def _check_item(folder: Folder, row: PostingRow, item: Item) -> None:
    if row.posted_on < item.made_on:
        reason = _("%(day)s is before its cause: the item was made on %(made)s.")
        folder.fault(row, "posted_on", reason % {"day": row.posted_on, "made": item.made_on})
    elif item.published_on and row.posted_on < item.published_on:
        reason = _("The paper was posted before the item was published, on %(day)s.")
        folder.warn(row, "posted_on", reason % {"day": item.published_on})
    if row.title != item.title:
        reason = _("The item has another title: %(title)s.")
        folder.warn(row, "title", reason % {"title": item.title})


def _posting(folder: Folder, row: AnyRow, board: Board, office: Office) -> Posting:
    return Posting(
        agency=folder.agency,
        year=folder.year,
        code=row.posting_id,
        board=board,
        kind=row.type,
        title=row.title,
        office=office,
        posted_on=row.posted_on,
        removed_on=row.removed_on,
        post=row.posted_by,
    )


def _enter(folder: Folder, rows: Iterable[AnyRow], postings: Mapping[str, Posting]) -> None:
    for row in rows:
        posting = postings.get(row.posting_id)
        if posting is None:
            continue
        posted = events.NoticePosted(row.posting_id, row.board, row.title)
        day = row.posted_on
        folder.enter(posted, posting, day=day, basis=BASIS, row=row, post=row.posted_by)
        if row.removed_on:
            gone = events.NoticeTakenDown(row.posting_id)
            day = row.removed_on
            folder.enter(gone, posting, day=day, basis=BASIS, row=row, post=row.posted_by)
