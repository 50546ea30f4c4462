"""Reading files: what is wrong is told with file, line and column."""

from datetime import date

import pytest

from sunlit.intake.faults import Fault
from sunlit.intake.folder import Folder, find_year
from sunlit.intake.rows import Amount, Code, Count, Day, Listed, Moment, Row, YesNo
from sunlit.intake.tables import Unreadable, read_document


class Line(Row):
    """A row for these tests."""

    code: Code
    day: Day
    due: Day | None = None
    times: Count = 0
    open: YesNo = False
    at: Moment | None = None
    words: Listed = ()
    price: Amount | None = None


class Part(Row):
    """A part of a document."""

    name: str
    day: Day


class Paper(Row):
    """A document for these tests."""

    title: str
    parts: tuple[Part, ...]


@pytest.fixture
def folder(tmp_path):
    """Return an empty folder of the year 2031."""
    (tmp_path / "plan_2031.yaml").write_text("title: x\n", encoding="utf-8")
    return Folder(tmp_path, year=find_year(tmp_path))


def faults_of(folder: Folder, content: bytes | str) -> list[str]:
    """Read a table with this content, and return what is wrong with it."""
    text = content if isinstance(content, bytes) else content.encode()
    (folder.path / "lines.csv").write_bytes(text)
    folder.table("lines.csv", Line, key="code")
    return [str(fault) for fault in folder.faults]


def test_a_right_row_is_read_and_knows_its_line(folder):
    text = 'code,day,times,open,at,words,price\nA1,2031-02-03,4,是,2031-02-03 09:30,"甲;乙",2.40\n'
    (folder.path / "lines.csv").write_text(text, encoding="utf-8")

    (row,) = folder.table("lines.csv", Line, key="code")

    assert (row.code, row.day, row.times, row.open) == ("A1", date(2031, 2, 3), 4, True)
    assert row.words == ("甲", "乙")
    assert (row.file, row.line) == ("lines.csv", 2)
    assert row.at is not None
    assert row.at.isoformat() == "2031-02-03T09:30:00+08:00"
    assert not folder.faults


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("code,day\nA1,2031-02-30\n", "lines.csv:2: day: "),
        ("code,day\nA1,03.02.2031\n", "lines.csv:2: day: "),
        ("code,day\nA1,\n", "lines.csv:2: day: "),
        ("code,day\nA1,2031-02-03\nA1,2031-02-04\n", "lines.csv:3: code: "),
        ("code\nA1\n", "lines.csv:1: day: "),
        ("code,day,day\nA1,2031-02-03,2031-02-03\n", "lines.csv:1: day: "),
        ("code,day\nA1\n", "lines.csv:2: "),
        ("code,day,times\nA1,2031-02-03,-1\n", "lines.csv:2: times: "),
        ("code,day,open\nA1,2031-02-03,maybe\n", "lines.csv:2: open: "),
        ("code,day,price\nA1,2031-02-03,NaN\n", "lines.csv:2: price: "),
        ('code,day\n"A1,2031-02-03\n', "lines.csv:"),
        ("code,day\nA1,2031-02-03\n市,2031-02-03\n".encode("gb18030"), "lines.csv:3: "),
        (b"code,day\nA\x001,2031-02-03\n", "lines.csv:2: "),
    ],
    ids=[
        "no such day",
        "a day in another form",
        "a value missing",
        "a key twice",
        "a column missing",
        "a column twice",
        "a cell missing",
        "a negative count",
        "neither yes nor no",
        "no number",
        "an open quotation mark",
        "another encoding",
        "a zero byte",
    ],
)
def test_a_fault_is_told_once_with_its_place(folder, content, place):
    (told,) = faults_of(folder, content)
    assert told.startswith(place)


def test_a_quoted_line_break_does_not_move_the_count_of_lines(folder):
    (told,) = faults_of(folder, 'code,day,words\nA1,2031-02-03,"甲\n乙"\nA2,bad,\n')
    assert told.startswith("lines.csv:4: day: ")


def test_all_faults_of_a_file_are_told_at_once(folder):
    assert len(faults_of(folder, "code,day,times\nA1,bad,x\nA2,bad,1\n")) == 3


def test_a_missing_file_is_told(folder):
    folder.table("nowhere.csv", Line)
    assert [fault.file for fault in folder.faults] == ["nowhere.csv"]


