"""The attachments of an item as pages list them, and its text with its pictures."""

from collections.abc import Callable, Iterator

from django.urls import reverse
from django.utils.safestring import SafeString

from sunlit.design import pieces
from sunlit.design.markup import addresses, to_html
from sunlit.disclosure.models import Attachment, Item
from sunlit.files.cleaning import Kind
from sunlit.kernel.wording import Wording

SCHEME = "attachment:"


def text_of(item: Item) -> SafeString:
    """Return the text of a public item as HTML, with the pictures that are attached to it."""
    urls = {one.name: one.get_absolute_url() for one in item.attachments.all()}
    return to_html(item.body, urls.get)


def enclosed(item: Item) -> list[pieces.FileLine]:
    """Return the attachments of a public item, but the pictures that stand in its text."""
    shown = {name.removeprefix(SCHEME) for name in addresses(item.body)}
    files = [one for one in item.attachments.all() if not (one.is_picture and one.name in shown)]
    return [_line(one, one.get_absolute_url()) for one in files]


def enclosed_at_desk(item: Item) -> list[pieces.FileLine]:
    """Return the attachments of an item as officials see them, with what was taken out."""
    urls = addresses_at_desk(item)
    return [_line(one, urls[one.name], tuple(_notes(one))) for one in item.attachments.all()]


def addresses_at_desk(item: Item) -> dict[str, str]:
    """Return the addresses at which officials open the attachments of an item, by name."""
    found = item.attachments.all()
    return {one.name: reverse("desk:file", args=[item.pk, one.position]) for one in found}


def enclosed_at(
    item: Item, address: Callable[[int], str]
) -> tuple[SafeString, list[pieces.FileLine]]:
    """Return the text and all attachments of an item, each file at the address of its place."""
    found = list(item.attachments.all())
    urls = {one.name: address(one.position) for one in found}
    lines = [_line(one, urls[one.name], notes=tuple(_notes(one))) for one in found]
    return to_html(item.body, urls.get), lines


def _line(one: Attachment, url: str, notes: tuple[Wording, ...] = ()) -> pieces.FileLine:
    ending = one.name.rpartition(".")[2].upper()
    return pieces.FileLine(one.name, url, one.size, ending, one.description, notes)


def _notes(one: Attachment) -> Iterator[Wording]:
    for removed in one.removed:
        words = Kind(removed["kind"]).wording
        count = removed["count"]
        yield Wording(f"{words.zh} {count} 处", f"{words.en}: {count}")
