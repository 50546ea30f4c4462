"""What the XML files of an office package hold: text, properties, pictures; never entities."""

import io
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from sunlit.kernel.wording import Wording
from sunlit.screening import images
from sunlit.screening.parts import MOST, Part, metadata, unreadable

_FILES = 20_000
_PERSONAL = {
    "creator": Wording("文件属性：作者", "property: author"),
    "lastModifiedBy": Wording("文件属性：最后修改者", "property: last modified by"),
    "Manager": Wording("文件属性：经理", "property: manager"),
    "Company": Wording("文件属性：单位", "property: company"),
}
_SPOKEN = ("title", "subject", "description", "keywords", "category")


class Package:
    """An opened package; raises a refusal for one that is broken, locked or swollen."""

    def __init__(self, name: str, content: bytes) -> None:
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except zipfile.BadZipFile:
            raise unreadable(name, "文件已损坏", "the file is damaged") from None
        entries = self._zip.infolist()
        if len(entries) > _FILES or sum(entry.file_size for entry in entries) > MOST:
            raise unreadable(name, "解压后过大", "it is too big once unpacked")

    def names(self, *, under: str = "", suffix: str = "") -> list[str]:
        """Return the files of the package, in the order of their names."""
        names = self._zip.namelist()
        return sorted(one for one in names if one.startswith(under) and one.endswith(suffix))

    def read(self, name: str) -> bytes:
        """Return the bytes of a file of the package."""
        try:
            return self._zip.read(name)
        except (RuntimeError, NotImplementedError):
            raise unreadable(self.name, "文件已加密", "it is encrypted") from None
        except (zipfile.BadZipFile, zlib.error, EOFError):
            raise unreadable(self.name, "文件已损坏", "the file is damaged") from None

    def xml(self, name: str) -> etree._Element:
        """Return the tree of a file of the package; entities stay unresolved."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
        try:
            return etree.fromstring(self.read(name), parser)
        except etree.XMLSyntaxError:
            raise unreadable(self.name, "文件已损坏", "the file is damaged") from None

    def properties(self) -> Iterator[Part]:
        """Yield what the properties tell: who wrote it, and words to screen."""
        for name in self.names(under="docProps/", suffix=".xml"):
            for element in self.xml(name).iter(etree.Element):
                tag, text = local(element), (element.text or "").strip()
                if not text:
                    continue
                if tag in _PERSONAL:
                    found = metadata(text, _PERSONAL[tag])
                    if found:
                        yield found
                elif tag in _SPOKEN or name.endswith("custom.xml"):
                    yield Part(text, Wording("文件属性", "properties"))

    def pictures(self, folder: str) -> Iterator[Part]:
        """Yield what the pictures of the package tell beside what they show."""
        for name in self.names(under=folder):
            content = self.read(name)
            if images.is_image(content):
                yield from images.parts(name, content)


def described(root: etree._Element) -> Iterator[Part]:
    """Yield how pictures and shapes are described: who cannot see them hears it."""
    said = [
        words
        for one in root.iter("{*}docPr", "{*}cNvPr")
        for key in ("title", "descr")
        if (words := attribute(one, key).strip())
    ]
    if said:
        yield Part("\n".join(said), Wording("图片的文字说明", "description of a picture"))


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace; nothing for a comment."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def attribute(element: etree._Element, name: str) -> str:
    """Return an attribute by its name without a namespace."""
    for key, value in element.attrib.items():
        if etree.QName(key).localname == name:
            return str(value)
    return ""
