"""The self-assessment as files: one text and one list of evidence, in four formats."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from sunlit.assessment.drawings import Drawn, placed
from sunlit.assessment.rules import PrintedParagraph, Unproven
from sunlit.assessment.selectors import Evidence, Figure, SelfAssessment
from sunlit.design.charts import Chart, drawn, tabulated
from sunlit.design.charts import described as in_words
from sunlit.design.charts.canvas import Frame
from sunlit.design.faces import html_language
from sunlit.design.pieces import Cell as Value
from sunlit.files.docx import write_docx
from sunlit.files.html import write_html
from sunlit.files.paper import (
    Block,
    Bullets,
    Cell,
    Contents,
    Drawing,
    Heading,
    PageBreak,
    Paper,
    Paragraph,
    Signature,
    Span,
    Table,
    day_in_words,
)
from sunlit.files.pdf import write_pdf

ON_PAPER = 640
"""The width in pixels for which charts are drawn on paper."""


def write_files(assessment: SelfAssessment, folder: Path) -> tuple[Path, ...]:
    """Write the four files into the folder, which is made if need be; return their paths.

    Each is written beside its place first, so that no reader ever finds half a file.
    """
    folder.mkdir(parents=True, exist_ok=True)
    brief = paper(assessment, facts=False)
    contents = {
        "html": write_html(paper(assessment, facts=True)),
        "docx": write_docx(brief),
        "pdf": write_pdf(brief),
        "json": write_json(assessment),
    }
    drafts = {}
    for ending, content in contents.items():
        path = folder / f"self-assessment-{assessment.year}.{ending}"
        drafts[path] = path.with_name(f".{path.name}.part")
        _write_through(drafts[path], content)
    for path, draft in drafts.items():
        draft.replace(path)
    return tuple(drafts)


def _write_through(path: Path, content: bytes) -> None:
    """Write a file and see it on the disk."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def write_json(assessment: SelfAssessment) -> bytes:
    """Return the self-assessment as JSON, in the published shape."""
    written = json.dumps(described(assessment), ensure_ascii=False, indent=2)
    return (written + "\n").encode("utf-8")


def described(assessment: SelfAssessment) -> dict[str, Any]:
    """Return the self-assessment as plain data: `value` is the number of `records`."""
    return {
        "agency": assessment.agency,
        "year": assessment.year,
        "generated_on": assessment.on.isoformat(),
        "language": assessment.language,
        "title": assessment.report.title,
        "figures": {
            code: {
                "value": figure.value,
                "label": figure.label,
                "records": [record.id for record in figure.records],
                "digest": figure.digest,
            }
            for code, figure in sorted(assessment.figures.items())
        },
        "pictures": {picture.code: _picture(picture) for picture in assessment.pictures},
        "sections": [
            {
                "id": section.id,
                "heading": section.heading,
                "parts": [
                    {
                        "heading": part.heading,
                        "paragraphs": [
                            _paragraph(paragraph, assessment) for paragraph in part.paragraphs
                        ],
                    }
                    for part in section.parts
                ],
            }
            for section in assessment.report.sections
        ],
        "unproven": [_unproven(unproven) for unproven in assessment.report.unproven],
    }


def _picture(picture: Drawn) -> dict[str, Any]:
    return {
        "title": picture.chart.title,
        "counts": picture.counts,
        "groups": [
            {
                "key": group.key,
                "label": group.label,
                "value": len(group.records),
                "records": list(group.records),
            }
            for group in picture.groups
        ],
    }


def _paragraph(paragraph: PrintedParagraph, assessment: SelfAssessment) -> dict[str, Any]:
    return {
        "text": "".join(span.text for span in paragraph.spans),
        "claims": [
            {
                "id": claim.id,
                "figures": list(claim.needs),
                "tells": list(assessment.told.get(claim.id, ())),
            }
            for claim in paragraph.claims
        ],
    }


def _unproven(unproven: Unproven) -> dict[str, Any]:
    return {"id": unproven.claim.id, "lacking": list(unproven.lacking)}


def paper(assessment: SelfAssessment, *, facts: bool) -> Paper:
    """Return the self-assessment as a paper; with `facts`, the evidence in every column."""
    with translation.override(assessment.language):
        return Paper(
            title=assessment.report.title,
            subtitle=assessment.report.subtitle,
            agency=assessment.agency,
            day=assessment.on,
            language=assessment.language,
            blocks=(
                Contents(_("Contents")),
                *_text(assessment),
                *_not_said(assessment),
                Signature((assessment.agency, day_in_words(assessment.on, assessment.language))),
                PageBreak(),
                *_appendix(assessment, facts=facts),
            ),
        )


