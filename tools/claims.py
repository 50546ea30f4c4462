"""The table of the sample year's claims, as `docs/reference/claims-2012.md` has it.

`python -m tools.claims` writes it: the sample year is loaded into a database of its own, and each
claim is held against the records.
"""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sunlit.assessment.claims import ClaimTable
    from sunlit.assessment.rules import Finding, Judgement

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "reference" / "claims-2012.md"
SAMPLE = ROOT / "sample" / "bureau-2012"
HEAD = """\
# The claims of the sample year

Written by `python -m tools.claims` from `data/reports/claims/bureau-2012.yaml` and the records of
`sample/bureau-2012`; a test says when it is stale. The form is described in
[claims](claims-format.md). Every figure opens at `/assessment/2012/figures/FIGURE/`.
"""


def page(table: "ClaimTable") -> str:
    """Return the table of all claims, each with its proof and how it stands."""
    return "\n".join([HEAD, *_summary(table), *_sections(table)]) + "\n"


def _summary(table: "ClaimTable") -> Iterator[str]:
    states = [one.state.value for one in table.judgements.values()]
    counted = {state: states.count(state) for state in dict.fromkeys(states)}
    told = ", ".join(f"{number} {state.replace('_', ' ')}" for state, number in counted.items())
    yield f"{len(states)} claims: {told}."


def _sections(table: "ClaimTable") -> Iterator[str]:
    for section in table.scheme.sections:
        yield f"\n## {section.heading['zh-hans']} ({section.heading['en']})\n"
        yield "| No. | Claim | In English | The records | Stands |"
        yield "| --- | --- | --- | --- | --- |"
        for judgement in table.of_section(section):
            yield _row(judgement)


def _row(judgement: "Judgement") -> str:
    claim = judgement.claim
    proof = "<br>".join(_finding(one) for one in judgement.findings) or "no record can prove this"
    if claim.beyond:
        proof += f"<br>{claim.beyond['en']}"
    cells = (claim.id, claim.says["zh-hans"], claim.says["en"], proof, judgement.state.value)
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"


def _finding(finding: "Finding") -> str:
    condition = finding.condition
    found = "not kept" if finding.found is None else finding.found
    return f"`{condition.figure}` {condition.relation.value} `{condition.wanted}`: {found}"


def main() -> None:
    """Write the page."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SUNLIT_DATA"] = folder
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
        PAGE.write_text(page(_table()), encoding="utf-8")


def _table() -> "ClaimTable":
    import django  # noqa: PLC0415  (only now the installation has its folder)

    django.setup()
    from datetime import date  # noqa: PLC0415

    from django.core.management import call_command  # noqa: PLC0415

    from sunlit.assessment.claims import judged, scheme_of  # noqa: PLC0415
    from sunlit.exchange.services import load_year  # noqa: PLC0415
    from sunlit.organization.models import Agency  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    load_year(SAMPLE, today=date(2012, 12, 31))
    agency = Agency.objects.get()
    scheme = scheme_of(agency, 2012)
    if scheme is None:
        raise SystemExit("There are no claims about 2012.")
    return judged(agency, 2012, scheme)


if __name__ == "__main__":
    main()
