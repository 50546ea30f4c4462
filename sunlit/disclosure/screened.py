"""What the screening found in an item, marked in its text, each with how it was answered."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext_lazy as _

from sunlit.design import pieces
from sunlit.design.faces import said
from sunlit.disclosure import selectors
from sunlit.disclosure.models import Item, KeptFinding
from sunlit.screening.kinds import TITLES
from sunlit.screening.kinds import Finding as Found
from sunlit.screening.rules import screen_text


def screened_text(item: Item) -> pieces.Screened | None:
    """Return what the item says, with what is found there marked; None where nothing is."""
    words = selectors.lexicon_of(item.agency)
    texts = [(text, screen_text(text, words)) for text in item.texts if text]
    if not any(findings for _text, findings in texts):
        return None
    kept = {one.fingerprint: one for one in item.kept_findings.all()}
    everything = {one.fingerprint: one for _text, findings in texts for one in findings}
    return pieces.Screened(
        texts=[list(_runs(text, findings, kept)) for text, findings in texts],
        findings=[_line(one, kept.get(fingerprint)) for fingerprint, one in everything.items()],
        lexicon=words.version,
    )


def _runs(
    text: str, findings: Sequence[Found], kept: dict[str, KeptFinding]
) -> Iterator[pieces.MarkedRun]:
    """Yield a text in runs; where two findings overlap, the first is marked."""
    at = 0
    for one in sorted(findings, key=lambda one: (one.start, -one.end)):
        if one.start < at:
            continue
        if one.start > at:
            yield pieces.MarkedRun(text[at : one.start])
        yield pieces.MarkedRun(one.text, said(TITLES[one.kind]), one.fingerprint in kept)
        at = one.end
    if at < len(text):
        yield pieces.MarkedRun(text[at:])


def _line(one: Found, kept: KeptFinding | None) -> pieces.FoundLine:
    return pieces.FoundLine(
        kind=said(TITLES[one.kind]),
        text=one.text,
        confidence=round(one.confidence * 100),
        hint=said(one.hint),
        state="done" if kept else "late",
        word=_("May stand") if kept else _("To be answered"),
        reason=kept.reason if kept else "",
        by=kept.post if kept else "",
    )
