"""A sentence or a term in the two languages of the office."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """One text in Chinese and in English; both are always present."""

    zh: str
    en: str

    def said_in(self, language: str) -> str:
        """The text for a language tag: Chinese for "zh" and its variants, otherwise English."""
        return self.zh if language.lower().startswith("zh") else self.en

    def __str__(self) -> str:
        return self.zh
