"""The official form in which each kind is masked, and its floor: `data/screening/masking.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from sunlit.kernel.wording import Wording
from sunlit.screening.kinds import Kind

FILE = Path(__file__).resolve().parents[2] / "data" / "screening" / "masking.yaml"

Sign = Annotated[str, StringConstraints(min_length=1, max_length=1)]
Signs = Annotated[int, Field(ge=0, le=40)]


@dataclass(frozen=True, slots=True)
class Form:
    """How many signs of a kind stay at the begin and at the end, and what stands for the others."""

    first: int
    last: int
    sign: str = "*"


class Official(BaseModel):
    """The official form of a kind, more than which may stay nowhere, and where that comes from."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

    first: Signs
    last: Signs
    sign: Sign = "*"
    signs: tuple[Sign, ...] = ()
    most_first: Signs
    most_last: Signs
    example: str
    source: Wording
    confidence: Literal["checked", "memory"]

    @property
    def form(self) -> Form:
        """The form itself."""
        return Form(self.first, self.last, self.sign)


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    version: date
    signs: tuple[Sign, ...]
    kinds: dict[Kind, Official]


@lru_cache(maxsize=1)
def official() -> Mapping[Kind, Official]:
    """Return the official form of each kind that is masked; raises ValueError for a wrong file."""
    file = _File.model_validate(yaml.safe_load(FILE.read_text(encoding="utf-8")))
    return {
        kind: one if one.signs else one.model_copy(update={"signs": file.signs})
        for kind, one in file.kinds.items()
    }
