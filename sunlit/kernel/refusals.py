"""The refusals of the office: each a full sentence, what to do next, and the article."""

from datetime import date
from typing import ClassVar

from sunlit.kernel.citations import Citation
from sunlit.kernel.wording import Wording


class Refused(Exception):
    """An act or a question that the office declines.

    Refused                 400
    ├── NotPermitted        403  this person may not, whatever the moment
    ├── Missing             404  there is no such thing
    │   └── NoSuchRule           no rule or provision has this name
    ├── WrongMoment         409  the matter is not at the stage for it
    └── Unacceptable        422  what was given cannot be taken
        ├── BeyondCalendar       no notice says which days are worked
        └── NotYetLaw            the law did not say this on that day

    `reason` is a whole sentence and `remedy` what to do next; each is a string, a lazy string
    or a `Wording`. `basis` is the article, where one speaks.
    """

    status: ClassVar[int] = 400
    code: ClassVar[str] = "refused"

    def __init__(self, reason: object, remedy: object = "", basis: Citation | None = None) -> None:
        super().__init__(reason, remedy, basis)
        self.reason = reason
        self.remedy = remedy
        self.basis = basis

    def __str__(self) -> str:
        return str(self.reason)

    def said_in(self, language: str) -> str:
        """The reason and, where there is one, the remedy, in the language of this tag."""
        english = not language.lower().startswith("zh")
        parts = [_said(self.reason, language), _said(self.remedy, language)]
        return (" " if english else "").join(part for part in parts if part)


class NotPermitted(Refused):
    """This person may not do it."""

    status = 403
    code = "not_permitted"


class WrongMoment(Refused):
    """The matter is not at the stage that the act needs."""

    status = 409
    code = "wrong_moment"


class Unacceptable(Refused):
    """What was given cannot be taken as it is."""

    status = 422
    code = "unacceptable"


class BeyondCalendar(Unacceptable):
    """The day lies outside the years whose working days are known."""

    code = "beyond_calendar"


class NotYetLaw(Unacceptable):
    """The rule had no version in force on that day. `since`: the first day of the first version."""

    code = "not_yet_law"

    def __init__(
        self,
        reason: object,
        remedy: object = "",
        basis: Citation | None = None,
        *,
        since: date,
    ) -> None:
        super().__init__(reason, remedy, basis)
        self.since = since


class Missing(Refused):
    """There is no such thing."""

    status = 404
    code = "missing"


class NoSuchRule(Missing):
    """No rule, provision or instrument has this name."""

    code = "no_such_rule"


def _said(text: object, language: str) -> str:
    return text.said_in(language) if isinstance(text, Wording) else str(text)
