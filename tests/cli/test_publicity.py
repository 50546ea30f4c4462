"""`sunlit publicity` writes the public decisions, and says what is wrong with a file of them."""

import json

import pytest

from sunlit.approvals.publicity.sheets import Decisions, sheet
from tests.approvals.publicity import CREDIT_CODE, ID_NUMBER, granted, punished
from tests.cli.running import run
from tests.organization.factories import agency

pytestmark = pytest.mark.django_db

LICENCE = {
    "XK_XDR_MC": "市政建设有限公司",
    "XK_XDR_LB": "法人及非法人组织",
    "XK_XDR_SHXYM": CREDIT_CODE,
    "XK_FRDB": "王某某",
    "XK_XKWS": "准予行政许可决定书",
    "XK_WSH": "城管许〔2012〕001号",
    "XK_XKLB": "普通",
    "XK_NR": "设置灯箱",
    "XK_JDRQ": "2012/06/08",
    "XK_YXQZ": "2012/06/08",
    "XK_YXQZI": "2013-06-07",
    "XK_XKJG": "市城市管理局",
    "XK_XKJGDM": CREDIT_CODE,
    "XK_ZT": "有效",
    "XK_LYDW": "市城市管理局",
    "XK_LYDWDM": CREDIT_CODE,
}
PENALTY = {
    "CF_XDR_MC": "王某某",
    "CF_XDR_LB": "自然人",
    "CF_XDR_ZJLX": "身份证",
    "CF_XDR_ZJHM": ID_NUMBER,
    "CF_WSH": "城执罚〔2012〕第001号",
    "CF_WFXW": "占道经营",
    "CF_SY": "在路口摆摊",
    "CF_YJ": "依据",
    "CF_CFLB": "警告；罚款",
    "CF_NR": "罚款",
    "CF_NR_FK": "0.010000",
    "CF_JDRQ": "2012/06/08",
    "CF_GSJZQ": "2015/06/08",
    "CF_CFJG": "市城市管理局",
    "CF_CFJGDM": CREDIT_CODE,
    "CF_SJLY": "市城市管理局",
    "CF_SJLYDM": CREDIT_CODE,
}
ROWS = {Decisions.LICENCES: LICENCE, Decisions.PENALTIES: PENALTY}


@pytest.fixture
def file(tmp_path):
    """Write a file of one row that is right, but for what is said."""

    def file(kind=Decisions.LICENCES, header=None, encoding="utf-8-sig", **wrong):
        codes = list(header or sheet(kind).codes)
        row = ROWS[kind] | wrong
        lines = [",".join(codes), ",".join(row.get(code, "") for code in codes)]
        path = tmp_path / f"{kind}.csv"
        path.write_bytes("\n".join(lines).encode(encoding))
        return path

    return file


def faults(path, *options):
    """Return the faults of a file, as line, column and reason."""
    answer = json.loads(run("publicity", "check", path, "--json", *options).stdout)
    return [(one["line"], one["column"], one["reason"]) for one in answer["faults"]]


@pytest.mark.parametrize("kind", Decisions)
def test_a_right_file_leaves_with_nought(file, kind):
    result = run("publicity", "check", file(kind))

    assert result.exit_code == 0
    assert "1 行, 0 处错误" in result.stdout


