"""What can happen to a clock, and the check that a list of it makes sense."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from sunlit.kernel.calendar import WorkingCalendar
from sunlit.kernel.citations import Citation
from sunlit.kernel.refusals import Unacceptable
from sunlit.kernel.wording import Wording

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Started:
    """The limit begins to run. The day itself is not counted; `ground` says why it is this day."""

    on: date
    ground: Wording | None = None


@dataclass(frozen=True, slots=True)
class Paused:
    """Time that the law leaves out begins. The day itself still counts.

    `at_most`: working days after which the clock runs on by law, answered or not; `basis`: the
    article that says so.
    """

    on: date
    ground: Wording
    at_most: int | None = None
    basis: Citation | None = None


@dataclass(frozen=True, slots=True)
class Resumed:
    """Time that the law leaves out ends. The day itself is still left out."""

    on: date


@dataclass(frozen=True, slots=True)
class Extended:
    """The limit grows by `amount` of its own unit."""

    on: date
    amount: int


@dataclass(frozen=True, slots=True)
class Restarted:
    """A fresh limit begins, as if started on this day; what went before has no effect on it."""

    on: date
    ground: Wording | None = None


@dataclass(frozen=True, slots=True)
class Ended:
    """The duty is done, or there is nothing left to do."""

    on: date


Event = Started | Paused | Resumed | Extended | Restarted | Ended


@dataclass(slots=True)
class Pause:
    """Time left out: every day after `after`, up to and including `until` (None: still open).

    `by_law_until`: the last day that the law leaves out, whenever the pause is ended, by `basis`.
    `ended_by_law`: whether the pause ended on that day with nobody having ended it.
    """

    after: date
    until: date | None
    ground: Wording
    by_law_until: date | None = None
    basis: Citation | None = None
    ended_by_law: bool = False

    def covers(self, day: date) -> bool:
        """Whether the pause leaves this day out."""
        return self.after < day and (self.until is None or day <= self.until)

    @property
    def runs_again_on(self) -> date | None:
        """The day from which the clock runs on by law; None where the law did not end the pause."""
        return self.until + _ONE_DAY if self.until and self.ended_by_law else None

    @property
    def why_it_ended(self) -> Wording:
        """Why the clock runs again although nobody ended the pause."""
        cited = self.basis
        return Wording(
            f"{self.ground.zh}的最长期限已满,依法继续计算" + (f"({cited.zh})" if cited else ""),
            f"the longest time for this has passed ({self.ground.en}), so the clock runs on by law"
            + (f" ({cited.en})" if cited else ""),
        )


@dataclass(slots=True)
class History:
    """What a list of events comes to."""

    start: date
    ground: Wording | None = None
    added: int = 0
    pauses: list[Pause] = field(default_factory=list)
    ended_on: date | None = None
    last_on: date = date.min

    @property
    def open_pause(self) -> Pause | None:
        """The pause that has no end yet."""
        return self.pauses[-1] if self.pauses and self.pauses[-1].until is None else None

    def end_pauses_by_law(self, today: date | None) -> None:
        """Let the clock run on after the longest time that the law leaves out.

        A pause that nobody has ended stays open up to that day; without `today` it has passed.
        """
        for pause in self.pauses:
            longest = pause.by_law_until
            if longest is None or (pause.until and pause.until <= longest):
                continue
            if pause.until or today is None or today > longest:
                pause.until, pause.ended_by_law = longest, True


def history_of(
    events: Sequence[Event], calendar: WorkingCalendar, today: date | None = None
) -> History:
    """Read the events in order, as things stand on a day.

    Raises Unacceptable, with a sentence, when they make no sense, and BeyondCalendar for a pause
    whose longest time cannot be counted.
    """
    if not events or not isinstance(events[0], Started):
        raise _no("期限的第一件事须是起算。", "The first event of a clock must be its start.")
    history = History(start=events[0].on, ground=events[0].ground, last_on=events[0].on)
    for event in events[1:]:
        if event.on < history.last_on:
            raise _no(
                f"{event.on}发生的事排在{history.last_on}之后,次序不对。",
                f"The event of {event.on} stands after that of {history.last_on}: "
                "events must be in order, and none may come before the start.",
            )
        if history.ended_on:
            raise _no(
                f"期限已于{history.ended_on}终结,其后不能再有变动。",
                f"The clock ended on {history.ended_on}; nothing can happen to it afterwards.",
            )
        _take(history, event, calendar)
        history.last_on = event.on
    history.end_pauses_by_law(today)
    return history


def _take(history: History, event: Event, calendar: WorkingCalendar) -> None:
    match event:
        case Started():
            raise _no(
                "期限只能起算一次,重新计算请用“重新起算”。",
                "A clock starts once; a fresh limit is a restart.",
            )
        case Paused(on, ground, at_most, basis):
            _end_by_law(history, on)
            if history.open_pause:
                raise _no(
                    f"期限自{history.open_pause.after}起已经暂停,不能再次暂停。",
                    f"The clock has been paused since {history.open_pause.after} already.",
                )
            until = calendar.working_day_after(on, at_most) if at_most else None
            history.pauses.append(Pause(on, None, ground, until, basis))
        case Resumed(on):
            if not history.open_pause:
                raise _no(
                    f"{on}恢复计算期限,但此前没有暂停。",
                    f"The clock is resumed on {on}, but it was not paused.",
                )
            history.open_pause.until = on
        case Extended(on, amount):
            if amount < 1:
                raise _no(
                    f"{on}的延长须至少为1,不能是{amount}。",
                    f"The extension of {on} must be of at least one, not {amount}.",
                )
            history.added += amount
        case Restarted(on, ground):
            history.start, history.ground = on, ground
            history.added, history.pauses = 0, []
        case Ended(on):
            history.ended_on = on


def _end_by_law(history: History, on: date) -> None:
    pause = history.open_pause
    if pause and pause.by_law_until and pause.by_law_until <= on:
        pause.until, pause.ended_by_law = pause.by_law_until, True


def _no(zh: str, en: str) -> Unacceptable:
    return Unacceptable(Wording(zh, en))
