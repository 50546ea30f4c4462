"""An office package while it is cleaned: what may be reached stays, all else is left behind."""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from lxml import etree

from sunlit.files.cleaning import images
from sunlit.files.cleaning.kinds import Kind, Removals, damaged, refused, swollen
from sunlit.kernel.wording import Wording

FILES = 5_000
"""The most files of a package."""
UNPACKED = 400 << 20
"""The most bytes that a package may hold, unpacked."""
RATIO = 300
"""How many times its size a file of a package may swell, past the first megabyte."""
PART = 80 << 20
"""The most bytes of one file of a package."""

_EPOCH = (1980, 1, 1, 0, 0, 0)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_REFERS = re.compile(r"\{[^}]*officeDocument[^}]*relationships\}")
_FOLLOWED = re.compile(r"(?:https?://[^/\s]|mailto:[^\s@]+@)", re.I)
_PLACE_ON_A_DISK = re.compile(r"[A-Za-z]:[\\/]|\\\\\w|file:|/(?:Users|home)/", re.I)
_RUNS = re.compile(r"ppaction://(?:program|macro|hlinkfile|ole)")
_PICTURES = {
    b"\xff\xd8\xff": "JPEG",
    b"\x89PNG\r\n\x1a\n": "PNG",
    b"BM": "",
    b"\x01\0\0\0": "",
    b"\xd7\xcd\xc6\x9a": "",
    b"\x01\0\x09\0": "",
}
_MACROS = ("vbaproject.bin", "vbadata.xml", "macrosheets/", "activex/", "customui")
# What a relation leads to, told by the last word of its type, and how that is called.
_DROPPED = {
    **dict.fromkeys(("comments", "commentsExtended", "commentsIds", "people"), Kind.COMMENTS),
    **dict.fromkeys(("commentsExtensible", "threadedComment", "person"), Kind.COMMENTS),
    **dict.fromkeys(("commentAuthors", "authors", "vmlDrawing"), Kind.COMMENTS),
    **dict.fromkeys(("core-properties", "extended-properties", "thumbnail"), Kind.PROPERTIES),
    **dict.fromkeys(("custom-properties", "customXml", "customXmlProps"), Kind.PROPERTIES),
    **dict.fromkeys(("oleObject", "package", "control", "ctrlProp"), Kind.EMBEDDED),
    **dict.fromkeys(("attachedTemplate", "externalLink", "hyperlink", "image"), Kind.LINKS),
    **dict.fromkeys(("notesSlide", "notesMaster"), Kind.NOTES),
}


_SILENT = frozenset(
    {"webSettings", "viewProps", "calcChain", "stylesWithEffects", "printerSettings"}
)


@dataclass
class Part:
    """A file of the package: its bytes or its tree, and where its relations lead."""

    name: str
    media_type: str
    data: bytes = b""
    root: etree._Element | None = None
    relations: dict[str, "Relation"] = field(default_factory=dict)


@dataclass(frozen=True)
class Relation:
    """A relation of a part: to another part, or to an address outside."""

    kind: str
    whole_kind: str
    target: str
    external: bool


