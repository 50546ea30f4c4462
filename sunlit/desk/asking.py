"""What a register is asked for: read from the address, put to the records, said in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import F, JSONField, Model, Q, QuerySet
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sunlit.design.faces import day as day_in_full
from sunlit.design.registers import Column, Field, Label, Register
from sunlit.desk.work import CHUNK, Urgency, urgency_of
from sunlit.organization.models import Office, Official
from sunlit.organization.selectors import office_day

LONGEST_SEARCH = 100
OPENNESS: dict[str, Label] = {
    "waits": gettext_lazy("still open"),
    "mine": gettext_lazy("waits for me"),
    "late": gettext_lazy("late"),
}


@dataclass(frozen=True)
class Choice:
    """A filter as a page shows it: its choices and the one that was made."""

    name: str
    label: Label
    options: Sequence[tuple[str, Label]]
    chosen: str

    @property
    def word(self) -> Label:
        """What was chosen, in words."""
        return dict(self.options).get(self.chosen, "")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a register was asked for; empty values ask for all."""

    search: str = ""
    choices: Sequence[Choice] = ()
    day: str = ""
    """The path of the column of days that `since` and `until` are about."""
    since: date | None = None
    until: date | None = None
    own_office: bool = False
    open: str = ""
    sort: str = ""
    """The path of the column to sort by, with a minus to turn it round."""

    @property
    def words(self) -> dict[str, str]:
        """What stands in the address for it."""
        said = {choice.name: choice.chosen for choice in self.choices}
        said |= {
            "q": self.search,
            "since": self.since.isoformat() if self.since else "",
            "until": self.until.isoformat() if self.until else "",
            "own_office": "1" if self.own_office else "",
            "open": self.open,
            "sort": self.sort,
        }
        if self.since or self.until:
            said["day"] = self.day
        return {name: value for name, value in said.items() if value}

    @property
    def query(self) -> str:
        """The address's part that asks for it."""
        return urlencode(self.words)

    @property
    def narrows(self) -> bool:
        """Whether it leaves any record out."""
        return bool(set(self.words) - {"sort"})


def days_of(register: Register) -> dict[str, Column]:
    """Return the columns of days that a register can be narrowed by, by their paths."""
    columns = [*register.columns, *register.facts]
    return {
        one.value.path: one
        for one in columns
        if one.kind in ("day", "moment") and isinstance(one.value, Field)
        if lookup(register.model, one.value.path)
    }


def office_lookup(model: type[Model]) -> str:
    """Return the lookup of the office that answers for a record; empty where there is none."""
    if lookup(model, "office.code"):
        return "office"
    for field in model._meta.get_fields():
        related = field.related_model if field.many_to_one and field.concrete else None
        if isinstance(related, type) and related is not Office and lookup(related, "office.code"):
            return f"{field.name}__office"
    return ""


def lookup(model: type[Model], path: str, *, annotated: Sequence[str] = ()) -> str:
    """Return the database's lookup for a path of names; empty where the database has no such."""
    if path in annotated:
        return path
    at: Any = model
    *way, last = path.split(".")
    try:
        for name in way:
            field = at._meta.get_field(name)
            if not field.many_to_one:
                return ""
            at = field.related_model
        field = at._meta.get_field(last)
    except (FieldDoesNotExist, AttributeError):
        return ""
    plain = field.concrete and not field.is_relation and not isinstance(field, JSONField)
    return path.replace(".", "__") if plain else ""


def sort_lookup(register: Register, records: QuerySet[Any], path: str) -> str:
    """Return the lookup to sort by, if a column of the register has this path."""
    values = [register.number, register.title, *(one.value for one in register.columns)]
    if path not in [value.path for value in values if isinstance(value, Field)]:
        return ""
    return lookup(register.model, path, annotated=list(records.query.annotations))


def asked_of(register: Register, by: Official, wanted: Mapping[str, str]) -> Asked:
    """Return what was asked for; what the register does not know is dropped."""
    days = days_of(register)
    day = wanted.get("day", "")
    openness = wanted.get("open", "")
    has_office = bool(by.office_id and office_lookup(register.model))
    return Asked(
        search=wanted.get("q", "")[:LONGEST_SEARCH].replace("\x00", "")
        if register.searched
        else "",
        choices=_choices(register, by, wanted),
        day=day if day in days else next(iter(days), ""),
        since=_day(wanted.get("since", "")) if days else None,
        until=_day(wanted.get("until", "")) if days else None,
        own_office=wanted.get("own_office") == "1" and has_office,
        open=openness if register.waiting and openness in OPENNESS else "",
        sort=_sort(register, by, wanted.get("sort", "")),
    )


