"""The usual columns of registers: a field by its path, shown and sorted by its kind.

`text("office.name", …)` shows `record.office.name`, and nothing where there is no office. A path
that the database knows can be sorted by.
"""

from typing import Any

from sunlit.design.registers import Column, Field, Kind, Label


def column(path: str, label: Label, kind: Kind, *, personal: bool = False) -> Column:
    """Return the column of a field, by its path of names with dots."""
    return Column(label=label, value=Field(path), kind=kind, personal=personal)


def text(path: str, label: Label, *, personal: bool = False) -> Column:
    """Return a column of short text in no language of its own: numbers of documents, codes."""
    return column(path, label, "text", personal=personal)


def quoted(path: str, label: Label, *, personal: bool = False) -> Column:
    """Return a column of the record's own words, in their own language."""
    return column(path, label, "quoted", personal=personal)


def day(path: str, label: Label) -> Column:
    """Return a column of days."""
    return column(path, label, "day")


def moment(path: str, label: Label) -> Column:
    """Return a column of moments, shown on the office's clock."""
    return column(path, label, "moment")


def number(path: str, label: Label) -> Column:
    """Return a column of numbers, which stand to the right."""
    return column(path, label, "number")


def yes_no(path: str, label: Label) -> Column:
    """Return a column that says yes or no."""
    return column(path, label, "yes_no")


def choice(path: str, label: Label) -> Column:
    """Return a column of words that the program chooses from, in the language of the page."""
    return Column(label=label, value=ChoiceField(path))


def listed(path: str, label: Label, *, by: str = "、") -> Column:
    """Return a column of the record's own words, several of them in a row."""
    return Column(label=label, value=ListField(path, by), kind="quoted")


class ChoiceField(Field):
    """The word for what a field of choices holds."""

    def __call__(self, record: Any) -> object:
        """Return the word in the language of the page; None where there is no such record."""
        *way, name = self.path.split(".")
        holder = Field(".".join(way))(record) if way else record
        return None if holder is None else getattr(holder, f"get_{name}_display")()


class ListField(Field):
    """The words of a field that holds several."""

    def __init__(self, path: str, by: str) -> None:
        super().__init__(path)
        self.by = by

    def __call__(self, record: Any) -> object:
        """Return the words with a mark between them."""
        words = super().__call__(record)
        return self.by.join(map(str, words)) if isinstance(words, list | tuple) else words
