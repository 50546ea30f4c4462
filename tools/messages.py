"""The translation catalogues of the rooms, kept without the gettext programs.

    python -m tools.messages update [ROOM…]   add what the code says now, drop what it does not
    python -m tools.messages check            exit 1, naming everything that is wanting
    python -m tools.messages compile          make what Django reads

A room's catalogue lies at sunlit/ROOM/locale/zh_Hans/LC_MESSAGES/django.po. The source strings
are English. Django loads the catalogues of all rooms into one, so a text that two rooms have in
common must be translated alike, or be told apart by a context (pgettext).
"""

import argparse
import io
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import polib
from babel.messages.extract import extract
from django.utils.translation.template import templatize

from tools.compile_messages import ROOT, compile_catalogues

CATALOGUE = Path("locale/zh_Hans/LC_MESSAGES/django.po")
HEADER = {
    "Language": "zh_Hans",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=1; plural=0;",
}
TEMPLATES = {".html", ".txt", ".xml", ".svg"}
PLAIN: tuple[int, ...] = (1,)
PLURAL = (1, 2)
IN_CONTEXT = ((1, "c"), 2)
PLURAL_IN_CONTEXT = ((1, "c"), 2, 3)
KEYWORDS = {
    "_": PLAIN,
    "_now": PLAIN,
    "gettext": PLAIN,
    "gettext_lazy": PLAIN,
    "gettext_noop": PLAIN,
    "ngettext": PLURAL,
    "ngettext_lazy": PLURAL,
    "pgettext": IN_CONTEXT,
    "pgettext_lazy": IN_CONTEXT,
    "npgettext": PLURAL_IN_CONTEXT,
    "npgettext_lazy": PLURAL_IN_CONTEXT,
}
PLACEHOLDER = re.compile(
    r"%%|%\((?P<name>\w+)\)[-#0+ ]*\d*(?:\.\d+)?[a-zA-Z]"
    r"|(?P<positional>%[-#0+]*\d*(?:\.\d+)?[diouxXeEfFgGcrsa](?![a-z])|\{\d*\})"
    r"|\{(?P<brace>[a-z_]\w*)\}"
)

Key = tuple[str, str]
"""A source text and its context, which is empty for most."""


@dataclass(frozen=True)
class Message:
    """One text that the code wants translated, and where it says so first."""

    text: str
    context: str
    plural: str
    place: str

    @property
    def key(self) -> Key:
        """What tells the message from all others."""
        return self.text, self.context


def rooms(root: Path) -> list[Path]:
    """Return the folders of the rooms."""
    return sorted(
        path for path in (root / "sunlit").iterdir() if path.is_dir() and path.name != "__pycache__"
    )


def messages(room: Path) -> dict[Key, Message]:
    """Return all that a room's code and templates want translated, in the order of the texts."""
    found: dict[Key, Message] = {}
    for path in sorted(room.rglob("*")):
        parts = path.relative_to(room).parts
        if path.suffix == ".py" and "migrations" not in parts:
            source = path.read_text(encoding="utf-8")
        elif path.suffix in TEMPLATES and "templates" in parts:
            # In brackets, so that the template's indentation is not taken for Python's.
            source = f"({templatize(path.read_text(encoding='utf-8'), origin=str(path))})"
        else:
            continue
        for message in _extracted(source, path.relative_to(room.parent.parent)):
            first = found.setdefault(message.key, message)
            if message.plural and not first.plural:
                found[message.key] = message
    return dict(sorted(found.items()))


def _extracted(source: str, path: Path) -> Iterator[Message]:
    code = io.BytesIO(source.encode())
    for line, texts, _comments, context in extract(
        "python", code, keywords=KEYWORDS, options={"encoding": "utf-8"}
    ):
        text, plural = texts if isinstance(texts, tuple) else (texts, "")
        if text:
            yield Message(text, context or "", plural, f"{path}:{line}")


def read(room: Path) -> polib.POFile:
    """Return a room's catalogue; an empty one if it has none."""
    path = room / CATALOGUE
    return polib.pofile(str(path)) if path.exists() else polib.POFile()


def keyed(catalogue: Iterable[polib.POEntry]) -> dict[Key, polib.POEntry]:
    """Return a catalogue's entries by text and context; those that are marked dead are left out."""
    return {(entry.msgid, entry.msgctxt or ""): entry for entry in catalogue if not entry.obsolete}


def translations(entry: polib.POEntry) -> tuple[str, ...]:
    """Return what an entry says in the other language, for each of its numbers."""
    return tuple(entry.msgstr_plural.values()) if entry.msgid_plural else (entry.msgstr,)


