"""A folder with a year of records, while it is being taken in: rows, references, faults, acts."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Generic, TypeVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from pydantic import ValidationError

from sunlit import statutes
from sunlit.intake.faults import Fault
from sunlit.intake.fitting import misfit
from sunlit.intake.rows import Row
from sunlit.intake.tables import RawDocument, RawRow, Unreadable, read_document, read_table
from sunlit.kernel.citations import Citation
from sunlit.kernel.refusals import NotYetLaw
from sunlit.ledger.events import Event, Proof
from sunlit.ledger.services import Act, record_many
from sunlit.organization.belonging import FIRST_YEAR, LAST_YEAR
from sunlit.organization.models import Agency, Official

R = TypeVar("R", bound=Row)
M = TypeVar("M", bound=models.Model)
Progress = Callable[[str, int], None]

PLAN_FILE = re.compile(r"plan_(\d{4})\.yaml")
BATCH = 500
TOLD_ROWS = 50
TEXT_FILES = frozenset({".csv", ".yaml", ".md"})
SOUGHT = 40  # so many characters of a text are enough to find its place


@dataclass(frozen=True)
class Restated(Generic[M]):
    """A standing register as a year's folder states it."""

    records: Mapping[str, M]
    """All that the folder names, by code, as stored."""
    told: frozenset[str]
    """The codes that are new or that changed: those whose acts are to be entered."""


def no_progress(_file: str, _rows: int) -> None:
    """Tell nobody how far the reading is."""


