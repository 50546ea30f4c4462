"""The pure rules of licences and penalties: days, numbers, places, ceilings."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal

from sunlit.kernel.calendar import WorkingCalendar
from sunlit.kernel.citations import Citation
from sunlit.kernel.clock import (
    Ended,
    Event,
    Extended,
    Limit,
    Paused,
    Reading,
    Resumed,
    Started,
    Unit,
    run,
)
from sunlit.kernel.wording import Wording

LAW_OF_2021 = date(2021, 7, 15)
"""The day on which the Administrative Penalties Law of 2021 came into force."""
LICENCE_PREFIX, PENALTY_PREFIX, COERCION_PREFIX = "SP", "CF", "QZ"
HELD_PREFIX, JOINT_PREFIX = "XK", "LB"

# On-the-spot penalties in yuan: of a person, of an organisation (Administrative Penalties Law
# 1996, art. 33; 2021, art. 51).
CEILINGS = (
    (date(1996, 10, 1), Decimal(50), Decimal(1000)),
    (date(2021, 7, 15), Decimal(200), Decimal(3000)),
)
# What an officer may collect on the spot in yuan without a further reason (1996, art. 47; 2021,
# art. 68).
COLLECTED_ON_THE_SPOT = (
    (date(1996, 10, 1), Decimal(20)),
    (date(2021, 7, 15), Decimal(100)),
)
OFFICERS_AT_LEAST = 2  # 1996, art. 37; 2021, art. 42
SURCHARGE_A_DAY = Decimal("0.03")  # 1996, art. 51; 2021, art. 72
SURCHARGE_CAPPED_SINCE = date(2012, 1, 1)  # Coercion Law, art. 45; 2021, art. 72
ELECTRONIC_SERVICE_SINCE = date(2021, 7, 15)  # 2021, art. 61

EXCLUDED = {
    "hearing": Wording("听证", "a hearing"),
    "tender": Wording("招标", "a tender"),
    "auction": Wording("拍卖", "an auction"),
    "inspection": Wording("检验", "an inspection"),
    "testing": Wording("检测", "testing"),
    "quarantine": Wording("检疫", "quarantine"),
    "appraisal": Wording("鉴定", "an appraisal"),
    "expert_review": Wording("专家评审", "a review by experts"),
}
"""What takes time that the limit of a decision leaves out (Licensing Law, art. 45)."""

CHIEF = "首席代表"
"""How the post of a window's chief representative is called, wherever it decides."""
SOON_MINUTES = 15
"""Within how many minutes a number is called soon: the agency's own yardstick."""

FEWEST_ON_THE_SPOT = 2  # officials (Licensing Law, art. 34 (3))


@dataclass(frozen=True)
class LeftOut:
    """Time left out of a limit: what for, its first day, how long at most, and when it ended."""

    kind: str
    began_on: date
    announced_days: int
    ended_on: date | None


def handling_events(
    accepted_on: date,
    left_out: Iterable[LeftOut],
    basis: Citation,
    *,
    added: int,
    ended_on: date | None,
) -> list[Event]:
    """Return what happens to the clock of a decision, in order.

    No more is left out than the applicant was told of in writing (art. 45): after so many working
    days the clock runs on, ended or not. `added`: working days by which it was extended.
    """
    happened: list[Event] = [Started(accepted_on)]
    if added:
        happened.append(Extended(accepted_on, added))
    for one in left_out:
        if ended_on and one.began_on > ended_on:
            break
        happened.append(Paused(one.began_on, EXCLUDED[one.kind], one.announced_days, basis))
        until = min((day for day in (one.ended_on, ended_on) if day), default=None)
        if until:
            happened.append(Resumed(until))
    if ended_on:
        happened.append(Ended(ended_on))
    return happened


def posts_named(text: str) -> list[str]:
    """Return the posts that a text names, one a line or between commas, each once."""
    named = (part.strip() for part in re.split(r"[\n,，、;；]", text))
    return list(dict.fromkeys(part for part in named if part))


def ticket_number(serial: int) -> str:
    """Return the number of a day's ticket, such as A001."""
    return f"A{serial:03}"


def minutes_between(earlier: time, later: time) -> int:
    """Return the whole minutes between two times of one day; none where they run backwards."""
    first, last = (at.hour * 60 + at.minute for at in (earlier, later))
    return max(0, last - first)


def is_at_window(place: str, window: str) -> bool:
    """Say whether a place of receipt is the window, with or without the city before its name."""
    place, window = place.strip(), window.strip()
    return bool(place and window) and (place.endswith(window) or window.endswith(place))


def next_number(prefix: str, year: int, known: Iterable[str]) -> str:
    """Return the number after those that the year's register has, such as SP2012-151."""
    serials = [int(match[1]) for number in known if (match := _serial(prefix, year, number))]
    return f"{prefix}{year}-{max(serials, default=0) + 1:03}"


