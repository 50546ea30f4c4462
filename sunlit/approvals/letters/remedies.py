"""How a decision can be contested, by the law of its day: bodies, days, court (救济途径)."""

from dataclasses import dataclass
from datetime import date

from sunlit import statutes
from sunlit.approvals.letters.templates import cited
from sunlit.kernel.citations import Citation, article_wording
from sunlit.kernel.limits import Limit


@dataclass(frozen=True)
class Bodies:
    """Who reviews what an agency decides: its government, its superior department, the court."""

    government: str
    department: str
    court: str


@dataclass(frozen=True)
class Remedies:
    """The ways to contest a decision of one day.

    `bodies` review it, within `review` from its receipt; `court` hears a suit filed directly
    within `suit`, or within `suit_after_review` of the reviewer's decision. `review_first`: the
    article by which no suit can be filed before the review; None where one is free to choose.
    """

    bodies: tuple[str, ...]
    review: Limit
    court: str
    suit: Limit
    suit_after_review: Limit
    review_first: Citation | None


def remedies_on(day: date, bodies: Bodies, *, on_the_spot: bool) -> Remedies:
    """Return the ways to contest a decision of that day.

    Since 2024 only the government reviews what its departments decide (Reconsideration Law 2023,
    art. 24), and a penalty imposed on the spot is reviewed before any suit (art. 23 (1)(1)).
    Raises NotYetLaw before there were remedies.
    """
    choice = statutes.provision("reconsideration.body", on=day).instrument == "reconsideration_1999"
    reviewing = (bodies.government, bodies.department) if choice else (bodies.government,)
    return Remedies(
        bodies=tuple(one for one in reviewing if one),
        review=statutes.limit("reconsideration.apply", on=day),
        court=bodies.court,
        suit=statutes.limit("litigation.direct", on=day),
        suit_after_review=statutes.limit("litigation.after_review", on=day),
        review_first=cited("reconsideration.review_first", day) if on_the_spot else None,
    )


def in_words(remedies: Remedies) -> str:
    """Return the remedies as a decision tells them."""
    to = "或者".join(remedies.bodies)
    review = f"自收到本决定书之日起{_length(remedies.review)}内，"
    review += f"依照{in_letter(remedies.review.basis[0])}的规定，向{to}申请行政复议"
    if remedies.review_first:
        after = _length(remedies.suit_after_review)
        return (
            f"如不服本决定，依照{in_letter(remedies.review_first)}的规定，应当先{review}；"
            f"对行政复议决定不服的，可以自收到行政复议决定书之日起{after}内，"
            f"依照{in_letter(remedies.suit_after_review.basis[0])}的规定，"
            f"向{remedies.court}提起行政诉讼。"
        )
    return (
        f"如不服本决定，可以{review}；也可以自收到本决定书之日起{_length(remedies.suit)}内，"
        f"依照{in_letter(remedies.suit.basis[0])}的规定，直接向{remedies.court}提起行政诉讼。"
    )


def in_letter(citation: Citation) -> str:
    """Return an article as a letter cites it: without the number of the document."""
    instrument = statutes.instrument(citation.instrument)
    if instrument.confidence == "own":
        return instrument.zh
    return f"《{instrument.zh}》{article_wording(citation.article).zh}"


def _length(limit: Limit) -> str:
    return limit.unit.of(limit.amount).zh
