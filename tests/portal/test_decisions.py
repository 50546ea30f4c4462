"""The public pages and files of decisions: masked, in the official columns, gone when withdrawn."""

import csv
import io
import json
import re
import zipfile
from datetime import date

import pytest

from sunlit.approvals.models import PartyKind
from sunlit.approvals.publicity.sheets import Decisions, sheet
from sunlit.approvals.services import publicity
from sunlit.design.registers import all_registers
from tests.approvals.publicity import ID_NUMBER, TODAY, clerk, granted, punished

pytestmark = pytest.mark.django_db

NAME, OWNER = "尉迟建国", "赵铁柱"
LISTS = ("/powers/decisions/", "/powers/decisions/penalties/", "/powers/decisions/withdrawn/")
FILES = tuple(
    f"/exports/{kind}{withdrawn}.{form}"
    for kind in Decisions
    for withdrawn in ("", "-withdrawn")
    for form in ("csv", "json")
)


@pytest.fixture(autouse=True)
def the_day(settings):
    settings.SUNLIT_TODAY = TODAY


@pytest.fixture
def people():
    """Make public decisions that meet people, named wherever a record can name them."""
    records = [
        granted(applicant=NAME, applicant_kind=PartyKind.PERSON, content=f"{NAME}设置灯箱"),
        granted("SP2012-002", applicant=f"好味小吃店（{OWNER}）",
                applicant_kind=PartyKind.SOLE_TRADER),
        punished(party=NAME, party_kind=PartyKind.PERSON, other_measure=f"责令{NAME}改正"),
    ]  # fmt: skip
    for record, name in zip(records, (NAME, OWNER, NAME), strict=True):
        record.facts = f"{name}在路口摆摊，身份证{ID_NUMBER}，电话13812345678。"
        record.remark = f"{name}已整改"
        record.representative = OWNER
        record.identity_document, record.identity_number = "resident", ID_NUMBER
        record.save()
    return records


def said(client, address):
    answer = client.get(address)
    assert answer.status_code in (200, 410), address
    return (b"".join(answer) if answer.streaming else answer.content).decode()


def read(client, address):
    return list(csv.DictReader(io.StringIO(said(client, address).removeprefix("\ufeff"))))


def test_the_list_of_what_was_in_time_leads_to_what_is_public_and_to_nothing_else(client):
    shown, kept_back = granted(), granted("SP2012-002", public=None)

    html = said(client, "/powers/decisions/in-time/")

    assert kept_back.number in html
    assert f'href="/powers/decisions/licences/2012/{shown.number}/"' in html
    assert f'href="/powers/decisions/licences/2012/{kept_back.number}/"' not in html


def test_no_page_and_no_file_names_a_person_or_a_paper(client, people):
    pages = [
        "/powers/decisions/licences/2012/SP2012-001/",
        "/powers/decisions/licences/2012/SP2012-002/",
        "/powers/decisions/penalties/2012/CF2012-001/",
        "/powers/CG-XK-001/",
        "/powers/CG-CF-001/",
        f"/search?q={NAME}",
        "/assessment/2012/figures/approvals.penalties/",
        "/assessment/2012/figures/approvals.granted/",
    ]
    for address in (*LISTS, *FILES, *pages):
        text = said(client, address).replace(f'value="{NAME}"', "").replace(f"“{NAME}”", "")
        assert OWNER not in text, address
        assert ID_NUMBER not in text, address
        assert "13812345678" not in text, address
        if "/search" not in address:
            assert NAME not in text, address
    assert "尉迟某某" in said(client, LISTS[0])
    assert "好味小吃店（赵某某）" in said(client, LISTS[0])


def test_no_workbook_names_a_person(client, people):
    for kind in Decisions:
        content = b"".join(client.get(f"/exports/{kind}.xlsx"))
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            text = book.read("xl/worksheets/sheet1.xml").decode()
        cells = re.findall(r"<t[^>]*>([^<]*)</t>", text)
        assert tuple(cells[: len(sheet(kind).codes)]) == sheet(kind).codes
        assert not any(word in text for word in (NAME, OWNER, ID_NUMBER))


