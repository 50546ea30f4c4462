"""Light markup: CommonMark without HTML, with tables; read, written, shown and taken in."""

from sunlit.design.markup.pages import to_html
from sunlit.design.markup.pasted import from_html
from sunlit.design.markup.readings import addresses, visible_text

__all__ = ["addresses", "from_html", "to_html", "visible_text"]
