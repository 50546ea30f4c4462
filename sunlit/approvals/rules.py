"""The pure rules of licences and penalties: days, numbers, places, ceilings."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from sunlit.kernel.calendar import WorkingCalendar
from sunlit.kernel.citations import Citation
from sunlit.kernel.clock import Limit, Reading, Started, Unit, run

LICENCE_PREFIX, PENALTY_PREFIX, JOINT_PREFIX = "SP", "CF", "LB"
LEAST_TO_MASK = 8

# On-the-spot penalties in yuan: of a person, of an organisation (Administrative Penalties Law
# 1996, art. 33; 2021, art. 51).
CEILINGS = (
    (date(1996, 10, 1), Decimal(50), Decimal(1000)),
    (date(2021, 7, 15), Decimal(200), Decimal(3000)),
)


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


def certificate_fault(number: str) -> bool:
    """Say whether a resident's identity number has a wrong check digit (GB 11643-1999).

    Numbers of other certificates are not judged.
    """
    if not re.fullmatch(r"\d{17}[\dXx]", number):
        return False
    weighed = sum(int(digit) * 2 ** (17 - place) for place, digit in enumerate(number[:17]))
    return "10X98765432"[weighed % 11] != number[17].upper()


def masked(number: str) -> str:
    """Return a certificate number with its middle hidden: enough to compare, not to misuse."""
    if len(number) < LEAST_TO_MASK:
        return "*" * len(number)
    return f"{number[:3]}{'*' * (len(number) - 7)}{number[-4:]}"


def asked_for(faults: Iterable[tuple[str, str, str]], *, missing: str, unfit: str) -> str:
    """Return a one-time notice made of materials: (name, `missing` or `unfit`, remark) each."""
    words = {"missing": missing, "unfit": unfit}
    lines = []
    for number, (name, fit, remark) in enumerate(faults, start=1):
        told = f"{words[fit]}：{remark}" if remark else words[fit]
        lines.append(f"{number}. {name}（{told}）")
    return "\n".join(lines)
