"""Light markup: CommonMark without HTML, with tables; read, written, shown and taken in."""

from sunlit.design.markup.marking import Mark
from sunlit.design.markup.pages import plain_html, to_html
from sunlit.design.markup.pasted import from_html
from sunlit.design.markup.readings import addresses, visible_text

__all__ = ["Mark", "addresses", "from_html", "plain_html", "to_html", "visible_text"]
