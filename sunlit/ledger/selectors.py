"""Readings of the ledger: a record's history, its latest leaf."""

from collections.abc import Iterable, Sequence

from django.db.models import Max, Model, Q, QuerySet

from sunlit.ledger.models import Entry

CHUNK = 900  # below the number of variables that SQLite takes in one query


def history(record: Model, *others: Model) -> QuerySet[Entry]:
    """Return all that the ledger says about a record, first act first.

    `others` are records whose acts belong to its story, such as the review of an item.
    """
    about = Q()
    for one in (record, *others):
        about |= Q(about_kind=one._meta.label_lower, about_id=one.pk)
    entries = Entry.objects.filter(about)
    return entries.select_related("by", "leaf").order_by("day", "id")


def latest_leaves(kind: str, ids: Iterable[int]) -> dict[int, str]:
    """Return the leaf hash of the latest entry about each record of one kind."""
    wanted: Sequence[int] = sorted(ids)
    leaves: dict[int, str] = {}
    for start in range(0, len(wanted), CHUNK):
        some = wanted[start : start + CHUNK]
        last = (
            Entry.objects.filter(about_kind=kind, about_id__in=some)
            .values("about_id")
            .annotate(last=Max("id"))
            .order_by()
            .values("last")
        )
        leaves.update(
            Entry.objects.filter(pk__in=last).values_list("about_id", "leaf_hash").order_by("id")
        )
    return leaves