def _choices(register: Register, by: Official, wanted: Mapping[str, str]) -> list[Choice]:
    found = []
    for one in register.filters:
        options = one.choices(by)
        chosen = wanted.get(one.name, "")
        known = chosen in {value for value, _label in options}
        found.append(Choice(one.name, one.label, options, chosen if known else ""))
    return found


def _sort(register: Register, by: Official, wanted: str) -> str:
    path = wanted.removeprefix("-")
    return wanted if path and sort_lookup(register, register.records(by), path) else ""


def _day(written: str) -> date | None:
    try:
        return parse_date(written)
    except ValueError:
        return None


def narrowed(register: Register, by: Official, asked: Asked) -> QuerySet[Any]:
    """Return the records of a register that were asked for, in the order asked for."""
    records = register.records(by)
    lookups = {one.name: one.lookup for one in register.filters}
    for choice in asked.choices:
        if choice.chosen:
            is_null = lookups[choice.name].endswith("__isnull")  # takes a truth, not a word
            value = choice.chosen == "True" if is_null else choice.chosen
            records = records.filter(**{lookups[choice.name]: value})
    for word in asked.search.split():
        somewhere = Q()
        for field in register.searched:
            somewhere |= Q(**{f"{field}__icontains": word})
        records = records.filter(somewhere)
    records = _within_days(register, records, asked)
    if asked.own_office:
        records = records.filter(**{office_lookup(register.model): by.office_id})
    if asked.open:
        records = records.filter(_any_of(_open_keys(register, by, asked.open)))
    return _sorted(register, records, asked.sort)


def _within_days(register: Register, records: QuerySet[Any], asked: Asked) -> QuerySet[Any]:
    if not (asked.since or asked.until):
        return records
    column = days_of(register)[asked.day]
    field = asked.day.replace(".", "__")
    since, until = _edges(asked) if column.kind == "moment" else (asked.since, asked.until)
    if since:
        records = records.filter(**{f"{field}__gte": since})
    if until:
        records = records.filter(**{f"{field}__lte": until})
    return records


def _edges(asked: Asked) -> tuple[datetime | None, datetime | None]:
    """Return the first and last moment of the days, on the office's clock."""
    return _moment(asked.since, time.min), _moment(asked.until, time.max)


def _moment(day: date | None, at: time) -> datetime | None:
    return timezone.make_aware(datetime.combine(day, at)) if day else None


def _open_keys(register: Register, by: Official, openness: str) -> list[int]:
    on = office_day()
    waiting = register.waiting(by.agency, on) if register.waiting else ()
    return [
        one.record.pk
        for one in waiting
        if openness == "waits"
        or (openness == "mine" and one.is_for(by))
        or (openness == "late" and urgency_of(one, on) is Urgency.LATE)
    ]


def _any_of(keys: Sequence[int]) -> Q:
    condition = Q(pk__in=[])
    for start in range(0, len(keys), CHUNK):
        condition |= Q(pk__in=keys[start : start + CHUNK])
    return condition


def _sorted(register: Register, records: QuerySet[Any], sort: str) -> QuerySet[Any]:
    if not sort:
        return records
    field = F(sort_lookup(register, records, sort.removeprefix("-")))
    down = sort.startswith("-")
    first = field.desc(nulls_last=True) if down else field.asc(nulls_last=True)
    return records.order_by(first, "pk")


def said(register: Register, asked: Asked) -> list[tuple[Label, Label]]:
    """Return what was asked for in words: pairs of what and which."""
    pairs: list[tuple[Label, Label]] = []
    if asked.search:
        pairs.append((_("Words"), asked.search))
    pairs += [(choice.label, choice.word) for choice in asked.choices if choice.chosen]
    if asked.since or asked.until:
        span = f"{day_in_full(asked.since)} – {day_in_full(asked.until)}"
        pairs.append((days_of(register)[asked.day].label, span.strip()))
    if asked.own_office:
        pairs.append((_("Office"), _("my office")))
    if asked.open:
        pairs.append((_("Open"), OPENNESS[asked.open]))
    return pairs
