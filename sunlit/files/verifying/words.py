"""Looks through a cleaned DOCX, and through plain texts."""

import io
import re

import docx
from lxml import etree

from sunlit.files.verifying.finding import demand, demand_same
from sunlit.files.verifying.office import found, opened, tree, verify_package

_STORY = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$")
_RESIDUE = " or ".join(
    f"local-name()='{name}'"
    for name in (
        *("del", "ins", "moveFrom", "moveTo", "delText", "delInstrText", "rPrChange", "pPrChange"),
        *("sectPrChange", "tblPrChange", "trPrChange", "tcPrChange", "commentReference", "vanish"),
        *("commentRangeStart", "specVanish", "docVar", "attachedTemplate", "rsid", "OLEObject"),
        *("altChunk", "dataBinding", "mailMerge", "documentProtection", "cellDel", "control"),
    )
)
_OFF = "@*[local-name()='val' and (.='0' or .='false' or .='off')]"
_WORDS = "*[local-name()='t' or local-name()='delText']"
_TELLING = re.compile(
    r"^\s*(?:AUTHOR|LASTSAVEDBY|USER|FILENAME|DOCPROPERTY|DOCVARIABLE|INCLUDE|LINK|DDE|TEMPLATE|INFO"
    r"|COMMENTS|MERGE|MACRO|DATABASE|EMBED)",
    re.I,
)
_SIGNS = "".join(map(chr, (0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0xFEFF)))


def verify(before: bytes, after: bytes) -> None:
    """Demand that a DOCX hides nothing and reads as before, all changes accepted."""
    files = verify_package(after)
    for name, content in files.items():
        if name.startswith("word/") and name.endswith(".xml"):
            root = tree(content)
            demand(not found(root, f"//*[{_RESIDUE}]"), "仍有修订、批注或隐藏文字", "it hides text")
            demand(
                not found(root, "//@*[starts-with(local-name(),'rsid')]"),
                "仍有编辑标识",
                "it tells of its editing",
            )
            said = ["".join(map(str, one.itertext())) for one in root.iter("{*}instrText")]
            said += map(str, found(root, "//*[local-name()='fldSimple']/@*[local-name()='instr']"))
            demand(
                not any(map(_TELLING.match, said)), "仍有域代码", "its fields tell of its author"
            )
    document = docx.Document(io.BytesIO(after))
    demand(len(document.element.body), "正文是空的", "its body is empty")
    old = opened(before)
    hidden = _hiding_styles(old)
    for name in filter(_STORY.match, files):
        if name in old:
            demand_same(_seen(tree(old[name]), hidden), _seen(tree(files[name]), set()))


def verify_plain(before: bytes, after: bytes) -> None:
    """Demand that a text reads as before, without signs that nobody sees."""
    text = after.decode("utf-8-sig")
    demand(not set(text) & set(_SIGNS), "仍有看不见的字符", "it has invisible characters")
    coding = "utf-16" if before[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        old = before.decode(coding)
    except UnicodeDecodeError:
        old = before.decode("gb18030")
    demand_same("".join(sign for sign in old if sign.isprintable() or sign.isspace()), text)


def _hiding_styles(files: dict[str, bytes]) -> set[str]:
    """Return the styles that hide text, by themselves or by the style that they rest on."""
    if "word/styles.xml" not in files:
        return set()
    root = tree(files["word/styles.xml"])
    styles = {_value(one, "styleId"): one for one in root.iterfind("{*}style")}

    def hides(name: str, left: int) -> bool:
        style = styles.get(name)
        if style is None or not left:
            return False
        marks = found(style, "./*[local-name()='rPr']/*[local-name()='vanish']")
        if marks:
            return not found(marks[0], _OFF)
        based = found(style, "./*[local-name()='basedOn']/@*[local-name()='val']")
        return bool(based) and hides(str(based[0]), left - 1)

    return {name for name in styles if hides(name, 20)}


def _seen(root: etree._Element, hidden: set[str]) -> str:
    words = found(
        root,
        f"//{_WORDS}[not(ancestor::*[local-name()='del' or local-name()='moveFrom'])]"
        "[not(ancestor::*[local-name()='tr'][*[local-name()='trPr']/*[local-name()='del']])]"
        "[not(ancestor::*[local-name()='tc'][*[local-name()='tcPr']/*[local-name()='cellDel']])]"
        "[not(ancestor::*[local-name()='drawing']//*[local-name()='docPr'][@hidden='1' or "
        "@hidden='true'])]"
        "[not(ancestor::*[contains(translate(@style,' ',''),'visibility:hidden')])]",
    )
    return "".join(one.text or "" for one in words if not _is_hidden(one, hidden))


def _is_hidden(words: etree._Element, styles: set[str]) -> bool:
    run = next(words.iterancestors("{*}r"), None)
    if run is None:
        return False
    marks = found(run, "./*[local-name()='rPr']/*[contains(local-name(),'anish') or "
                      "local-name()='webHidden']")  # fmt: skip
    if marks:
        return not found(marks[0], _OFF)
    named = found(run, "./*[local-name()='rPr']/*[local-name()='rStyle']/@*[local-name()='val']")
    named += found(
        run,
        "ancestor::*[local-name()='p'][1]/*[local-name()='pPr']/*[local-name()='pStyle']"
        "/@*[local-name()='val']",
    )
    return not styles.isdisjoint(map(str, named))


def _value(element: etree._Element, name: str) -> str:
    values = found(element, f"@*[local-name()='{name}']")
    return str(values[0]) if values else ""
