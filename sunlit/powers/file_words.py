"""All that the file of a flow chart says, seen or hidden, as plain text that the gate screens.

The picture shows a part of a file only: a modeller keeps documentation, extensions, comments and
marks of its own there, and the file is handed out to everybody.
"""

import re
from collections.abc import Iterator

from lxml import etree

from sunlit.flows.chart import DC, DI
from sunlit.flows.reading import read

_PLACE = re.compile(r"-?\d{1,5}(?:\.\d+)?")
_REFERENCES = frozenset({"sourceRef", "targetRef", "bpmnElement", "processRef"})
_LINKS = frozenset({"incoming", "outgoing", "flowNodeRef"})


def words_of(content: bytes) -> str:
    """Return what stands in a file, one element a line: its name, attributes and text, decoded.

    Left out are places in the diagram and what only joins elements. Raises `NoChart`.
    """
    root = read(content).tree.getroot()
    around = [*reversed(list(root.itersiblings(preceding=True))), root, *root.itersiblings()]
    return "\n".join(line for top in around for line in _lines(top))


def _lines(top: etree._Element) -> Iterator[str]:
    for one in top.iter():
        name = etree.QName(one).localname if isinstance(one.tag, str) else "comment"
        said = [] if name in _LINKS else list(_said(one))
        if said:
            yield f"{name}: {'; '.join(said)}"
        if one is not top and (after := " ".join((one.tail or "").split())):
            yield f"text: {after}"


def _said(one: etree._Element) -> Iterator[str]:
    for key, value in one.attrib.items() if isinstance(one.tag, str) else ():
        name = etree.QName(key).localname
        if name in _REFERENCES or (_is_placed(one) and _PLACE.fullmatch(str(value))):
            continue
        yield f"{name}={value!s}"
    if text := " ".join((one.text or "").split()):
        yield text


def _is_placed(one: etree._Element) -> bool:
    return etree.QName(one).namespace in {DC, DI}
