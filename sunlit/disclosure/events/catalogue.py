"""What happens to the catalogue at the desk."""

from dataclasses import dataclass

from sunlit.ledger.events import Event


@dataclass(frozen=True)
class CategoryRestated(Event):
    """What the catalogue says of a category was restated; what it said before stays readable."""

    is_public = True
    code: str
    name: str
    changed: tuple[str, ...]


@dataclass(frozen=True)
class CategoryEnded(Event):
    """A category was taken off the catalogue; its items stay public."""

    is_public = True
    code: str
    name: str
    reason: str


@dataclass(frozen=True)
class ElementsNamed(Event):
    """It was said which content elements of its category an item tells."""

    item: str
    elements: tuple[str, ...]
