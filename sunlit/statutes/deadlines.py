"""The deadline of a rule from a start day: the public calculator, day by day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sunlit.kernel.calendar import WorkingCalendar, load_calendar
from sunlit.kernel.clock import Event, Extended, Paused, Reading, Resumed, Started, run
from sunlit.kernel.refusals import Unacceptable
from sunlit.kernel.wording import Wording
from sunlit.statutes import law
from sunlit.statutes.law import Rule

CHANNELS = {
    "in_person": Wording("当面提交,提交之日为收到之日", "handed in, received on that day"),
    "signed_post": Wording(
        "以需要签收的邮寄方式提交,签收之日为收到之日",
        "sent by signed post, received on the day the agency signed",
    ),
    "letter": Wording(
        "以平常信函提交,与申请人确认之日为收到之日",
        "sent by plain letter, received on the day confirmed with the applicant",
    ),
    "internet": Wording(
        "通过互联网提交,双方确认之日为收到之日",
        "sent over the internet, received on the day both sides confirmed",
    ),
    "fax": Wording(
        "以传真提交,双方确认之日为收到之日",
        "sent by fax, received on the day both sides confirmed",
    ),
}
"""How a request can arrive, and which day then counts (2019 Regulations, art. 31)."""

_LEFT_OUT = Wording("依法扣除的时间", "time that the law leaves out")


@dataclass(frozen=True, slots=True)
class Deadline:
    """A rule in the version of the start day, and the clock that it gives."""

    rule: Rule
    reading: Reading

    @property
    def due_on(self) -> date:
        """The last day in time."""
        return self.reading.days[-1].on

    def as_json(self, language: str) -> dict[str, object]:
        """The published shape; only the reasons depend on the language."""
        return {
            "rule": self.rule.name,
            "basis": [
                {
                    "instrument": citation.instrument,
                    "article": citation.article,
                    "in_force_from": citation.in_force_from.isoformat(),
                }
                for citation in self.rule.limit.basis
            ],
            "start": self.reading.start.isoformat(),
            "due_on": self.due_on.isoformat(),
            "unit": self.rule.limit.unit.value,
            "days": [
                {
                    "date": day.on.isoformat(),
                    "counted": day.counted,
                    "number": day.number,
                    "why": day.why.said_in(language),
                }
                for day in self.reading.days
            ],
        }


def deadline(
    rule: str,
    start: date,
    pauses: Sequence[tuple[date, date]] = (),
    extend: int = 0,
    calendar: WorkingCalendar | None = None,
    channel: str | None = None,
) -> Deadline:
    """Compute the due date of a rule, with every day explained.

    `start` is the day of receipt or of the event from which the rule runs; with `channel`, the
    day that counts for that channel. A pause (a, b) leaves out every day after `a` up to and
    including `b`. `extend` is in the unit of the rule, at most what the law allows. The version
    is the one in force on `start`; the calendar is the one as last amended unless given.
    Raises NoSuchRule, NotYetLaw, BeyondCalendar, and Unacceptable for what makes no sense.
    """
    calendar = calendar or load_calendar()
    calendar.kind(start)  # refuses a start beyond the calendar, whatever the unit
    version = law.rule(rule, on=start)
    events: list[Event] = [Started(start, _receipt(version, channel))]
    if extend:
        events.append(Extended(start, _extension(version, extend)))
    ordered = sorted(pauses)
    _check_pauses(start, ordered)
    for after, until in ordered:
        events += [Paused(after, _LEFT_OUT), Resumed(until)]
    reading = run(version.limit, events, calendar)
    found = Deadline(version, reading)
    if ordered and ordered[-1][0] >= found.due_on:
        raise Unacceptable(
            Wording(
                f"{ordered[-1][0]}开始暂停时,期限已于{found.due_on}届满。",
                f"The pause of {ordered[-1][0]} begins when the limit has run out, "
                f"on {found.due_on}.",
            )
        )
    return found


def _receipt(version: Rule, channel: str | None) -> Wording | None:
    if channel is None:
        return None
    said = CHANNELS.get(channel)
    if said is None:
        raise Unacceptable(
            Wording(f"没有“{channel}”这种提交方式。", f"There is no channel named {channel!r}."),
            Wording(f"可用的有:{'、'.join(CHANNELS)}。", f"There are: {', '.join(CHANNELS)}."),
        )
    if version.receipt:
        cited = version.receipt
        return Wording(f"{said.zh}({cited.zh})", f"{said.en} ({cited.en})")
    cited = version.limit.basis[0]
    return Wording(
        f"收到之日为起算之日,不因提交方式而异({cited.zh})",
        f"the limit runs from the day of receipt, whatever the channel ({cited.en})",
    )


def _extension(version: Rule, extend: int) -> int:
    if 1 <= extend <= version.extension:
        return extend
    cited = version.limit.basis[0]
    if not version.extension:
        raise Unacceptable(
            Wording("依法不能延长这一期限。", "The law allows no extension of this limit."),
            basis=cited,
        )
    raise Unacceptable(
        Wording(
            f"延长须为1至{version.extension}{version.limit.unit.wording.zh},不能是{extend}。",
            f"The extension must be from 1 to {version.extension} "
            f"{version.limit.unit.wording.en}, not {extend}.",
        ),
        basis=cited,
    )


def _check_pauses(start: date, ordered: Sequence[tuple[date, date]]) -> None:
    last = start
    for after, until in ordered:
        if until < after:
            raise Unacceptable(
                Wording(
                    f"暂停的结束日{until}早于开始日{after}。",
                    f"The pause ends on {until}, before it begins on {after}.",
                )
            )
        if after < start:
            raise Unacceptable(
                Wording(
                    f"{after}开始的暂停早于期限起算日{start}。",
                    f"The pause of {after} begins before the limit does, on {start}.",
                )
            )
        if after < last:
            raise Unacceptable(
                Wording(
                    f"{after}开始的暂停与前一次暂停重叠。",
                    f"The pause of {after} overlaps the one before it.",
                )
            )
        last = until
