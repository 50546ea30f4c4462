"""The official sheets of dual publicity and their vocabularies: `data/publicity`."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from sunlit.kernel.wording import Wording

FOLDER = Path(__file__).resolve().parents[3] / "data" / "publicity"
NEWEST = "2018"

Form = Literal["text", "day", "decimal", "code", "several"]
Confidence = Literal["page", "inferred", "memory"]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]*$")]


class Decisions(StrEnum):
    """The two kinds of decisions that are made public; each has a sheet of its own."""

    LICENCES = "licences"
    PENALTIES = "penalties"


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Column(_Part):
    """A column of an official sheet."""

    code: Code
    zh: str
    en: str
    holds: str
    """The fact that fills it."""
    length: int
    """How many characters a value has at most."""
    required: str = ""
    """`always`, or the trait of a decision that makes it required; empty: it may stay empty."""
    vocabulary: str = ""
    form: Form = "text"
    confidence: Confidence = "page"

    @property
    def title(self) -> Wording:
        """The heading, in both languages."""
        return Wording(self.zh, self.en)


class Sheet(_Part):
    """The columns of one version of a sheet, in the official order."""

    since: date
    dates: str
    """How a day is written, as `strftime` wants it."""
    source: dict[Literal["zh", "en", "confidence"], str]
    columns: tuple[Column, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the columns."""
        return tuple(column.code for column in self.columns)


class Value(_Part):
    """A value of a vocabulary: its name here, the official word, its code where one is known."""

    name: str
    zh: str
    en: str
    code: str = ""
    since: date = date.min
    """The day from which the law knows it."""

    @property
    def title(self) -> Wording:
        """What it is called."""
        return Wording(self.zh, self.en)


class Vocabulary(_Part):
    """The values that a column may hold."""

    confidence: Confidence
    values: tuple[Value, ...]

    def named(self, name: str) -> Value | None:
        """Return a value by its name here."""
        return next((one for one in self.values if one.name == name), None)

    def read(self, text: str) -> Value | None:
        """Return the value that a sheet writes as this word or code."""
        return next((one for one in self.values if text in (one.zh, one.code) and text), None)


class _Sheets(_Part):
    version: date
    sheets: dict[str, Sheet] = Field(min_length=1)


class _Vocabularies(_Part):
    version: date
    vocabularies: dict[str, Vocabulary]


@lru_cache(maxsize=4)
def sheets(kind: Decisions) -> Mapping[str, Sheet]:
    """Return the sheets of a kind of decisions by version, the newest first."""
    text = (FOLDER / f"{kind}.yaml").read_text(encoding="utf-8")
    return _Sheets.model_validate(yaml.safe_load(text)).sheets


def sheet(kind: Decisions, version: str = NEWEST) -> Sheet:
    """Return one version of the sheet of a kind of decisions; raises KeyError for another."""
    return sheets(kind)[version]


@lru_cache(maxsize=1)
def vocabularies() -> Mapping[str, Vocabulary]:
    """Return every vocabulary by its name."""
    text = (FOLDER / "vocabularies.yaml").read_text(encoding="utf-8")
    return _Vocabularies.model_validate(yaml.safe_load(text)).vocabularies
