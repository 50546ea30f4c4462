"""What happens to the catalogue, the guide, the agency's rules and the documents of a year."""

from dataclasses import dataclass
from datetime import date

from sunlit.ledger.events import Event


@dataclass(frozen=True)
class CategoryListed(Event):
    """A category was put into the catalogue, or its entry there was restated."""

    is_public = True
    code: str
    name: str


@dataclass(frozen=True)
class GuideSectionWritten(Event):
    """A section of the disclosure guide was written for a year."""

    is_public = True
    year: int
    position: int
    title: str


@dataclass(frozen=True)
class RuleIssued(Event):
    """The agency issued a rule for its own work, or revised one."""

    is_public = True
    code: str
    name: str
    document_number: str
    status: str


@dataclass(frozen=True)
class RulePublished(Event):
    """A rule of the agency was published."""

    is_public = True
    code: str


@dataclass(frozen=True)
class RuleContinued(Event):
    """A rule of an earlier year was listed as still in force."""

    is_public = True
    code: str
    issued_on: date


@dataclass(frozen=True)
class DocumentCompiled(Event):
    """A document of the year was compiled."""

    code: str
    title: str


@dataclass(frozen=True)
class DocumentPublished(Event):
    """A document of the year was published."""

    is_public = True
    code: str
    title: str


@dataclass(frozen=True)
class DocumentSubmitted(Event):
    """A document of the year was submitted to another office."""

    code: str
    submitted_to: str
