"""The parts of a cleaned DOCX: its trees, where its relations lead, its styles."""

import io
import posixpath
import zipfile
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from sunlit.files.cleaning.kinds import swollen

MOST = 20 << 20
"""The most bytes of a text that is taken in, without its pictures."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_DEEPEST_STYLE = 20
_OFF = ("0", "false", "off", "none")


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph or a run looks, as far as that tells what it is. `size` in points."""

    style: str = ""
    outline: int | None = None
    align: str = ""
    bold: bool = False
    italic: bool = False
    size: float = 10.5
    colour: str = ""
    numbering: tuple[str, int] | None = None


class Opened:
    """A cleaned DOCX."""

    def __init__(self, data: bytes) -> None:
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        self.main = next(
            name for name in self._zip.namelist() if posixpath.basename(name) == "document.xml"
        )
        self.leads = {
            one.get("Id", ""): one.get("Target", "") for one in self._relations(self.main)
        }
        self.kinds = {
            one.get("Type", "").rpartition("/")[2]: one.get("Target", "").lstrip("/")
            for one in self._relations(self.main)
        }

    def tree(self, name: str) -> etree._Element | None:
        """Return the tree of a part, or None if there is no such part."""
        if name not in self._zip.namelist():
            return None
        if self._zip.getinfo(name).file_size > MOST:
            raise swollen()
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        return etree.fromstring(self._zip.read(name), parser)

    def part(self, kind: str) -> etree._Element | None:
        """Return the tree of the part to which a relation of this kind leads."""
        return self.tree(self.kinds.get(kind, ""))

    def bytes_of(self, key: str) -> bytes:
        """Return the bytes of the part to which a relation leads."""
        name = self.leads.get(key, "").lstrip("/")
        return self._zip.read(name) if name in self._zip.namelist() else b""

    def stories(self, kind: str) -> list[etree._Element]:
        """Return the trees of all headers, or of all footers."""
        names = [one for one in self._zip.namelist() if posixpath.basename(one).startswith(kind)]
        return [tree for name in names if (tree := self.tree(name)) is not None]

    @cached_property
    def styles(self) -> dict[str, etree._Element]:
        """The styles by their ids."""
        root = self.part("styles")
        return (
            {}
            if root is None
            else {value(one, "styleId"): one for one in root if is_(one, "style")}
        )

    @cached_property
    def default(self) -> Look:
        """How a paragraph looks that says nothing."""
        root = self.part("styles")
        look = Look()
        for one in [] if root is None else root:
            if is_(one, "docDefaults"):
                for properties in one.iter("{*}rPr", "{*}pPr"):
                    look = _with(look, properties)
            elif is_(one, "style") and _is_default(one):
                look = self.styled(look, value(one, "styleId"))
        return look

    def styled(self, look: Look, style: str) -> Look:
        """Return a look with what a style adds, and the styles on which it rests."""
        chain: list[etree._Element] = []
        while style in self.styles and len(chain) < _DEEPEST_STYLE:
            chain.append(self.styles[style])
            style = value(child(chain[-1], "basedOn"), "val")
        for one in reversed(chain):
            for properties in one:
                if is_(properties, "pPr") or is_(properties, "rPr"):
                    look = _with(look, properties)
        return look

    def look_of(self, paragraph: etree._Element) -> Look:
        """Return how a paragraph looks by its style and its own settings."""
        properties = child(paragraph, "pPr")
        style = value(child(properties, "pStyle"), "val")
        look = self.styled(self.default, style)
        named = self.styles.get(style)
        name = value(child(named, "name"), "val") if named is not None else style
        look = _changed(look, style=name.lower())
        return look if properties is None else _with(look, properties, without_mark=True)

    def run_look(self, look: Look, run: etree._Element) -> Look:
        """Return how a run looks in a paragraph of this look."""
        properties = child(run, "rPr")
        look = self.styled(look, value(child(properties, "rStyle"), "val"))
        return look if properties is None else _with(look, properties)

    def _relations(self, name: str) -> list[etree._Element]:
        folder, file = posixpath.split(name)
        root = self.tree(posixpath.join(folder, "_rels", f"{file}.rels"))
        return [] if root is None else list(root)


def _is_default(style: etree._Element) -> bool:
    return value(style, "type") == "paragraph" and value(style, "default") in ("1", "true")


def is_(element: etree._Element, name: str) -> bool:
    """Whether an element of the text has this name."""
    return element.tag in (_W + name, _STRICT + name)


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """Return the first child of this name."""
    return next((one for one in element if is_(one, name)), None) if element is not None else None


def value(element: etree._Element | None, name: str) -> str:
    """Return an attribute of the text; nothing where there is none."""
    if element is None:
        return ""
    return str(element.get(_W + name) or element.get(_STRICT + name) or "")


def _with(look: Look, properties: etree._Element, *, without_mark: bool = False) -> Look:
    more: dict[str, object] = {}
    for one in properties:
        name = etree.QName(one).localname
        said = value(one, "val")
        match name:
            case "b":
                more["bold"] = said.lower() not in _OFF
            case "i":
                more["italic"] = said.lower() not in _OFF
            case "sz" if said.isdecimal():
                more["size"] = int(said) / 2
            case "color":
                more["colour"] = said.upper()
            case "jc":
                more["align"] = said
            case "outlineLvl" if said.isdecimal():
                more["outline"] = int(said) if int(said) < 9 else None  # noqa: PLR2004
            case "numPr":
                key, level = value(child(one, "numId"), "val"), value(child(one, "ilvl"), "val")
                more["numbering"] = (key, int(level or 0)) if key not in ("", "0") else None
            case "rPr" if not without_mark:
                look = _with(look, one)
    return _changed(look, **more)


def _changed(look: Look, **more: object) -> Look:
    kept = {key: getattr(look, key) for key in Look.__slots__}
    return Look(**(kept | more))
