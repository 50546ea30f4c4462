"""How long the texts of the rows may be, as the records have room for them."""

from typing import Annotated

from pydantic import StringConstraints

Short = Annotated[str, StringConstraints(max_length=100)]
Line = Annotated[str, StringConstraints(max_length=200)]
Title = Annotated[str, StringConstraints(max_length=300)]
Number = Annotated[str, StringConstraints(max_length=64)]
