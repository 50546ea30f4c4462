"""Reads the runs of a paragraph as a line: words, emphasis, links, pictures, marks of footnotes."""

import re

from lxml import etree

from sunlit.design.markup.writing import Line, Span
from sunlit.files.docx_in.opening import Look, Opened, is_, value
from sunlit.files.docx_in.pictures import Pictures
from sunlit.kernel.wording import Wording

_LINK = re.compile(r'\s*HYPERLINK\s+"([^"]+)"', re.I)
_SYMBOLS = {
    "F0FE": "☑",
    "F052": "☑",
    "F0A8": "□",
    "F06F": "□",
    "F0FC": "✓",
    "F0A3": "□",
    "F0B7": "·",
}
_BREAKS = ("page", "column")


class Lines:
    """Reads lines; knows the footnotes that they named, and what could not be read."""

    def __init__(self, opened: Opened, pictures: Pictures) -> None:
        self._opened = opened
        self._pictures = pictures
        self.footnotes: list[tuple[str, str]] = []
        self.biggest = 0.0
        self.colour = ""
        self._left_out: set[str] = set()
        self._instruction = ""
        self._in_instruction = False
        self._url = ""

    def line(self, paragraph: etree._Element, look: Look, *, plain: bool) -> Line:
        """Return a paragraph as a line; `plain`: as a heading, whose emphasis is its own."""
        self.biggest, self.colour = 0.0, ""
        spans: list[Span] = []
        self._gather(paragraph, look, spans, url="", plain=plain)
        self.biggest = self.biggest or look.size
        return tuple(spans)

    def boxes(self, paragraph: etree._Element) -> list[etree._Element]:
        """Return the boxes of text that hang on a paragraph, each once."""
        found = [
            one
            for one in paragraph.iter()
            if is_(one, "txbxContent")
            and not any(etree.QName(above).localname == "Fallback" for above in one.iterancestors())
        ]
        if found:
            self._left_out.add("boxes")
        return found

    def notes(self) -> list[Wording]:
        """Say what was read otherwise than it stood."""
        said = {
            "boxes": Wording(
                "文本框中的文字已按顺序排入正文，请核对。",
                "Text of boxes stands in the text now: look.",
            ),
            "symbols": Wording(
                "有特殊符号未能识别，请核对。", "Some symbols could not be read: look."
            ),
            "formulas": Wording(
                "公式已转为一行文字，请核对。", "Formulas are written on one line now: look."
            ),
        }
        return [note for key, note in said.items() if key in self._left_out]

    def _gather(
        self, holder: etree._Element, look: Look, spans: list[Span], *, url: str, plain: bool
    ) -> None:
        for element in holder:
            name = etree.QName(element).localname
            if is_(element, "r"):
                self._run(element, look, spans, url=url or self._url, plain=plain)
            elif is_(element, "hyperlink"):
                key = next(
                    (str(v) for k, v in element.attrib.items() if str(k).endswith("}id")), ""
                )
                self._gather(element, look, spans, url=self._opened.leads.get(key, ""), plain=plain)
            elif name in ("oMath", "oMathPara"):
                self._left_out.add("formulas")
                spans.append(Span("".join(one.text or "" for one in element.iter("{*}t"))))
            elif name not in ("pPr", "rPr", "Fallback", "txbxContent"):
                self._gather(element, look, spans, url=url, plain=plain)

    def _run(
        self, run: etree._Element, look: Look, spans: list[Span], *, url: str, plain: bool
    ) -> None:
        seen = self._opened.run_look(look, run)
        for element in run:
            name = etree.QName(element).localname
            if name in ("drawing", "pict", "object", "AlternateContent"):
                self._picture(element, spans)
            elif name in ("footnoteReference", "endnoteReference"):
                self.footnotes.append((f"{name.removesuffix('Reference')}s", value(element, "id")))
                spans.append(Span(f"［{len(self.footnotes)}］"))
            elif name in ("fldChar", "instrText"):
                self._field(element, name)
            elif text := self._said(element, name):
                if text.strip():
                    self.biggest = max(self.biggest, seen.size)
                    self.colour = self.colour or seen.colour
                strong, em = (False, False) if plain else (seen.bold, seen.italic)
                spans.append(Span(text, strong, em, url=url))

    def _said(self, element: etree._Element, name: str) -> str:
        match name:
            case "t":
                return element.text or ""
            case "tab" | "ptab":
                return " "
            case "br" | "cr":
                return "" if value(element, "type") in _BREAKS else "\n"
            case "noBreakHyphen":
                return "-"
            case "sym":
                sign = _SYMBOLS.get(value(element, "char").upper(), "")
                if not sign:
                    self._left_out.add("symbols")
                return sign
        return ""

    def _field(self, element: etree._Element, name: str) -> None:
        """Follow a field that is a link: what it shows leads where its instruction says."""
        if name == "instrText":
            self._instruction += element.text or ""
            return
        kind = value(element, "fldCharType")
        if kind == "begin":
            self._instruction = ""
        elif kind == "separate":
            found = _LINK.match(self._instruction)
            self._url = found[1] if found else self._url
        elif kind == "end":
            self._url = ""

    def _picture(self, element: etree._Element, spans: list[Span]) -> None:
        described = next(
            (
                one.get("descr") or one.get("title") or ""
                for one in element.iter("{*}docPr", "{*}cNvPr")
            ),
            "",
        )
        for one in element.iter("{*}blip", "{*}imagedata"):
            if any(
                etree.QName(above).localname in ("Fallback", "txbxContent")
                for above in _above(one, element)
            ):
                continue
            keys = [
                str(said)
                for key, said in one.attrib.items()
                if etree.QName(key).localname in ("embed", "id") and "}" in str(key)
            ]
            span = self._pictures.span(keys[0], described) if keys else None
            if span:
                spans.append(span)


def _above(element: etree._Element, top: etree._Element) -> list[etree._Element]:
    above = []
    for one in element.iterancestors():
        if one is top:
            break
        above.append(one)
    return above
