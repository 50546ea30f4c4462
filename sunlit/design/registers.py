"""What a register of the desk is: its columns, filters, facts and acts, declared by each room.

A room's module `registers.py` registers them; the desk shows them all by one pattern.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from django.core.validators import MaxValueValidator
from django.db.models import Model, QuerySet
from django.forms import Form, IntegerField
from django.utils.functional import Promise

from sunlit import statutes
from sunlit.design.pieces import FileLine, FlowShown, ShownText
from sunlit.kernel.clock import Reading
from sunlit.kernel.refusals import Refused
from sunlit.organization.models import Agency, Office, Official, Role
from sunlit.organization.selectors import office_day

Label = str | Promise

LARGEST_NUMBER = 999_999_999  # typed at the desk; every database can hold it
Kind = Literal["text", "quoted", "day", "moment", "number", "yes_no", "state", "markup"]


class Field:
    """A value of a record by its path, such as `office.name`; None where the way breaks off."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __call__(self, record: Any) -> Any:
        """Return what stands at the end of the path."""
        for name in self.path.split("."):
            if record is None:
                return None
            record = getattr(record, name)
        return record


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column of a register, or one fact on a record's page."""

    label: Label
    value: Callable[[Any], object]
    kind: Kind = "text"
    """`quoted`: text of the record in its own language; `markup`: such a text with its marks;
    `state`: a pair of state and word."""
    personal: bool = False
    """Whether it tells of a person: shown only to the roles of the register, never to overseers."""


@dataclass(frozen=True, kw_only=True)
class Filter:
    """A choice that narrows a register: the field's lookup, and the choices offered."""

    name: str
    label: Label
    lookup: str
    choices: Callable[[Official], Sequence[tuple[str, Label]]]


class DeskForm(Form):
    """A form that needs to know the record and the official, such as for the choices it offers."""

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        self.record = record
        self.by = by
        super().__init__(data)


@dataclass(frozen=True, kw_only=True)
class ActAtDesk:
    """An official act that can be done by hand at the desk.

    The service is called as `do(by=…, today=…, **typed)`, with `record_id=…` for an act on a
    record and `agency=…` for one that opens a record. The form's field names are its arguments.
    """

    name: str
    label: Label
    basis: str
    """The provision that the act rests on, by its name in `statutes`."""
    do: Callable[..., Model]
    form: Callable[..., Form] = Form
    """Called as `form(data, record=…, by=…)` when it is a `DeskForm`, else as `form(data)`."""
    why_not: Callable[[Official, Any], Refused | None]
    done: Label
    """What the page says when the act is done."""

    together: bool = False
    """Whether it can be done on several records of the register at once, each by itself."""
    hands_out: Callable[[Any], tuple[str, str, bytes]] | None = None
    """The name, kind and bytes of a file that the act hands out once, instead of a page."""
    tells: Callable[[Any], Sequence[object]] | None = None
    """What else the page says once, such as what was left out of a file."""
    shows: str = ""
    """The template of a page that shows once what the act made; empty: back to the record."""

    def refusal(self, by: Official, record: Any) -> Refused | None:
        """Say why an official may not do it now; cites at least the article of the act."""
        found = self.why_not(by, record)
        return found and self.citing(found)

    def citing(self, refused: Refused) -> Refused:
        """Return a refusal with the article of this act, where it names no other."""
        if refused.basis is None:
            refused.basis = statutes.provision(self.basis, on=office_day())
        return refused

    def blank_form(self, *, record: Any, by: Official) -> Form:
        """Return the form as it is first shown."""
        return self.filled_form(None, record=record, by=by)

    def filled_form(
        self,
        data: Mapping[str, Any] | None,
        *,
        record: Any,
        by: Official,
        files: Mapping[str, Any] | None = None,
    ) -> Form:
        """Return the form with what was typed and handed in."""
        make: Callable[..., Form] = self.form
        desk_form = isinstance(self.form, type) and issubclass(self.form, DeskForm)
        form = make(data, record=record, by=by) if desk_form else make(data)
        if files is not None:
            form.files = files  # type: ignore[assignment]
        for field in form.fields.values():
            if isinstance(field, IntegerField) and field.max_value is None:
                field.validators.append(MaxValueValidator(LARGEST_NUMBER))
        return form