def update(root: Path, names: Iterable[str] = ()) -> Iterator[str]:
    """Bring the rooms' catalogues up to date; say for each what is left to translate."""
    everywhere = {
        key: entry
        for room in rooms(root)
        for key, entry in keyed(read(room)).items()
        if all(translations(entry))
    }
    for room in rooms(root):
        if names and room.name not in names:
            continue
        wanted, had = messages(room), keyed(read(room))
        entries = [_entry(message, had, everywhere) for message in wanted.values()]
        _write(room / CATALOGUE, entries)
        untranslated = sum(not all(translations(entry)) for entry in entries)
        dropped = len(had.keys() - wanted.keys())
        if untranslated or dropped:
            yield f"{room.name}: {untranslated} to translate, {dropped} dropped"


def _entry(
    message: Message, had: Mapping[Key, polib.POEntry], everywhere: Mapping[Key, polib.POEntry]
) -> polib.POEntry:
    old = had.get(message.key) or everywhere.get(message.key) or polib.POEntry(msgstr="")
    text = (translations(old) or ("",))[0]
    flags = [flag for flag in old.flags if flag != "python-format"]
    if any(match["name"] for match in PLACEHOLDER.finditer(message.text + message.plural)):
        flags.append("python-format")
    return polib.POEntry(
        msgid=message.text,
        msgctxt=message.context or None,
        msgid_plural=message.plural,
        msgstr="" if message.plural else text,
        msgstr_plural={0: text} if message.plural else {},
        tcomment=old.tcomment,
        flags=flags,
    )


def _write(path: Path, entries: list[polib.POEntry]) -> None:
    if not entries:
        path.unlink(missing_ok=True)
        return
    catalogue = polib.POFile(wrapwidth=100)
    catalogue.metadata = HEADER
    catalogue.extend(entries)
    text = f"{catalogue}".rstrip("\n") + "\n"
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def faults(root: Path) -> Iterator[str]:
    """Give a sentence for everything that is wanting in the catalogues."""
    said: dict[Key, tuple[str, str]] = {}
    for room in rooms(root):
        wanted, entries = messages(room), keyed(read(room))
        if wanted and not (room / "apps.py").exists():
            place = next(iter(wanted.values())).place
            yield f"{place}: {room.name} is no Django application, so its texts stay English"
        for message in wanted.values():
            for fault in _faults_of(message, entries.get(message.key)):
                yield f"{message.place}: {fault}: {message.text!r}"
        for key, entry in entries.items():
            path = room.relative_to(root) / CATALOGUE
            if key not in wanted:
                yield f"{path}:{entry.linenum}: nothing says this any more: {entry.msgid!r}"
                continue
            text = translations(entry)[0]
            other_room, other = said.setdefault(key, (room.name, text))
            if text and other and text != other:
                yield (
                    f"{path}:{entry.linenum}: {entry.msgid!r} is {text!r} here and {other!r} in "
                    f"{other_room}; translate both alike, or give one a context (pgettext)"
                )


def _faults_of(message: Message, entry: polib.POEntry | None) -> Iterator[str]:
    sources = [message.text, message.plural] if message.plural else [message.text]
    for source in sources:
        if any(match["positional"] for match in PLACEHOLDER.finditer(source)):
            yield "a placeholder has no name"
    if entry is None or not all(translations(entry)):
        yield "not translated"
        return
    if "fuzzy" in entry.flags:
        yield "marked as uncertain (fuzzy)"
    if bool(entry.msgid_plural) != bool(message.plural):
        yield "has a plural in one place only"
    for translation in translations(entry):
        if placeholders(translation) != placeholders(sources[-1]):
            yield f"has other placeholders in its translation {translation!r}"


def placeholders(text: str) -> set[str]:
    """Return the names of a text's placeholders."""
    found = PLACEHOLDER.finditer(text)
    return {match["name"] or match["brace"] or match["positional"] or "" for match in found} - {""}


def main() -> int:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m tools.messages", description=__doc__)
    parser.add_argument("command", choices=["update", "check", "compile"])
    parser.add_argument("rooms", nargs="*", help="with update: only these rooms")
    wanted = parser.parse_args()
    if wanted.command == "compile":
        compile_catalogues()
        return 0
    if wanted.command == "update":
        print("\n".join(update(ROOT, wanted.rooms)) or "Everything is translated.")
        return 0
    found = list(faults(ROOT))
    print("\n".join(found), file=sys.stderr, end="\n" if found else "")
    print(f"Catalogues: {len(found)} faults." if found else "The catalogues are complete.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
