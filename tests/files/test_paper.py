from datetime import date

import pytest

from sunlit.files.paper import Heading, Paragraph, Span, Table, day_in_words, writable
from tests.files.papers import paper


def test_a_day_is_written_as_each_language_writes_it():
    assert day_in_words(date(2020, 3, 1), "zh-hans") == "2020年3月1日"
    assert day_in_words(date(2020, 3, 1), "en") == "1 March 2020"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///x", "/d/1/"])
def test_a_paper_leads_to_no_address_that_could_run_or_that_means_nothing_outside(url):
    with pytest.raises(ValueError, match="links to"):
        Span("x", url=url)


def test_a_paper_leads_only_to_headings_that_it_has():
    with pytest.raises(ValueError, match="own headings"):
        paper(Paragraph((Span("x", url="#nowhere"),)))


def test_two_headings_of_one_paper_do_not_share_an_anchor():
    with pytest.raises(ValueError, match="same anchor"):
        paper(Heading(1, "a", "here"), Heading(1, "b", "here"))


def test_each_row_of_a_table_has_a_cell_for_each_column():
    with pytest.raises(ValueError, match="a cell for each column"):
        Table("t", ("a", "b"), (("1",),))


def test_only_what_no_document_can_hold_is_left_out_of_a_text():
    assert writable("a\x00b\ud800c\ufffe\td\n😀𠮷") == "abc\td\n😀𠮷"
