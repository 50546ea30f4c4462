"""Half and fake disclosure (半公开、假公开), found by rule in the stages of a dossier.

Each doubt is a fact that can be checked by anybody: a stage that was skipped, a day before its
cause, a notice that stood too short, a text that says nothing, or what another stage said. A doubt
is no verdict: whoever answers for the stage mends it, or says why it is right as it is.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from hashlib import sha256

from sunlit.dossiers.rules import StageDays, StageRule, days_stood, too_early

SHORTEST = 3
"""How many characters a text needs to say something; what stands in brackets counts."""
ALIKE = 0.9
"""From which share of common pieces on a text counts as copied from another."""
COMPARED = 20
"""How many characters a text must have to be compared: shorter ones are alike by chance."""
COMMON = 4
"""What as many other texts say in the same words is the form that all of them share: no copy."""
_PIECE = 4
_HOLLOW = re.compile(
    r"(?:详见附件|见附件|附件|详见|略|无|暂无|待定|同上|已公布|已公开|已完成|完成|按规定|如题"
    r"|本环节|已按规定|\d+[年月日]|[\s，。、；：,.;:/\\—\-_()（）])+"
)
_POINTS_AT_FILE = re.compile(r"(?:详见|见|附)附?件|附件[：:]")


class DoubtKind(StrEnum):
    """What may be wrong."""

    SKIPPED = "skipped"
    BEFORE_CAUSE = "before_cause"
    TOO_SHORT = "too_short"
    HOLLOW = "hollow"
    NO_FILE = "no_file"
    COPIED = "copied"
    GONE = "gone"
    UNREADABLE = "unreadable"
    LACKS = "lacks"


PROVISIONS = {
    DoubtKind.GONE: "disclosure.publish",
    DoubtKind.HOLLOW: "disclosure.correction",
    DoubtKind.NO_FILE: "disclosure.correction",
    DoubtKind.COPIED: "disclosure.correction",
    DoubtKind.UNREADABLE: "disclosure.correction",
    DoubtKind.LACKS: "disclosure.content",
}
"""The provision behind each doubt; the others rest on that of the kind of dossier."""


@dataclass(frozen=True)
class StageSeen:
    """A stage as the public finds it.

    `text`: what it says, with its public items; `files`: how many attachments these have; `gone`:
    linked items that are not public any more; `unreadable`: attachments that do not open.
    """

    days: StageDays
    text: str = ""
    files: int = 0
    gone: tuple[str, ...] = ()
    unreadable: tuple[str, ...] = ()

    @property
    def is_public(self) -> bool:
        """Whether the stage was published."""
        return self.days.published_on is not None


@dataclass(frozen=True)
class Doubt:
    """One doubt: about which stage, what, and the values that the sentence names."""

    kind: DoubtKind
    seq: int
    name: str
    values: Mapping[str, object] = field(default_factory=dict)
    about: str = ""
    """What it was raised about, as text: an answer holds as long as this stays the same."""

    @property
    def digest(self) -> str:
        """The digest of what the doubt is about."""
        return sha256(f"{self.kind}\n{self.about}".encode()).hexdigest()


def doubts(
    stages: Sequence[StageSeen],
    rules: Mapping[str, StageRule],
    others: Iterable[tuple[str, str]] = (),
) -> Iterator[Doubt]:
    """Yield what may be half or fake about a dossier's stages, in the order of the stages.

    `others` are texts of stages of other dossiers, each with what it is called.
    """
    ordered = sorted(stages, key=lambda stage: stage.days.seq)
    elsewhere = [(label, _pieces(text)) for label, text in others if _comparable(text)]
    early = {late.seq: cause for late, cause in too_early(one.days for one in ordered)}
    for place, stage in enumerate(ordered):
        rule = rules.get(stage.days.name, StageRule(stage.days.name))
        if not stage.is_public:
            yield from _skipped(stage, rule, ordered[place + 1 :])
            continue
        yield from _too_soon(stage, early, ordered[:place], rules)
        yield from _too_short(stage, rule)
        yield from _says_little(stage, rule)
        yield from _copied(stage, ordered[:place], elsewhere)
        for name in stage.gone:
            yield _doubt(DoubtKind.GONE, stage, {"item": name}, name)
        for name in stage.unreadable:
            yield _doubt(DoubtKind.UNREADABLE, stage, {"file": name}, name)


def _skipped(stage: StageSeen, rule: StageRule, later: Sequence[StageSeen]) -> Iterator[Doubt]:
    """A stage that had to be published is not, though one after it is."""
    public = next((one for one in later if one.is_public), None)
    if rule.is_required and public is not None:
        values = {"later": public.days.name, "later_on": public.days.published_on}
        yield _doubt(DoubtKind.SKIPPED, stage, values, f"{public.days.seq}")


def _too_soon(
    stage: StageSeen,
    early: Mapping[int, StageDays],
    before: Sequence[StageSeen],
    rules: Mapping[str, StageRule],
) -> Iterator[Doubt]:
    """A stage began before an earlier one had, or while a notice before it still had to stand."""
    cause = early.get(stage.days.seq)
    if cause is None:
        cause = next(
            (
                one.days
                for one in reversed(before)
                if rules.get(one.days.name, StageRule("")).least_days
                and rules.get(stage.days.name, StageRule("")).decides
                and _before(stage.days.starts_on, one.days.ends_on)
            ),
            None,
        )
    if cause is not None:
        values = {"starts_on": stage.days.starts_on, "cause": cause.name}
        about = f"{stage.days.starts_on} {cause.seq} {cause.starts_on} {cause.ends_on}"
        yield _doubt(DoubtKind.BEFORE_CAUSE, stage, values, about)


def _too_short(stage: StageSeen, rule: StageRule) -> Iterator[Doubt]:
    """A notice stood for fewer days than it must, counted from the day on which it was public."""
    days = stage.days
    if not rule.least_days or days.starts_on is None or days.ends_on is None:
        return
    stood = days_stood(days)
    if stood < rule.least_days:
        values = {"stood": stood, "least": rule.least_days}
        about = f"{days.starts_on} {days.published_on} {days.ends_on}"
        yield _doubt(DoubtKind.TOO_SHORT, stage, values, about)


def _says_little(stage: StageSeen, rule: StageRule) -> Iterator[Doubt]:
    """A text is empty, points at a file that is not there, or leaves out what it must say."""
    text = stage.text.strip()
    if _POINTS_AT_FILE.search(text) and not stage.files:
        yield _doubt(DoubtKind.NO_FILE, stage, {}, text)
        return
    told = text.replace(stage.days.name, "")
    if not stage.files and (len(text) < SHORTEST or not told or _HOLLOW.fullmatch(told)):
        yield _doubt(DoubtKind.HOLLOW, stage, {"shortest": SHORTEST}, text)
        return
    for group in rule.words:
        if not stage.files and not any(word in text for word in group):
            yield _doubt(DoubtKind.LACKS, stage, {"word": "、".join(group)}, text)


def _copied(
    stage: StageSeen, before: Sequence[StageSeen], elsewhere: Sequence[tuple[str, frozenset[str]]]
) -> Iterator[Doubt]:
    """A text is, nearly word for word, that of another stage."""
    if not _comparable(stage.text):
        return
    inside = [
        (one.days.name, _pieces(one.text))
        for one in before
        if one.is_public and _comparable(one.text)
    ]
    told = [*inside, *elsewhere]
    often = Counter(piece for _label, pieces in told for piece in pieces)
    form = {piece for piece, times in often.items() if times >= COMMON}
    mine = _pieces(stage.text) - form
    for label, pieces in told:
        other = pieces - form
        if len(mine) > COMPARED - _PIECE and len(mine & other) >= ALIKE * len(mine | other):
            share = len(mine & other) / len(mine | other)
            values = {"other": label, "share": round(share * 100)}
            yield _doubt(DoubtKind.COPIED, stage, values, f"{label} {stage.text}")
            return


def _doubt(kind: DoubtKind, stage: StageSeen, values: Mapping[str, object], about: str) -> Doubt:
    return Doubt(kind, stage.days.seq, stage.days.name, values, about)


def _before(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and one < other


def _comparable(text: str) -> bool:
    return len("".join(text.split())) >= COMPARED


def _pieces(text: str) -> frozenset[str]:
    joined = "".join(text.split())
    return frozenset(joined[at : at + _PIECE] for at in range(len(joined) - _PIECE + 1))
