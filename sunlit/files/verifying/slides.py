"""Looks through a cleaned PPTX."""

import posixpath
import re

from lxml import etree

from sunlit.files.verifying.finding import demand, demand_same
from sunlit.files.verifying.office import found, opened, tree, verify_package

_SLIDE = re.compile(r"ppt/slides/[^/]+\.xml$")
_SHOWN = (
    "//*[local-name()='t' and not(ancestor::*[(local-name()='sp' or local-name()='pic' or "
    "local-name()='graphicFrame' or local-name()='grpSp' or local-name()='cxnSp')]"
    "/*/*[local-name()='cNvPr'][@hidden='1' or @hidden='true'])]/text()"
)


def verify(before: bytes, after: bytes) -> None:
    """Demand that a PPTX has the slides that were shown, with their words, and no others."""
    files = verify_package(after)
    old = opened(before)
    shown = [one for one in _slides(old) if tree(old[one]).get("show") not in ("0", "false")]
    demand(len(_slides(files)) == len(shown), "页数不一致", "the number of its slides changed")
    there = [name for name in files if _SLIDE.match(name)]
    demand(len(there) == len(shown), "仍有隐藏的幻灯片", "it has a hidden slide")
    for was, now in zip(shown, _slides(files), strict=True):
        demand_same(_seen(tree(old[was])), _seen(tree(files[now])))
    for name in there:
        root = tree(files[name])
        hidden = found(root, "//*[local-name()='cNvPr'][@hidden='1' or @hidden='true']")
        demand(not hidden, "仍有隐藏的图形", "it has a hidden shape")


def _slides(files: dict[str, bytes]) -> list[str]:
    """Return the slides in the order in which they are shown."""
    leads = {
        one.get("Id"): posixpath.normpath(posixpath.join("/ppt", one.get("Target", "")))[1:]
        for one in tree(files["ppt/_rels/presentation.xml.rels"])
    }
    entries = found(
        tree(files["ppt/presentation.xml"]),
        "//*[local-name()='sldIdLst']/*/@*[namespace-uri()!='']",
    )
    return [leads[str(key)] for key in entries if str(key) in leads]


def _seen(root: etree._Element) -> str:
    return "".join(map(str, found(root, _SHOWN)))
