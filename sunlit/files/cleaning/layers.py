"""Takes the layers out of a PDF that are not shown, with all that is drawn on them."""

from collections.abc import Iterable, Iterator
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name, Pdf

from sunlit.files.cleaning.kinds import Kind, Removals


def drop_hidden_layers(document: Pdf, removals: Removals) -> None:
    """Drop what is drawn on hidden layers; what is left is shown always."""
    properties = document.Root.get("/OCProperties")
    if properties is None:
        return
    hidden = _hidden(properties)
    if hidden:
        removals.add(Kind.HIDDEN_LAYERS, count=len(hidden))
        for holder in _drawings(document):
            _filter(document, holder, hidden)
    del document.Root["/OCProperties"]
    for one in document.objects:
        if isinstance(one, Dictionary | pikepdf.Stream) and "/OC" in one:
            del one["/OC"]


def _hidden(properties: Any) -> set[tuple[int, int]]:
    """Return the layers that are off when the file is opened, or not printed."""
    default = properties.get("/D", Dictionary())
    layers = {one.objgen for one in properties.get("/OCGs", [])}
    on = {one.objgen for one in default.get("/ON", [])}
    off = {one.objgen for one in default.get("/OFF", [])}
    if default.get("/BaseState", Name.ON) == Name.OFF:
        off |= layers - on
    for one in properties.get("/OCGs", []):
        usage = one.get("/Usage", Dictionary())
        if usage.get("/View", Dictionary()).get("/ViewState") == Name.OFF:
            off.add(one.objgen)
        if usage.get("/Print", Dictionary()).get("/PrintState") == Name.OFF:
            off.add(one.objgen)
    return off


def _drawings(document: Pdf) -> Iterator[Any]:
    """Yield whatever draws: pages, and forms that they use."""
    for page in document.pages:
        page.contents_coalesce()
        yield page.obj
    for one in document.objects:
        if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == Name.Form:
            yield one
        if isinstance(one, pikepdf.Stream) and "/PatternType" in one:
            yield one


def _filter(document: Pdf, holder: Any, hidden: set[tuple[int, int]]) -> None:
    """Leave out what stands between the marks of a hidden layer, and what is drawn on one."""
    resources = holder.get("/Resources", Dictionary())
    named = resources.get("/Properties", Dictionary())
    drawn = resources.get("/XObject", Dictionary())
    off = {key for key in dict(named.items()) if _is_hidden(named[key], hidden)}
    gone = {
        key
        for key in dict(drawn.items())
        if "/OC" in drawn[key] and _is_hidden(drawn[key].OC, hidden)
    }
    if not off and not gone:
        return
    content = pikepdf.unparse_content_stream(
        _shown(pikepdf.parse_content_stream(holder), off, gone)
    )
    if isinstance(holder, pikepdf.Stream):
        holder.write(content)
    else:
        holder["/Contents"] = document.make_stream(content)
    for key in gone:
        del drawn[key]
    for key in dict(named.items()):
        if key in off:
            del named[key]


def _shown(instructions: Iterable[Any], off: set[str], gone: set[str]) -> list[Any]:
    """Return what draws, without what stands between the marks of a layer that is off."""
    kept, depth, unseen = [], 0, 0
    for instruction in instructions:
        operator = str(instruction.operator)
        operands = instruction.operands
        if operator in ("BMC", "BDC"):
            depth += 1
            if not unseen and operands[0] == Name.OC and str(operands[-1]) in off:
                unseen = depth
        shown = not unseen and not (operator == "Do" and str(operands[0]) in gone)
        # What sets the state of drawing is kept, so that what follows stands where it stood.
        if shown or (operator in ("q", "Q", "cm", "BT", "ET") and unseen):
            kept.append(instruction)
        if operator == "EMC":
            if depth == unseen:
                unseen = 0
            depth -= 1
    return kept


def _is_hidden(layer: Any, hidden: set[tuple[int, int]]) -> bool:
    if layer.get("/Type") == Name.OCMD:
        members = layer.get("/OCGs")
        many = list(members) if isinstance(members, pikepdf.Array) else [members]
        return any(one is not None and one.objgen in hidden for one in many)
    return layer.objgen in hidden
