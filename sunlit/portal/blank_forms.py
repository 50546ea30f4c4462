"""The application form of a power, to be filled in by hand, and the files of its materials."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext_lazy

from sunlit.files.docx import write_docx
from sunlit.files.paper import Block, Heading, Paper, Paragraph, Signature, Span, Table
from sunlit.files.pdf import write_pdf
from sunlit.powers.models import Material, MaterialForm, Power
from sunlit.powers.selectors import materials_of, sheets_of

FORM = Path(__file__).resolve().parents[2] / "data" / "forms" / "application.yaml"
LANGUAGE = "zh-hans"  # a form speaks the language of the record
KINDS = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}


@dataclass(frozen=True)
class SheetShown:
    """A file that is handed out for a material: what it is, where, and how big (0: unknown)."""

    label: object
    url: str
    kind: object
    size: int = 0


@dataclass(frozen=True)
class MaterialShown:
    """A material with the files that help to make it."""

    material: Material
    sheets: tuple[SheetShown, ...]


def materials_shown(power: Power) -> list[MaterialShown]:
    """Return the materials of a power, each with its blank form and its sample.

    The form to be filled in is the agency's own; where it handed in none, the first such material
    has the one that is made of the entry.
    """
    handed_in: dict[str, list[SheetShown]] = {}
    blanks = set()
    for one in sheets_of(power).order_by("material", "kind"):
        url = reverse("portal:power-sheet", args=[power.code, one.digest, one.name])
        ending = one.name.rpartition(".")[2].upper()
        shown = SheetShown(one.get_kind_display(), url, ending, one.size)
        handed_in.setdefault(one.material, []).append(shown)
        if one.kind == "blank":
            blanks.add(one.material)
    found = []
    made = False
    for material in materials_of(power):
        sheets = list(handed_in.get(material.name, ()))
        if material.form == MaterialForm.FILLED_IN and not made:
            made = True
            if material.name not in blanks:
                sheets = [*made_sheets(power), *sheets]
        found.append(MaterialShown(material, tuple(sheets)))
    return found


def asks_for_form(power: Power) -> bool:
    """Say whether an application for a power needs a form that is filled in."""
    return materials_of(power).filter(form=MaterialForm.FILLED_IN).exists()


def made_sheets(power: Power) -> list[SheetShown]:
    """Return the application form that is made of the entry, in each format."""
    label = pgettext_lazy("sheet", "blank form")
    return [
        SheetShown(label, reverse("portal:application-form", args=[power.code, ending]), name)
        for ending, name in (("docx", _("Word")), ("pdf", _("PDF")))
    ]


def form_of(power: Power, ending: str, *, on: date) -> tuple[str, str, bytes]:
    """Return the application form of a power: its name, media type and bytes, docx or pdf."""
    paper = paper_of(power, on=on)
    content = write_docx(paper) if ending == "docx" else write_pdf(paper)
    return f"{paper.title}.{ending}", KINDS[ending], content


def paper_of(power: Power, *, on: date) -> Paper:
    """Return the application form of a power, made of its entry and its guide."""
    with override(LANGUAGE):
        return Paper(
            title=_words()["title"].format(power=power.name),
            agency=power.agency.name,
            number=power.code,
            day=on,
            language=LANGUAGE,
            blocks=tuple(_blocks(power)),
            letter=True,
        )


@lru_cache(maxsize=1)
def _words() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(FORM.read_text(encoding="utf-8"))
    return found


def _blocks(power: Power) -> Iterator[Block]:
    words = _words()
    known = {"power": power.name, "code": power.code}
    yield Paragraph((Span(words["before"]),))
    for part in words["parts"]:
        yield Heading(1, part["heading"])
        yield _table([(label, value.format(**known)) for label, value in part["rows"]])
    yield Heading(1, words["materials"])
    yield Table(
        "",
        tuple(words["material_columns"]),
        tuple(
            (
                str(one.position),
                one.name if one.is_required else f"{one.name}{words['optional']}",
                str(one.get_form_display()),
                words["box"],
            )
            for one in materials_of(power)
        ),
        widths=(1, 6, 2, 2),
    )
    yield Heading(1, words["declaration"])
    yield Paragraph((Span(words["declares"]),))
    yield Signature(tuple(words["sign"]))
    yield Heading(1, words["office"])
    yield _table(words["office_rows"])
    yield Paragraph((Span(_note(power, words)),), note=True)


def _table(rows: list[Any]) -> Table:
    return Table(
        "", ("项目", "内容"), tuple((label, value) for label, value in rows), widths=(2, 5)
    )


def _note(power: Power, words: dict[str, Any]) -> str:
    def part(name: str, value: str) -> str:
        return str(words[name]).format(value=value) if value else ""

    return str(words["note"]).format(
        basis=power.legal_basis.strip().rstrip("。"),
        agency=power.agency.name,
        place=part("place", power.place),
        hours=part("hours", power.office_hours),
        phone=part("phone", power.consulting_phone),
    )
