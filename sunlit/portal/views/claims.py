"""What the self-assessment of a year claims, claim by claim, and what the records say."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy
from django.views.decorators.http import require_safe

from sunlit.assessment.claims import ClaimTable, judged, said, scheme_of
from sunlit.assessment.rules import Finding, Judgement, Relation, State
from sunlit.design import faces, pieces
from sunlit.measures.rules import Reference
from sunlit.organization.selectors import office_day
from sunlit.portal.views.reading import agency_or_404, year_or_404

WORDS = {
    State.PROVEN: pgettext_lazy("claim", "Proven"),
    State.NOT_PROVEN: pgettext_lazy("claim", "Not proven"),
    State.NOT_MEASURABLE: pgettext_lazy("claim", "Not yet measurable"),
}
SHAPES = {
    State.PROVEN: "done",
    State.NOT_PROVEN: "late",
    State.NOT_MEASURABLE: "neutral",
}
COLUMNS = (
    pgettext_lazy("claim", "No."),
    gettext_lazy("The report says"),
    gettext_lazy("The records say"),
    pgettext_lazy("claim", "How it stands"),
)


@require_safe
def claims(request: HttpRequest, year: int) -> HttpResponse:
    """Show every claim of a year with its proof; it can be narrowed to those that stand so."""
    agency = agency_or_404(request)
    year_or_404(agency, year)
    scheme = scheme_of(agency, year)
    table = judged(agency, year, scheme) if scheme else None
    asked = request.GET.get("state", "")
    context = {
        "year": year,
        "today": office_day(),
        "asked": asked if asked in set(State) else "",
        "total": len(table.judgements) if table else 0,
        "states": [(one.value, WORDS[one], len(table.in_state(one))) for one in State]
        if table
        else [],
        "columns": COLUMNS,
        "sections": list(_sections(table, asked)) if table else [],
    }
    return render(request, "portal/claims.html", context)


def _sections(table: ClaimTable, asked: str) -> Iterator[tuple[str, str, list[list[object]]]]:
    language = _language()
    for section in table.scheme.sections:
        rows = [
            _row(one, table.scheme.year, language)
            for one in table.of_section(section)
            if asked not in set(State) or one.state == asked
        ]
        if rows:
            yield section.id, section.heading[language], rows


def _language() -> str:
    return "zh-hans" if faces.html_language() == faces.CHINESE else "en"


def _row(judgement: Judgement, year: int, language: str) -> list[object]:
    claim = judgement.claim
    evidence: list[object] = [_evidence(one, year) for one in judgement.findings]
    if not evidence:
        evidence.append(_("No record can prove this."))
    if claim.beyond:
        evidence.append(pieces.Cell(claim.beyond[language]))
    return [
        claim.id,
        claim.says[language],
        evidence,
        pieces.Cell(WORDS[judgement.state], state=SHAPES[judgement.state]),
    ]


def _evidence(finding: Finding, year: int) -> pieces.Cell:
    """Return what one condition came to: the figure leads to its records."""
    named = finding.condition.figure
    if finding.found is None:
        return pieces.Cell(_("No figure is kept of this: %(figure)s") % {"figure": named})
    words = _("%(figure)s: %(found)d") % {"figure": _worded(named), "found": finding.found}
    return pieces.Cell(_marked(words), url=_address(named, year), note=_marked(_claimed(finding)))


def _claimed(finding: Finding) -> str:
    wanted = finding.condition.wanted
    number = {"number": _("unknown") if finding.wanted is None else finding.wanted}
    if isinstance(wanted, Reference):
        return {
            Relation.EQUAL: _("as many as %(other)s: %(number)s"),
            Relation.AT_LEAST: _("at least as many as %(other)s: %(number)s"),
            Relation.AT_MOST: _("at most as many as %(other)s: %(number)s"),
        }[finding.condition.relation] % (number | {"other": _worded(wanted)})
    if finding.condition.relation == Relation.AT_LEAST and wanted == 1:
        return "" if finding.holds else _("at least one record is needed")
    return {
        Relation.EQUAL: pgettext("claim", "claimed: %(number)s"),
        Relation.AT_LEAST: pgettext("claim", "claimed: at least %(number)s"),
        Relation.AT_MOST: pgettext("claim", "claimed: at most %(number)s"),
    }[finding.condition.relation] % number


def _worded(named: Reference) -> str:
    return " · ".join(faces.said(word) for word in said(named))


def _marked(text: str) -> SafeString:
    return faces.with_names_marked(text)


def _address(named: Reference, year: int) -> str:
    return reverse("portal:assessment", args=[year]) + f"figures/{named.path}"
