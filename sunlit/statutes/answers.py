"""What the calculator answers: the published shape, and the remarks that belong to it."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, timezone

from sunlit.kernel.citations import Citation
from sunlit.kernel.clock import Kind, Unit
from sunlit.kernel.hours import HourReading, Segment
from sunlit.kernel.wording import Wording
from sunlit.statutes import law
from sunlit.statutes.deadlines import Deadline, HourDeadline
from sunlit.statutes.law import Rule

BEIJING = timezone(timedelta(hours=8))
_ONE_DAY = timedelta(days=1)
UNSURE = ("page", "memory")
"""The confidences that ask for a comparison with the text."""


def as_json(found: Deadline | HourDeadline, language: str) -> dict[str, object]:
    """The published shape; only the reasons, the title and the notes depend on the language."""
    version = found.rule
    shape: dict[str, object] = {
        "rule": version.name,
        "basis": [_cited(citation) for citation in version.limit.basis],
        "start": _start(found),
        "due_on": found.due_on.isoformat(),
        "unit": version.limit.unit.value,
        "days": _days(found, language),
        "kind": version.limit.kind.value,
        "title": version.title.said_in(language),
        "runs_from": version.runs_from.said_in(language),
        "amount": version.limit.amount + found.extended,
        "in_force_from": version.since.isoformat(),
        "in_force_until": version.until.isoformat() if version.until else None,
        "notes": [note.said_in(language) for note in notes(found)],
    }
    if isinstance(found, HourDeadline):
        shape["due_at"] = _moment(found.reading.due_at)
        shape["segments"] = [_segment(one, language) for one in found.reading.segments]
    if version.limit.kind is Kind.AT_LEAST:
        shape["not_before"] = (found.due_on + _ONE_DAY).isoformat()
    return shape


def version_as_json(version: Rule, language: str) -> dict[str, object]:
    """A version of a rule, as the list of all rules gives it."""
    return {
        "rule": version.name,
        "title": version.title.said_in(language),
        "runs_from": version.runs_from.said_in(language),
        "basis": [_cited(citation) for citation in version.limit.basis],
        "in_force_from": version.since.isoformat(),
        "in_force_until": version.until.isoformat() if version.until else None,
        "amount": version.limit.amount,
        "unit": version.limit.unit.value,
        "kind": version.limit.kind.value,
        "counted_back": version.limit.backwards,
        "extension": version.extension,
        "rolls_forward": version.limit.rolls_forward,
        "confidence": version.confidence,
        "editable": version.editable,
    }


def notes(found: Deadline | HourDeadline) -> tuple[Wording, ...]:
    """What a reader should know beside the days."""
    return tuple(_notes(found))


def _notes(found: Deadline | HourDeadline) -> Iterator[Wording]:
    version = found.rule
    if version.confidence in UNSURE:
        yield Wording(
            "条文序号或者内容尚待与原文核对。", "The articles are to be compared with the text."
        )
    if version.editable:
        yield Wording(
            "由本机关或者本省规定,可以修改。",
            "Set by the agency or its province; it may change it.",
        )
    if version.limit.kind is Kind.AT_LEAST:
        yield Wording(
            "这是最短期限:到该日结束才算届满,下一步不得早于其后。",
            "This is a least period: it is full when that day ends, and the next step may not "
            "come before.",
        )
    if isinstance(found, Deadline):
        yield from _notes_on_days(found)


def _notes_on_days(found: Deadline) -> Iterator[Wording]:
    reading, limit = found.reading, found.rule.limit
    last = reading.counted_out_on
    if reading.provisional:
        yield Wording(
            "该日所在年份的放假安排尚未公布;如果届时放假,期限顺延到其后的第一个工作日。",
            "No holiday notice covers that day yet; if it turns out to be a day off, the limit "
            "ends on the next working day.",
        )
    elif last and reading.due_on != last:
        cited = law.provision("period.roll_forward", on=found.reading.start)
        yield Wording(
            f"期满之日{last}放假,顺延到其后的第一个工作日({cited.zh})。",
            f"The last day, {last}, is not worked; the limit ends on the next working day "
            f"({cited.en}).",
        )
    if last and any(pause.after >= last for pause in reading.pauses):
        yield Wording(
            f"到{last}期限已经计满,其后的暂停不影响期限。",
            f"All days had been counted by {last}; a pause after that changes nothing.",
        )
    if limit.unit in (Unit.MONTH, Unit.YEAR):
        cited = law.provision("period.same_day", on=found.reading.start)
        yield Wording(
            f"按月、按年计算的,到期月的对应日为最后一日;没有对应日的,为月末日({cited.zh})。",
            f"Months and years end on the same day of the month, or on its last day ({cited.en}).",
        )


def _cited(citation: Citation) -> dict[str, str]:
    return {
        "instrument": citation.instrument,
        "article": citation.article,
        "in_force_from": citation.in_force_from.isoformat(),
        "confidence": citation.confidence,
    }


def _start(found: Deadline | HourDeadline) -> str:
    if isinstance(found, HourDeadline):
        return _moment(found.reading.start)
    return found.reading.start.isoformat()


def _days(found: Deadline | HourDeadline, language: str) -> list[dict[str, object]]:
    if isinstance(found, HourDeadline):
        return [_day_of_hours(found.reading, day, language) for day in _dates(found.reading)]
    return [
        {
            "date": day.on.isoformat(),
            "counted": day.counted,
            "number": day.number,
            "why": day.why.said_in(language),
        }
        for day in found.reading.days
    ]


def _dates(reading: HourReading) -> list[date]:
    last = reading.due_on
    if reading.due_at.time() == time() and last > reading.start.date():
        last -= _ONE_DAY  # midnight ends the day before
    count = (last - reading.start.date()).days + 1
    return [reading.start.date() + n * _ONE_DAY for n in range(count)]


def _day_of_hours(reading: HourReading, day: date, language: str) -> dict[str, object]:
    begin = datetime.combine(day, time())
    touching = [s for s in reading.segments if s.start < begin + _ONE_DAY and begin < s.end]
    counted = [segment for segment in touching if segment.counted]
    reasons = dict.fromkeys(segment.why.said_in(language) for segment in counted or touching)
    return {
        "date": day.isoformat(),
        "counted": bool(counted),
        "number": None,
        "why": "; ".join(reasons),
    }


def _segment(segment: Segment, language: str) -> dict[str, object]:
    return {
        "start": _moment(segment.start),
        "end": _moment(segment.end),
        "counted": segment.counted,
        "hours": round(segment.length.total_seconds() / 3600, 4) if segment.counted else 0,
        "why": segment.why.said_in(language),
    }


def _moment(value: datetime) -> str:
    return value.replace(tzinfo=BEIJING).isoformat(timespec="minutes")
