"""Freezes the fields of a DOCX: what they showed stays, what they were made of goes."""

import re
from dataclasses import dataclass, field

from lxml import etree

from sunlit.files.cleaning.kinds import Kind, Removals
from sunlit.files.cleaning.packages import attribute, drop, local, unwrap

# Fields that only say something about the page on which they stand.
_KEPT = frozenset(
    {"PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "PAGEREF", "NOTEREF", "REF", "SEQ", "TOC"}
    | {"STYLEREF", "EQ", "SYMBOL", "ADVANCE", "QUOTE", "XE", "TC"}
)
_HYPERLINK = re.compile(r'\s*HYPERLINK\s+(?:\\l\s|"(?:https?://|mailto:))', re.I)


@dataclass
class _Field:
    """A field that is being read: its marks, its instruction."""

    marks: list[etree._Element] = field(default_factory=list)
    instruction: str = ""
    ended: bool = False


def freeze_fields(root: etree._Element, removals: Removals) -> None:
    """Keep the words of every field, and the field itself only where it is about the page."""
    for simple in list(root.iter("{*}fldSimple")):
        if not _is_kept(attribute(simple, "instr")):
            removals.add(Kind.FIELDS, attribute(simple, "instr"))
            for data in list(simple.iterfind("{*}fldData")):
                simple.remove(data)
            unwrap(simple)
    open_fields: list[_Field] = []
    for element in list(root.iter("{*}fldChar", "{*}instrText")):
        if local(element) == "instrText":
            if open_fields and not open_fields[-1].ended:
                open_fields[-1].instruction += element.text or ""
                open_fields[-1].marks.append(element)
            else:
                drop(element)
            continue
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            open_fields.append(_Field())
        if not open_fields:
            drop(element)
            continue
        open_fields[-1].marks.append(element)
        if kind == "separate":
            open_fields[-1].ended = True
        elif kind == "end":
            _settle(open_fields.pop(), removals)
    for one in open_fields:
        _settle(one, removals)


def _settle(one: _Field, removals: Removals) -> None:
    if _is_kept(one.instruction):
        return
    removals.add(Kind.FIELDS, one.instruction)
    for mark in one.marks:
        drop(mark)


def _is_kept(instruction: str) -> bool:
    words = instruction.split()
    if not words:
        return False
    return words[0].upper() in _KEPT or bool(_HYPERLINK.match(instruction))