def test_a_part_of_a_document_knows_its_line(folder):
    text = "title: x\nparts:\n  - {name: a, day: 2031-01-02}\n  - name: b\n    day: never\n"
    (folder.path / "paper.yaml").write_text(text, encoding="utf-8")

    assert folder.document("paper.yaml", Paper) is None

    assert [(fault.line, fault.column) for fault in folder.faults] == [(5, "parts.2.day")]


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("{topic: 路灯, text: 巷子暗,要装灯, unit: DS03}", ["路灯", "巷子暗,要装灯", "DS03"]),
        ("{text: 后移20米,22时30分收摊, 首批18台}", ["后移20米,22时30分收摊, 首批18台"]),
        ("{note: 63,归并栏目}", ["63,归并栏目"]),
        ('{text: "灯,坏了", note: , unit: DS03}', ["灯,坏了", None, "DS03"]),
        ("{code: A, area:}", ["A", None]),
    ],
    ids=[
        "one comma",
        "to the end of the line",
        "after a number",
        "nothing is cut off",
        "a name without a value",
    ],
)
def test_a_text_goes_on_after_a_comma(tmp_path, line, values):
    path = tmp_path / "paper.yaml"
    path.write_text(f"part: {line}\n", encoding="utf-8")
    assert list(read_document(path).values["part"].values()) == values


def test_a_name_that_stands_twice_in_a_document_is_refused(tmp_path):
    path = tmp_path / "paper.yaml"
    path.write_text("title: x\ntitle: y\n", encoding="utf-8")
    with pytest.raises(Unreadable) as refused:
        read_document(path)
    assert refused.value.fault.line == 2


def test_a_date_before_its_cause_is_told_with_both(folder):
    (folder.path / "lines.csv").write_text("code,day,due\nA1,2031-02-03,2031-02-01\n", "utf-8")
    (row,) = folder.table("lines.csv", Line)

    folder.in_order(row, "day", "due")

    (fault,) = folder.faults
    assert fault.column == "due"
    assert "2031-02-01" in fault.reason
    assert "2031-02-03" in fault.reason


def test_a_reference_to_nothing_is_told_and_one_to_a_wrong_row_is_not(folder):
    (folder.path / "lines.csv").write_text("code,day\nA1,2031-02-03\n", "utf-8")
    (row,) = folder.table("lines.csv", Line)
    folder.promise("thing", ["T1"])

    assert folder.find("thing", "T1", row, "code") is None
    assert not folder.faults
    assert folder.find("thing", "T2", row, "code") is None
    assert [fault.column for fault in folder.faults] == ["code"]


@pytest.mark.parametrize("names", [(), ("plan_2031.yaml", "plan_2032.yaml")])
def test_the_year_is_the_one_in_the_name_of_the_only_plan(tmp_path, names):
    for name in names:
        (tmp_path / name).touch()
    with pytest.raises(Unreadable):
        find_year(tmp_path)


def test_faults_are_written_as_file_line_column_reason():
    assert str(Fault("a.csv", 3, "day", "wrong")) == "a.csv:3: day: wrong"
    assert str(Fault("a.csv", 0, "", "missing")) == "a.csv: missing"


# Texts with half-width commas


def test_a_text_that_its_own_commas_cut_is_whole_again(tmp_path):
    path = tmp_path / "meetings.yaml"
    path.write_text(
        "opinions:\n  - {seq: 1, text: 离居民楼偏近,建议后移,限定收摊时间, unit: KS01}\n"
        "  - {seq: 2, text: 如厕不便, unit: KS02}\n  - {note: 18,其中专家4人}\n",
        encoding="utf-8",
    )

    found = read_document(path).values["opinions"]

    assert found[0] == {"seq": 1, "text": "离居民楼偏近,建议后移,限定收摊时间", "unit": "KS01"}
    assert found[1] == {"seq": 2, "text": "如厕不便", "unit": "KS02"}
    assert found[2] == {"note": "18,其中专家4人"}


def test_a_name_without_a_value_stays_one_in_blocks_and_after_quotes(tmp_path):
    path = tmp_path / "org.yaml"
    path.write_text("title: 局\nphone:\nparts: [{name: '局', day}]\n", encoding="utf-8")

    found = read_document(path).values

    assert found == {"title": "局", "phone": None, "parts": [{"name": "局", "day": None}]}
