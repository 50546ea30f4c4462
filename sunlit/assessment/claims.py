"""Readings of claims: what the agency says of its year, held against the records."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from sunlit.assessment import rules
from sunlit.assessment.rules import BadScheme, ClaimScheme, Judgement
from sunlit.kernel.canonical import canonical_json
from sunlit.kernel.refusals import Missing, Unacceptable
from sunlit.measures.registry import all_measures
from sunlit.measures.rules import Reference
from sunlit.measures.selectors import measure, number
from sunlit.organization.models import Agency

_SHIPPED = Path(__file__).resolve().parents[2] / "data" / "reports" / "claims"


@dataclass(frozen=True, kw_only=True)
class ClaimTable:
    """Every claim of a year, judged."""

    scheme: ClaimScheme
    judgements: Mapping[str, Judgement]

    def in_state(self, state: rules.State) -> list[Judgement]:
        """Return the claims that stand so, in order."""
        return [one for one in self.judgements.values() if one.state == state]

    def of_section(self, section: rules.ClaimSection) -> Iterator[Judgement]:
        """Yield the claims of one part of the report, in order."""
        for claim in section.claims:
            yield self.judgements[claim.id]


def scheme_of(agency: Agency, year: int) -> ClaimScheme | None:
    """Return the claims of an agency about a year; None if nobody has written any down.

    The installation's own folder comes before what is shipped. Raises `Unacceptable` for a file
    of the agency and the year that cannot be used, saying why.
    """
    for folder in (settings.DATA_DIR / "claims", _SHIPPED):
        for path in sorted(folder.glob("*.yaml")):
            scheme = _read(path, path.stat().st_mtime_ns)
            if scheme.year == year and scheme.agency in ("", agency.code):
                return scheme
    return None


def judged(agency: Agency, year: int, scheme: ClaimScheme) -> ClaimTable:
    """Hold all claims of a scheme against the records of a year."""
    numbers = {str(named): _number(named, agency, year) for named in scheme.figures()}
    return ClaimTable(
        scheme=scheme,
        judgements={claim.id: rules.judge(claim, numbers) for claim in scheme.claims()},
    )


def digest(judgement: Judgement, agency: Agency, year: int) -> str:
    """SHA-256, in hex, over the digests of the figures that a claim rests on, by their names."""
    figures = {str(one): one for condition in judgement.claim.proof for one in condition.figures()}
    sealed = {
        name: measure(figure.code, agency, year, figure.part).digest
        for name, figure in figures.items()
        if figure.code in all_measures() and all_measures()[figure.code].knows(figure)
    }
    return hashlib.sha256(canonical_json(sealed)).hexdigest()


def said(named: Reference) -> tuple[str | Promise, ...]:
    """Return a figure in words: its label, what it is narrowed to, the amount that is summed."""
    found = all_measures().get(named.code)
    if found is None or not found.knows(named):
        return (str(named),)
    amount = (found.amounts[named.amount].label,) if named.amount else ()
    part = tuple(found.parts[name].said(value) for name, value in named.part.items())
    return (found.label, *part, *amount)


def _number(named: Reference, agency: Agency, year: int) -> int | None:
    try:
        return number(named, agency, year)
    except Missing:
        return None


@cache
def _read(path: Path, _changed: int) -> ClaimScheme:
    try:
        return rules.read_scheme(yaml.safe_load(path.read_text(encoding="utf-8")))
    except (BadScheme, yaml.YAMLError, UnicodeDecodeError) as error:
        raise Unacceptable(
            _("The claims in %(file)s cannot be used: %(error)s.")
            % {"file": path.name, "error": error},
            remedy=_("Mend the file; its form is described in the reference."),
        ) from None
