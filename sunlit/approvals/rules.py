"""The pure rules of licences and penalties: days, numbers, places, ceilings."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from sunlit.kernel.calendar import WorkingCalendar
from sunlit.kernel.citations import Citation
from sunlit.kernel.clock import Limit, Reading, Started, Unit, run

LICENCE_PREFIX, PENALTY_PREFIX, COERCION_PREFIX = "SP", "CF", "QZ"

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
REVIEW_AFTER_DEFENCE_SINCE = date(2021, 7, 15)  # 2021, art. 58: before the decision
ELECTRONIC_SERVICE_SINCE = date(2021, 7, 15)  # 2021, art. 61


def is_at_window(place: str, window: str) -> bool:
    """Say whether a place of receipt is the window, with or without the city before its name."""
    place, window = place.strip(), window.strip()
    return bool(place and window) and (place.endswith(window) or window.endswith(place))


def next_number(prefix: str, year: int, known: Iterable[str]) -> str:
    """Return the number after those that the year's register has, such as SP2012-151."""
    pattern = re.compile(rf"{prefix}{year}-(\d+)")
    serials = [int(match[1]) for number in known if (match := pattern.fullmatch(number))]
    return f"{prefix}{year}-{max(serials, default=0) + 1:03}"


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


def surcharge(unpaid: Decimal, fine: Decimal, *, due_on: date, on: date) -> Decimal:
    """Return what is added to a fine that is not paid by its day, in yuan: 3 % of it a day.

    Since 2012 it is at most the fine itself (Coercion Law, art. 45; Penalties Law 2021, art. 72).
    """
    days = max(0, (on - due_on).days)
    added = (unpaid * SURCHARGE_A_DAY * days).quantize(Decimal("0.01"))
    return min(added, fine) if on >= SURCHARGE_CAPPED_SINCE else added


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
