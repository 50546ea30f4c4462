"""What a folder says of channels is taken in, or refused with one message for each mistake."""

import pytest

from sunlit.channels.models import Board, Placement, Posting, SharedColumn, StreetSign
from sunlit.ledger.models import Entry
from sunlit.measures.selectors import measure
from tests.channels import factories
from tests.channels.factories import (
    BRIGADE_POSTING,
    EVENT,
    NUMBER,
    PLACEMENT,
    POSTING,
    SIGN,
    SITE,
    YEAR,
    folder,
)
from tests.organization.factories import agency

pytestmark = pytest.mark.django_db

CODES = (
    "board_postings", "brigade_postings", "brigades_with_board", "media_outlets",
    "media_placements", "numbers_announced", "hotline_numbers", "street_signs", "events",
)  # fmt: skip


@pytest.fixture(autouse=True)
def item():
    """Publish the item that the papers show."""
    return factories.item()


def figures(year: int = YEAR) -> dict[str, int]:
    """Return the figures of which the factories' folder has one record each."""
    return {code: measure(f"channels.{code}", agency(), year).value for code in CODES}


def test_a_year_of_channels_is_taken_in(tmp_path):
    year = folder(tmp_path)
    year.write_ledger()

    assert not year.faults
    assert not year.warnings
    assert set(figures().values()) == {1}
    assert measure("channels.integration_steps", agency(), YEAR).value == 2
    assert measure("channels.shared_columns", agency(), YEAR).value == 2
    assert measure("channels.number_announcements", agency(), YEAR).value == 0
    assert set(figures(YEAR - 1).values()) == {0}
    assert set(Entry.objects.values_list("event", flat=True).order_by("id")) == {
        "BoardSetUp", "NoticePosted", "NoticeTakenDown", "OutletListed", "PlacementAppeared",
        "NumberPublished", "SignInstalled", "SignInspected", "CampaignEventHeld",
        "IntegrationStepDone", "SiteWentLive", "ColumnShared",
    }  # fmt: skip


def test_a_posting_leads_to_its_item_and_says_who_posted_it(tmp_path, item):
    year = folder(tmp_path)
    year.write_ledger()

    posting = Posting.objects.get(code="GL-001")
    assert posting.item == item
    assert posting.board.office is None
    assert Posting.objects.get(code="DDGL-001").board.office.code == "DD01"
    entry = Entry.objects.get(event="NoticePosted", about_id=posting.pk)
    assert entry.payload["loaded_from"]["post"] == "经办人"
    assert list(Placement.objects.get().numbers.values_list("code", flat=True)) == ["N1"]


@pytest.mark.parametrize(
    ("file", "usual", "change", "column"),
    [
        ("board_postings", POSTING, {"item_id": "XX2031-0009"}, "item_id"),
        ("board_postings", POSTING, {"type": "承诺"}, "type"),
        ("board_postings", POSTING, {"posted_on": "2031-02-28"}, "posted_on"),
        ("board_postings", POSTING, {"removed_on": "2031-03-02"}, "removed_on"),
        ("brigade_board_postings", BRIGADE_POSTING, {"brigade": "DD09"}, "brigade"),
        ("brigade_board_postings", BRIGADE_POSTING, {"posting_id": "GL-001"}, "posting_id"),
        ("media", PLACEMENT, {"numbers_published": "N1;N2"}, "numbers_published"),
        ("media", PLACEMENT, {"kind": "软文"}, "kind"),
        ("media", PLACEMENT, {"end_date": "2031-01-04"}, "end_date"),
        ("hotline_numbers", NUMBER, {"owner": "KS99"}, "owner"),
        ("street_boards", SIGN, {"subdistrict": "乙街道"}, "subdistrict"),
        ("street_boards", SIGN, {"installed_on": "2031-07-22"}, "installed_on"),
        ("street_boards", SIGN, {"checked_on": ""}, "checked_on"),
        ("events", EVENT, {"end": "2031-05-14"}, "end"),
        ("events", EVENT, {"venue": ""}, "venue"),
    ],
)
def test_a_row_with_a_mistake_is_refused(tmp_path, file, usual, change, column):
    year = folder(tmp_path, **{file: [usual | change]})

    wrong = [(fault.file, fault.line, fault.column) for fault in year.faults]
    assert (f"{file}.csv", 2, column) in wrong
    assert len([place for place in wrong if place[0] == f"{file}.csv"]) == 1
    assert year.write_ledger() == 0


