"""Which attachments are public, and what the screening finds in them."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from sunlit.disclosure.lifecycle import Status
from sunlit.disclosure.models import Attachment, Item
from sunlit.files import store
from sunlit.kernel.refusals import Refused
from sunlit.kernel.wording import Wording
from sunlit.organization.models import Agency
from sunlit.screening.files import screen_file
from sunlit.screening.kinds import Finding as Found
from sunlit.screening.lexicons import Lexicon
from sunlit.screening.rules import screen_text


def public_attachment(agency: Agency, digest: str, name: str) -> Attachment | None:
    """Return an attachment that is public now, by its content and its name."""
    found = Attachment.objects.filter(
        item__agency=agency, item__status=Status.PUBLISHED, digest=digest, name=name
    )
    return found.order_by("pk").first()


def why_not_readable(one: Attachment, *, afresh: bool = False) -> Refused | None:
    """Return why the file of an attachment cannot be read; None where it is the one attached.

    `afresh`: read the file, even where it has not been touched since it was proved.
    """
    try:
        store.prove(one.digest, afresh=afresh)
    except Refused as refusal:
        return refusal
    return None


def findings_in_attachments(item: Item, words: Lexicon) -> Iterator[Found]:
    """Yield what the screening finds in an item's attachments, with names and descriptions.

    A file that cannot be read gives nothing here: it lets nothing pass the gate by itself.
    """
    for one in item.attachments.all():
        where = Wording(f"附件“{one.name}”", f"attachment “{one.name}”")
        found = [*screen_text(one.description, words)]
        if why_not_readable(one) is None:
            found += _found_in(
                one.digest,
                one.name,
                _Words(item.agency_id, words.version, words.public_numbers, words),
            )
        for finding in found:
            yield replace(finding, place=_joined(where, finding.place))


@dataclass(frozen=True, slots=True)
class _Words:
    """A lexicon, as far as it decides what is found."""

    agency_id: int
    version: str
    public_numbers: frozenset[str]
    lexicon: Lexicon = field(compare=False)


@lru_cache(maxsize=512)
def _found_in(digest: str, name: str, words: _Words) -> tuple[Found, ...]:
    """Return what is found in a file. Its digest is what it holds, so it need be read once."""
    return screen_file(name, store.get(digest), words.lexicon)


def _joined(where: Wording, place: Wording) -> Wording:
    if not place.zh:
        return where
    return Wording(f"{where.zh} {place.zh}", f"{where.en} {place.en}")
