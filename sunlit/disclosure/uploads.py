"""A file as somebody hands it in: cleaned, with the original that is sealed beside it."""

from dataclasses import dataclass

from sunlit.files.cleaning import Cleaned, clean


@dataclass(frozen=True, slots=True)
class Upload:
    """What the public gets, and what was handed in."""

    cleaned: Cleaned
    original: bytes


def take_in(name: str, original: bytes) -> Upload:
    """Clean a file that was handed in; raises a refusal for one that cannot be cleaned safely."""
    return Upload(clean(name, original), original)
