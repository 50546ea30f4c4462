"""The components, as template tags, and the filters that put values in words."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BaseForm, BoundField
from django.http import QueryDict
from django.template import Context
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from sunlit.design import faces, pieces, prose
from sunlit.design.charts import Chart, drawn, tabulated
from sunlit.design.charts.canvas import Frame
from sunlit.design.clocks import clock_face, planned_face
from sunlit.design.hour_clocks import hour_face
from sunlit.design.pieces import Bar, Cell, Column, Door, Entry, HistoryLine, Stage, Station, Step
from sunlit.design.qr import qr_code
from sunlit.kernel.clock import Reading
from sunlit.kernel.hours import HourReading
from sunlit.kernel.refusals import Refused
from sunlit.organization.selectors import office_day

register = template.Library()

STATE_WORDS = {
    "in_time": gettext_lazy("In time"),
    "at_risk": gettext_lazy("At risk"),
    "late": gettext_lazy("Late"),
    "paused": gettext_lazy("Paused"),
    "done": gettext_lazy("Done"),
    "neutral": gettext_lazy("No limit"),
}
LONGEST_CODE = 24
BEGINNINGS = ("/", "/desk/")
STAGE_STATES = {"done": "done", "now": "in_time", "to_come": "neutral", "missing": "late"}
STAGE_WORDS = {
    "done": pgettext_lazy("stage", "Published"),
    "now": pgettext_lazy("stage", "Under way"),
    "to_come": pgettext_lazy("stage", "To come"),
    "missing": pgettext_lazy("stage", "Missing"),
}


# Values in words


@register.filter(name="said")
def said(value: object) -> str:
    """Put a wording, a citation, a refusal or a lazy string in the language of the page."""
    return faces.said(value)


@register.filter(name="said_marked")
def said_marked(value: object) -> SafeString:
    """Say a sentence of ours, with the names of the records in it marked as Chinese."""
    return faces.with_names_marked(faces.said(value))


@register.filter(name="day")
def day(value: date | None) -> str:
    """Write a day in full."""
    return faces.day(value)


@register.filter(name="moment")
def moment(value: datetime | None) -> str:
    """Write a moment in full."""
    return faces.moment(value)


@register.filter(name="shown")
def shown(value: Any) -> SafeString:
    """Write any plain value, a dash for none."""
    if isinstance(value, Cell):
        return _cell(value)
    if isinstance(value, list | tuple) and value:
        items = format_html_join("", "<li>{}</li>", ((shown(one),) for one in value))
        return format_html('<ul class="plain">{}</ul>', items)
    return faces.shown(value or None if isinstance(value, list | tuple) else value)


@register.simple_tag
def quoted(value: object) -> SafeString:
    """Mark a record's own Chinese words on a page in another language."""
    return faces.quoted(value)


@register.simple_tag
def quoted_paragraphs(value: object) -> SafeString:
    """Write a record's own text in paragraphs, marked as Chinese where needed."""
    return faces.quoted_paragraphs(value)


@register.simple_tag
def quoted_prose(value: object, places: prose.Places | None = None) -> SafeString:
    """Write a record's own longer text: paragraphs, numbered articles, tables.

    `places` says which pages are meant by what the text marks as code.
    """
    return prose.quoted_prose(value, places)


# Figures and states


@register.inclusion_tag("design/parts/open_figure.html")
def open_figure(value: Any, label: Any, url: str = "", note: Any = "") -> dict[str, Any]:
    """Show a large number that opens the records it counts; None is "nothing to count"."""
    return {"value": value, "label": label, "url": url, "note": note}


@register.inclusion_tag("design/parts/open_number.html")
def open_number(value: Any, url: str, label: Any = "") -> dict[str, Any]:
    """Show a number inside a sentence or a table that opens the records it counts."""
    return {"value": value, "label": label, "url": url}


@register.inclusion_tag("design/parts/state.html")
def state(name: str, word: Any = "") -> dict[str, Any]:
    """Show how something stands: a word, a shape and a colour."""
    known = name if name in STATE_WORDS else "neutral"
    return {"name": known, "word": word or STATE_WORDS[known]}


@register.inclusion_tag("design/parts/clock.html", takes_context=True)
def clock(context: Context, reading: Reading, today: date | None = None) -> dict[str, Any]:
    """Draw a statutory clock as a line of days; a page's `near` says from when on it warns."""
    return {"face": clock_face(reading, today or office_day(), context.get("near"))}


@register.inclusion_tag("design/parts/clock.html")
def planned_clock(reading: Reading) -> dict[str, Any]:
    """Draw a clock that no case runs by, with every day explained at once."""
    return {"face": planned_face(reading), "is_plan": True}


@register.inclusion_tag("design/parts/hour_clock.html")
def hour_clock(reading: HourReading) -> dict[str, Any]:
    """Draw a clock in hours as a line for each day, with every stretch of time explained."""
    return {"face": hour_face(reading)}