class Folder:
    """A year of records on its way in.

    Rooms ask it for rows and documents, look references up on its shelf, say what is wrong,
    save records, and enter the acts that the rows prove. After a fault nothing will be stored,
    but reading goes on, so that all faults are told at once.
    """

    def __init__(self, path: Path, *, year: int, progress: Progress = no_progress) -> None:
        self.path = path
        self.year = year
        self.agency = Agency()
        self.by = Official()
        self.faults: list[Fault] = []
        self.warnings: list[Fault] = []
        self.rows_read = 0
        self._progress = progress
        self._shelf: dict[str, dict[str, Any]] = {}
        self._promised: dict[str, set[str]] = {}
        self._written: set[str] = set()  # the keys of all rows, those of wrong ones too
        self._is_gap = False  # a whole file is missing: references to its records lead nowhere
        self._links: dict[str, list[tuple[models.Model, str, Row]]] = {}
        self._acts: list[Act] = []

    # Reading

    def table(self, file: str, row_type: type[R], *, key: str | None = None) -> list[R]:
        """Return the rows of a table that are right in themselves.

        `key` names the column that no two rows may share.
        """
        columns = [name for name, info in row_type.model_fields.items() if info.is_required()]
        rows: list[R] = []
        seen: dict[str, int] = {}
        try:
            for raw in read_table(self.path / file, columns):
                self._tell(file)
                if isinstance(raw, Fault):
                    self.faults.append(raw)
                    continue
                if key:
                    self._written.add(raw.cells.get(key, "").strip())
                if not (key and self._stands_twice(file, raw, key, seen)):
                    rows.extend(self._row(file, raw, row_type))
        except Unreadable as error:
            self._is_gap = True
            self.faults.append(error.fault)
        return rows

    def document(self, file: str, row_type: type[R]) -> R | None:
        """Return a document as its type says, each part knowing its line; None if it is wrong."""
        self._is_gap, was_gap = True, self._is_gap  # until the document proves to be right
        try:
            raw = read_document(self.path / file)
        except Unreadable as error:
            self.faults.append(error.fault)
            return None
        self._tell(file)
        if not isinstance(raw.values, dict):
            self.faults.append(Fault(file, 1, "", _("The document must be a list of names.")))
            return None
        try:
            row = row_type.model_validate(raw.values)
        except ValidationError as error:
            for part in error.errors():
                place = part["loc"]
                line = raw.line(place)
                self.faults.append(Fault(file, line, _column(place), _reason(part)))
            return None
        self._is_gap = was_gap
        _place_parts(row, file, raw, ())
        return row

    # Saying what is wrong

    def fault(self, row: Row, column: str, reason: str) -> None:
        """Say that a row cannot be taken in."""
        self.faults.append(Fault(row.file, row.line, column, reason))

    def fault_twice(self, row: Row, column: str, code: str) -> None:
        """Say that a part of a document has the code of an earlier one."""
        self.fault(row, column, _("%(code)s stands twice.") % {"code": code})

    def warn(self, row: Row, column: str, reason: str) -> None:
        """Say that a row is odd, though it is taken in."""
        self.warnings.append(Fault(row.file, row.line, column, reason))

    def in_order(self, row: Row, *columns: str) -> None:
        """Say so where a later step has an earlier day: a date before its cause.

        Columns are named in the order of the steps; absent days are passed over.
        """
        cause, caused_on = "", date.min
        for column in columns:
            value = getattr(row, column)
            if value is None:
                continue
            day = timezone.localtime(value).date() if isinstance(value, datetime) else value
            if day < caused_on:
                reason = _("%(day)s is before its cause: %(cause)s is %(earlier)s.")
                self.fault(row, column, reason % {"day": day, "cause": cause, "earlier": caused_on})
            else:
                cause, caused_on = column, day

    # References

    def shelve(self, kind: str, records: Mapping[str, Any]) -> None:
        """Put records on the shelf, by their codes, for later rows to refer to."""
        self._shelf.setdefault(kind, {}).update(records)

    def promise(self, kind: str, codes: Iterable[str]) -> None:
        """Say that these codes stand in the folder, even if their rows turn out to be wrong."""
        self._promised.setdefault(kind, set()).update(codes)

    def shelf(self, kind: str) -> Mapping[str, Any]:
        """Return all records of a kind, by code."""
        return self._shelf.get(kind, {})

    def find(self, kind: str, code: str | None, row: Row, column: str) -> Any:
        """Return the record that a row refers to; None, with a fault, if there is none."""
        if not code:
            return None
        record = self._shelf.get(kind, {}).get(code)
        told_already = self._is_gap or (bool(self.faults) and code in self._written)
        if record is None and code not in self._promised.get(kind, ()) and not told_already:
            reason = _("There is no record %(code)s to refer to.")
            self.fault(row, column, reason % {"code": code})
        return record

    def link(self, kind: str, record: models.Model, code: str, row: Row) -> None:
        """Remember that a record points up to one of a room that comes later."""
        self._links.setdefault(kind, []).append((record, code, row))

    def take_links(self, kind: str) -> Sequence[tuple[models.Model, str, Row]]:
        """Return, once, the links to a kind of record, for the room that keeps that kind."""
        return self._links.pop(kind, [])

    def attach(self, kind: str, field: str, *, column: str = "link_id") -> None:
        """Attach the linked records to the records of a kind on the shelf, by a many-to-many."""
        through: list[models.Model] = []
        for linked, code, row in self.take_links(kind):
            record = self.find(kind, code, row, column)
            if record is None or record.pk is None or linked.pk is None:
                continue
            manager = getattr(record, field)
            names = {manager.source_field_name: record, manager.target_field_name: linked}
            through.append(manager.through(**names))
        for model in {type(row) for row in through}:
            self.save(model, [row for row in through if type(row) is model])

    def refuse_loose_links(self) -> None:
        """Say which links no room knew, unless a file that would know them is missing."""
        if self._is_gap:
            return
        for kind, links in self._links.items():
            for _record, _code, row in links:
                reason = _("%(kind)s is not known as a kind of link.") % {"kind": kind}
                self.fault(row, "link_type", reason)

    # Storing

    def save(self, model: type[M], records: Iterable[M]) -> list[M]:
        """Store new records of one kind; once something is wrong, store nothing any more."""
        wanted = list(records)
        self._refuse_what_does_not_fit(model, wanted)
        if self.faults or not wanted:
            return wanted
        return list(model._default_manager.bulk_create(wanted, batch_size=BATCH))

    def restate(
        self,
        model: type[M],
        records: Mapping[str, M],
        *,
        key: str = "code",
        ends: str = "",
        begins: Sequence[str] = (),
        keeps: Sequence[str] = (),
    ) -> "Restated[M]":
        """Store a standing register: new codes are added, known codes get this year's values.

        `ends` names the field that closes a record which an earlier year's register had and
        this one has no longer. `begins` names days of which the earliest stays, so that a later
        year does not move a beginning out of the year in which it was. `keeps` names what no
        folder states and only acts at the desk change.
        """
        known = {
            getattr(record, key): record
            for record in model._default_manager.filter(agency=self.agency)
        }
        fields = [
            field.attname
            for field in model._meta.concrete_fields
            if not field.primary_key and field.name not in (key, "agency", ends, *keeps)
        ]
        watched = [*fields, ends] if ends else fields  # one that had ended can come back
        for code in records.keys() & known.keys():
            _keep_earliest(known[code], records[code], begins)
        changed = []
        for code in sorted(records.keys() & known.keys()):
            if any(getattr(known[code], n) != getattr(records[code], n) for n in watched):
                changed.append(known[code])
            for name in watched:
                setattr(known[code], name, getattr(records[code], name))
        new = self.save(model, [record for code, record in records.items() if code not in known])
        if changed and not self.faults:
            names = [name.removesuffix("_id") for name in watched]
            model._default_manager.bulk_update(changed, names, batch_size=BATCH)
        if ends and not self.faults:
            gone = [known[code].pk for code in known.keys() - records.keys()]
            model._default_manager.filter(pk__in=gone, **{ends: None}).update(
                **{ends: date(self.year, 1, 1)}
            )
        current = {code: known[code] for code in records.keys() & known.keys()}
        current |= {getattr(record, key): record for record in new}
        told = frozenset(getattr(record, key) for record in (*new, *changed))
        return Restated(current, told)

    def enter(
        self, event: Event, about: models.Model, *, day: date, basis: str, row: Row, post: str = ""
    ) -> None:
        """Enter an act that a row proves. `basis` is a provision's name, `post` who acted."""
        self._acts.append(
            Act(
                event=event,
                about=about,
                by=self.by,
                day=day,
                basis=self._basis(basis, day, row),
                proof=Proof(file=row.file, line=row.line, post=post),
            )
        )

    def write_ledger(self) -> int:
        """Write the entered acts to the ledger, earliest first; return how many."""
        acts = [] if self.faults else sorted(self._acts, key=lambda act: act.day)
        record_many(acts)
        return len(acts)

    def _basis(self, name: str, day: date, row: Row) -> Citation:
        try:
            return statutes.provision(name, on=day)
        except NotYetLaw as refusal:
            first = refusal.since
            reason = _("No law covers this act on %(day)s; the first one, of %(first)s, is cited.")
            self.warn(row, "", reason % {"day": day, "first": first})
            return statutes.provision(name, on=first)

    def _refuse_what_does_not_fit(self, model: type[models.Model], records: list[M]) -> None:
        """Say which texts and numbers do not fit their field: not every database would."""
        for field in model._meta.concrete_fields:
            for record in records:
                value = getattr(record, field.attname)
                if value is not None and (reason := misfit(field, value)):
                    file, line = self._place_of(str(value))
                    self.faults.append(Fault(file, line, str(field.verbose_name), reason))

    def _place_of(self, text: str) -> tuple[str, int]:
        """Return the file and line in which a text stands; the folder itself if nowhere."""
        for path in sorted(self.path.iterdir()):
            if path.suffix in TEXT_FILES:
                content = path.read_text(encoding="utf-8", errors="replace")
                if (at := content.find(text[:SOUGHT])) >= 0:
                    return path.name, content.count("\n", 0, at) + 1
        return self.path.name, 0

    def _tell(self, file: str) -> None:
        self.rows_read += 1
        if self.rows_read % TOLD_ROWS == 0:
            self._progress(file, self.rows_read)

    def _stands_twice(self, file: str, raw: RawRow, key: str, seen: dict[str, int]) -> bool:
        code = raw.cells.get(key, "").strip()
        first = seen.setdefault(code, raw.line)
        if code and first != raw.line:
            reason = _("%(code)s stands twice; it stands first in line %(line)d.")
            self.faults.append(Fault(file, raw.line, key, reason % {"code": code, "line": first}))
            return True
        return False

    def _row(self, file: str, raw: RawRow, row_type: type[R]) -> Iterable[R]:
        try:
            row = row_type.model_validate(raw.cells)
        except ValidationError as error:
            for part in error.errors():
                self.faults.append(Fault(file, raw.line, _column(part["loc"]), _reason(part)))
            return
        row.stand_at(file, raw.line)
        yield row