def test_a_person_cannot_be_searched_for_by_name(client, people):
    assert NAME not in said(client, f"/exports/penalties.json?q={NAME}")
    assert read(client, f"/exports/penalties.csv?q={NAME}") == []
    assert len(read(client, "/exports/penalties.csv?q=占道")) == 1


def test_the_file_has_the_codes_or_the_chinese_headings(client):
    granted()

    codes = said(client, "/exports/licences.csv").splitlines()[0]
    names = said(client, "/exports/licences.csv?header=names").splitlines()[0]

    assert codes == "\ufeff" + ",".join(sheet(Decisions.LICENCES).codes)
    assert names == "\ufeff" + ",".join(one.zh for one in sheet(Decisions.LICENCES).columns)


def test_the_file_is_narrowed_by_year_and_day(client):
    granted()

    assert len(read(client, "/exports/licences.csv?year=2012&first=2012-06-08")) == 1
    assert read(client, "/exports/licences.csv?year=2011") == []
    assert read(client, "/exports/licences.csv?last=2012-06-07") == []


@pytest.mark.parametrize(
    "asked", ["year=what", "first=2012-13-01", "header=both", "sheet=1999", "year=0"]
)
def test_what_cannot_be_asked_of_a_file_is_refused_in_a_sentence(client, asked):
    granted()

    answer = client.get(f"/exports/licences.csv?{asked}")

    assert answer.status_code == 422
    assert asked.partition("=")[0] in answer.content.decode()


def test_a_cell_is_never_a_formula(client):
    granted(content="=HYPERLINK(1)")

    assert read(client, "/exports/licences.csv")[0]["XK_NR"] == "'=HYPERLINK(1)"


def test_the_json_says_what_it_is(client):
    granted()

    answer = json.loads(said(client, "/exports/licences.json"))

    assert (answer["kind"], answer["sheet"], answer["as_of"]) == ("licences", "2018", "2012-06-14")
    assert list(answer["decisions"][0]) == list(sheet(Decisions.LICENCES).codes)


def test_a_withdrawn_decision_is_gone_and_its_page_says_why(client):
    record = granted(applicant="市政建设有限公司")
    page = "/powers/decisions/licences/2012/SP2012-001/"
    assert "市政建设有限公司" in said(client, page)

    publicity.withdraw_licence(record_id=record.pk, by=clerk(), today=TODAY, reason="依法撤销")

    answer = client.get(page)
    assert answer.status_code == 410
    assert "依法撤销" in answer.content.decode()
    assert read(client, "/exports/licences.csv") == []
    [row] = read(client, "/exports/licences-withdrawn.csv")
    assert (row["XK_ZT"], row["XK_XDR_MC"]) == ("无效", "")
    for address in ("/powers/decisions/withdrawn/", page, "/powers/decisions/"):
        assert "市政建设有限公司" not in said(client, address)
    assert "依法撤销" in said(client, "/powers/decisions/withdrawn/")


@pytest.mark.parametrize("public", [None, date(2012, 6, 12)])
def test_a_decision_has_a_page_only_while_it_is_public(client, public):
    record = punished(public=public)
    record.public_until = date(2012, 6, 13)
    record.save()

    assert client.get("/powers/decisions/penalties/2012/CF2012-001/").status_code == 404


def test_a_decisions_page_shows_the_chart_by_which_it_was_handled(client):
    punished()

    assert "<svg" in said(client, "/powers/decisions/penalties/2012/CF2012-001/")


def test_the_desk_tells_each_decision_in_one_register(client):
    granted()
    punished()
    client.force_login(clerk())

    text = said(client, "/desk/dual-publicity/")

    assert "SP2012-001" in text
    assert "CF2012-001" in text
    assert "dual-publicity" in all_registers()
