"""Readings of letters: which are written, which are due, and what a letter would say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from sunlit.approvals.letters.kinds import NATURES, Kind
from sunlit.approvals.letters.templates import Template, obligatory, shipped
from sunlit.approvals.letters.values import Case, decision_of, values_of
from sunlit.approvals.letters.words import Words, composed
from sunlit.approvals.models import (
    CoercionCase,
    Letter,
    LetterTemplate,
    LicenceCase,
    PenaltyCase,
    ReviewBodies,
)
from sunlit.kernel.refusals import Unacceptable
from sunlit.kernel.wording import Wording
from sunlit.organization.models import Agency

WITH_LETTERS = ("licence-cases", "penalty-cases", "coercion-cases")
"""The registers of the cases in which letters are written."""
CASES = ("licence_case", "penalty_case", "coercion_case")
"""The fields of a letter that name its case: one of them does."""
FOR_THE_PARTY = tuple(kind for kind, nature in NATURES.items() if nature.to_party)


@dataclass(frozen=True)
class Draft:
    """A letter as it would be written on a day."""

    kind: Kind
    number: str
    template: Template
    dated_on: date
    words: Words


def letters(agency: Agency) -> QuerySet[Letter]:
    """Return all letters of an agency, the latest first."""
    found = Letter.objects.filter(agency=agency).select_related(*CASES)
    return found.order_by("-written_on", "-id")


def letters_of(case: Case) -> QuerySet[Letter]:
    """Return the letters of a case, in the order in which they were written."""
    return case.letters.order_by("written_on", "id")


def letters_for_applicant(case: Case) -> QuerySet[Letter]:
    """Return the letters of a case that go to its applicant or party: no paper of the file."""
    return letters_of(case).filter(kind__in=FOR_THE_PARTY)


def kinds_of(case: Case) -> Sequence[Kind]:
    """Return the kinds of letters that a case of this sort can have."""
    match case:
        case LicenceCase():
            return [kind for kind in Kind if kind.is_of_licence]
        case CoercionCase():
            return [kind for kind in Kind if kind.is_of_coercion]
        case PenaltyCase():
            return [kind for kind in Kind if not (kind.is_of_licence or kind.is_of_coercion)]


def template_in_force(agency_id: int, kind: Kind, *, on: date) -> Template:
    """Return the wording of a kind on a day: the agency's own, else the one that is shipped."""
    own = LetterTemplate.objects.filter(agency_id=agency_id, kind=kind, since__lte=on)
    latest = own.order_by("-since").first()
    if latest is None:
        return shipped(kind, on)
    return Template(kind, latest.title, latest.text, f"own {latest.version}", latest.since)


def draft(case: Case, kind: Kind, typed: Mapping[str, object], *, on: date) -> Draft:
    """Return a letter as it would be written; a decision bears its own day and number.

    Raises Unacceptable, with the article, where an obligatory part would be missing.
    """
    decides = NATURES[kind].decides
    decided_on, document_number = decision_of(case, kind)
    dated = (decided_on if decides else None) or on
    number = document_number if decides else ""
    number = number or f"{case.number}-{letters_of(case).count() + 1:02}"
    if Letter.objects.filter(agency_id=case.agency_id, kind=kind, number=number).exists():
        raise Unacceptable(
            Wording(
                f"文号“{number}”已用于另一份同类文书。",
                f"Another letter of this kind has the number “{number}”.",
            ),
            remedy=Wording("请更正案件的文号。", "Correct the document number of the case."),
        )
    template = template_in_force(case.agency_id, kind, on=dated)
    values = values_of(case, kind, typed, number=number, on=dated)
    words = composed(template, values, obligatory(kind, dated), on=dated)
    return Draft(kind, number, template, dated, words)


def templates_set(agency: Agency) -> QuerySet[LetterTemplate]:
    """Return the wordings that an agency has set, the latest of each kind first."""
    return (
        LetterTemplate.objects.filter(agency=agency)
        .select_related("agency")
        .order_by("kind", "-version")
    )


def bodies_named(agency: Agency) -> QuerySet[ReviewBodies]:
    """Return whom the agency has named as reviewers, the latest first."""
    return ReviewBodies.objects.filter(agency=agency).select_related("agency").order_by("-since")


def case_named(agency: Agency, register: str, pk: int) -> Case | None:
    """Return a case by the register that keeps it; None for no such case of the agency."""
    found: QuerySet[LicenceCase] | QuerySet[PenaltyCase] | QuerySet[CoercionCase]
    if register == "licence-cases":
        found = LicenceCase.objects.filter(agency=agency).select_related("agency", "power")
    elif register == "coercion-cases":
        found = CoercionCase.objects.filter(agency=agency).select_related(
            "agency", "power", "office", "penalty"
        )
    else:
        found = PenaltyCase.objects.filter(agency=agency).select_related(
            "agency", "power", "office"
        )
    return found.filter(pk=pk).first()