@dataclass(frozen=True, kw_only=True)
class NamedClock:
    """One of a record's clocks: what runs, and how it is read; None while it does not run."""

    label: Label
    read: Callable[[Any], Reading | None]


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """A record that waits for somebody: what comes next, whose turn it is, and by when.

    It says whose turn it is, not who may: the act's policy decides that, and may let others
    step in. A test holds that whoever's turn it is, may.
    """

    record: Model
    act: str = ""
    """The act of this register that comes next, by its name; empty where none of them does."""
    roles: frozenset[Role] = frozenset()
    """Whose turn it is, wherever they work."""
    office: Office | None = None
    """The office that answers for the matter."""
    office_roles: frozenset[Role] = frozenset()
    """Whose turn it is, if they belong to the office."""
    officials: frozenset[int] = frozenset()
    """The keys of officials whose own turn it is, such as who drafted it."""
    signed_by: frozenset[int] = frozenset()
    """The keys of officials who took an earlier step and may not take this one."""
    due_on: date | None = None
    """The last day in time; None while no limit runs, or while it stands still."""
    clock: Reading | None = None
    """The clock that says so, where one is kept."""
    since: date | None = None
    """The day of the step before."""

    def is_for(self, by: Official) -> bool:
        """Say whether it is this official's turn."""
        if by.pk in self.signed_by:
            return False
        if by.pk in self.officials or by.has_role(*self.roles):
            return True
        return self.is_of_office(by) and by.has_role(*self.office_roles)

    def is_of_office(self, by: Official) -> bool:
        """Say whether an official belongs to the office that answers."""
        return self.office is not None and by.office_id == self.office.pk


@dataclass(frozen=True, kw_only=True)
class OnChart:
    """How far a record is on its flow chart: acts of its register, by their names."""

    due: frozenset[str] = frozenset()
    """Those that carry out a task which may be done now."""
    done: frozenset[str] = frozenset()
    """Those that carried out a task already; the law lets some be done again."""
    is_open: bool = False
    """Whether more than one task may come next."""


@dataclass(frozen=True, kw_only=True)
class Summary:
    """What the records of a register say together: a table whose figures open their records."""

    label: Label
    """The most telling figure, in a few words."""
    columns: Sequence[object]
    rows: Sequence[Sequence[object]]


@dataclass(frozen=True, kw_only=True)
class Register:
    """One register: which records an official may see, and what can be done with them."""

    name: str
    label: Label
    """In the plural, as it stands in the navigation."""
    intro: Label
    """One sentence: what is kept here and who puts it there."""
    model: type[Model]
    roles: frozenset[Role]
    """Who may see it. Leaders, auditors and administrators see every register."""
    records: Callable[[Official], QuerySet[Any]]
    number: Callable[[Any], str]
    title: Callable[[Any], str]
    columns: tuple[Column, ...]
    facts: tuple[Column, ...]
    filters: tuple[Filter, ...] = ()
    searched: tuple[str, ...] = ()
    acts: tuple[ActAtDesk, ...] = ()
    opening: tuple[ActAtDesk, ...] = ()
    """Acts that open a new record; their `why_not` gets None as the record."""
    clocks: tuple[NamedClock, ...] = ()
    """The clocks of one record, each with its name; those that run come first on its page."""
    waiting: Callable[[Agency, date], Iterable[Waiting]] | None = None
    """Which records wait for somebody on a day, each with what comes next."""
    follows: tuple[str, ...] = ()
    """The fields that name the record which this one followed from: the links of the chain."""
    summary: Callable[[Official], Summary | None] | None = None
    """What the records say together, above the list."""
    public_url: Callable[[Any], str] | None = None
    flow: Callable[[Any], FlowShown | None] | None = None
    """The flow chart by which a record is handled, with where it stands."""
    on_chart: Callable[[Any], OnChart] | None = None
    """How far a record is on that chart, so that its page leads with the acts due there."""
    files: Callable[[Any], Sequence[FileLine]] | None = None
    """The files that belong to a record, as its page lists them."""
    letters: Callable[[Any], Iterable[Any]] | None = None
    """The letters written in a case, in their order; only who handles the records sees them."""
    files_are_personal: bool = False
    """Whether they tell of a person: shown only to the roles of the register."""
    text: Callable[[Any], ShownText] | None = None
    """What a record says, as the public reads it, with what the screening finds marked there."""
    kin: tuple[type[Model], ...] = ()
    """The kinds of the records in `others`: to act on one of them is to act in this register."""
    others: Callable[[Any], Sequence[Model]] | None = None
    """Records whose ledger history belongs to this one's, such as the review of an item."""

    @property
    def room(self) -> str:
        """The room that keeps the records."""
        return self.model._meta.app_label


OVERSEERS = frozenset({Role.LEADER, Role.AUDITOR, Role.ADMINISTRATOR})

_registers: dict[str, Register] = {}


def register(*registers: Register) -> None:
    """Let registers be shown at the desk."""
    for one in registers:
        if one.name in _registers:
            raise ValueError(f"Two registers are called {one.name}.")
        _registers[one.name] = one


def all_registers() -> Mapping[str, Register]:
    """Return every register, by name, in the order in which rooms registered them."""
    return dict(_registers)


def registers_open_to(official: Official) -> tuple[Register, ...]:
    """Return the registers that an official may see."""
    return tuple(
        one for one in _registers.values() if official.role_names & (one.roles | OVERSEERS)
    )
