"""Screening in tests: the kinds and texts that were found."""

from sunlit.screening.kinds import Kind
from sunlit.screening.lexicons import lexicon
from sunlit.screening.numbers import id_check
from sunlit.screening.rules import screen_text


def found(text, kind=None):
    """What was found, as pairs of kind and text; of one kind only its texts."""
    findings = screen_text(text, lexicon())
    if kind is None:
        return [(one.kind, one.text) for one in findings]
    return [one.text for one in findings if one.kind is kind]


def an_id(*, region="330102", born="19900101", order="123"):
    """A resident ID number with the right check digit."""
    return region + born + order + id_check(region + born + order)


def ending_in_x():
    """An ID number whose check digit is X."""
    return next(
        number for order in range(100, 999) if (number := an_id(order=str(order)))[-1] == "X"
    )


__all__ = ["Kind", "an_id", "ending_in_x", "found"]
