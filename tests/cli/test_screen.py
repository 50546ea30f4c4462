import json

import pytest

from sunlit.screening.kinds import Kind
from tests.cli.running import run
from tests.screening.reading import an_id

ID = an_id()

# Named in the contract with the outside.
KINDS = """
id_number mobile landline bank_card plate passport address email name_with_id secrecy_mark
forbidden_word wrong_word hidden_content metadata
""".split()  # noqa: SIM905  read as a table


@pytest.fixture
def leak(tmp_path):
    path = tmp_path / "leak.txt"
    path.write_text(f"公告\n张三，身份证号：{ID}\n")
    return path


@pytest.fixture
def clean(tmp_path):
    path = tmp_path / "clean.txt"
    path.write_text("本局于2012年12月31日公布年度报告。\n")
    return path


def test_every_promised_kind_has_its_name():
    assert set(KINDS) <= {kind.value for kind in Kind}


def test_the_findings_are_answered_in_the_published_shape(leak, clean):
    result = run("screen", leak, clean, "--json")

    first, second = json.loads(result.stdout)["files"]
    assert result.exit_code == 1
    assert second == {"file": str(clean), "findings": []}
    name, number = first["findings"]
    assert (name["kind"], name["text"]) == ("name_with_id", "张三")
    assert set(number) == {"kind", "text", "start", "end", "place", "confidence", "hint"}
    assert leak.read_text()[number["start"] : number["end"]] == number["text"] == ID
    assert number["place"] == "第2行"
    assert 0 < number["confidence"] <= 1


def test_a_clean_file_exits_with_nothing_found(clean):
    result = run("screen", clean)

    assert result.exit_code == 0
    assert "共发现0处" in result.stdout


def test_the_findings_are_told_in_words(leak):
    result = run("screen", leak)

    assert f"{leak} · 第2行 · 居民身份证号码 (99%) · {ID}" in result.stdout
    assert "共发现2处" in result.stdout


def test_only_the_kinds_asked_for_are_told(leak):
    result = run("screen", leak, "--kind", "mobile")

    assert result.exit_code == 0


def test_a_folder_is_screened_file_by_file(leak, clean, tmp_path):
    files = json.loads(run("screen", tmp_path, "--json").stdout)["files"]

    assert [one["file"] for one in files] == [str(clean), str(leak)]


def test_a_public_number_of_the_office_is_no_finding(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("联系电话：0571-87654321")

    assert run("screen", path).exit_code == 1
    assert run("screen", path, "--public-number", "0571-87654321").exit_code == 0


def test_a_file_that_cannot_be_read_is_refused(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7 broken")

    result = run("screen", path, "--json")

    assert result.exit_code == 1
    assert "无法筛查" in result.stderr
    assert "无法筛查" in json.loads(result.stdout)["files"][0]["error"]


def test_a_file_that_is_not_there_is_misuse(tmp_path):
    assert run("screen", tmp_path / "none.txt").exit_code == 2
    assert run("screen").exit_code == 2
