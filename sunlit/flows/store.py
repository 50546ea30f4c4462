"""The files of charts, kept once each by their digest."""

from hashlib import sha256

from sunlit.flows.models import StoredChart


def digest_of(content: bytes) -> str:
    """Return the digest by which a file is kept."""
    return sha256(content).hexdigest()


def stored(content: bytes) -> StoredChart:
    """Keep a file, inside an act, and return it; one that is kept already is returned as it is."""
    chart, _is_new = StoredChart.objects.get_or_create(
        digest=digest_of(content), defaults={"content": content}
    )
    return chart