@pytest.mark.parametrize(
    ("file", "usual", "change", "column"),
    [
        ("hotline_numbers", NUMBER, {"media_placements": "2"}, "media_placements"),
        ("media", PLACEMENT, {"related_news": "没有这条"}, "related_news"),
        ("board_postings", POSTING, {"title": "另一标题"}, "title"),
        ("board_postings", POSTING, {"posted_on": "2031-03-02"}, "posted_on"),
        ("brigade_board_postings", BRIGADE_POSTING, {"brigade": "KS01"}, "brigade"),
        ("street_boards", SIGN, {"unit_phone": "0500-1"}, "unit_phone"),
    ],
)
def test_what_is_only_odd_is_taken_in_with_a_warning(tmp_path, file, usual, change, column):
    year = folder(tmp_path, **{file: [usual | change]})

    assert not year.faults
    assert [(note.file, note.column) for note in year.warnings] == [(f"{file}.csv", column)]


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("date: 2031-06-26}", "date: 2031-03-25}", "date"),
        ("seq: 2", "seq: 1", "seq"),
        ("lead: KS01", "lead: KS99", "lead"),
        ("go_live: 2031-06-26", "go_live: 2031-03-25", "go_live"),
    ],
)
def test_a_mistake_about_the_site_is_refused(tmp_path, old, new, column):
    year = folder(tmp_path, site=SITE.replace(old, new))

    assert [fault.column for fault in year.faults] == [column]
    assert not SharedColumn.objects.exists()


@pytest.mark.parametrize("column", ["complaint_phone", "responsible_unit"])
def test_a_sign_that_does_not_say_whom_to_call_is_not_counted(tmp_path, column):
    year = folder(tmp_path, street_boards=[SIGN | {column: ""}])

    assert not year.faults
    assert [note.column for note in year.warnings] == [column]
    assert StreetSign.objects.count() == 1
    assert figures()["street_signs"] == 0


def test_an_outlet_with_announcements_only_is_not_counted(tmp_path):
    folder(tmp_path, media=[PLACEMENT | {"kind": "号码公告"}])

    assert figures()["media_outlets"] == figures()["media_placements"] == 0
    assert measure("channels.number_announcements", agency(), YEAR).value == 1


def test_what_was_posted_in_another_year_is_not_counted(tmp_path, item):
    item.delete()
    old = {"item_id": "", "posted_on": "2030-12-30", "removed_on": ""}

    year = folder(tmp_path, board_postings=[POSTING | old])

    assert not year.faults
    assert figures()["board_postings"] == 0


def test_a_standing_sign_or_number_is_counted_in_both_years(tmp_path):
    folder(tmp_path / "first").write_ledger()
    later = {"installed_on": "2032-08-03", "site_publicity": "2032-07-23",
             "checked_on": "2032-11-26"}  # fmt: skip
    again = {"first_published": "2032-01-05", "last_published": "2032-01-07"}
    second = folder(
        tmp_path / "second",
        year=YEAR + 1,
        street_boards=[SIGN | later],
        hotline_numbers=[NUMBER | again],
    )

    assert not second.faults
    for year in (YEAR, YEAR + 1):
        assert figures(year)["street_signs"] == figures(year)["hotline_numbers"] == 1
    assert Board.objects.count() == 2


def test_a_sign_that_the_next_year_no_longer_has_is_counted_until_then(tmp_path):
    folder(tmp_path / "first")
    folder(tmp_path / "second", year=YEAR + 1, street_boards=[SIGN | {"board_id": "GP-002"}])

    assert list(StreetSign.objects.filter(removed_on=None).values_list("code", flat=True)) == [
        "GP-002"
    ]
    assert figures()["street_signs"] == 2
    assert figures(YEAR + 1)["street_signs"] == 1
