"""What is wrong with a folder of records: each fault with file, line, column and reason."""

from dataclasses import asdict, dataclass

from django.utils.translation import gettext as _

from sunlit.kernel.refusals import Unacceptable


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong in one place. Line 0: the file as a whole; no column: the whole row."""

    file: str
    line: int
    column: str
    reason: str

    def __str__(self) -> str:
        place = self.file
        if self.line:
            place += ":" + str(self.line)
        if self.column:
            place += ": " + self.column
        return f"{place}: {self.reason}"

    def as_json(self) -> dict[str, str | int]:
        """Return the fault in the shape that `sunlit load --json` prints."""
        return asdict(self)


class FolderRefused(Unacceptable):
    """A folder of records cannot be taken in; nothing was stored."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(
            _("The folder was not taken in, and nothing was stored."),
            remedy=_("Mend what is named here and load the folder again."),
        )
        self.faults = sorted(set(faults))
