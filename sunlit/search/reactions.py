"""Keeping the index after the ledger."""

from collections.abc import Sequence

from sunlit.ledger.models import Entry
from sunlit.ledger.registry import Reaction, register
from sunlit.search import rules
from sunlit.search.models import Document
from sunlit.search.registry import Finding, searchables


def index(entries: Sequence[Entry]) -> None:
    """Write anew what is found of the records that the entries are about."""
    touched: dict[str, set[int]] = {}
    for entry in entries:
        touched.setdefault(entry.about_kind, set()).add(entry.about_id)
    for about_kind, ids in touched.items():
        searchable = searchables().get(about_kind)
        if searchable is None:
            continue
        found = searchable.find(ids)
        documents = [
            _document(about_kind, pk, searchable.kind, finding) for pk, finding in found.items()
        ]
        gone = [_record(about_kind, pk) for pk in ids - found.keys()]
        Document.objects.filter(record__in=gone).delete()
        Document.objects.bulk_create(
            documents,
            update_conflicts=True,
            unique_fields=["record"],
            update_fields=["agency_id", "kind", "number", "title", "folded", "url", "day"],
        )


def forget() -> None:
    """Throw the index away."""
    Document.objects.all().delete()


def _record(about_kind: str, pk: int) -> str:
    return f"{about_kind}/{pk}"


def _document(about_kind: str, pk: int, kind: str, finding: Finding) -> Document:
    return Document(
        record=_record(about_kind, pk),
        agency_id=finding.agency_id,
        kind=kind,
        number=finding.number,
        title=finding.title,
        folded=rules.folded(f"{finding.title} {finding.number}"),
        url=finding.url,
        day=finding.day,
    )


register(Reaction(name="search.titles", react=index, forget=forget))