def find_year(path: Path) -> int:
    """Return the year whose records a folder holds: the one in the name of its plan."""
    if not path.is_dir():
        raise Unreadable(Fault(str(path), 0, "", _("There is no such folder.")))
    years = [match[1] for file in path.iterdir() if (match := PLAN_FILE.fullmatch(file.name))]
    if len(years) != 1 or not FIRST_YEAR <= int(years[0]) <= LAST_YEAR:
        reason = _("The folder needs exactly one plan; its name tells the year of the records.")
        raise Unreadable(Fault("plan_YYYY.yaml", 0, "", reason))
    return int(years[0])


def _keep_earliest(known: models.Model, stated: models.Model, names: Sequence[str]) -> None:
    for name in names:
        days = [day for day in (getattr(known, name), getattr(stated, name)) if day]
        setattr(stated, name, min(days, default=None))


def _column(place: tuple[int | str, ...]) -> str:
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in place)


def _reason(part: Any) -> str:
    kind = part["type"]
    if kind == "wrong_value":
        return str(part["ctx"]["reason"])
    if kind == "missing":
        return _("A value is required here.")
    if kind == "string_too_long":
        return _("The text is too long; at most %(n)d characters.") % {
            "n": part["ctx"]["max_length"]
        }
    if kind in ("list_type", "tuple_type"):
        return _("A list is required here.")
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        return _("Names with values are required here.")
    return _("The value cannot be read (%(kind)s).") % {"kind": kind}


def _place_parts(part: object, file: str, raw: RawDocument, place: tuple[str | int, ...]) -> None:
    if isinstance(part, Row):
        part.stand_at(file, raw.line(place))
        for name in type(part).model_fields:
            _place_parts(getattr(part, name), file, raw, (*place, name))
    elif isinstance(part, list | tuple):
        for number, one in enumerate(part):
            _place_parts(one, file, raw, (*place, number))
