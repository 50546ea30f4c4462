"""How a published text changed: its versions as the public reads of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sunlit.design import pieces
from sunlit.design.faces import day
from sunlit.disclosure.models import Item, RevisionKind, Version
from sunlit.disclosure.selectors import ToldVersion, latest_revision

COLUMNS = [
    pieces.Column(gettext_lazy("Version"), short=True),
    gettext_lazy("Public from"),
    gettext_lazy("Replaced on"),
    gettext_lazy("Why"),
    gettext_lazy("Responsible"),
    gettext_lazy("Decided by"),
]


@dataclass(frozen=True)
class Standing:
    """How the text of an item stands: which version it is, and why."""

    number: int
    is_correction: bool
    reason: str


def standing(item: Item) -> Standing | None:
    """Say which version of an item is public; None where it is the first one."""
    revision = latest_revision(item)
    if revision is None:
        return None
    is_correction = revision.kind == RevisionKind.CORRECTION
    return Standing(item.versions.count(), is_correction, revision.reason)


def rows(told: Sequence[ToldVersion]) -> list[list[object]]:
    """Return a row for each version, newest first."""
    return [
        [
            _("Version %(number)s") % {"number": one.version.number},
            one.version.public_from,
            one.version.public_until,
            _why(one),
            f"{one.review.office.name} {one.review.drafted_post}",
            one.review.approved_post,
        ]
        for one in reversed(told)
    ]


def why_hidden(one: ToldVersion) -> str:
    """Say why a version may not be read any more; nothing where it may."""
    values = {"number": one.version.number, "day": day(one.version.public_until)}
    if one.hidden_for:
        said = _("Version %(number)s, replaced on %(day)s, is not shown: %(ground)s.")
        return said % {**values, "ground": one.hidden_for.label}
    if one.is_found:
        said = _("Version %(number)s, replaced on %(day)s, is not shown until it has been checked.")
        return said % values
    return ""


@dataclass(frozen=True)
class Compared:
    """Two versions side by side: their numbers, and what of them differs."""

    first: int
    second: int
    lines: Sequence[tuple[object, str, str]]
    """The name of a line, what it said, and what it says; those that are the same are left out."""
    text: tuple[str, str] | None
    """What the text said, and what it says; None where it is the same."""


def compared(first: Version, second: Version) -> Compared:
    """Return what differs between two versions."""
    lines = [
        (_("Title"), first.title, second.title),
        (_("Document number"), first.document_number, second.document_number),
    ]
    changed = [one for one in lines if one[1] != one[2]]
    text = (first.body, second.body) if first.body != second.body else None
    return Compared(first.number, second.number, changed, text)


def _why(one: ToldVersion) -> object:
    if one.revision is None:
        return _("First publication")
    return pieces.Cell(one.revision.reason, note=one.revision.get_kind_display())
