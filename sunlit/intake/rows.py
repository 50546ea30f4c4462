"""What a row may hold: the base of all rows, and the kinds of values in their columns."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any, TypeVar

from django.utils import timezone
from django.utils.translation import gettext as _
from pydantic import BaseModel, BeforeValidator, ConfigDict, PrivateAttr, model_validator
from pydantic_core import PydanticCustomError

T = TypeVar("T")

YES, NO = "是", "否"
SEPARATOR = ";"
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}")
CODE_LENGTH = 64


class Row(BaseModel):
    """One row of a table, or one part of a document. An empty cell counts as absent."""

    model_config = ConfigDict(
        extra="ignore", frozen=True, str_strip_whitespace=True, coerce_numbers_to_str=True
    )

    _file: str = PrivateAttr(default="")
    _line: int = PrivateAttr(default=0)

    @property
    def file(self) -> str:
        """The file that the row stands in."""
        return self._file

    @property
    def line(self) -> int:
        """The line of the file on which the row begins, counted from 1."""
        return self._line

    def stand_at(self, file: str, line: int) -> None:
        """Remember where the row stands, for faults and for the ledger."""
        self._file, self._line = file, line

    @model_validator(mode="before")
    @classmethod
    def _leave_out_empty_cells(cls, values: Any) -> Any:
        if isinstance(values, Mapping):
            return {name: value for name, value in values.items() if value not in ("", None)}
        return values


def _wrong(reason: str) -> PydanticCustomError:
    return PydanticCustomError("wrong_value", "{reason}", {"reason": reason})


def _day(value: object) -> object:
    if isinstance(value, datetime):
        raise _wrong(_("Write a day as YYYY-MM-DD, without a time."))
    if isinstance(value, date):
        return value
    text = str(value).strip()
    if DAY.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise _wrong(_("%(value)s is not a day of the calendar.") % {"value": text}) from None
    raise _wrong(_("%(value)s is not a day; write YYYY-MM-DD.") % {"value": text})


def _moment(value: object) -> object:
    text = value.strftime("%Y-%m-%d %H:%M") if isinstance(value, datetime) else str(value).strip()
    if not MOMENT.fullmatch(text):
        raise _wrong(_("%(value)s is not a time; write YYYY-MM-DD HH:MM.") % {"value": text})
    try:
        return timezone.make_aware(datetime.fromisoformat(text))
    except ValueError:
        raise _wrong(_("%(value)s is not a time of the calendar.") % {"value": text}) from None


def _yes_no(value: object) -> object:
    if isinstance(value, bool):
        return value
    answers = {YES: True, NO: False}
    if str(value).strip() not in answers:
        raise _wrong(_("%(value)s is neither 是 nor 否.") % {"value": value})
    return answers[str(value).strip()]


def _listed(value: object) -> object:
    parts = value if isinstance(value, list) else str(value).split(SEPARATOR)
    return tuple(str(part).strip() for part in parts if str(part).strip())


def _count(value: object) -> object:
    text = str(value).strip()
    if not re.fullmatch(r"[0-9]{1,9}", text):
        raise _wrong(_("%(value)s is not a whole number of 0 or more.") % {"value": text})
    return int(text)


def _amount(value: object) -> object:
    try:
        amount = Decimal(str(value).strip())
    except InvalidOperation:
        raise _wrong(_("%(value)s is not a number.") % {"value": value}) from None
    if not amount.is_finite() or amount < 0:
        raise _wrong(_("%(value)s is not a number of 0 or more.") % {"value": value})
    return amount


def _code(value: object) -> object:
    text = str(value).strip()
    if len(text) > CODE_LENGTH or any(mark.isspace() for mark in text):
        raise _wrong(
            _("%(value)s is no code: at most 64 characters, without spaces.") % {"value": text}
        )
    return text


def coded(codes: Mapping[str, T]) -> Callable[[object], T]:
    """Return a reader of one of the known words, each with the value that it stands for."""

    def read(value: object) -> T:
        if isinstance(value, bool):
            value = YES if value else NO
        word = str(value).strip()
        if word not in codes:
            raise _wrong(
                _("%(value)s is not known here; known are: %(known)s.")
                % {"value": word, "known": "、".join(codes)}
            )
        return codes[word]

    return read


Day = Annotated[date, BeforeValidator(_day)]
"""A day, YYYY-MM-DD."""
Moment = Annotated[datetime, BeforeValidator(_moment)]
"""A time on the office's clock, YYYY-MM-DD HH:MM; kept with its time zone."""
YesNo = Annotated[bool, BeforeValidator(_yes_no)]
"""是 or 否."""
Listed = Annotated[tuple[str, ...], BeforeValidator(_listed)]
"""Several words in one cell, separated by semicolons."""
Count = Annotated[int, BeforeValidator(_count)]
"""A whole number of 0 or more."""
Amount = Annotated[Decimal, BeforeValidator(_amount)]
"""A decimal number of 0 or more."""
Code = Annotated[str, BeforeValidator(_code)]
"""The code of a record: short, without spaces."""
