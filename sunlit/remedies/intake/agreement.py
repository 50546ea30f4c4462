"""That a file and the act that it contests name each other: one side is stored, both checked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from sunlit.approvals.rules import unreturned
from sunlit.intake.folder import Folder
from sunlit.intake.rows import Code, Listed, Row


class _PenaltyRow(Row):
    """What a penalty's row says of the files that contest it."""

    case_id: Code
    review_case: Listed = ()


class _RequestRow(Row):
    """What a request's row says of the files that contest its reply."""

    foi_id: Code
    review_case: Listed = ()


@dataclass(frozen=True)
class Contestable:
    """A kind of act that can be contested: its shelves and its file."""

    kind: str
    notes: str
    """On this shelf: by number, the file or files that an act says contest it."""
    file: str


PENALTIES = Contestable("penalty", "penalty_review", "penalty_cases.csv")
REQUESTS = Contestable("foi_request", "foi_review", "foi_requests.csv")


def check(folder: Folder, rows: Mapping[str, Row], originals: Mapping[str, str]) -> None:
    """Say where a file and the contested act of the folder do not name each other.

    `rows` gives where each file stands, `originals` the act that it contests.
    """
    files = {number: {original} for number, original in originals.items()}
    for acts in (PENALTIES, REQUESTS):
        named = _named(folder, acts)
        told: dict[str, str] = {}
        for act, numbers in named.items():
            for number in numbers:
                if number not in files:
                    told[act] = _("There is no record %(code)s to refer to.") % {"code": number}
        one_sided = _("%(this)s names %(that)s, but %(that)s does not name it.")
        for number, act in unreturned(files, named):
            reason = one_sided % {"this": number, "that": act}
            folder.fault(rows[number], "original", reason)
            if not named[act]:
                told[act] = reason
        for act, number in unreturned(named, files):
            told[act] = one_sided % {"this": act, "that": number}
        if told:
            _tell(folder, acts, told)


def _named(folder: Folder, acts: Contestable) -> Mapping[str, tuple[str, ...]]:
    """Return for each act of the folder the files that it names."""
    notes: Mapping[str, str | tuple[str, ...]] = folder.shelf(acts.notes)
    named = {}
    for act in folder.shelf(acts.kind):
        numbers = notes.get(act, ())
        named[act] = (numbers,) if isinstance(numbers, str) else tuple(numbers)
    return named


def _tell(folder: Folder, acts: Contestable, told: Mapping[str, str]) -> None:
    for act, row in _rows(folder, acts):
        if act in told:
            folder.fault(row, "review_case", told[act])


def _rows(folder: Folder, acts: Contestable) -> Iterator[tuple[str, Row]]:
    if acts is PENALTIES:
        for penalty in folder.table(acts.file, _PenaltyRow):
            yield penalty.case_id, penalty
    else:
        for request in folder.table(acts.file, _RequestRow):
            yield request.foi_id, request
