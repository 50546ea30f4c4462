"""How a file is handed out: by its name, never guessed at, and nothing in it can run."""

from urllib.parse import quote

from django.http import HttpResponse

FIRST_OF_FORMULA = ("=", "+", "-", "@", "\t", "\r")
SHOWN = ("image/png", "image/jpeg")
"""What a page shows itself; everything else is to be kept."""


def as_text(value: object) -> str:
    """Return a value for a cell of a table: what a spreadsheet would run as a formula is shown."""
    text = str(value)
    return f"'{text}" if text.startswith(FIRST_OF_FORMULA) else text


def file_answer(name: str, kind: str, content: bytes) -> HttpResponse:
    """Return a file as an answer; pictures can be shown, all else is handed out to be kept."""
    way = "inline" if kind in SHOWN else "attachment"
    text = kind in ("text/plain", "text/csv")
    answer = HttpResponse(content, f"{kind}; charset=utf-8" if text else kind)
    answer["Content-Disposition"] = f"{way}; filename*=UTF-8''{quote(name)}"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer
