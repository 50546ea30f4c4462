"""What the page of a power says beside its short facts: guide, articles, duties, risks, history."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit import statutes
from sunlit.design import pieces
from sunlit.design.faces import day as in_words
from sunlit.kernel.citations import Citation
from sunlit.kernel.refusals import NotYetLaw
from sunlit.portal.blank_forms import MaterialShown, SheetShown
from sunlit.powers.models import (
    ChangeKind,
    Kind,
    LegalBasis,
    Power,
    PowerChange,
    ResponsibilityStage,
    RiskGrade,
    RiskPoint,
)


@dataclass(frozen=True, slots=True)
class Article:
    """An article with its words and where they are from; else the document to read it in."""

    name: str
    text: str
    source: str
    document: str


Table = dict[str, object] | None
GRADES = {RiskGrade.HIGH: "late", RiskGrade.MEDIUM: "at_risk", RiskGrade.LOW: "neutral"}


def guide(power: Power, *, fee: str) -> list[tuple[object, object]]:
    """Return what whoever applies must know beside conditions and materials."""
    online = {True: _("yes"), False: _("no"), None: ""}[power.is_online]
    return [
        (_("Who may apply"), power.who_may_apply),
        (_("Limit of quantity"), power.quantity_limit),
        (pgettext_lazy("guide", "Place"), power.place),
        (_("Office hours"), power.office_hours),
        (_("Phone for questions"), power.consulting_phone),
        (_("Times one must come"), power.visits),
        (_("Can be applied for online"), online),
        (_("Fee"), fee),
        (_("Result"), power.result_document),
        (_("Remedies"), power.remedies),
    ]


def materials(found: Iterable[MaterialShown]) -> Table:
    """Return the table of what must be handed in."""
    columns = [
        pgettext_lazy("material", "Material"),
        pieces.Column(pgettext_lazy("material", "Form"), short=True),
        pieces.Column(pgettext_lazy("material", "Required"), short=True),
        pgettext_lazy("material", "Note"),
    ]
    listed = list(found)
    if has_sheets := any(one.sheets for one in listed):
        columns.append(_("Form and sample"))
    rows: list[list[object]] = []
    for one in listed:
        material = one.material
        rows.append(
            [
                material.name,
                material.get_form_display(),
                _("always") if material.is_required else _("where it applies"),
                material.note,
            ]
        )
        if has_sheets:
            rows[-1].append([_sheet(sheet) for sheet in one.sheets] or None)
    return _table(columns, rows)


def _sheet(one: SheetShown) -> pieces.Cell:
    told = _("%(label)s (%(kind)s)") % {"label": one.label, "kind": one.kind}
    return pieces.Cell(told, url=one.url)


def bases(found: Iterable[LegalBasis], *, ended: bool = False) -> Table:
    """Return the table of the articles that a power rests on, or rested on."""
    columns = [
        _("Instrument"),
        _("Article"),
        pieces.Column(pgettext_lazy("legal basis", "What it does"), short=True),
        pieces.Column(_("Version"), short=True),
        pieces.Column(_("Relied on since"), short=True),
    ]
    if ended:
        columns.append(pieces.Column(_("Until"), short=True))
    rows = []
    for one in found:
        version = in_words(one.version_day) if one.version_day else one.number
        row: list[object] = [
            pieces.Cell(f"《{one.instrument}》", note=one.number if one.version_day else ""),
            one.article,
            one.get_kind_display(),
            version,
            one.since,
        ]
        rows.append([*row, one.until] if ended else row)
    return _table(columns, rows)


def articles(found: Iterable[LegalBasis]) -> list[Article]:
    """Return the articles that a power rests on, with their words where they are kept."""
    return [
        Article(
            str(one),
            one.text,
            one.text_source,
            f"《{one.instrument}》" + (f"({one.number})" if one.number else ""),
        )
        for one in found
    ]


def limit_basis(power: Power, on: date) -> Citation | None:
    """Return the article that sets the statutory limit of a licence."""
    if power.kind != Kind.LICENCE or not power.statutory_days:
        return None
    try:
        return statutes.provision("licence.decide", on=on)
    except NotYetLaw:
        return None


def duties(found: Iterable[ResponsibilityStage]) -> Table:
    """Return the table of what must be done at each stage."""
    columns = [pieces.Column(pgettext_lazy("power", "Stage"), short=True), _("Duty"), _("Basis")]
    return _table(columns, [[one.stage, one.duty, one.basis] for one in found])


def risks(found: Iterable[RiskPoint]) -> Table:
    """Return the table of the risk points with what is done against each."""
    listed = list(found)
    if not any(one.shows_as or one.control for one in listed):
        brief = [pgettext_lazy("power", "Stage"), _("Responsible post")]
        return _table(brief, [[one.stage, one.post] for one in listed])
    columns = [
        pgettext_lazy("power", "Stage"),
        _("How it shows"),
        pieces.Column(pgettext_lazy("risk", "Grade"), short=True),
        _("What is done against it"),
        _("Responsible post"),
    ]
    return _table(columns, [
        [one.stage, one.shows_as, _grade(one), one.control, one.post] for one in listed
    ])  # fmt: skip


def history(found: Iterable[PowerChange]) -> list[dict[str, object]]:
    """Return what was done to an entry, each with what stood there before."""
    return [
        {
            "on": one.on,
            "what": one.get_kind_display(),
            "reason": one.reason,
            "document": one.document,
            "other": one.other,
            "other_url": _other_url(one),
            "post": one.post,
            "former": _former(one),
        }
        for one in found
    ]


def _other_url(change: PowerChange) -> str:
    if change.kind in (ChangeKind.MERGED, ChangeKind.TAKEN_OVER):
        return reverse("portal:power", args=[change.other])
    return ""


def _former(change: PowerChange) -> list[tuple[object, str, str]]:
    """Return each changed value by its name: what stood there, and what stands there since."""
    told = []
    for name, (before, after) in change.former.items():
        field = Power._meta.get_field(name)
        choices = dict(getattr(field, "choices", None) or ())
        label = getattr(field, "verbose_name", name)
        told.append((label, str(choices.get(before, before)), str(choices.get(after, after))))
    return told


def _grade(risk: RiskPoint) -> object:
    if not risk.grade:
        return ""
    return pieces.Cell(risk.get_grade_display(), state=GRADES[RiskGrade(risk.grade)])


def _table(columns: Sequence[object], rows: Sequence[Sequence[object]]) -> Table:
    return {"columns": columns, "rows": rows} if rows else None
