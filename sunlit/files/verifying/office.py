"""What holds for every cleaned office file: only known parts, no leads outside, bare pictures."""

import io
import re
import zipfile
from typing import Any

from lxml import etree

from sunlit.files.verifying.finding import demand
from sunlit.files.verifying.pictures import demand_bare

_FOREIGN = re.compile(
    r"docProps|customXml|comment|person|people|author|vba|macro|activeX|embedding|oleObject|\.bin$"
    r"|externalLink|connection|query|pivot|slicer|notes(?:Slide|Master)|handout|thumbnail|glossary"
    r"|printer|tags/|ctrlProp|revision|userShapes|\.svg$",
    re.I,
)
_MAKER = re.compile(rb"<!DOCTYPE|<!ENTITY", re.I)
_LEADS = re.compile(r"(?:https?://|mailto:)", re.I)


def opened(data: bytes) -> dict[str, bytes]:
    """Return the files of a package by their names."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def tree(data: bytes) -> etree._Element:
    """Return the tree of an XML file."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def found(element: etree._Element, path: str) -> list[Any]:
    """Return what a path leads to."""
    there = element.xpath(path)
    return list(there) if isinstance(there, list) else []


def verify_package(data: bytes) -> dict[str, bytes]:
    """Demand what holds for every package, and return its files."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        demand(package.testzip() is None, "文件打不开", "it does not open")
        demand(not package.comment, "压缩包中有说明", "its archive has a comment")
        times = {(entry.date_time, entry.extra, entry.comment) for entry in package.infolist()}
        demand(
            times == {((1980, 1, 1, 0, 0, 0), b"", b"")}, "文件中有时间", "its archive tells times"
        )
    files = opened(data)
    foreign = [name for name in files if _FOREIGN.search(name)]
    demand(not foreign, "仍有附带的内容", "something is still beside the text")
    for name, content in files.items():
        if name.endswith((".xml", ".rels")):
            demand(not _MAKER.search(content), "含有实体声明", "it declares entities")
            root = tree(content)
            demand(not found(root, "//comment()"), "含有注释", "its source has remarks")
            if name.endswith(".rels"):
                _verify_leads(root, files)
        elif content.startswith((b"\xff\xd8\xff", b"\x89PNG")):
            demand_bare(content)
    return files


def _verify_leads(root: etree._Element, files: dict[str, bytes]) -> None:
    for lead in root:
        target = lead.get("Target", "")
        if lead.get("TargetMode") == "External":
            demand(_LEADS.match(target), "仍链接其他文件", "it still leads to other files")
        else:
            demand(target.lstrip("/") in files, "缺少部分内容", "a part of it is missing")
