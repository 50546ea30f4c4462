"""The figures that disclosure can give."""

from sunlit.disclosure.measures import items, papers

__all__ = ["items", "papers"]
