"""What a published item said, version by version, and what of it may still be read."""

from collections.abc import Iterator
from dataclasses import dataclass

from sunlit.disclosure.models import EarlierGround, Item, Revision, SecrecyReview, Version
from sunlit.disclosure.selectors.lexicon import lexicon_of
from sunlit.screening.rules import screen_text


@dataclass(frozen=True, kw_only=True)
class ToldVersion:
    """A version as the public is told of it."""

    version: Version
    review: SecrecyReview
    """The review by which it became public."""
    revision: Revision | None
    """The change that brought it; the first version came by none."""
    hidden_for: EarlierGround | None = None
    """Why it may not be read any more, where a later correction says so."""
    is_found: bool = False
    """Whether the screening as it is now finds in it what nobody has answered."""

    @property
    def is_readable(self) -> bool:
        """Whether the public may read what it said."""
        return self.hidden_for is None and not self.is_found


def versions_told(item: Item) -> list[ToldVersion]:
    """Return the versions of an item that was published, oldest first; the last is the text now.

    Of an item that was withdrawn none may be read, and the page does not ask.
    """
    kept = list(
        item.versions.select_related("revision__draft__review", "revision__draft__office").order_by(
            "number"
        )
    )
    return list(_told(item, kept or [Version.first_of(item)]))


def latest_revision(item: Item) -> Revision | None:
    """Return the change that brought the text as it is; None where it is the first one."""
    newest = item.versions.select_related("revision").order_by("number").last()
    return newest.revision if newest else None


def _told(item: Item, versions: list[Version]) -> Iterator[ToldVersion]:
    answered = {one.fingerprint for one in item.kept_findings.all()}
    words = lexicon_of(item.agency)
    for at, version in enumerate(versions):
        later = [one.revision.earlier_ground for one in versions[at + 1 :] if one.revision]
        ground = next(filter(None, later), "")
        is_past = at + 1 < len(versions)
        found = is_past and any(
            one.fingerprint not in answered
            for text in version.texts
            for one in screen_text(text, words)
        )
        revision = version.revision
        yield ToldVersion(
            version=version,
            review=revision.draft.review if revision else item.review,
            revision=revision,
            hidden_for=EarlierGround(ground) if ground else None,
            is_found=found,
        )
