"""How a normative document stands on a day, and which principle a decision follows."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from sunlit.kernel.calendar import WorkingCalendar
from sunlit.kernel.clock import Kind, Limit, Started, run
from sunlit.kernel.refusals import BeyondCalendar
from sunlit.kernel.wording import Wording

SKIPS = {
    "heard_otherwise": frozenset({"rule_of_law_2004", "rule_of_law_2008"}),
    "no_effect": frozenset({"rule_of_law_2010", "norms_2018"}),
    "secret": frozenset({"norms_2018"}),
}
"""Under which instruments a draft need not be published for comment on which ground.

The rules of 2004 and 2008 ask for opinions in many forms; that of 2010 for public comment where
rights and duties are touched directly; that of 2018 leaves out what is secret by law as well.
"""
MAY_BE_SHORTER = "decisions_2019"
"""The instrument that lets a period of comment be shorter where the urgency is explained."""

ON_TRIAL = ("试行", "暂行")
"""The words by which the title of a document says that it is on trial."""


class Standing(Enum):
    """How a normative document stands."""

    NOT_YET_ISSUED = "not_yet_issued"
    NOT_YET_IN_FORCE = "not_yet_in_force"
    IN_FORCE = "in_force"
    REPEALED = "repealed"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True)
class Term:
    """A limit of a document's life, its last day where one can be said, and who set it.

    `by_default`: nothing has been set for the province, so that the usual number holds.
    """

    limit: Limit
    until: date | None
    by_default: bool

    @property
    def wording(self) -> Wording:
        """The term with its last day and its source."""
        amount, cited = self.limit.unit.of(self.limit.amount), self.limit.basis[0]
        least = self.limit.kind is Kind.AT_LEAST
        zh, en = f"不少于{amount.zh}" if least else amount.zh, amount.en
        en = f"at least {en}" if least else en
        if self.until and not least:
            zh, en = f"{zh},至{self.until}", f"{en}, until {self.until}"
        usual = Wording(
            ",本省未设定,按通行数值", "; nothing set for the province, so the usual one"
        )
        note = usual if self.by_default else Wording("", "")
        return Wording(f"{zh}({cited.zh}{note.zh})", f"{en} ({cited.en}{note.en})")


def standing(
    *,
    issued_on: date,
    in_force_from: date | None = None,
    repealed_on: date | None,
    lapsed_on: date | None,
    valid_until: date | None,
    on: date,
) -> Standing:
    """Say how a document stood on a day. It is out of force from the day of its repeal on."""
    if on < issued_on:
        return Standing.NOT_YET_ISSUED
    if repealed_on is not None and repealed_on <= on:
        return Standing.REPEALED
    if lapsed_on is not None and lapsed_on <= on:
        return Standing.LAPSED
    if valid_until is not None and valid_until < on:
        return Standing.LAPSED
    if in_force_from is not None and on < in_force_from:
        return Standing.NOT_YET_IN_FORCE
    return Standing.IN_FORCE


def agrees(*, ends_the_document: bool, abolishes: bool) -> bool:
    """Say whether a decision follows its principle: what is abolished ends, the rest stays."""
    return ends_the_document == abolishes


def is_on_trial(title: str) -> bool:
    """Say whether a document is on trial, as its title tells."""
    return any(word in title for word in ON_TRIAL)


def last_day(limit: Limit, start: date, calendar: WorkingCalendar) -> date | None:
    """Return the last day of a limit, or the first of one counted back; None beyond a calendar."""
    try:
        reading = run(limit, [Started(start)], calendar)
        return reading.days[0].on if limit.backwards else reading.days[-1].on
    except BeyondCalendar:
        return None