@register.inclusion_tag("design/parts/bars.html")
def bars(items: Iterable[Bar], caption: Any, unit: Any = "") -> dict[str, Any]:
    """Show amounts as bars, each with its number; the chart is its own table."""
    chosen = list(items)
    most = max((item.value for item in chosen), default=0) or 1
    rows = [(item, f"{100 * max(item.value, 0) / most:.1f}") for item in chosen]
    return {"rows": rows, "caption": caption, "unit": unit}


@register.inclusion_tag("design/parts/chart.html")
def chart(shown_as: Chart) -> dict[str, Any]:
    """Draw a chart and, folded below it, its table."""
    columns, rows = tabulated(shown_as)
    svg = drawn(shown_as, Frame(language=faces.html_language()))
    return {
        "chart": shown_as,
        "svg": mark_safe(svg),  # noqa: S308  the drawing escapes every text that it is given
        "columns": [replace(column, label=faces.quoted(column.label)) for column in columns],
        "rows": [[faces.quoted(group), *numbers] for group, *numbers in rows],
    }


# Lists and tables


@register.inclusion_tag("design/parts/table.html")
def table(
    columns: Sequence[Column | Any],
    rows: Iterable[Sequence[Any]],
    caption: Any = "",
    empty: Any = "",
) -> dict[str, Any]:
    """Show rows of plain values or `Cell`s; on a phone each row becomes a labelled card."""
    heads = [column if isinstance(column, Column) else Column(column) for column in columns]
    chosen = list(rows)
    body = [
        [(head, shown(value)) for head, value in zip(heads, row, strict=True)] for row in chosen
    ]
    return {
        "heads": heads,
        "body": body,
        "caption": caption,
        "empty": empty,
        "coded": all(_is_code(row[0]) for row in chosen),
    }


@register.inclusion_tag("design/parts/facts.html")
def facts(items: Iterable[tuple[Any, Any]]) -> dict[str, Any]:
    """Show pairs of a label and a value."""
    return {"items": [(label, shown(value)) for label, value in items]}


@register.inclusion_tag("design/parts/history.html")
def history(lines: Iterable[HistoryLine]) -> dict[str, Any]:
    """Show what was done with a record, entry by entry."""
    return {"lines": list(lines)}


@register.inclusion_tag("design/parts/stages.html")
def stages(items: Iterable[Stage]) -> dict[str, Any]:
    """Show the stages of a dossier, and which are missing."""
    rows = [(item, STAGE_STATES[item.state], STAGE_WORDS[item.state]) for item in items]
    return {"rows": rows}


@register.inclusion_tag("design/parts/chain.html")
def chain(stations: Iterable[Station]) -> dict[str, Any]:
    """Show what followed from what, as linked stations."""
    return {"stations": list(stations)}


@register.inclusion_tag("design/parts/steps.html")
def steps(items: Iterable[Step]) -> dict[str, Any]:
    """Show a procedure in numbered steps; the words of its flow chart."""
    return {"items": list(items)}


@register.inclusion_tag("design/parts/doors.html")
def doors(items: Iterable[Door]) -> dict[str, Any]:
    """Show the ways in."""
    return {"items": list(items)}


@register.inclusion_tag("design/parts/empty.html")
def empty(what: Any, who: Any = "", url: str = "", act: Any = "") -> dict[str, Any]:
    """Say what will be here and who puts it there; `url` and `act` lead to doing so."""
    return {"what": what, "who": who, "url": url, "act": act}


@register.inclusion_tag("design/parts/shown_text.html")
def shown_text(text: pieces.ShownText) -> dict[str, Any]:
    """Show a text as its page does, what the screening found marked in it and listed below."""
    return {"text": text}


@register.inclusion_tag("design/parts/files.html")
def files(lines: Iterable[pieces.FileLine]) -> dict[str, Any]:
    """List files, each with its kind, its size, and what was taken out of it."""
    return {"files": lines}


@register.inclusion_tag("design/parts/signature.html")
def signature(authority: Any, on: date | None = None) -> dict[str, Any]:
    """Close an official document: who speaks, on which day, and the place of the seal."""
    return {"authority": authority, "on": on}


@register.inclusion_tag("design/parts/receipt.html")
def receipt(number: str, code: str, on: date, qr: str = "", proof_url: str = "") -> dict[str, Any]:
    """Show what the person takes home: number, query code, QR image address, proof."""
    return {"number": number, "code": code, "on": on, "qr": qr, "proof_url": proof_url}


# Ways around


register.simple_tag(qr_code)


@register.inclusion_tag("design/parts/breadcrumbs.html")
def breadcrumbs(*parts: Any) -> dict[str, Any]:
    """Show where the page stands: label, address, label, address, …, and the page's own label.

    The way begins at the home page, unless it is said to begin at the desk.
    """
    pairs = list(zip(parts[:-1:2], parts[1::2], strict=True))
    if not pairs or pairs[0][1] not in BEGINNINGS:
        pairs.insert(0, (pgettext("navigation", "Home"), "/"))
    return {"pairs": pairs, "here": parts[-1] if len(parts) % 2 else ""}


