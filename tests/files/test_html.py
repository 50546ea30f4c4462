from html.parser import HTMLParser

import pytest

from sunlit.files.html import write_html
from sunlit.files.paper import Bullets, Heading, Paragraph, Span, Table
from tests.files.papers import HOSTILE, paper


class Page(HTMLParser):
    """What a browser would find: identifiers, links, loaded things, words."""

    def __init__(self, written):
        super().__init__()
        self.ids, self.links, self.tags, self.words = [], [], [], []
        self.feed(written.decode("utf-8"))

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.tags.append(tag)
        self.ids += [attributes["id"]] if "id" in attributes else []
        self.links += [attributes["href"]] if "href" in attributes else []

    def handle_data(self, data):
        if data.strip() and self.lasttag != "style":
            self.words.append(data.strip())


@pytest.fixture(scope="module")
def page():
    return Page(write_html(paper()))


def test_every_link_within_the_file_finds_its_place(page):
    inside = [link[1:] for link in page.links if link.startswith("#")]
    assert "figure-group" in inside
    assert set(inside) <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


def test_the_file_stands_alone(page):
    assert not set(page.tags) & {"link", "script", "img", "iframe", "object"}
    assert "style" in page.tags
    assert [link for link in page.links if not link.startswith("#")] == [
        "https://example.org/a?b=1&c=2"
    ]


def test_tables_have_header_cells(page):
    assert page.tags.count("th") == 3
    assert page.tags.count("td") == 80 * 3
    assert "caption" in page.tags


def test_hostile_text_stays_text():
    written = write_html(
        paper(
            Heading(1, HOSTILE),
            Paragraph((Span(HOSTILE, strong=True),)),
            Bullets(((Span(HOSTILE, url="https://example.org/'\"><script>"),),)),
            Table(HOSTILE, (HOSTILE,), ((HOSTILE,),)),
            title=HOSTILE,
        )
    )
    page = Page(written)
    assert "script" not in page.tags
    assert page.words.count(HOSTILE) == 8  # title twice, heading, three texts, caption, two cells


def test_the_same_paper_gives_the_same_bytes():
    assert write_html(paper()) == write_html(paper())


def test_a_list_in_order_counts_from_its_number_and_a_list_in_a_list_stands_in():
    lists = Bullets(((Span("丙"),),), first=3), Bullets(((Span("甲"),),), depth=1)
    page = write_html(paper(*lists)).decode()
    assert '<ol start="3">\n<li>丙</li>' in page
    assert '<ul class="depth-1">' in page
