"""The figures that disclosure can give."""

from sunlit.disclosure.measures import items, papers, sources

__all__ = ["items", "papers", "sources"]