class Package:
    """An opened package; `kept`: the kinds of relations that are followed."""

    def __init__(self, data: bytes, main: str, kept: frozenset[str], removals: Removals) -> None:
        self.removals = removals
        self._kept = kept
        self._files = _unpacked(data)
        self._types = self._read_types()
        self.parts: dict[str, Part] = {}
        self.top = self._relations("")
        leads = [one for one in self.top.values() if one.kind == "officeDocument"]
        if len(leads) != 1 or leads[0].external or leads[0].target not in self._files:
            raise damaged()
        self.main = self.part(leads[0].target)
        if main not in self.main.media_type:
            if "macro" in self.main.media_type.lower():
                raise _with_macros()
            raise damaged()
        for relation in self.top.values():
            if relation.kind != "officeDocument":
                self._note(relation)

    def part(self, name: str) -> Part:
        """Return a part, read with its relations; those that are not kept are noted as removed."""
        if name in self.parts:
            return self.parts[name]
        if name not in self._files:
            raise damaged()
        part = Part(name, self._type(name), self._files[name])
        if part.media_type.endswith(("xml", "+xml")):
            part.root = parsed(part.data)
        self.parts[name] = part
        for key, relation in self._relations(name).items():
            if self._is_kept(relation):
                part.relations[key] = relation
            else:
                self._note(relation)
        return part

    def reach(self) -> None:
        """Read every part that is reached from the main one."""
        waiting = [self.main]
        seen = {self.main.name}
        while waiting:
            for relation in waiting.pop().relations.values():
                if not relation.external and relation.target not in seen:
                    seen.add(relation.target)
                    waiting.append(self.part(relation.target))

    def follow(self, part: Part, kind: str) -> list[Part]:
        """Return the parts to which relations of this kind lead."""
        return [self.part(one.target) for one in part.relations.values() if one.kind == kind]

    def settle(self, lost: Callable[[etree._Element], bool]) -> None:
        """Mend the trees: what leads nowhere goes, with its element where `lost` says so."""
        for part in self.parts.values():
            if part.root is None:
                continue
            used = set()
            for element in [*part.root.iter(etree.Element)]:
                _forget_places(element)
                for key in [key for key in element.attrib if _REFERS.match(str(key))]:
                    value = str(element.get(key))
                    if value in part.relations or not value:
                        used.add(value)
                        continue
                    del element.attrib[key]
                    if lost(element):
                        drop(element)
            for key, relation in list(part.relations.items()):
                if relation.kind == "image" and key not in used:
                    del part.relations[key]

    def written(self) -> bytes:
        """Return the package with the parts that are still reached, the same for the same."""
        reached = self._reached()
        files = {"[Content_Types].xml": self._written_types(reached)}
        lead = next(one for one in self.top.values() if one.kind == "officeDocument")
        files["_rels/.rels"] = _written_relations({"rId1": lead})
        for name in sorted(reached):
            part = self.parts[name]
            files[name] = self._bytes(part)
            if part.relations:
                files[_beside(name)] = _written_relations(part.relations)
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
            for name, data in files.items():
                entry = zipfile.ZipInfo(name, _EPOCH)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system = 0
                package.writestr(entry, data)
        return stream.getvalue()

    def _bytes(self, part: Part) -> bytes:
        if part.root is not None:
            return etree.tostring(
                part.root, xml_declaration=True, encoding="UTF-8", standalone=True
            )
        for begins, kind in _PICTURES.items():
            if part.data.startswith(begins):
                return images.cleaned(part.data, self.removals) if kind else part.data
        raise refused(
            "文件中有无法清理的图片或对象。",
            "The file holds a picture or an object that cannot be cleaned.",
            Wording("请将其改为 PNG 或 JPG 图片。", "Make it a PNG or JPG."),
        )

    def _reached(self) -> set[str]:
        reached = {self.main.name}
        waiting = [self.main]
        while waiting:
            for relation in waiting.pop().relations.values():
                if not relation.external and relation.target not in reached:
                    reached.add(relation.target)
                    waiting.append(self.parts[relation.target])
        return reached

    def _is_kept(self, relation: Relation) -> bool:
        if relation.external:
            return relation.kind == "hyperlink" and bool(_FOLLOWED.match(relation.target))
        return relation.kind in self._kept and relation.target in self._files

    def _note(self, relation: Relation) -> None:
        if relation.kind in _SILENT:
            return
        kind = Kind.LINKS if relation.external else _DROPPED.get(relation.kind, Kind.DATA)
        self.removals.add(kind, relation.target if relation.external else self._author(relation))

    def _author(self, relation: Relation) -> str:
        data = self._files.get(relation.target)
        if relation.kind != "core-properties" or data is None:
            return ""
        return next((one.text or "" for one in parsed(data).iter("{*}creator")), "")

    def _relations(self, name: str) -> dict[str, Relation]:
        data = self._files.get(_beside(name))
        if data is None:
            return {}
        found = {}
        for element in parsed(data):
            target, kind = element.get("Target", ""), element.get("Type", "")
            external = element.get("TargetMode") == "External"
            if not external:
                base = "" if target.startswith("/") else posixpath.dirname(name)
                target = posixpath.normpath(posixpath.join(base, unquote(target).lstrip("/")))
            found[element.get("Id", "")] = Relation(kind.rpartition("/")[2], kind, target, external)
        return found

    def _read_types(self) -> dict[str, str]:
        types = {}
        for element in parsed(self._files.get("[Content_Types].xml", b"")):
            key = element.get("PartName") or "." + element.get("Extension", "").lower()
            types[key.lstrip("/")] = element.get("ContentType", "")
        return types

    def _type(self, name: str) -> str:
        return self._types.get(name) or self._types.get("." + name.rpartition(".")[2].lower(), "")

    def _written_types(self, reached: set[str]) -> bytes:
        root = etree.Element(f"{{{_TYPES}}}Types", nsmap=_plain(_TYPES))
        made = "application/vnd.openxmlformats-package.relationships+xml"
        etree.SubElement(root, f"{{{_TYPES}}}Default", Extension="rels", ContentType=made)
        for name in sorted(reached):
            media_type = self.parts[name].media_type
            override = f"{{{_TYPES}}}Override"
            etree.SubElement(root, override, PartName=f"/{name}", ContentType=media_type)
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def parsed(data: bytes) -> etree._Element:
    """Return the tree of an XML file; one that declares a document type is refused."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise damaged() from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise damaged()
    return root


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def attribute(element: etree._Element, name: str) -> str:
    """Return an attribute by its name without a namespace."""
    found = (value for key, value in element.attrib.items() if etree.QName(key).localname == name)
    return str(next(found, ""))


def drop(element: etree._Element) -> None:
    """Take an element out of its tree."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element: etree._Element) -> None:
    """Put the children of an element in its place."""
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        parent[at : at + 1] = list(element)


