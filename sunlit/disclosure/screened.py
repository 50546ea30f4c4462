"""What an item says, as its page shows it, with what the screening found marked there."""

from collections.abc import Iterable, Iterator, Mapping

from django.utils.translation import gettext_lazy as _

from sunlit.design import pieces
from sunlit.design.faces import said
from sunlit.design.markup import Mark, plain_html, to_html, visible_text
from sunlit.disclosure import selectors
from sunlit.disclosure.enclosed import addresses_at_desk
from sunlit.disclosure.models import Item, KeptFinding
from sunlit.screening.kinds import TITLES
from sunlit.screening.kinds import Finding as Found
from sunlit.screening.rules import screen_text


def screened_text(item: Item) -> pieces.ShownText:
    """Return what the item says as its page shows it, with what is found there marked.

    What is found in the writing only, such as in the address of a link, or in what is said of the
    item, is told below the text.
    """
    words = selectors.lexicon_of(item.agency)
    seen = item.title, item.document_number, visible_text(item.body)
    title, number, body = (screen_text(text, words) for text in seen)
    beside = [one for said in item.described for one in screen_text(said, words)]
    everything = (*title, *number, *body, *screen_text(item.body, words), *beside)
    kept = {one.fingerprint: one for one in item.kept_findings.all()}
    return pieces.ShownText(
        title=plain_html(item.title, list(_marks(title, kept))),
        number=plain_html(item.document_number, list(_marks(number, kept))),
        body=to_html(item.body, addresses_at_desk(item).get, top=3, marks=list(_marks(body, kept))),
        findings=[
            _line(one, kept.get(fingerprint))
            for fingerprint, one in {one.fingerprint: one for one in everything}.items()
        ],
        lexicon=words.version,
    )


def _marks(findings: Iterable[Found], kept: Mapping[str, KeptFinding]) -> Iterator[Mark]:
    for one in findings:
        yield Mark(one.start, one.end, said(TITLES[one.kind]), one.fingerprint in kept)


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