def has_serial(prefix: str, year: int, number: str) -> bool:
    """Say whether a number is one of the year's register, such as SP2012-151."""
    return _serial(prefix, year, number) is not None


def _serial(prefix: str, year: int, number: str) -> re.Match[str] | None:
    return re.fullmatch(rf"{prefix}{year}-(\d+)", number)


def days_promised(text: str) -> int | None:
    """Return the number in a promised limit as the power list words it; None without one."""
    found = re.search(r"\d+", text)
    return int(found[0]) if found else None


def promise(days: int, basis: Citation) -> Limit:
    """Return the agency's own limit for a decision, in working days."""
    return Limit(days, Unit.WORKING_DAY, (basis,))


def due_on(limit: Limit, start: date, calendar: WorkingCalendar) -> date:
    """Return the last day in time. Raises BeyondCalendar."""
    reading: Reading = run(limit, [Started(start)], calendar)
    return reading.days[-1].on


def used_days(accepted_on: date, ended_on: date, calendar: WorkingCalendar) -> int:
    """Return the working days after acceptance, up to and including the day of the end."""
    return calendar.working_days_between(accepted_on, ended_on)


def accepted_on(*, received_on: date, supplement_asked: bool, notice_due: date, on: date) -> date:
    """Return the day that counts as the acceptance of an application.

    Without a notice in time it counts as accepted from receipt (Licensing Law, art. 32 (1)(4)).
    """
    return received_on if not supplement_asked and on > notice_due else on


def on_the_spot_ceiling(*, is_person: bool, on: date) -> Decimal:
    """Return the highest fine in yuan of the simple procedure on a day; the first law's before."""
    _since, person, organisation = [row for row in CEILINGS if row[0] <= on or row is CEILINGS[0]][
        -1
    ]
    return person if is_person else organisation


def collected_on_the_spot_ceiling(on: date) -> Decimal:
    """Return the highest fine in yuan that is collected on the spot without a further reason."""
    rows = [row for row in COLLECTED_ON_THE_SPOT if row[0] <= on or row is COLLECTED_ON_THE_SPOT[0]]
    return rows[-1][1]


def surcharge(
    unpaid: Decimal, fine: Decimal, *, due_on: date, on: date, left_out: int = 0
) -> Decimal:
    """Return what is added to a fine that is not paid by its day, in yuan: 3 % of it a day.

    Since 2012 it is at most the fine itself (Coercion Law, art. 45; Penalties Law 2021, art. 72).
    `left_out`: the days of these for which nothing is added (2021, art. 73).
    """
    days = max(0, (on - due_on).days - left_out)
    added = (unpaid * SURCHARGE_A_DAY * days).quantize(Decimal("0.01"))
    return min(added, fine) if on >= SURCHARGE_CAPPED_SINCE else added


def days_within(begun_on: date, ended_on: date | None, *, after: date, on: date) -> set[date]:
    """Return the days of a stretch that lie after a day and not after another, both ends in it.

    `ended_on` is None where the stretch has not ended.
    """
    first = max(begun_on, after + timedelta(1))
    last = min(ended_on or on, on)
    return {first + timedelta(n) for n in range((last - first).days + 1)}


def unreturned(
    these: Mapping[str, Collection[str]], those: Mapping[str, Collection[str]]
) -> Iterator[tuple[str, str]]:
    """Yield where one of `these` names one of `those` that does not name it back.

    Both map a code to the codes that it names. A name that nothing bears is passed over, on
    either side: it is a fault of its own.
    """
    for this, named in these.items():
        for that in named:
            back = those.get(that)
            if back is not None and this not in back and all(code in these for code in back):
                yield this, that


def is_reviewed_last(filed_on: date) -> bool:
    """Say whether the legal review of a case comes after the party was heard.

    Since 2021 it comes before the decision (Administrative Penalties Law 2021, art. 58); before,
    the agency's own procedure puts it before the notice to the party.
    """
    return filed_on >= LAW_OF_2021


def must_be_reviewed(filed_on: date, *, has_ground: bool, was_heard: bool) -> bool:
    """Say whether a case may not be decided without its legal review.

    Since 2021 the law names four kinds (art. 58 (1)): `has_ground` says that one of the first,
    third and fourth is met, `was_heard` that a hearing was held, the second. Before, every case,
    by the agency's own procedure.
    """
    return has_ground or was_heard or not is_reviewed_last(filed_on)


def asked_for(faults: Iterable[tuple[str, str, str]], *, missing: str, unfit: str) -> str:
    """Return a one-time notice made of materials: (name, `missing` or `unfit`, remark) each."""
    words = {"missing": missing, "unfit": unfit}
    lines = []
    for number, (name, fit, remark) in enumerate(faults, start=1):
        told = f"{words[fit]}：{remark}" if remark else words[fit]
        lines.append(f"{number}. {name}（{told}）")
    return "\n".join(lines)
