"""Cleans a PPTX: the slides that are shown, without notes and comments."""

from lxml import etree

from sunlit.files.cleaning.kinds import Kind, Removals, refused
from sunlit.files.cleaning.packages import Package, attribute, drop, local
from sunlit.kernel.wording import Wording

_KEPT = frozenset(
    {"officeDocument", "slide", "slideLayout", "slideMaster", "theme", "image", "chart"}
    | {"tableStyles", "presProps", "diagramData", "diagramLayout", "diagramQuickStyle"}
    | {"diagramColors", "diagramDrawing", "chartStyle", "chartColorStyle"}
)
_GONE = frozenset(
    {"notesMasterIdLst", "handoutMasterIdLst", "custDataLst", "modifyVerifier", "custShowLst"}
    | {"embeddedFontLst", "photoAlbum", "externalData", "svgBlip", "userDrawn", "tags"}
)
_TRUE = ("1", "true")
_KEEPS_ITS_ELEMENT = frozenset({"blip"})


def cleaned(data: bytes, removals: Removals) -> bytes:
    """Return a PPTX with the slides that are shown."""
    package = Package(data, "presentationml.presentation.main+xml", _KEPT, removals)
    hidden = _drop_hidden_slides(package)
    if hidden:
        _forget_jumps(package, hidden)
    package.reach()
    for part in package.parts.values():
        if part.root is not None and part.name not in hidden:
            _clean(part.root, removals)
    package.settle(lambda element: local(element) not in _KEEPS_ITS_ELEMENT)
    return package.written()


def _drop_hidden_slides(package: Package) -> set[str]:
    main = package.main
    root = main.root
    hidden: set[str] = set()
    if root is None:
        return hidden
    for entry in list(root.iterfind("{*}sldIdLst/{*}sldId")):
        key = next((str(value) for name, value in entry.attrib.items() if "}" in str(name)), "")
        relation = main.relations.get(key)
        slide = package.part(relation.target) if relation else None
        if slide is None or slide.root is None or slide.root.get("show", "1") not in _TRUE:
            drop(entry)
            if relation and slide is not None:
                hidden.add(slide.name)
                del main.relations[key]
                words = "" if slide.root is None else "".join(_words(slide.root))
                package.removals.add(Kind.HIDDEN_SLIDES, words)
    if next(root.iterfind("{*}sldIdLst/{*}sldId"), None) is None:
        raise refused(
            "演示文稿中没有可见的幻灯片。",
            "The presentation has no slide that is shown.",
            Wording("请取消隐藏要公开的幻灯片。", "Show the slides that are to be public."),
        )
    return hidden


def _forget_jumps(package: Package, hidden: set[str]) -> None:
    """A slide that leads to a hidden one must not keep it in the file."""
    waiting, seen = [package.main], {package.main.name}
    while waiting:
        part = waiting.pop()
        for key, relation in list(part.relations.items()):
            if relation.external:
                continue
            if relation.target in hidden:
                del part.relations[key]
            elif relation.target not in seen:
                seen.add(relation.target)
                waiting.append(package.part(relation.target))


def _clean(root: etree._Element, removals: Removals) -> None:
    for element in list(root.iter(etree.Element)):
        tag = local(element)
        if tag in ("oleObj", "control", "videoFile", "audioFile", "wavAudioFile", "quickTimeFile"):
            raise refused(
                "演示文稿中嵌有其他文件、音频或视频。",
                "Another file, a sound or a film is embedded in the presentation.",
                Wording("请删除它，或改为图片。", "Take it out, or make it a picture."),
            )
        if tag in _GONE or tag == "extLst":
            drop(element)
        elif tag == "cNvPr" and attribute(element, "hidden") in _TRUE:
            shape = element.getparent()
            shape = None if shape is None else shape.getparent()
            if shape is not None and local(shape) != "spTree":
                removals.add(Kind.HIDDEN_SHAPES, "".join(_words(shape)))
                drop(shape)


def _words(element: etree._Element) -> list[str]:
    return [one.text or "" for one in element.iter("{*}t")]
