"""That a file and the act that it contests name each other: one side is stored, both checked."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from sunlit.intake.folder import Folder
from sunlit.intake.rows import Code, Listed, Row

PENALTIES, REQUESTS = "penalty_cases.csv", "foi_requests.csv"
NOTES = {"penalty": ("penalty_review", PENALTIES), "foi_request": ("foi_review", REQUESTS)}
"""For each kind of act: the shelf with the files that it names, and where its rows stand."""


class _Penalty(Row):
    """What a penalty's row says of the files that contest it."""

    case_id: Code
    review_case: Listed = ()


class _Request(Row):
    """What a request's row says of the files that contest its reply."""

    foi_id: Code
    review_case: Listed = ()


def check(folder: Folder, rows: Mapping[str, Row], originals: Mapping[str, str]) -> None:
    """Say where a file and the contested act of the folder do not name each other.

    `rows` gives where each file stands, `originals` the act that it contests.
    """
    notes = {kind: _notes(folder, kind) for kind in NOTES}
    told = set()
    for number, original in originals.items():
        for kind, said in notes.items():
            if original in folder.shelf(kind) and number not in said.get(original, ()):
                reason = _("%(original)s does not name this file.")
                folder.fault(rows[number], "original", reason % {"original": original})
                told.add(number)
    for kind, said in notes.items():
        wrong = {
            original
            for original, numbers in said.items()
            for number in numbers
            if number not in told and originals.get(number) != original
        }
        if wrong:
            _tell(folder, kind, wrong, originals)


def _notes(folder: Folder, kind: str) -> Mapping[str, tuple[str, ...]]:
    """Return the files that each act of this kind names."""
    shelf: Mapping[str, str | Iterable[str]] = folder.shelf(NOTES[kind][0])
    return {
        act: (numbers,) if isinstance(numbers, str) else tuple(numbers)
        for act, numbers in shelf.items()
    }


def _tell(folder: Folder, kind: str, wrong: set[str], originals: Mapping[str, str]) -> None:
    for act, row, numbers in _rows(folder, kind):
        for number in numbers if act in wrong else ():
            if number not in originals:
                reason = _("There is no record %(code)s to refer to.")
                folder.fault(row, "review_case", reason % {"code": number})
            elif originals[number] != act:
                reason = _("%(number)s contests another act: %(original)s.")
                values = {"number": number, "original": originals[number]}
                folder.fault(row, "review_case", reason % values)


def _rows(folder: Folder, kind: str) -> Iterable[tuple[str, Row, tuple[str, ...]]]:
    file = NOTES[kind][1]
    if kind == "penalty":
        for penalty in folder.table(file, _Penalty):
            yield penalty.case_id, penalty, penalty.review_case
    else:
        for request in folder.table(file, _Request):
            yield request.foi_id, request, request.review_case