@pytest.mark.parametrize(
    ("kind", "column", "text"),
    [
        (Decisions.LICENCES, "XK_XDR_SHXYM", CREDIT_CODE[:-1] + "I"),
        (Decisions.LICENCES, "XK_XDR_SHXYM", ""),
        (Decisions.LICENCES, "XK_XDR_ZZJG", "802100432"),
        (Decisions.LICENCES, "XK_XDR_LB", "公司"),
        (Decisions.LICENCES, "XK_XKLB", "普通许可"),
        (Decisions.LICENCES, "XK_JDRQ", "2012年6月8日"),
        (Decisions.LICENCES, "XK_JDRQ", "2012/02/30"),
        (Decisions.LICENCES, "XK_YXQZI", "2011/06/07"),
        (Decisions.LICENCES, "XK_ZT", "0"),
        (Decisions.LICENCES, "XK_WSH", "号" * 65),
        (Decisions.LICENCES, "XK_XKJGDM", "913301"),
        (Decisions.PENALTIES, "CF_XDR_ZJHM", ID_NUMBER[:-1] + "Y"),
        (Decisions.PENALTIES, "CF_CFLB", "警告；罚金"),
        (Decisions.PENALTIES, "CF_NR_FK", ""),
        (Decisions.PENALTIES, "CF_NR_FK", "一百元"),
        (Decisions.PENALTIES, "CF_NR_FK", "-0.01"),
        (Decisions.PENALTIES, "CF_NR_FK", "0.0000001"),
        (Decisions.PENALTIES, "CF_NR_FK", "NaN"),
    ],
)
def test_what_is_wrong_is_told_with_line_and_column(file, kind, column, text):
    if column == "XK_ZT":
        text = "失效"
    found = faults(file(kind, **{column: text}))

    assert [(line, code) for line, code, _reason in found] == [(2, column)]
    assert all(reason for _line, _code, reason in found)


def test_a_missing_a_strange_and_a_misplaced_column_are_told(file):
    codes = list(sheet(Decisions.LICENCES).codes)
    strange = [*codes[:-1], "XK_NEU"]
    turned = [codes[1], codes[0], *codes[2:]]

    assert {code for _line, code, _reason in faults(file(header=strange))} == {"BZ", "XK_NEU"}
    assert [code for _line, code, _reason in faults(file(header=turned))] == ["XK_XDR_LB"]


def test_numbers_of_papers_are_a_fault_in_a_file_for_the_public(file):
    found = faults(file(Decisions.PENALTIES), "--public")

    assert [code for _line, code, _reason in found] == ["CF_XDR_ZJLX", "CF_XDR_ZJHM"]


@pytest.mark.parametrize("content", [b"", b"a,b,c\n1,2,3\n", "文号".encode("gb18030"), b"\x00\xff"])
def test_what_is_no_such_file_is_refused_in_a_sentence(tmp_path, content):
    path = tmp_path / "other.csv"
    path.write_bytes(content)

    result = run("publicity", "check", path)

    assert result.exit_code == 1
    assert result.stderr.strip()
    assert "Traceback" not in result.stderr


def test_what_is_written_lacks_only_what_was_never_typed(tmp_path):
    granted(applicant="市政建设有限公司")
    granted("SP2012-002", public=None)
    out = tmp_path / "licences.csv"

    written = run("publicity", "export", "--kind", "licences", "--year", 2012, "--out", out,
                  "--today", "2012-06-14", "--agency", agency().code)  # fmt: skip

    assert written.exit_code == 0
    assert out.read_bytes().startswith("\ufeffXK_XDR_MC".encode())
    assert out.read_text(encoding="utf-8-sig").count("\n") == 2
    assert {code for _line, code, _reason in faults(out, "--public")} == {
        "XK_XDR_SHXYM", "XK_FRDB", "XK_XKLB", "XK_YXQZ", "XK_YXQZI", "XK_XKJGDM", "XK_LYDWDM",
    }  # fmt: skip


@pytest.mark.parametrize("end", ["xlsx", "json"])
def test_the_same_decisions_give_the_same_bytes(tmp_path, end):
    punished()
    files = [tmp_path / f"{name}.{end}" for name in "ab"]
    for path in files:
        run("publicity", "export", "--kind", "penalties", "--out", path, "--today", "2012-06-14")

    first, second = (path.read_bytes() for path in files)
    assert first == second
    assert first


def test_a_file_that_cannot_be_written_is_refused_in_a_sentence(tmp_path):
    agency()
    for out in (tmp_path / "a.doc", tmp_path / "no" / "a.csv"):
        result = run("publicity", "export", "--kind", "licences", "--out", out)
        assert result.exit_code == 1
        assert str(out.suffix) in result.stderr
    assert not list(tmp_path.iterdir())
