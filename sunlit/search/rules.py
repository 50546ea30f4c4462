"""How words are compared: full-width and half-width, capitals and small letters are one."""

import unicodedata

LONGEST_QUERY = 100
MOST_WORDS = 8


def folded(text: str) -> str:
    """Return a text as it is compared: NFKC, small letters, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def words_of(query: str) -> list[str]:
    """Return the words that a question asks for, at most eight, of its first 100 characters."""
    return folded(query[:LONGEST_QUERY]).split()[:MOST_WORDS]
