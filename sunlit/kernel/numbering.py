"""Index numbers by a configurable pattern: composed, and read back."""

import re
import string
from dataclasses import dataclass

from sunlit.kernel.refusals import Unacceptable
from sunlit.kernel.wording import Wording

SAMPLE_PATTERN = "{agency}/{year}{month}-{serial:05}"
"""The pattern of the national metadata scheme, and the default."""

_FIELDS = {"agency": r"[0-9A-Za-z]+", "year": r"\d{4}", "month": r"0[1-9]|1[0-2]"}
_SAFE = re.compile(r"[0-9A-Za-z/.\-_]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexNumber:
    """What an index number (索引号) says; `month` is 0 where the pattern has none."""

    agency: str
    year: int
    serial: int
    month: int = 0


def compose(pattern: str, number: IndexNumber) -> str:
    """Write the number by the pattern; raises Unacceptable for a bad pattern or value."""
    reading = _reading(pattern)
    if number.serial < 1:
        raise Unacceptable(
            Wording("索引号的流水号从1开始。", "The serial of an index number begins with 1.")
        )
    values = {
        "agency": number.agency,
        "year": f"{number.year:04}",
        "month": f"{number.month:02}",
        "serial": number.serial,
    }
    text = pattern.format(**values)
    if not reading.fullmatch(text):
        raise Unacceptable(
            Wording(
                f"机构代码“{number.agency}”、{number.year}年、{number.month}月不能组成索引号。",
                f"The agency {number.agency!r}, year {number.year} and month {number.month} "
                "do not make an index number.",
            ),
            _remedy(pattern),
        )
    return text


def parse(pattern: str, text: str) -> IndexNumber:
    """Read a number back; raises Unacceptable when it does not follow the pattern exactly."""
    found = _reading(pattern).fullmatch(text)
    if found:
        said = found.groupdict()
        number = IndexNumber(
            agency=said["agency"],
            year=int(said["year"]),
            serial=int(said["serial"]),
            month=int(said.get("month") or 0),
        )
        if number.serial and compose(pattern, number) == text:
            return number
    raise Unacceptable(
        Wording(f"“{text}”不是规定格式的索引号。", f"{text!r} is not an index number."),
        _remedy(pattern),
    )


def _reading(pattern: str) -> re.Pattern[str]:
    """The expression that reads this pattern; refuses one that could not be read back."""
    try:
        parts = list(string.Formatter().parse(pattern))
    except ValueError:
        raise _bad(pattern) from None
    expression, seen = "", []
    for literal, name, spec, conversion in parts:
        expression += re.escape(literal)
        if name is None:
            continue
        width = re.fullmatch(r"0?(\d*)", spec or "") if name == "serial" else None
        if conversion or (name not in _FIELDS and not width) or (name in _FIELDS and spec):
            raise _bad(pattern)
        body = rf"\d{{{int(width[1] or 1)},}}" if width else _FIELDS[name]
        expression += f"(?P<{name}>{body})"
        seen.append(name)
    literals = "".join(literal for literal, *_ in parts)
    if not {"agency", "year", "serial"} <= set(seen) or len(set(seen)) != len(seen):
        raise _bad(pattern)
    if not _SAFE.fullmatch(literals):
        raise _bad(pattern)
    return re.compile(expression, re.ASCII)


def _bad(pattern: str) -> Unacceptable:
    return Unacceptable(
        Wording(f"“{pattern}”不是可用的索引号格式。", f"{pattern!r} is not a usable pattern."),
        Wording(
            "格式须各含一次{agency}、{year}、{serial},可含{month},其余为字母、数字和/.-_。",
            "A pattern holds {agency}, {year} and {serial} once each, {month} if wanted, and "
            "otherwise only letters, digits and / . - _.",
        ),
    )


def _remedy(pattern: str) -> Wording:
    return Wording(f"请按格式“{pattern}”填写。", f"Follow the pattern {pattern!r}.")
