"""`sunlit claims`: every claim of a year's self-assessment, held against the records."""

import json
from typing import Any

import click
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sunlit.assessment.claims import ClaimTable, digest, judged, said, scheme_of
from sunlit.assessment.rules import Finding, Judgement, State
from sunlit.cli.agencies import agency_with_records
from sunlit.cli.starting import starts_installation
from sunlit.kernel.refusals import Missing
from sunlit.organization.belonging import FIRST_YEAR, LAST_YEAR
from sunlit.organization.models import Agency


@click.command("claims")
@click.option("--year", type=click.IntRange(FIRST_YEAR, LAST_YEAR), required=True, help="The year.")
@click.option("--agency", "code", default="", help="The agency's code, if there are several.")
@click.option("--json", "as_json", is_flag=True, help="Tell the outcome as JSON.")
@starts_installation
def command(year: int, code: str, as_json: bool) -> None:  # noqa: FBT001
    """Say of every claim of a year whether the records prove it. Exits 1 if one is not proven."""
    agency = agency_with_records(code, year)
    scheme = scheme_of(agency, year)
    if scheme is None:
        raise Missing(
            _("Nobody has written down what the self-assessment of %(year)d claims.")
            % {"year": year},
            remedy=_("Put a file with the claims into the folder claims of the installation."),
        )
    table = judged(agency, year, scheme)
    if as_json:
        click.echo(json.dumps(_described(table, agency), ensure_ascii=False, indent=2))
    else:
        _tell(table)
    if len(table.in_state(State.PROVEN)) < len(table.judgements):
        raise SystemExit(1)


def _described(table: ClaimTable, agency: Agency) -> dict[str, Any]:
    year = table.scheme.year
    return {
        "agency": agency.name,
        "year": year,
        "total": len(table.judgements),
        "states": {state.value: len(table.in_state(state)) for state in State},
        "claims": [
            {
                "id": judgement.claim.id,
                "section": section.id,
                "says": dict(judgement.claim.says),
                "state": judgement.state.value,
                "proof": [_finding(one) for one in judgement.findings],
                "told": list(judgement.claim.told),
                "beyond": dict(judgement.claim.beyond or {}),
                "digest": digest(judgement, agency, year),
            }
            for section in table.scheme.sections
            for judgement in table.of_section(section)
        ],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "figure": str(finding.condition.figure),
        "relation": finding.condition.relation.value,
        "claimed": finding.wanted,
        "found": finding.found,
        "holds": finding.holds,
    }


def _tell(table: ClaimTable) -> None:
    language = "zh-hans" if (get_language() or "").startswith("zh") else "en"
    marks = {State.PROVEN: "✓", State.NOT_PROVEN: "✗", State.NOT_MEASURABLE: "?"}
    for judgement in table.judgements.values():
        claim = judgement.claim
        click.echo(f"{marks[judgement.state]} {claim.id} {claim.says[language]}")
        for reason in _reasons(judgement):
            click.echo(f"    {reason}")
    proven = len(table.in_state(State.PROVEN))
    click.echo(
        _("%(proven)d of %(all)d claims are proven by the records.")
        % {"proven": proven, "all": len(table.judgements)}
    )


def _reasons(judgement: Judgement) -> list[str]:
    return [
        _("%(figure)s: claimed %(relation)s %(claimed)s, found %(found)s")
        % {
            "figure": " · ".join(str(word) for word in said(finding.condition.figure)),
            "relation": finding.condition.relation.value,
            "claimed": "?" if finding.wanted is None else finding.wanted,
            "found": "?" if finding.found is None else finding.found,
        }
        for finding in judgement.findings
        if not finding.holds
    ]
