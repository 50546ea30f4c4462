"""The clock of a request for information, by the law of the day of receipt: pure functions."""

from collections.abc import Sequence
from datetime import date

from sunlit import statutes
from sunlit.kernel.calendar import WorkingCalendar
from sunlit.kernel.clock import Ended, Event, Limit, Paused, Reading, Resumed, Started, run
from sunlit.kernel.refusals import BeyondCalendar, NotYetLaw
from sunlit.kernel.wording import Wording

REPLY = "foi.reply"
CLARIFICATION_NOTICE = "foi.clarification_notice"
THIRD_PARTY = "foi.third_party"
UNKNOWABLE = (NotYetLaw, BeyondCalendar)
"""Why a limit may be impossible to compute: no law yet, or no calendar for the year."""

GROUNDS = {
    "third_party": Wording("书面征求第三方意见", "a third party is asked for its view"),
    "clarification": Wording("等待申请人补正", "the applicant was asked to clarify"),
}
CLARIFIED = Wording(
    "收到补正后的申请，重新起算", "the clarified request was received; the limit begins anew"
)


def reply_clock(
    received_on: date,
    between: Sequence[Event],
    *,
    channel: str,
    ended_on: date | None,
    calendar: WorkingCalendar,
    today: date | None = None,
) -> Reading:
    """Read the clock of the reply under the law in force on the day of receipt.

    `between`: the pauses, extensions and restarts, in order. Waiting ends with the reply at the
    latest. Raises NotYetLaw, BeyondCalendar, and Unacceptable for events that make no sense.
    """
    version = statutes.rule(REPLY, on=received_on)
    ground = statutes.CHANNELS.get(channel) if version.receipt else None
    happened: list[Event] = [Started(received_on, ground), *between]
    if ended_on:
        if between and isinstance(_last_of_pauses(between), Paused):
            happened.append(Resumed(ended_on))
        happened.append(Ended(ended_on))
    return run(version.limit, happened, calendar, today)


def waiting(received_on: date, on: date, ground: str) -> Paused:
    """Return the pause that begins on a day; `ground` is a name of GROUNDS.

    Under the law that gives the third party a limit, the clock runs on when that has passed.
    """
    try:
        limit = statutes.limit(THIRD_PARTY, on=received_on) if ground == "third_party" else None
    except NotYetLaw:
        limit = None
    if limit is None:
        return Paused(on, GROUNDS[ground])
    return Paused(on, GROUNDS[ground], at_most=limit.amount, basis=limit.basis[0])


def most_to_extend(received_on: date) -> int:
    """Return by how many working days the reply may be put off; raises NotYetLaw."""
    return statutes.rule(REPLY, on=received_on).extension


def in_time_to_extend(reading: Reading, on: date) -> bool:
    """Say whether the limit, before it is extended, still runs on a day."""
    return reading.due_on is None or on <= reading.due_on


def last_day_to_ask(received_on: date, calendar: WorkingCalendar) -> date:
    """Return the last day on which the applicant may be asked to clarify.

    Raises NotYetLaw for a request received before the law knew such a notice.
    """
    limit = statutes.limit(CLARIFICATION_NOTICE, on=received_on)
    return _last_day(limit, received_on, calendar)


def last_day_of_third_party(
    received_on: date, asked_on: date, calendar: WorkingCalendar
) -> date | None:
    """Return the last day for the third party's answer; None where the law sets no limit."""
    reading = third_party_clock(received_on, asked_on, None, calendar)
    return reading.days[-1].on if reading else None


def third_party_clock(
    received_on: date, asked_on: date, answered_on: date | None, calendar: WorkingCalendar
) -> Reading | None:
    """Read the clock of the third party's answer; None where the law sets no limit."""
    try:
        limit = statutes.limit(THIRD_PARTY, on=received_on)
    except NotYetLaw:
        return None
    ended = [Ended(answered_on)] if answered_on else []
    return run(limit, [Started(asked_on), *ended], calendar)


def _last_day(limit: Limit, start: date, calendar: WorkingCalendar) -> date:
    return run(limit, [Started(start)], calendar).days[-1].on


def _last_of_pauses(between: Sequence[Event]) -> Event | None:
    about_pauses = [event for event in between if isinstance(event, Paused | Resumed)]
    return about_pauses[-1] if about_pauses else None