@register.inclusion_tag("design/parts/side_navigation.html")
def side_navigation(entries: Iterable[Entry], label: Any = "") -> dict[str, Any]:
    """Show the desk's ways around, each with what waits there; groups open where one is."""
    groups = [
        (group, members, not group or any(one.current for one in members))
        for group, some in groupby(entries, key=lambda one: one.group)
        if (members := list(some))
    ]
    return {"groups": groups, "label": label}


@register.inclusion_tag("design/parts/parts.html")
def parts(
    entries: Iterable[Entry], label: Any, contents: Iterable[tuple[Any, str]] = ()
) -> dict[str, Any]:
    """Show the parts of a column at the left; `contents` lead into the page where one is."""
    return {"entries": list(entries), "label": label, "contents": list(contents)}


@register.inclusion_tag("design/parts/pager.html", takes_context=True)
def pager(context: Context, page: Page[Any]) -> dict[str, Any]:
    """Show where in a long list the reader is, and the way on; keeps the filter."""
    filters: QueryDict = context["request"].GET.copy()
    addresses = {}
    if page.has_previous():
        addresses["previous"] = _with_page(filters, page.previous_page_number())
    if page.has_next():
        addresses["next"] = _with_page(filters, page.next_page_number())
    return {"page": page, "addresses": addresses}


@register.inclusion_tag("design/parts/search_box.html", takes_context=True)
def search_box(context: Context, identifier: str = "search", size: str = "") -> dict[str, Any]:
    """Show the search; `size` "large" where it comes first."""
    request = context.get("request")
    asked = request.GET.get("q", "") if request else ""
    return {"identifier": identifier, "size": size, "asked": asked}


@register.inclusion_tag("design/parts/filter_bar.html", takes_context=True)
def filter_bar(context: Context, form: BaseForm) -> dict[str, Any]:
    """Show a form that narrows a list down; it only reads."""
    return {"form": form, "path": context["request"].path}


# Forms and answers


@register.inclusion_tag("design/parts/form_fields.html")
def form_fields(form: BaseForm) -> dict[str, Any]:
    """Show a form's fields: what is wrong first, then each with its label and help."""
    return {"form": form, "faults": _faults(form)}


@register.inclusion_tag("design/parts/form_faults.html")
def form_faults(form: BaseForm) -> dict[str, Any]:
    """Show what is wrong with a form, each fault leading to its field."""
    return {"faults": _faults(form)}


@register.inclusion_tag("design/parts/form_field.html")
def form_field(field: BoundField) -> dict[str, Any]:
    """Show one field of a form, with its label, help and errors."""
    return {"field": field, "widget": faces.with_choices_marked(str(field))}


@register.inclusion_tag("design/parts/notice.html")
def notice(text: Any, kind: str = "note", basis: Any = None, remedy: Any = "") -> dict[str, Any]:
    """Show a word from the office: `kind` is note, done, warning or refusal."""
    return {"text": text, "kind": kind, "basis": basis, "remedy": remedy}


@register.inclusion_tag("design/parts/notice.html")
def refusal(refused: Refused, basis: Any = None) -> dict[str, Any]:
    """Show a refusal beside the act that it prevents, with its article or else the act's own."""
    return notice(refused.reason, "refusal", refused.basis or basis, refused.remedy)


def _is_code(value: Any) -> bool:
    """Say whether a row begins with a number or a code, which is not broken over lines."""
    text = str(value.value if isinstance(value, Cell) else value)
    return len(text) <= LONGEST_CODE and text.isascii()


def _with_page(filters: QueryDict, number: int) -> str:
    filters["page"] = str(number)
    return f"?{filters.urlencode()}"


def _faults(form: BaseForm) -> list[tuple[str, str]]:
    """Pairs of an anchor and an error: those of the whole form first."""
    found = [("", str(error)) for error in form.non_field_errors()]
    for field in form.visible_fields():
        anchor = f"{field.auto_id}_field" if field.use_fieldset else field.id_for_label
        for error in field.errors:
            said_so = _("%(label)s: %(error)s") % {"label": field.label, "error": error}
            found.append((anchor, said_so))
    for field in form.hidden_fields():
        found += [("", str(error)) for error in field.errors]
    return found


def _cell(cell: Cell) -> SafeString:
    value = faces.shown(cell.value)
    if cell.state:
        value = _rendered("state", state(cell.state, value if cell.value else ""))
    if cell.evidence and cell.url:
        value = _rendered("open_number", open_number(cell.value, cell.url))
    elif cell.url:
        value = format_html('<a href="{}">{}</a>', cell.url, value)
    if cell.note:
        value = format_html('{} <span class="aside-note">{}</span>', value, faces.shown(cell.note))
    return value


def _rendered(part: str, context: dict[str, Any]) -> SafeString:
    return render_to_string(f"design/parts/{part}.html", context)