def _text(assessment: SelfAssessment) -> Iterator[Block]:
    pictures = placed(assessment.report, assessment.pictures)
    for section in assessment.report.sections:
        yield Heading(1, section.heading, f"section-{section.id}")
        for part in section.parts:
            if part.heading:
                yield Heading(2, part.heading)
            for paragraph in part.paragraphs:
                yield Paragraph(
                    tuple(
                        Span(span.text, url=f"#{_anchor(span.code)}", figure=True)
                        if span.code
                        else Span(span.text)
                        for span in paragraph.spans
                    )
                )

        for picture in pictures.get(section.id, ()):
            yield from _shown(picture.chart, assessment.language)


def _not_said(assessment: SelfAssessment) -> Iterator[Block]:
    """Yield what the report does not claim, by the figures that had no record."""
    if unproven := assessment.report.unproven:
        yield Heading(1, _("Not said, because no record proves it"), "unproven")
        yield Bullets(
            tuple(
                (Span(" · ".join(assessment.figures[code].label for code in one.lacking)),)
                for one in unproven
            )
        )


def _shown(chart: Chart, language: str) -> Iterator[Block]:
    """Yield a chart and its table."""
    tag = html_language(language)
    yield Drawing(
        title=f"{chart.title} ({chart.value})",
        words=in_words(chart),
        on_screen=drawn(chart, Frame(language=tag)),
        on_paper=drawn(chart, Frame(ON_PAPER, language=tag)),
    )
    heads, rows = tabulated(chart)
    yield Table(
        caption=_("The same as a table: %(title)s") % {"title": chart.title},
        header=tuple(str(head.label) for head in heads),
        rows=tuple(
            tuple(str(cell.value) if isinstance(cell, Value) else cell for cell in row)
            for row in rows
        ),
        numeric=frozenset(at for at, head in enumerate(heads) if head.number),
        widths=(3, *(1 for _head in heads[1:])),
    )


def _anchor(code: str) -> str:
    return f"figure-{code}"


def _appendix(assessment: SelfAssessment, *, facts: bool) -> Iterator[Block]:
    yield Heading(1, _("Appendix: the records behind the figures"), "appendix")
    yield Paragraph(
        (
            Span(
                _(
                    "Each figure of this report is the length of one of the lists below. The digest"
                    " (SHA-256) is taken over the records and their latest entries in the ledger;"
                    " a later change of any of them gives another digest."
                )
            ),
        )
    )
    if assessment.site:
        yield Paragraph(
            (
                Span(_("The same lists stand on the site:") + " "),
                Span(assessment.site, url=_outside(assessment.site)),
            )
        )
    listed: dict[tuple[Evidence, ...], Figure] = {}
    for section, codes in assessment.report.cited():
        yield Heading(2, section.title)
        for code in codes:
            figure = assessment.figures[code]
            yield Heading(3, f"{figure.label} · {figure.value}", _anchor(code))
            yield Paragraph(tuple(_about(assessment, figure)), note=True)
            same = listed.setdefault(figure.records, figure)
            if same is figure:
                yield _evidence(assessment, figure, facts=facts)
            else:
                yield Paragraph(
                    (
                        Span(_("The records are those listed under:") + " "),
                        Span(same.label, url=f"#{_anchor(same.code)}"),
                    ),
                    note=True,
                )


def _about(assessment: SelfAssessment, figure: Figure) -> Iterator[Span]:
    yield Span(f"{figure.counts} · " if figure.counts else "")
    address = assessment.address(figure)
    yield Span(address, url=_outside(address))
    yield Span(" · " + _("Digest %(digest)s") % {"digest": figure.digest})


def _outside(address: str) -> str | None:
    return address if address.startswith(("http://", "https://")) else None


def _evidence(assessment: SelfAssessment, figure: Figure, *, facts: bool) -> Table:
    count = {"count": figure.value}
    caption = ngettext("%(count)d record", "%(count)d records", figure.value) % count
    labels = tuple(label for label, _value in figure.records[0].facts) if facts else ()
    return Table(
        caption=f"{figure.label} ({caption})" if facts else caption,
        header=(
            pgettext("evidence", "Number"),
            pgettext("evidence", "Title"),
            pgettext("evidence", "Date"),
            *labels,
        ),
        rows=tuple(
            (
                _number(assessment, record),
                record.title or "; ".join(value for _label, value in record.facts if value),
                record.day.isoformat() if record.day else "",
                *(value for _label, value in record.facts if facts),
            )
            for record in figure.records
        ),
        widths=() if facts else (4, 9, 3),
    )


def _number(assessment: SelfAssessment, record: Evidence) -> Cell:
    address = record.url
    if address.startswith("/"):
        address = assessment.site + address
    return Span(record.number, url=_outside(address))
