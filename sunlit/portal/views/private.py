"""Pages that only those may see who hold a code: kept out of caches and of search engines."""

from django.http import HttpResponse


def kept_private(answer: HttpResponse) -> HttpResponse:
    """Keep a page out of caches, of search engines, and its address out of other sites' logs."""
    answer["Cache-Control"] = "no-store"
    answer["Referrer-Policy"] = "same-origin"
    answer["X-Robots-Tag"] = "noindex, nofollow"
    return answer
