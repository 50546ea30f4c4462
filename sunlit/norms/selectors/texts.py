"""Readings of what a document said on a day, what acted on it, and what is due before it ends."""

from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from django.db.models import Max, QuerySet

from sunlit.design.markup import visible_text
from sunlit.disclosure.selectors import versions_told
from sunlit.norms.models import (
    EvaluationOutcome,
    NormativeDocument,
    NormEvaluation,
    NormRelation,
    NormText,
    RelationKind,
)
from sunlit.norms.selectors.library import in_force, term
from sunlit.organization.models import Agency
from sunlit.organization.rules.provincial import EVALUATION


@dataclass(frozen=True, kw_only=True)
class ToldText:
    """A text as the public is told of it: until when it held, and whether it may be read."""

    text: NormText
    until: date | None
    is_readable: bool


def texts_of(document: NormativeDocument) -> QuerySet[NormText]:
    """Return the texts of a document, the first one first."""
    return document.texts.select_related("item__agency", "amended_by").order_by("number")


def text_on(document: NormativeDocument, day: date) -> NormText | None:
    """Return what a document said on a day; before its first text, None."""
    return texts_of(document).filter(valid_from__lte=day).order_by("-valid_from").first()


def texts_told(document: NormativeDocument) -> list[ToldText]:
    """Return the texts, each with the day from which the next one holds instead."""
    texts = list(texts_of(document))
    nexts = [one.valid_from for one in texts[1:]]
    return [
        ToldText(text=one, until=until, is_readable=_is_readable(one))
        for one, until in zip_longest(texts, nexts)
    ]


def _is_readable(text: NormText) -> bool:
    """Say whether the item still shows this text, or shows it as an earlier version."""
    if not text.item.is_public:
        return False
    said = visible_text(text.body)
    told = versions_told(text.item)
    return any(one.is_readable and visible_text(one.version.body) == said for one in told)


def done_to(document: NormativeDocument) -> QuerySet[NormRelation]:
    """Return what other documents do to a document, the earliest first."""
    return document.acted_on_by.select_related("actor").order_by("since", "pk")


def done_by(document: NormativeDocument) -> QuerySet[NormRelation]:
    """Return what a document does to others, the earliest first."""
    return document.acts_on.select_related("target").order_by("since", "pk")


def replacement(document: NormativeDocument) -> NormativeDocument | None:
    """Return the document that took the place of another; None where none is entered."""
    found = done_to(document).filter(kind=RelationKind.REPLACES).first()
    return found.actor if found else None


def replaced(document: NormativeDocument) -> list[NormativeDocument]:
    """Return the documents whose place a document took, the earliest first."""
    found = done_by(document).filter(kind=RelationKind.REPLACES)
    return [one.target for one in found.order_by("target__issued_on", "target__code")]


def amended_since(agency: Agency, *, on: date) -> dict[int, date]:
    """Return since when each document that was amended by a day says what it says, by key."""
    amended = NormText.objects.filter(
        document__agency=agency, valid_from__lte=on, amended_by__isnull=False
    )
    rows = amended.order_by("document").values_list("document").annotate(Max("valid_from"))
    return dict(rows)


def latest_evaluation(document: NormativeDocument) -> NormEvaluation | None:
    """Return how a document was last evaluated."""
    known = sorted(document.evaluations.all(), key=lambda one: (one.evaluated_on, one.pk))
    return known[-1] if known else None


def evaluation_from(document: NormativeDocument) -> date | None:
    """Return from when on a document is evaluated; None where no end or no rule was set."""
    if document.valid_until is None:
        return None
    found = term(document.agency_id, EVALUATION, start=document.valid_until)
    return found.until if found else None


def ending(agency: Agency, *, on: date) -> QuerySet[NormativeDocument]:
    """Return the documents in force that end and have no successor; what ends first comes first."""
    documents = in_force(agency, on=on).filter(valid_until__isnull=False)
    left = documents.exclude(acted_on_by__kind=RelationKind.REPLACES)
    return left.order_by("valid_until", "code").prefetch_related("evaluations")


def is_to_be_evaluated(document: NormativeDocument, *, on: date) -> bool:
    """Say whether the months before its end have begun and nobody has evaluated a document."""
    since = evaluation_from(document)
    return since is not None and since <= on and latest_evaluation(document) is None


def is_to_be_renewed(document: NormativeDocument) -> bool:
    """Say whether the last evaluation advises to renew a document."""
    last = latest_evaluation(document)
    return last is not None and last.outcome == EvaluationOutcome.RENEW