def _forget_places(element: etree._Element) -> None:
    """Take out of the attributes where on somebody's disk a picture lay."""
    for key, value in list(element.attrib.items()):
        known = etree.QName(key).localname in ("name", "descr", "title", "alt", "href")
        if known and _PLACE_ON_A_DISK.search(str(value)):
            element.set(key, "")
        elif str(value).startswith("ppaction://") and _RUNS.match(str(value)):
            del element.attrib[key]


def _unpacked(data: bytes) -> dict[str, bytes]:
    """Unpack a package within its limits: what its directory says is not believed."""
    files: dict[str, bytes] = {}
    total = 0
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
            if len(entries) > FILES:
                raise swollen()
            for entry in entries:
                if entry.is_dir():
                    continue
                if entry.flag_bits & 1:
                    raise refused("文件已加密。", "The file is encrypted.")
                name = entry.filename.replace("\\", "/").lstrip("/")
                if any(one in name.lower() for one in _MACROS):
                    raise _with_macros()
                if name in files:
                    raise damaged()
                most = min(PART, (1 << 20) + RATIO * entry.compress_size)
                with package.open(entry) as file:
                    files[name] = file.read(most + 1)
                total += len(files[name])
                if len(files[name]) > most or total > UNPACKED:
                    raise swollen()
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError):
        raise damaged() from None
    return files


def _with_macros() -> Exception:
    return refused(
        "文件中含有宏或控件，不予接收。",
        "The file holds macros or controls and is not taken.",
        Wording(
            "请另存为不含宏的 DOCX、XLSX 或 PPTX。", "Save it as DOCX, XLSX or PPTX without macros."
        ),
    )


def _plain(namespace: str) -> Any:
    """Return the map by which a namespace needs no prefix; what lxml's types leave out."""
    return {None: namespace}


def _beside(name: str) -> str:
    folder, file = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _written_relations(relations: dict[str, Relation]) -> bytes:
    root = etree.Element(f"{{{_RELATIONS}}}Relationships", nsmap=_plain(_RELATIONS))
    for key, relation in sorted(relations.items()):
        element = etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", Id=key)
        element.set("Type", relation.whole_kind)
        element.set("Target", relation.target if relation.external else f"/{relation.target}")
        if relation.external:
            element.set("TargetMode", "External")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
