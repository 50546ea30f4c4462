"""What a file holds: its parts with their places, and what is hidden in it."""

from dataclasses import dataclass

from sunlit.kernel.refusals import Unacceptable
from sunlit.kernel.wording import Wording
from sunlit.screening.kinds import HINTS, Finding, Kind

# The largest file that is read whole, and the most that a compressed one may hold, in bytes.
MOST = 512 << 20
NOWHERE = Wording("", "")
_LONGEST = 200
# Programs write their own names where the author's should stand.
_PROGRAMS = frozenset(
    {"", "python-docx", "openpyxl", "xlsxwriter", "apache poi", "un-named", "microsoft office user"}
    | {"wps office", "microsoft word", "libreoffice", "typst", "weasyprint"}
)


@dataclass(frozen=True, slots=True)
class Part:
    """A text and where in the file it stands. `lined`: its findings are placed by line."""

    text: str
    place: Wording
    findings: tuple[Finding, ...] = ()
    lined: bool = False


def hidden(text: str, place: Wording, *, confidence: float = 0.9) -> Part:
    """Return a part that the page does not show: itself a finding, and screened as a text."""
    begin = len(text) - len(text.lstrip())
    end = min(len(text.rstrip()), begin + _LONGEST)
    return Part(text, place, (_finding(Kind.HIDDEN_CONTENT, text, begin, end, confidence, place),))


def metadata(text: str, place: Wording, *, confidence: float = 0.7) -> Part | None:
    """Return a property that tells of a person or place, unless it names a mere program."""
    text = text.strip()
    if text.lower() in _PROGRAMS:
        return None
    end = min(len(text), _LONGEST)
    return Part(text, place, (_finding(Kind.METADATA, text, 0, end, confidence, place),))


def unreadable(name: str, zh: str, en: str) -> Unacceptable:
    """Return the refusal of a file that cannot be read; `zh` and `en` say why."""
    return Unacceptable(
        Wording(f"无法筛查 {name}：{zh}。", f"{name} cannot be screened: {en}."),
        Wording(
            "请换一种格式，或由人工检查。", "Give it in another format, or have it checked by hand."
        ),
    )


def _finding(
    kind: Kind, text: str, start: int, end: int, confidence: float, place: Wording
) -> Finding:
    return Finding(kind, text[start:end], start, end, confidence, HINTS[kind], place)
